import { Injectable } from '@nestjs/common';
import type { QuestionContent } from '#lib/contracts';
import { type PaperStructure, PaperVault, recordAccess, type SealedForm } from '#lib/question-bank';
import type { EntityManager } from 'typeorm';
import type { ShownContents } from './candidate-sections.js';
import { type FormContent, readForm, type StoredForm } from './draw-form.js';

/** A published paper. It never changes. */
export interface FrozenPaper {
  structure: PaperStructure;
  questions: number;
  totalMarks: string;
}

const kept = { papers: 50, contents: 4_000 };

/** Published papers, and what their questions show, in memory: neither ever changes, and no key is in it. Five hundred starts read them once. */
@Injectable()
export class FrozenPapers {
  private readonly papers = new Map<string, Promise<FrozenPaper>>();
  private readonly contents = new Map<string, Promise<QuestionContent | undefined>>();

  constructor(private readonly vault: PaperVault) {}

  /** Reads by the caller's own connection: a transaction that waits for another connection could wait for ever. */
  get(manager: EntityManager, paperVersionId: string): Promise<FrozenPaper> {
    let paper = this.papers.get(paperVersionId);
    if (!paper) {
      paper = this.readPaper(manager, paperVersionId);
      this.papers.set(paperVersionId, paper);
      paper.catch(() => this.papers.delete(paperVersionId));
      if (this.papers.size > kept.papers) this.papers.delete(this.papers.keys().next().value as string);
    }
    return paper;
  }

  /** A candidate's form as it was drawn, from a sealed paper too. */
  async form(manager: EntityManager, paperVersionId: string, candidateId: string, stored: StoredForm | SealedForm): Promise<FormContent> {
    const { structure } = await this.get(manager, paperVersionId);
    return readForm(await this.vault.openForm(manager, paperVersionId, candidateId, stored), structure);
  }

  /** What the questions of a form show; only those that are not in memory yet are read. The least lately used are forgotten first. */
  async contentsOf(manager: EntityManager, form: FormContent): Promise<ShownContents> {
    const ids = form.sections.flatMap(({ questions }) => questions.map(({ versionId }) => versionId));
    const missing = ids.filter((id) => !this.contents.has(id));
    if (missing.length > 0) this.read(manager, missing);
    const entries = await Promise.all(ids.map(async (id) => [id, await this.touch(id)] as const));
    while (this.contents.size > kept.contents) this.contents.delete(this.contents.keys().next().value as string);
    return new Map(entries.flatMap(([id, content]) => (content ? [[id, content] as const] : [])));
  }

  private touch(id: string): Promise<QuestionContent | undefined> {
    const content = this.contents.get(id) as Promise<QuestionContent | undefined>;
    this.contents.delete(id);
    this.contents.set(id, content);
    return content;
  }

  private read(manager: EntityManager, ids: readonly string[]): void {
    const rows = manager.query<{ id: string; content: QuestionContent }[]>('SELECT id, content FROM question_version WHERE id = ANY($1::uuid[])', [ids]);
    const contents = rows.then((versions) => new Map(versions.map(({ id, content }) => [id, content])));
    contents.catch(() => ids.forEach((id) => this.contents.delete(id)));
    for (const id of ids) this.contents.set(id, contents.then((found) => found.get(id)));
  }

  private async readPaper(manager: EntityManager, paperVersionId: string): Promise<FrozenPaper> {
    const [row] = await manager.query<{ questions: number; total_marks: string }[]>('SELECT questions, total_marks FROM paper_version WHERE id = $1', [paperVersionId]);
    const { structure, sealed, paperId } = await this.vault.version(manager, paperVersionId);
    if (sealed) await recordAccess(manager, paperId, null, 'unseal', true);
    return { structure, questions: row.questions, totalMarks: row.total_marks };
  }
}
