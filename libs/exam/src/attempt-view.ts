import type { AttemptView, ExamMode, ResponseBody, Title } from '#lib/contracts';
import { DomainError } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { effectiveState } from './attempt-state.js';
import { toSections } from './candidate-question.js';
import { type LockedAttempt, toSubmissionView } from './close-attempt.js';
import type { FormContent } from './draw-form.js';
import type { FrozenPapers } from './frozen-papers.js';

interface SheetRow {
  title: Title;
  mode: ExamMode;
  paper_version_id: string;
  duration_seconds: number;
  name: string;
  admission_number: string;
  unit: Title;
  content: FormContent;
  started_at: Date;
  now: Date;
}

/** Everything the candidate's screen needs: an allow-list. No key is read for it, so none can be in it. */
export async function readAttemptView(manager: EntityManager, papers: FrozenPapers, attempt: LockedAttempt, writer: number | null): Promise<AttemptView> {
  const [sheet] = await manager.query<SheetRow[]>(
    `SELECT e.title, e.mode, e.paper_version_id, e.duration_seconds + c.extra_seconds AS duration_seconds, p.name, c.admission_number, u.title AS unit, f.content,
       a.started_at, kaosai.clock() AS now
     FROM attempt a JOIN exam e ON e.id = a.exam_id JOIN candidate c ON c.id = a.candidate_id JOIN person p ON p.id = a.person_id
       JOIN org_unit u ON u.id = c.org_unit_id JOIN form f ON f.id = a.form_id WHERE a.id = $1`, [attempt.id]);
  const paper = await papers.get(manager, sheet.paper_version_id);
  return {
    id: attempt.id, examId: attempt.examId, title: sheet.title, mode: sheet.mode,
    candidate: { name: sheet.name, admissionNumber: sheet.admission_number, unit: sheet.unit },
    state: effectiveState(attempt, sheet.now),
    startedAt: sheet.started_at.toISOString(), deadline: attempt.deadline.toISOString(), closesAt: attempt.closesAt.toISOString(),
    durationSeconds: sheet.duration_seconds, now: sheet.now.toISOString(), writer,
    sections: toSections(sheet.content, paper.structure, paper.contents),
    references: sheet.mode === 'open' ? await readReferences(manager, attempt.examId) : [],
    responses: await readResponses(manager, attempt.id),
    submission: toSubmissionView(attempt),
  };
}

/** The current response per slot. */
async function readResponses(manager: EntityManager, attemptId: string): Promise<AttemptView['responses']> {
  const rows = await manager.query<{ slot: string; body: ResponseBody; accepted_at: Date; receipt: string }[]>(
    "SELECT slot, body, accepted_at, encode(receipt, 'hex') AS receipt FROM current_response WHERE attempt_id = $1", [attemptId]);
  return rows.map(({ slot, body, accepted_at: savedAt, receipt }) => ({ slot, body, savedAt: savedAt.toISOString(), receipt }));
}

async function readReferences(manager: EntityManager, examId: string): Promise<AttemptView['references']> {
  return manager.query<AttemptView['references']>(
    `SELECT r.id, r.title, (SELECT count(*)::int FROM reference_article a WHERE a.reference_id = r.id) AS articles
     FROM exam_reference x JOIN reference r ON r.id = x.reference_id WHERE x.exam_id = $1 ORDER BY r.id`, [examId]);
}

/** An attempt that is not there, or not one's own, is the same to whoever asks. */
export function notFound(): DomainError {
  return new DomainError('object.not_found', {}, { kind: 'not-found' });
}
