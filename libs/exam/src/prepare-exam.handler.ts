import { Injectable } from '@nestjs/common';
import { appendToOutbox, lockRows, raiseRevision, Transactions } from '#lib/database';
import { DomainError } from '#lib/kernel';
import { HandlesTopic, type TopicContext, type TopicHandler } from '#lib/queue';
import { PaperVault } from '#lib/question-bank';
import type { EntityManager } from 'typeorm';
import { FormDrawer } from './form-drawer.js';
import { countUse, storeForms } from './store-forms.js';

const chunk = 50;

interface PreparedExam {
  state: string;
  seed: string;
  paper_version_id: string;
}

/** One form that is still to be drawn. */
interface MissingForm {
  candidate_id: string;
  number: number;
}

/** Whoever may sit `n` times has the forms 1 to n. */
const missingForms = `candidate c JOIN exam e ON e.id = c.exam_id CROSS JOIN LATERAL generate_series(1, e.attempts_allowed + c.extra_attempts) AS n (number)
  WHERE c.exam_id = $1 AND NOT EXISTS (SELECT 1 FROM form f WHERE f.candidate_id = c.id AND f.number = n.number)`;

/** Draws the forms of an exam ahead of it, in chunks with their own commit. Delivered again, it goes on where it was. */
@Injectable()
@HandlesTopic('exam.prepare', { lane: 'long' })
export class PrepareExam implements TopicHandler<{ examId: string }> {
  constructor(private readonly transactions: Transactions, private readonly vault: PaperVault) {}

  async handle({ examId }: { examId: string }, context: Pick<TopicContext, 'lastAttempt'>): Promise<void> {
    try {
      const exam = await this.readExam(examId);
      if (!exam || !['preparing', 'ready'].includes(exam.state)) return;
      const drawer = await FormDrawer.read(this.transactions.reader, this.vault, exam.paper_version_id, exam.seed);
      // From the beginning until nothing is missing: candidates may be added meanwhile.
      for (let drawn = 1; drawn > 0;) drawn = await this.drawAll(examId, drawer);
      await this.transactions.run((manager) => countUse(manager, examId));
      await this.finish(examId);
    } catch (error) {
      if (!context.lastAttempt && !(error instanceof DomainError)) throw error;
      await this.fail(examId, error instanceof DomainError ? { code: error.code, params: error.params } : { code: 'internal', params: {} });
      if (!(error instanceof DomainError)) throw error;
    }
  }

  private async readExam(examId: string): Promise<PreparedExam | undefined> {
    const [exam] = await this.transactions.reader.query<PreparedExam[]>('SELECT state, seed, paper_version_id FROM exam WHERE id = $1', [examId]);
    return exam;
  }

  private async drawAll(examId: string, drawer: FormDrawer): Promise<number> {
    let drawn = 0;
    for (let after: MissingForm | null = { candidate_id: '00000000-0000-0000-0000-000000000000', number: 0 }; after;) {
      const missing: MissingForm[] = await this.drawChunk(examId, drawer, after);
      drawn += missing.length;
      after = missing.at(-1) ?? null;
    }
    return drawn;
  }

  private async drawChunk(examId: string, drawer: FormDrawer, after: MissingForm): Promise<MissingForm[]> {
    return this.transactions.run(async (manager) => {
      const missing = await manager.query<MissingForm[]>(
        `SELECT c.id AS candidate_id, n.number FROM ${missingForms} AND (c.id, n.number) > ($2::uuid, $3::int) ORDER BY c.id, n.number LIMIT ${chunk} FOR NO KEY UPDATE OF c`,
        [examId, after.candidate_id, after.number]);
      if (missing.length === 0) return [];
      await this.requireSameSeal(manager, drawer);
      const forms = await drawer.draw(manager, missing.map(({ candidate_id: candidateId, number }) => ({ candidateId, number })));
      await storeForms(manager, this.vault, examId, drawer, forms);
      await raiseRevision(manager, `exam:${examId}`);
      return missing;
    });
  }

  /** A paper that is being sealed must not leave forms in clear; that transaction waits for this one, or this one for it. */
  private async requireSameSeal(manager: EntityManager, { paperId, sealed }: FormDrawer): Promise<void> {
    const [paper] = await manager.query<{ sealed: boolean }[]>(
      'SELECT EXISTS (SELECT 1 FROM paper_seal s WHERE s.paper_id = p.id AND s.unsealed_at IS NULL) AS sealed FROM paper p WHERE p.id = $1 FOR SHARE OF p', [paperId]);
    if (paper.sealed !== sealed) throw new Error('The paper was sealed or opened while forms were drawn from it');
  }

  private async finish(examId: string): Promise<void> {
    await this.transactions.run(async (manager) => {
      await lockRows(manager, 'exam', [examId]);
      const [changed] = await manager.query<[unknown[], number]>(
        `UPDATE exam x SET state = 'ready', version = version + 1 WHERE x.id = $1 AND x.state = 'preparing' AND NOT EXISTS (SELECT 1 FROM ${missingForms}) RETURNING 1`, [examId]);
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
