import { Injectable } from '@nestjs/common';
import type { QuestionContent } from '#lib/contracts';
import type { PaperStructure } from '#lib/question-bank';
import type { EntityManager } from 'typeorm';

/** A published paper with what its questions show. Neither ever changes, and no key is in it. */
export interface FrozenPaper {
  structure: PaperStructure;
  questions: number;
  totalMarks: string;
  contents: ReadonlyMap<string, QuestionContent>;
}

const kept = 50;

/** Published papers in memory: five hundred starts read them once. */
@Injectable()
export class FrozenPapers {
  private readonly papers = new Map<string, Promise<FrozenPaper>>();

  /** Reads by the caller's own connection: a transaction that waits for another connection could wait for ever. */
  get(manager: EntityManager, paperVersionId: string): Promise<FrozenPaper> {
    let paper = this.papers.get(paperVersionId);
    if (!paper) {
      paper = this.read(manager, paperVersionId);
      this.papers.set(paperVersionId, paper);
      paper.catch(() => this.papers.delete(paperVersionId));
      if (this.papers.size > kept) this.papers.delete(this.papers.keys().next().value as string);
    }
    return paper;
  }

  private async read(manager: EntityManager, paperVersionId: string): Promise<FrozenPaper> {
    const [row] = await manager.query<{ structure: PaperStructure; questions: number; total_marks: string }[]>('SELECT structure, questions, total_marks FROM paper_version WHERE id = $1', [paperVersionId]);
    const ids = row.structure.sections.flatMap(({ slots }) => slots.map(({ questionVersionId }) => questionVersionId));
    const versions = await manager.query<{ id: string; content: QuestionContent }[]>('SELECT id, content FROM question_version WHERE id = ANY($1::uuid[])', [ids]);
    return { structure: row.structure, questions: row.questions, totalMarks: row.total_marks, contents: new Map(versions.map(({ id, content }) => [id, content])) };
  }
}
