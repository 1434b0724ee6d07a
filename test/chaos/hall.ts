import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { newId } from '#lib/kernel';
import { migrateQueue } from '#lib/queue';
import pg from 'pg';
import { ExamWorld } from '../exam-world.js';
import type { Cluster } from './cluster.js';
import type { Facts } from './check.js';
import type { Pass } from './wire.js';

/** One candidate with two devices. */
export interface Sitter {
  personId: string;
  devices: [Pass, Pass];
}

/** An exam with its candidates on a database of its own. */
export interface Hall {
  database: string;
  ownerUrl: string;
  examId: string;
  sitters: Sitter[];
  organizer: Pass;
  /** Asks the database past the application. */
  ask<T extends pg.QueryResultRow>(sql: string, params?: unknown[]): Promise<T[]>;
  facts(): Promise<Facts>;
}

/** Sets an exam up by the product's own services, with sessions for everybody, and lets go of every connection. */
export async function openHall(cluster: Cluster, candidates: number, { durationSeconds = 3_600 }: { durationSeconds?: number } = {}): Promise<Hall> {
  const world = await ExamWorld.create(candidates + 1);
  const { ownerUrl, name } = world.database;
  await migrateQueue(ownerUrl);
  const exam = await world.readyExam(Array.from({ length: candidates }, (_, index) => index + 1), { durationSeconds });
  const passes = await signIn(world, world.people);
  await world.dataSource.query("INSERT INTO role_grant (id, person_id, role, org_unit_id) VALUES ($1, $2, 'organizer', $3)", [newId(), world.people[0], world.units.get('s')]);
  await world.revisions.onApplicationShutdown();
  await world['signals'].onApplicationShutdown();
  await world.dataSource.destroy();

  const url = cluster.url('kaosai_owner', name);
  const ask: Hall['ask'] = async <T extends pg.QueryResultRow>(sql: string, params?: unknown[]) => {
    const client = new pg.Client({ connectionString: url, options: '-c search_path=kaosai -c lock_timeout=5s' });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<T>(sql, params)).rows;
    } finally {
      await client.end();
    }
  };
  const sitters = world.people.slice(1).map((personId, index): Sitter => ({ personId, devices: passes[index + 1] }));
  return { database: name, ownerUrl: url, examId: exam.id, sitters, organizer: passes[0][0], ask, facts: () => readFacts(ask, exam.id) };
}

/** Two living sessions for each person, without passwords: signing in is another test's matter. */
async function signIn(world: ExamWorld, people: readonly string[]): Promise<[Pass, Pass][]> {
  const fresh = (): Pass => ({ token: randomBytes(32).toString('base64url'), csrf: randomBytes(32).toString('base64url') });
  const passes = people.map((): [Pass, Pass] => [fresh(), fresh()]);
  const rows = people.flatMap((personId, index) => {
    const accountId = newId();
    return passes[index].map(({ token, csrf }) => ({ personId, accountId, sessionId: newId(), hash: createHash('sha256').update(token).digest('hex'), csrf }));
  });
  await world.dataSource.query(
    `WITH r AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS r("personId" uuid, "accountId" uuid, "sessionId" uuid, hash text, csrf text)),
       a AS (INSERT INTO account (id, person_id, username, password_hash) SELECT DISTINCT "accountId", "personId", 'chaos-' || "accountId", '-' FROM r)
     INSERT INTO session (id, account_id, token_hash, csrf_token, device_id, expires_at)
       SELECT "sessionId", "accountId", decode(hash, 'hex'), csrf, $2::uuid, kaosai.clock() + interval '12 hours' FROM r`, [JSON.stringify(rows), randomUUID()]);
  return passes;
}

const instant = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Everything about the exam's attempts, in one reading each and past the application. */
async function readFacts(ask: Hall['ask'], examId: string): Promise<Facts> {
  const mine = 'attempt_id IN (SELECT id FROM attempt WHERE exam_id = $1)';
  const [saves, current, attempts, writers] = await Promise.all([
    ask<Facts['saves'][number] & { ord: string }>(
      `SELECT attempt_id AS "attemptId", slot, writer, seq, ord, coalesce(body->'chosen', '[]') AS chosen, encode(body_hash, 'hex') AS "bodyHash", encode(receipt, 'hex') AS receipt,
         superseded, ${instant('accepted_at')} AS "acceptedAt" FROM response_save WHERE ${mine}`, [examId]),
    ask<Facts['current'][number]>(`SELECT attempt_id AS "attemptId", slot, writer, seq, encode(receipt, 'hex') AS receipt FROM current_response WHERE ${mine}`, [examId]),
    ask<Facts['attempts'][number]>(
      `SELECT id, state, ${instant('closes_at')} AS "closesAt", writer, ${instant('submitted_at')} AS "submittedAt", submitted_by AS "submittedBy", submission FROM attempt WHERE exam_id = $1`, [examId]),
    ask<Facts['writers'][number]>(`SELECT attempt_id AS "attemptId", writer, ${instant('issued_at')} AS "issuedAt" FROM attempt_writer WHERE ${mine}`, [examId]),
  ]);
  return { saves: saves.map((row) => ({ ...row, ord: Number(row.ord) })), current, attempts, writers };
}
