import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { AttemptView, SaveAnswer } from '#lib/contracts';
import type { Actor } from '#lib/identity';
import pg from 'pg';
import { ExamWorld } from '../exam-world.js';
import { Cluster } from './cluster.js';
import { sha256 } from './ledger.js';
import { long, randomOf, say, seed } from './profile.js';

jest.setTimeout(1_800_000);
const rounds = long ? 10_000 : 150;
const people = 8;
const extension = 600;

interface Sitter {
  actor: Actor;
  attempt: AttemptView;
  seq: number;
}

let cluster: Cluster;
let world: ExamWorld;
let owner: pg.Client;
let examId: string;
let sitters: Sitter[];

beforeAll(async () => {
  say(`groups: ${rounds} interleavings, seed ${seed}`);
  cluster = await Cluster.start();
  world = await ExamWorld.create(people + 3);
  const exam = await world.readyExam(Array.from({ length: people }, (_, index) => index + 1));
  examId = exam.id;
  sitters = await Promise.all(Array.from({ length: people }, async (_, index): Promise<Sitter> => {
    const actor = world.candidate(index + 1);
    return { actor, attempt: await world.attempts.start(actor, exam.id), seq: 0 };
  }));
  owner = new pg.Client({ connectionString: world.database.ownerUrl, options: '-c search_path=kaosai' });
  await owner.connect();
});

afterAll(async () => {
  await owner?.end();
  await world?.drop();
  await cluster?.stop();
});

interface Ended {
  id: string;
  state: string;
  submitted: boolean;
  as_of_close: boolean;
  closes_at: Date;
  extended: boolean;
  receipt: string | null;
  receipts: string[];
  late: number;
}

/** Opens every attempt again, to be closed a few milliseconds from now: before, amid or after what is about to happen. */
async function rewind(offsets: readonly number[]): Promise<Map<string, Date>> {
  const { rows } = await owner.query<{ id: string; closes_at: Date }>(
    `UPDATE attempt a SET state = 'in_progress', submitted_at = NULL, submitted_by = NULL, submission = NULL, deadline = r.at, closes_at = r.at
     FROM (SELECT id, date_trunc('milliseconds', clock_timestamp()) + make_interval(secs => ms / 1000.0) AS at FROM unnest($1::uuid[], $2::float8[]) AS r(id, ms)) r WHERE a.id = r.id RETURNING a.id, a.closes_at`,
    [sitters.map(({ attempt }) => attempt.id), offsets]);
  return new Map(rows.map((row) => [row.id, row.closes_at]));
}

describe('grouped saves beside an extension and the sweeper', () => {
  it('end in one of the allowed ways, whatever overtakes what, without an error', async () => {
    const random = randomOf('groups');
    const processes = [world.saves, world.otherProcess()];
    const tally: Record<string, number> = {};
    for (let round = 0; round < rounds; round += 1) {
      const operation = await world.exams.extend(world.organizer(), examId, { seconds: extension, reason: '停电' });
      const base = await rewind(sitters.map(() => random.nextInt(60)));
      const answers: { sitter: Sitter; answer: SaveAnswer }[] = [];
      const save = (sitter: Sitter, which: number) => async (): Promise<void> => {
        const items = ['q1', 'q3'].map((slot) => ({ slot, writer: sitter.attempt.writer as number, seq: (sitter.seq += 1), body: { chosen: [optionOf(sitter.attempt, slot, random.nextInt(2))] } }));
        answers.push({ sitter, answer: await processes[which].save(sitter.actor, sitter.attempt.id, { items }) });
      };
      const acts = random.shuffle([
        ...sitters.flatMap((sitter) => [save(sitter, random.nextInt(2)), save(sitter, random.nextInt(2))]),
        () => world.runOperation(operation), () => world.sweeper.sweep(), () => world.sweeper.sweep(),
      ]);
      const delays = acts.map(() => random.nextInt(25));
      await Promise.all(acts.map(async (act, index) => {
        await sleep(delays[index]);
        await act();
      }));
      await sleep(Math.max(0, ...[...base.values()].map((at) => at.getTime() - Date.now() + 2)));
      await world.sweeper.sweep();
      await verify(operation.id, base, answers, tally);
    }
    say(`groups: ${rounds} interleavings: ${JSON.stringify(tally)}`);
    expect(tally.stored).toBeGreaterThan(rounds);
    expect(tally.closed).toBeGreaterThan(0);
    expect(tally.extended).toBeGreaterThan(0);
    expect(tally.submitted).toBeGreaterThan(0);
  });
});

/** Extended and open, or submitted as of its own close: never both, never neither; and nothing accepted after the close. */
async function verify(operationId: string, base: ReadonlyMap<string, Date>, answers: readonly { sitter: Sitter; answer: SaveAnswer }[], tally: Record<string, number>): Promise<void> {
  const { rows } = await owner.query<Ended>(
    `SELECT a.id, a.state, a.submitted_at IS NOT NULL AS submitted, a.submitted_at = a.closes_at AS as_of_close, a.closes_at,
       EXISTS (SELECT 1 FROM attempt_extension x WHERE x.operation_id = $2 AND x.attempt_id = a.id) AS extended, a.submission->>'receipt' AS receipt,
       ARRAY(SELECT encode(c.receipt, 'hex') FROM current_response c WHERE c.attempt_id = a.id ORDER BY c.slot COLLATE "C") AS receipts,
       (SELECT count(*)::int FROM response_save s WHERE s.attempt_id = a.id AND s.accepted_at > a.closes_at) AS late
     FROM attempt a WHERE a.exam_id = $1`, [examId, operationId]);
  for (const row of rows) {
    const first = base.get(row.id) as Date;
    tally[row.extended ? 'extended' : 'submitted'] = (tally[row.extended ? 'extended' : 'submitted'] ?? 0) + 1;
    expect({ id: row.id, submitted: row.submitted, closesAt: row.closes_at.getTime() }).toEqual({ id: row.id, submitted: !row.extended, closesAt: first.getTime() + (row.extended ? extension * 1_000 : 0) });
    if (row.extended) continue;
    expect({ asOfClose: row.as_of_close, late: row.late, receipt: row.receipt }).toEqual({ asOfClose: true, late: 0, receipt: sha256(Buffer.from(row.receipts.join(''), 'hex')) });
  }
  for (const { answer } of answers) {
    for (const { outcome, savedAt } of answer.acks) {
      tally[outcome] = (tally[outcome] ?? 0) + 1;
      if (savedAt) expect(savedAt <= answer.closesAt).toBe(true);
      expect(['stored', 'superseded', 'closed', 'busy']).toContain(outcome);
    }
  }
}

function optionOf(attempt: AttemptView, slot: string, which: number): string {
  const question = attempt.sections.flatMap(({ questions }) => questions).find((one) => one.slot === slot);
  return question && 'options' in question ? question.options[which].id : '';
}
