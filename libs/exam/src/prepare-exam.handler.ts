import { Injectable } from '@nestjs/common';
import type { QuestionContent } from '#lib/contracts';
import { appendToOutbox, lockRows, raiseRevision, Transactions } from '#lib/database';
import { DomainError, newId } from '#lib/kernel';
import { HandlesTopic, type TopicContext, type TopicHandler } from '#lib/queue';
import type { PaperStructure } from '#lib/question-bank';
import { drawForm, type FormContent, formSeed } from './draw-form.js';

const chunk = 50;

interface FrozenPaper {
  state: string;
  seed: string;
  structure: PaperStructure;
  digest: string;
}

/** Draws the forms of an exam ahead of it, in chunks with their own commit. Delivered again, it goes on where it was. */
@Injectable()
@HandlesTopic('exam.prepare', { lane: 'long' })
export class PrepareExam implements TopicHandler<{ examId: string }> {
  constructor(private readonly transactions: Transactions) {}

  async handle({ examId }: { examId: string }, context: Pick<TopicContext, 'lastAttempt'>): Promise<void> {
    try {
      const paper = await this.readPaper(examId);
      if (!paper || !['preparing', 'ready'].includes(paper.state)) return;
      const pool = await this.readPool(paper.structure);
      while (await this.drawChunk(examId, paper, pool) > 0);
      await this.finish(examId);
    } catch (error) {
      if (!context.lastAttempt && !(error instanceof DomainError)) throw error;
      await this.fail(examId, error instanceof DomainError ? { code: error.code, params: error.params } : { code: 'internal', params: {} });
      if (!(error instanceof DomainError)) throw error;
    }
  }

  private async readPaper(examId: string): Promise<FrozenPaper | undefined> {
    const [paper] = await this.transactions.reader.query<FrozenPaper[]>(
      "SELECT e.state, e.seed, v.structure, encode(v.digest, 'hex') AS digest FROM exam e JOIN paper_version v ON v.id = e.paper_version_id WHERE e.id = $1", [examId]);
    return paper;
  }

  private async readPool({ sections }: PaperStructure): Promise<Map<string, QuestionContent>> {
    const ids = sections.flatMap(({ slots }) => slots.map(({ questionVersionId }) => questionVersionId));
    const rows = await this.transactions.reader.query<{ id: string; content: QuestionContent }[]>('SELECT id, content FROM question_version WHERE id = ANY($1::uuid[])', [ids]);
    if (rows.length < new Set(ids).size) throw new DomainError('paper.question_unavailable', { count: new Set(ids).size - rows.length });
    return new Map(rows.map(({ id, content }) => [id, content]));
  }

  private async drawChunk(examId: string, paper: FrozenPaper, pool: ReadonlyMap<string, QuestionContent>): Promise<number> {
    return this.transactions.run(async (manager) => {
      const candidates = await manager.query<{ id: string }[]>(
        `SELECT c.id FROM candidate c WHERE c.exam_id = $1 AND NOT EXISTS (SELECT 1 FROM form f WHERE f.candidate_id = c.id)
         ORDER BY c.id LIMIT ${chunk} FOR NO KEY UPDATE OF c`, [examId]);
      const forms = candidates.map(({ id }) => drawForm(paper.structure, paper.digest, new Map(), pool, formSeed(paper.seed, id)));
      await manager.query(
        `INSERT INTO form (id, candidate_id, exam_id, content)
         SELECT f.id, f.candidate_id, $1, f.content::jsonb FROM unnest($2::uuid[], $3::uuid[], $4::text[]) AS f (id, candidate_id, content)
         ON CONFLICT (candidate_id, number) DO NOTHING`,
        [examId, forms.map(() => newId()), candidates.map(({ id }) => id), forms.map((form: FormContent) => JSON.stringify(form))]);
      return candidates.length;
    });
  }

  private async finish(examId: string): Promise<void> {
    await this.transactions.run(async (manager) => {
      await lockRows(manager, 'exam', [examId]);
      const [changed] = await manager.query<[unknown[], number]>(
        `UPDATE exam e SET state = 'ready', version = version + 1 WHERE id = $1 AND state = 'preparing'
           AND NOT EXISTS (SELECT 1 FROM candidate c WHERE c.exam_id = e.id AND NOT EXISTS (SELECT 1 FROM form f WHERE f.candidate_id = c.id)) RETURNING 1`, [examId]);
      if (changed.length > 0) await appendToOutbox(manager, 'exam.prepared', { examId });
      await raiseRevision(manager, `exam:${examId}`);
    });
  }

  private async fail(examId: string, problem: { code: string; params: Record<string, unknown> }): Promise<void> {
    await this.transactions.run(async (manager) => {
      await lockRows(manager, 'exam', [examId]);
      await manager.query("UPDATE exam SET state = 'failed', problem = $2, version = version + 1 WHERE id = $1 AND state = 'preparing'", [examId, problem]);
      await raiseRevision(manager, `exam:${examId}`);
    });
  }
}
