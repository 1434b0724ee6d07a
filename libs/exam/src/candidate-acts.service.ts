import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import type { Accommodations, CandidateView, MakeUp, RuleOnCandidates, RulingsView, WriteCandidate } from '#lib/contracts';
import { databaseNow, lockRows, raiseRevision, Transactions } from '#lib/database';
import type { Actor } from '#lib/identity';
import { DomainError, newId } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { readCandidate } from './candidates.service.js';
import { requireExam } from './exam-queries.js';
import { addCandidates } from './exam-steps.js';
import { isPlaced, mayMakeUp, mayRule, ruledState, type CandidateStanding } from './rule-on-candidate.js';

interface StandingRow extends CandidateStanding {
  id: string;
  name: string;
  person_id: string;
  org_unit_id: string;
  sitting_id: string;
}

/** What organizers and invigilators do to single candidates: place, accommodate, rule on, let make up. */
@Injectable()
export class CandidateActs {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Places a candidate and says what they are granted. Extra time reaches somebody who sits already by an extension, not by this.
   * @throws DomainError `version.stale`, `candidate.started` for another sitting, `room.other_sitting`, `seat.taken`, `seat.out_of_room`.
   */
  async write(actor: Actor, examId: string, candidateId: string, version: number, input: WriteCandidate): Promise<CandidateView> {
    return this.transactions.run(async (manager) => {
      await requireExam(manager, actor, examId, 'exam.write');
      await lockRows(manager, 'exam', [examId]);
      const current = await readCandidate(manager, examId, candidateId);
      if (current.version !== version) throw new DomainError('version.stale', { current: current.version }, { kind: 'conflict' });
      const moved = current.sitting.id !== input.sittingId;
      if (moved && current.attempts.length > 0) throw new DomainError('candidate.started', {}, { kind: 'conflict' });
      await requirePlace(manager, examId, candidateId, input);
      await manager.query(
        `UPDATE candidate c SET sitting_id = $2, room_id = $3, seat = $4, accommodations = $5, extra_seconds = ${extraSecondsSql('$5', 'e.duration_seconds')}, version = c.version + 1
         FROM exam e WHERE e.id = c.exam_id AND c.id = $1`, [candidateId, input.sittingId, input.roomId, input.seat, input.accommodations]);
      if (moved && await isDrawn(manager, examId)) await record(manager, actor, [{ id: candidateId, sittingId: current.sitting.id }], 'moved', '');
      await appendAudit(manager, actor, 'candidate.change', 'candidate', candidateId, { sittingId: input.sittingId, roomId: input.roomId, seat: input.seat, accommodated: granted(input.accommodations) });
      await raiseRevision(manager, `exam:${examId}`);
      return readCandidate(manager, examId, candidateId);
    });
  }

  /** Rules people absent, postponed or cancelled, or takes that back; whom it does not fit is named and left as they are. */
  async rule(actor: Actor, examId: string, { candidateIds, ruling, reason }: RuleOnCandidates): Promise<RulingsView> {
    return this.transactions.run(async (manager) => {
      await requireExam(manager, actor, examId, 'exam.invigilate');
      const people = await lockStandings(manager, examId, candidateIds);
      const now = await databaseNow(manager);
      const unchanged: RulingsView['unchanged'] = [];
      const due = people.filter((person) => {
        const why = mayRule(person, ruling, now);
        if (why) unchanged.push({ candidateId: person.id, name: person.name, why });
        return why === null;
      });
      const ids = due.map(({ id }) => id);
      await manager.query('UPDATE candidate SET exemption = $2, exemption_reason = $3, version = version + 1 WHERE id = ANY($1::uuid[])', [ids, ruledState(ruling), ruling === 'restored' ? null : reason]);
      await record(manager, actor, due.map(({ id, sitting_id: sittingId }) => ({ id, sittingId })), ruling, reason);
      if (ids.length > 0) await appendAudit(manager, actor, `candidate.${ruling}`, 'exam', examId, { candidateIds: ids });
      await raiseRevision(manager, `exam:${examId}`);
      return { changed: ids.length, unchanged };
    });
  }

  /**
   * Lets people who missed or lost their exam sit it again. In another exam they become candidates of that one, linked to this; in
   * another sitting of the same exam they move there, and what was ruled before stays on record; an attempt that was cancelled is
   * followed by a further one.
   * @throws DomainError `object.not_found` for an exam or sitting the actor does not organize.
   */
  async makeUp(actor: Actor, examId: string, { candidateIds, examId: into, sittingId, reason }: MakeUp): Promise<RulingsView> {
    return this.transactions.run(async (manager) => {
      await requireExam(manager, actor, examId, 'exam.write');
      await requireExam(manager, actor, into, 'exam.write');
      for (const id of [...new Set([examId, into])].sort()) await lockRows(manager, 'exam', [id]);
      const [sitting] = await manager.query<unknown[]>('SELECT 1 FROM sitting WHERE id = $1 AND exam_id = $2', [sittingId, into]);
      if (!sitting) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
      const people = await lockStandings(manager, examId, candidateIds);
      const now = await databaseNow(manager);
      const unchanged: RulingsView['unchanged'] = [];
      const present = into === examId ? new Set<string>() : await peopleOf(manager, into);
      const due = people.filter((person) => {
        const why = present.has(person.person_id) || (into === examId && person.sitting_id === sittingId) ? 'already_there' : mayMakeUp(person, now);
        if (why) unchanged.push({ candidateId: person.id, name: person.name, why });
        return why === null;
      });
      if (into === examId) await moveToSitting(manager, due, sittingId);
      else await addCandidates(manager, into, due.map((person) => ({ personId: person.person_id, orgUnitId: person.org_unit_id, makeUpOf: person.id, sittingId })));
      await record(manager, actor, due.map((person) => ({ id: person.id, sittingId: person.sitting_id })), 'make_up', reason);
      await appendAudit(manager, actor, 'candidate.make_up', 'exam', examId, { candidateIds: due.map(({ id }) => id), into, sittingId });
      for (const id of [...new Set([examId, into])].sort()) await raiseRevision(manager, `exam:${id}`);
      return { changed: due.length, unchanged };
    });
  }
}

/** What a grant of time comes to: a share of the duration, rounded up to whole minutes, and seconds beside it. */
export function extraSecondsSql(accommodations: string, duration: string): string {
  return `(ceil(${duration} * coalesce((${accommodations}::jsonb->>'extraPercent')::numeric, 0) / 100 / 60) * 60)::int + coalesce((${accommodations}::jsonb->>'extraSeconds')::int, 0)`;
}

function granted({ extraPercent, extraSeconds, ...others }: Accommodations): boolean {
  return Boolean(extraPercent) || Boolean(extraSeconds) || Object.values(others).some(Boolean);
}

async function lockStandings(manager: EntityManager, examId: string, ids: readonly string[]): Promise<StandingRow[]> {
  await lockRows(manager, 'candidate', [...new Set(ids)]);
  const rows = await manager.query<StandingRow[]>(
    `SELECT c.id, p.name, c.person_id, c.org_unit_id, c.sitting_id, c.exemption, greatest(s.late_until, c.let_in_until) AS "lateUntil", a.state AS attempt, a.closes_at AS "closesAt"
     FROM candidate c JOIN person p ON p.id = c.person_id JOIN sitting s ON s.id = c.sitting_id LEFT JOIN attempt a ON a.candidate_id = c.id AND a.latest
     WHERE c.exam_id = $1 AND c.id = ANY($2::uuid[]) ORDER BY c.id`, [examId, ids]);
  if (rows.length < new Set(ids).size) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
  return rows;
}

async function requirePlace(manager: EntityManager, examId: string, candidateId: string, { sittingId, roomId, seat }: WriteCandidate): Promise<void> {
  const [sitting] = await manager.query<unknown[]>('SELECT 1 FROM sitting WHERE id = $1 AND exam_id = $2', [sittingId, examId]);
  if (!sitting) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
  if (!isPlaced(roomId, seat)) throw new DomainError('seat.out_of_room', { seat }, { errors: [{ path: 'seat', code: 'seat.out_of_room', params: { seat } }] });
  if (roomId === null) return;
  const [room] = await manager.query<{ sitting_id: string; capacity: number; taken: boolean }[]>(
    'SELECT sitting_id, capacity, EXISTS (SELECT 1 FROM candidate c WHERE c.room_id = r.id AND c.seat = $3 AND c.id <> $4) AS taken FROM room r WHERE id = $1 AND exam_id = $2', [roomId, examId, seat, candidateId]);
  if (!room) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
  if (room.sitting_id !== sittingId) throw new DomainError('room.other_sitting', {}, { errors: [{ path: 'roomId', code: 'room.other_sitting' }] });
  if (seat !== null && seat > room.capacity) throw new DomainError('seat.out_of_room', { seat }, { errors: [{ path: 'seat', code: 'seat.out_of_room', params: { seat } }] });
  if (room.taken) throw new DomainError('seat.taken', { seat }, { kind: 'conflict', errors: [{ path: 'seat', code: 'seat.taken', params: { seat } }] });
}

async function record(manager: EntityManager, actor: Actor, candidates: readonly { id: string; sittingId: string }[], ruling: string, reason: string): Promise<void> {
  await manager.query(
    'INSERT INTO candidate_ruling (id, candidate_id, sitting_id, ruling, reason, ruled_by) SELECT r.id, r.candidate_id, r.sitting_id, $4, $5, $6 FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS r (id, candidate_id, sitting_id)',
    [candidates.map(() => newId()), candidates.map(({ id }) => id), candidates.map(({ sittingId }) => sittingId), ruling, reason, actor.personId]);
}

async function isDrawn(manager: EntityManager, examId: string): Promise<boolean> {
  const [{ state }] = await manager.query<{ state: string }[]>('SELECT state FROM exam WHERE id = $1', [examId]);
  return state !== 'draft' && state !== 'failed';
}

async function peopleOf(manager: EntityManager, examId: string): Promise<Set<string>> {
  return new Set((await manager.query<{ person_id: string }[]>('SELECT person_id FROM candidate WHERE exam_id = $1', [examId])).map(({ person_id: id }) => id));
}

async function moveToSitting(manager: EntityManager, people: readonly StandingRow[], sittingId: string): Promise<void> {
  await manager.query(
    `UPDATE candidate SET sitting_id = $2, room_id = NULL, seat = NULL, exemption = NULL, exemption_reason = NULL, let_in_until = NULL, version = version + 1,
       extra_attempts = extra_attempts + CASE WHEN id = ANY($3::uuid[]) THEN 1 ELSE 0 END WHERE id = ANY($1::uuid[])`,
    [people.map(({ id }) => id), sittingId, people.filter(({ attempt }) => attempt === 'cancelled').map(({ id }) => id)]);
}
