import type { QuestionKey } from '#lib/contracts';
import type { Transactions } from '#lib/database';
import { closeAttempt, type FormContent, type FormQuestion, lockAttempts } from '#lib/exam';
import { noSession } from '#lib/identity';
import { newId, SeededRandom, sha256Hex } from '#lib/kernel';
import { toFormBody } from '#lib/question-bank';
import type { EntityManager } from 'typeorm';

interface Sitter {
  candidate_id: string;
  person_id: string;
  form_id: string;
  content: FormContent;
  duration_seconds: number;
}

interface Sitting {
  attemptId: string;
  sitter: Sitter;
  startedAt: Date;
  submittedAt: Date;
  saves: { slot: string; seq: number; body: string; at: Date }[];
}

/**
 * Has every candidate of an exam that lies in the past sit it, by the rules of one who sits today: an attempt with its deadline, append-only saves
 * with their receipts, a submission. It is written in bulk because the services act at the database's present moment only; submitting
 * is the product's own step, and marking follows from it through the outbox.
 * @param skill from 0 to 1, by person.
 */
export async function sitPastExam(transactions: Transactions, examId: string, opensAt: Date, skill: (personId: string) => number): Promise<void> {
  await transactions.run(async (manager) => {
    const sitters = await manager.query<Sitter[]>(
      `SELECT c.id AS candidate_id, c.person_id, f.id AS form_id, f.content, e.duration_seconds FROM candidate c JOIN form f ON f.candidate_id = c.id JOIN exam e ON e.id = c.exam_id
       WHERE c.exam_id = $1 ORDER BY c.admission_number`, [examId]);
    const keys = await readKeys(manager, examId);
    const random = new SeededRandom(`kaosai demo ${opensAt.toISOString()}`);
    const sittings = sitters.map((sitter) => sit(sitter, opensAt, keys, skill(sitter.person_id), random));
    await insertSittings(manager, examId, sittings);
    for (const attempt of await lockAttempts(manager, sittings.map(({ attemptId }) => attemptId))) {
      const { submittedAt } = sittings.find(({ attemptId }) => attemptId === attempt.id) as Sitting;
      await closeAttempt(manager, attempt, { type: 'submit', by: 'candidate' }, submittedAt);
    }
  });
}

async function readKeys(manager: EntityManager, examId: string): Promise<Map<string, string[]>> {
  const rows = await manager.query<{ id: string; key: QuestionKey }[]>(
    `SELECT k.question_version_id AS id, k.key FROM exam e JOIN paper_version v ON v.id = e.paper_version_id, jsonb_path_query(v.structure, '$.sections[*].slots[*].questionVersionId') AS slot
     JOIN question_key k ON k.question_version_id = (slot #>> '{}')::uuid WHERE e.id = $1`, [examId]);
  return new Map(rows.map(({ id, key }) => [id, 'correct' in key ? key.correct : []]));
}

function sit(sitter: Sitter, opensAt: Date, keys: ReadonlyMap<string, string[]>, skill: number, random: SeededRandom): Sitting {
  const startedAt = new Date(opensAt.getTime() + 1_000 + random.nextInt(90_000));
  const questions = sitter.content.sections.flatMap((section) => section.questions);
  const pace = (sitter.duration_seconds * 1_000 * (55 + random.nextInt(35))) / 100 / questions.length;
  const saves = questions.map((question, index) => ({
    slot: question.slot, seq: index + 1, body: written(answer(keys.get(question.versionId) ?? [], question.orders[''] ?? [], skill, random), question),
    at: new Date(Math.round(startedAt.getTime() + pace * (index + 1))),
  }));
  return { attemptId: newId(), sitter, startedAt, submittedAt: new Date(saves[saves.length - 1].at.getTime() + 2_000 + random.nextInt(60_000)), saves };
}

/** As the candidate's own page would have sent it: in the ids of the form, sorted. */
function written(chosen: string[], question: FormQuestion): string {
  return JSON.stringify({ chosen: toFormBody({ chosen }, question).chosen?.sort() });
}

/** The right answer as often as the skill says; otherwise part of it, or another option. */
function answer(correct: readonly string[], options: readonly string[], skill: number, random: SeededRandom): string[] {
  if (random.nextInt(1_000) < skill * 1_000) return [...correct].sort();
  if (correct.length > 1 && random.nextInt(2) === 0) return correct.filter((_, index) => index > 0).sort();
  const wrong = options.filter((option) => !correct.includes(option));
  return wrong.length > 0 ? [random.pick(wrong)] : [...correct].sort();
}

async function insertSittings(manager: EntityManager, examId: string, sittings: readonly Sitting[]): Promise<void> {
  const attempts = sittings.map(({ attemptId, sitter, startedAt }) => ({
    id: attemptId, candidate_id: sitter.candidate_id, person_id: sitter.person_id, form_id: sitter.form_id, started_at: startedAt,
    deadline: new Date(startedAt.getTime() + sitter.duration_seconds * 1_000),
  }));
  await manager.query(
    `INSERT INTO attempt (id, exam_id, candidate_id, person_id, form_id, state, started_at, deadline, closes_at, session_id)
     SELECT r.id, $2, r.candidate_id, r.person_id, r.form_id, 'in_progress', r.started_at, r.deadline, r.deadline, $3
     FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, candidate_id uuid, person_id uuid, form_id uuid, started_at timestamptz, deadline timestamptz)`, [JSON.stringify(attempts), examId, noSession]);
  await manager.query(
    `INSERT INTO attempt_writer (attempt_id, writer, session_id, issued_at, reason) SELECT a.id, a.writer, $2, a.started_at, 'start' FROM attempt a WHERE a.exam_id = $1`, [examId, noSession]);
  const saves = sittings.flatMap(({ attemptId, saves: own }) => own.map((save) => ({ ...save, attempt_id: attemptId, hash: sha256Hex(save.body) })));
  await manager.query(
    `INSERT INTO response_save (attempt_id, slot, writer, seq, body, body_hash, receipt, superseded, accepted_at)
     SELECT r.attempt_id, r.slot, 1, r.seq, r.body::jsonb, decode(r.hash, 'hex'),
       sha256(convert_to(concat_ws('|', r.attempt_id, r.slot, 1, r.seq, r.hash, to_char(r.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), 'UTF8')), false, r.at
     FROM jsonb_to_recordset($1::jsonb) AS r(attempt_id uuid, slot text, seq int, body text, hash text, at timestamptz) ORDER BY r.attempt_id, r.seq`, [JSON.stringify(saves)]);
}
