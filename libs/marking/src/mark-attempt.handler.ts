import { Injectable } from '@nestjs/common';
import type { ResponseBody } from '#lib/contracts';
import { prepared, Transactions } from '#lib/database';
import { ExamRevisions, type FormQuestion, lockAttempts, readForm, type StoredForm, transition } from '#lib/exam';
import { HandlesTopic, type TopicHandler } from '#lib/queue';
import { type PaperStructure, PaperVault, type SealedForm, toAuthorBody } from '#lib/question-bank';
import type { MarkResult } from '#lib/rules';
import type { EntityManager } from 'typeorm';
import { completeAttempt } from './complete-attempt.js';
import { QuestionMarkers } from './question-markers.js';

interface StoredSheet {
  stored: StoredForm | SealedForm;
  structure: PaperStructure | null;
  candidateId: string;
  paperVersionId: string;
}

interface MarkedResponse {
  question: FormQuestion;
  result: MarkResult;
}

/**
 * Marks a submitted attempt by its form, in one transaction. What only a person can mark waits for one, and the attempt with it. Delivered
 * again it finds what it marked before and adds nothing.
 */
@Injectable()
@HandlesTopic('attempt.submitted')
export class MarkAttempt implements TopicHandler<{ attemptId: string }> {
  constructor(private readonly transactions: Transactions, private readonly markers: QuestionMarkers, private readonly revisions: ExamRevisions, private readonly vault: PaperVault) {}

  async handle({ attemptId }: { attemptId: string }): Promise<void> {
    const examId = await this.transactions.run(async (manager) => {
      const [attempt] = await lockAttempts(manager, [attemptId]);
      if (!attempt) return null;
      if (!transition(attempt, { type: 'mark' }, attempt.lockedAt)) return null;
      await insertMarks(manager, attemptId, await this.mark(manager, attemptId));
      await completeAttempt(manager, attempt, attempt.lockedAt);
      return attempt.examId;
    });
    if (examId) this.revisions.touch(examId);
  }

  private async mark(manager: EntityManager, attemptId: string): Promise<MarkedResponse[]> {
    const [{ stored, structure, candidateId, paperVersionId }] = await manager.query<StoredSheet[]>(
      prepared(`SELECT f.content AS stored, a.candidate_id AS "candidateId", e.paper_version_id AS "paperVersionId", CASE WHEN f.content->>'schemaVersion' = '1' THEN v.structure END AS structure
       FROM attempt a JOIN form f ON f.id = a.form_id JOIN exam e ON e.id = a.exam_id JOIN paper_version v ON v.id = e.paper_version_id WHERE a.id = $1`), [attemptId]);
    const form = await this.vault.openForm(manager, paperVersionId, candidateId, stored);
    const questions = readForm(form, structure ?? undefined).sections.flatMap((section) => section.questions);
    const markers = await this.markers.get(manager, questions);
    const responses = await readResponses(manager, attemptId);
    return questions.map((question, index) => {
      const body = responses.get(question.slot);
      return { question, result: markers[index](body ? toAuthorBody(body, question) : null) };
    });
  }
}

async function readResponses(manager: EntityManager, attemptId: string): Promise<Map<string, ResponseBody>> {
  const rows = await manager.query<{ slot: string; body: ResponseBody }[]>(prepared('SELECT slot, body FROM current_response WHERE attempt_id = $1'), [attemptId]);
  return new Map(rows.map(({ slot, body }) => [slot, body]));
}

async function insertMarks(manager: EntityManager, attemptId: string, marked: readonly MarkedResponse[]): Promise<void> {
  const rows = marked.map(({ question: { slot, versionId }, result: { state, marks, maxMarks, why } }) => ({
    slot, version: versionId, mark: marks?.toString(4) ?? null, max_mark: maxMarks.toString(4), answered: state !== 'not-answered', reason: why, state: marks === null ? 'awaiting' : 'marked',
  }));
  await manager.query(
    prepared(`INSERT INTO response_mark (attempt_id, slot, question_version_id, mark, max_mark, answered, reason, state)
     SELECT $1, m.slot, m.version, m.mark, m.max_mark, m.answered, m.reason, m.state
     FROM jsonb_to_recordset($2::jsonb) AS m (slot text, version uuid, mark numeric, max_mark numeric, answered boolean, reason jsonb, state text)
     ON CONFLICT DO NOTHING`), [attemptId, JSON.stringify(rows)]);
}
