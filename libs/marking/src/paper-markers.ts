import { Injectable } from '@nestjs/common';
import type { QuestionContent, QuestionKey } from '#lib/contracts';
import { compileQuestion, type PaperStructure, type QuestionMarker } from '#lib/question-bank';
import type { EntityManager } from 'typeorm';

/** A slot with its key made ready. */
export interface ReadySlot {
  slot: string;
  questionVersionId: string;
  mark: QuestionMarker;
}

const kept = 50;

/** The compiled keys of published papers: versions and papers never change, so that neither do these. */
@Injectable()
export class PaperMarkers {
  private readonly papers = new Map<string, Promise<ReadySlot[]>>();

  /** Reads by the caller's own connection. */
  get(manager: EntityManager, paperVersionId: string): Promise<ReadySlot[]> {
    let paper = this.papers.get(paperVersionId);
    if (!paper) {
      paper = compilePaper(manager, paperVersionId);
      this.papers.set(paperVersionId, paper);
      paper.catch(() => this.papers.delete(paperVersionId));
      if (this.papers.size > kept) this.papers.delete(this.papers.keys().next().value as string);
    }
    return paper;
  }
}

async function compilePaper(manager: EntityManager, paperVersionId: string): Promise<ReadySlot[]> {
  const [{ structure }] = await manager.query<{ structure: PaperStructure }[]>('SELECT structure FROM paper_version WHERE id = $1', [paperVersionId]);
  const slots = structure.sections.flatMap((section) => section.slots);
  const rows = await manager.query<{ id: string; content: QuestionContent; key: QuestionKey }[]>(
    'SELECT v.id, v.content, k.key FROM question_version v JOIN question_key k ON k.question_version_id = v.id WHERE v.id = ANY($1::uuid[])', [slots.map(({ questionVersionId }) => questionVersionId)]);
  const keyed = new Map(rows.map((row) => [row.id, row]));
  return slots.map(({ slot, questionVersionId, marks, scoring }) => {
    const question = keyed.get(questionVersionId);
    if (!question) throw new RangeError(`No key for the question version ${questionVersionId}`);
    return { slot, questionVersionId, mark: compileQuestion({ ...question, marks, scoring }) };
  });
}
