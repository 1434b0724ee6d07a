import type { Accommodations, AttemptView, ExamMode, ExamNavigation, ResponseBody, Title } from '#lib/contracts';
import { prepared } from '#lib/database';
import { DomainError } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import type { Target } from '#lib/identity';
import { effectiveState, type SittingWindow, type StoredAttemptState } from './attempt-state.js';
import { countSteps, firstStep, shownSections, type StepRules, type StoredStep, toStepView } from './attempt-steps.js';
import { toSections } from './candidate-sections.js';
import { type LockedAttempt, toSubmissionView } from './close-attempt.js';
import type { SealedForm } from '#lib/question-bank';
import type { StoredForm } from './draw-form.js';
import { mayStartUntil } from './exam-queries.js';
import type { FrozenPapers } from './frozen-papers.js';

/** A candidate's place in an exam: what is decided for them before they sit, their form with it. No key. */
export interface Sheet extends SittingWindow {
  examId: string;
  candidateId: string;
  examState: string;
  exemption: string | null;
  attemptId: string | null;
  startedAt: Date | null;
  attemptState: StoredAttemptState | null;
  closesAt: Date | null;
  /** Of the attempt; 0 before the first. */
  number: number;
  allowed: number;
  navigation: ExamNavigation;
  sectionSeconds: (number | null)[] | null;
  earliestSubmitSeconds: number;
  accommodations: Accommodations;
  addressRanges: string[];
  accessCodeHash: string | null;
  formId: string | null;
  form: StoredForm | SealedForm | null;
  title: Title;
  mode: ExamMode;
  paperVersionId: string;
  admissionNumber: string;
  name: string;
  staffNumber: string | null;
  unit: Title;
  now: Date;
}

/** With the answers and the step of the attempt. */
export interface SatSheet extends Sheet {
  responses: AttemptView['responses'];
  step: number | null;
  stepLocked: boolean;
  stepClosesAt: Date | null;
}

const selectSheet = (which: string, more = ''): string => `SELECT c.exam_id AS "examId", c.id AS "candidateId", e.state AS "examState", c.exemption, a.id AS "attemptId", a.started_at AS "startedAt",
    f.id AS "formId", f.content AS form, e.title, e.mode, e.paper_version_id AS "paperVersionId", c.admission_number AS "admissionNumber", p.name, p.staff_number AS "staffNumber", u.title AS unit,
    s.opens_at AS "opensAt", ${mayStartUntil} AS "lateUntil", e.duration_seconds AS "durationSeconds", c.extra_seconds AS "extraSeconds", e.grace_seconds AS "graceSeconds",
    a.state AS "attemptState", a.closes_at AS "closesAt", coalesce(a.number, 0) AS number, e.attempts_allowed + c.extra_attempts AS allowed, e.navigation, e.section_seconds AS "sectionSeconds",
    e.earliest_submit_seconds AS "earliestSubmitSeconds", c.accommodations, coalesce(nullif(r.address_ranges, '{}'), e.address_ranges)::text[] AS "addressRanges",
    e.access_code_hash AS "accessCodeHash", kaosai.clock() AS now${more}
  FROM candidate c JOIN exam e ON e.id = c.exam_id JOIN sitting s ON s.id = c.sitting_id JOIN person p ON p.id = c.person_id JOIN org_unit u ON u.id = c.org_unit_id
    LEFT JOIN room r ON r.id = c.room_id LEFT JOIN attempt a ON a.candidate_id = c.id AND ${which} LEFT JOIN form f ON f.candidate_id = c.id AND f.number = coalesce(a.number, 1)`;

/** `receipt` in hexadecimal; the moments as JSON writes them. */
const selectSatSheet = selectSheet('a.id = $1', `, a.step, a.step_locked AS "stepLocked", a.step_closes_at AS "stepClosesAt", (
      SELECT coalesce(jsonb_agg(jsonb_build_object('slot', s.slot, 'body', s.body, 'savedAt', s.accepted_at, 'receipt', encode(s.receipt, 'hex'))), '[]') FROM current_response s WHERE s.attempt_id = $1) AS responses`);

/** The sheet of a person in an exam. The exam's row is held against a cancellation, and by nothing else: five hundred may do this at once. */
export async function readOwnSheet(manager: EntityManager, examId: string, personId: string): Promise<Sheet | undefined> {
  const [sheet] = await manager.query<Sheet[]>(prepared(`${selectSheet('a.latest')} WHERE c.exam_id = $1 AND c.person_id = $2 FOR KEY SHARE OF e`), [examId, personId]);
  return sheet;
}

/** Everything the candidate's screen needs of a new attempt: nothing has been answered yet. */
export async function readNewView(manager: EntityManager, papers: FrozenPapers, sheet: Sheet, attempt: LockedAttempt): Promise<AttemptView> {
  return toAttemptView(manager, papers, sheet, attempt, attempt.writer, [], firstStep(sheet, sheet.now, attempt.closesAt));
}

/** An attempt's sheet with what has been answered so far, in one read. */
export async function readSheet(manager: EntityManager, attemptId: string): Promise<SatSheet> {
  const [sheet] = await manager.query<SatSheet[]>(prepared(`${selectSatSheet} WHERE a.id = $1`), [attemptId]);
  return sheet;
}

/** Everything the candidate's screen needs: an allow-list. No key is read for it, so none can be in it. */
export async function readAttemptView(manager: EntityManager, papers: FrozenPapers, attempt: LockedAttempt, writer: number | null): Promise<AttemptView> {
  return toViewOfSheet(manager, papers, await readSheet(manager, attempt.id), attempt, writer);
}

/** The same, of a sheet that was read after the attempt was locked. */
export function toViewOfSheet(manager: EntityManager, papers: FrozenPapers, sheet: SatSheet, attempt: LockedAttempt, writer: number | null): Promise<AttemptView> {
  const responses = sheet.responses.map((response) => ({ ...response, savedAt: new Date(response.savedAt).toISOString() }));
  return toAttemptView(manager, papers, sheet, attempt, writer, responses, { step: sheet.step, locked: sheet.stepLocked, closesAt: sheet.stepClosesAt });
}

/** How one goes on in an attempt, and how many steps its form has. */
export async function readStepRules(manager: EntityManager, papers: FrozenPapers, attemptId: string): Promise<{ rules: StepRules; count: number }> {
  const [sheet] = await manager.query<Sheet[]>(prepared(`${selectSheet('a.id = $1')} WHERE a.id = $1`), [attemptId]);
  const form = await papers.form(manager, sheet.paperVersionId, sheet.candidateId, sheet.form as StoredForm);
  return { rules: sheet, count: countSteps(form, sheet.navigation) };
}

async function toAttemptView(manager: EntityManager, papers: FrozenPapers, sheet: Sheet, attempt: LockedAttempt, writer: number | null, responses: AttemptView['responses'], step: StoredStep): Promise<AttemptView> {
  const { structure } = await papers.get(manager, sheet.paperVersionId);
  const form = await papers.form(manager, sheet.paperVersionId, sheet.candidateId, sheet.form as StoredForm);
  return {
    id: attempt.id, examId: sheet.examId, title: sheet.title, mode: sheet.mode,
    candidate: { name: sheet.name, staffNumber: sheet.staffNumber, admissionNumber: sheet.admissionNumber, unit: sheet.unit },
    state: effectiveState(attempt, sheet.now),
    startedAt: (sheet.startedAt ?? sheet.now).toISOString(), deadline: attempt.deadline.toISOString(), closesAt: attempt.closesAt.toISOString(),
    durationSeconds: sheet.durationSeconds + sheet.extraSeconds, now: sheet.now.toISOString(), writer,
    navigation: sheet.navigation, sectionSeconds: sheet.sectionSeconds, step: toStepView(step, countSteps(form, sheet.navigation)), earliestSubmitAt: earliestSubmit(sheet, sheet.startedAt ?? sheet.now), largerText: sheet.accommodations.largerText === true,
    sections: shownSections(toSections(form, structure, await papers.contentsOf(manager, form)), step),
    references: sheet.mode !== 'closed' ? await readReferences(manager, sheet.examId) : [],
    responses, submission: toSubmissionView(attempt),
  };
}

function earliestSubmit({ earliestSubmitSeconds }: Sheet, startedAt: Date): string | null {
  return earliestSubmitSeconds > 0 ? new Date(startedAt.getTime() + earliestSubmitSeconds * 1000).toISOString() : null;
}

/** What the policy is asked about a candidate's own attempt: the exam too, because a session begun in the hall is for one alone. */
export function ownAttempt(personId: string, examId: string): Target {
  return { paths: [], personId, objects: [{ type: 'exam', id: examId }] };
}

/** The current response per slot. */
export async function readResponses(manager: EntityManager, attemptId: string): Promise<AttemptView['responses']> {
  const rows = await manager.query<{ slot: string; body: ResponseBody; accepted_at: Date; receipt: string }[]>(
    prepared("SELECT slot, body, accepted_at, encode(receipt, 'hex') AS receipt FROM current_response WHERE attempt_id = $1"), [attemptId]);
  return rows.map(({ slot, body, accepted_at: savedAt, receipt }) => ({ slot, body, savedAt: savedAt.toISOString(), receipt }));
}

async function readReferences(manager: EntityManager, examId: string): Promise<AttemptView['references']> {
  return manager.query<AttemptView['references']>(
    prepared(`SELECT r.id, r.title, (SELECT count(*)::int FROM reference_article a WHERE a.reference_id = r.id) AS articles
     FROM exam_reference x JOIN reference r ON r.id = x.reference_id WHERE x.exam_id = $1 ORDER BY r.id`), [examId]);
}

/** An attempt that is not there, or not one's own, is the same to whoever asks. */
export function notFound(): DomainError {
  return new DomainError('object.not_found', {}, { kind: 'not-found' });
}
