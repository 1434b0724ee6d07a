import { Injectable } from '@nestjs/common';
import type { Accommodations, AttemptState, CandidateListItem, CandidateView, ListQuery, OrgUnitRef, Page, Title } from '#lib/contracts';
import { bigrams, pageQuery, type SortColumn, Transactions } from '#lib/database';
import { type Actor, orgUnitRefSql } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { candidateState, countingAttempt, exact, requireExam } from './exam-queries.js';

export interface CandidateFilter extends ListQuery {
  state?: AttemptState;
  sittingId?: string;
  roomId?: string;
  /** Only those without a room. */
  withoutRoom?: boolean;
}

interface CandidateRow {
  id: string;
  person_id: string;
  name: string;
  staff_number: string | null;
  unit: OrgUnitRef;
  admission_number: string;
  state: AttemptState;
  started_at: Date | null;
  submitted_at: Date | null;
  last_saved_at: Date | null;
  answered: number;
  total_mark: string | null;
  reason: string | null;
  sitting: CandidateListItem['sitting'];
  room: CandidateListItem['room'];
  seat: number | null;
  accommodations: Accommodations;
  extra_seconds: number;
  make_up: boolean;
  version: number;
  sort_key: string;
}

interface DetailRow extends CandidateRow {
  let_in_until: Date | null;
  make_up_of: CandidateView['makeUpOf'];
}

interface RulingRow {
  ruling: string;
  reason: string;
  by: string | null;
  at: Date;
  sitting: Title;
}

interface AttemptRow {
  number: number;
  state: AttemptState;
  started_at: Date;
  submitted_at: Date | null;
  total_mark: string | null;
}

const sorts: Record<string, SortColumn> = {
  admissionNumber: { expression: 'c.admission_number', type: 'text' },
  name: { expression: 'p.name COLLATE "zh-x-icu"', type: 'text' },
  unit: { expression: 'u.path::text', type: 'text' },
  seat: { expression: "lpad(coalesce(r.ordinal, 99999)::text, 5, '0') || lpad(coalesce(c.seat, 99999)::text, 5, '0')", type: 'text' },
};

const columns = `c.id, p.id AS person_id, p.name, p.staff_number, ${orgUnitRefSql('u')} AS unit, c.admission_number, ${candidateState} AS state, a.started_at,
  CASE WHEN a.submitted_at IS NULL AND kaosai.effective_state(a.state, a.closes_at, kaosai.clock()) = 'submitted' THEN a.closes_at ELSE a.submitted_at END AS submitted_at,
  (SELECT b.total_mark FROM attempt b WHERE b.id = ${countingAttempt}) AS total_mark, c.exemption_reason AS reason, c.seat, c.accommodations, c.extra_seconds, c.version,
  jsonb_build_object('id', s.id, 'ordinal', s.ordinal, 'title', s.title) AS sitting, CASE WHEN r.id IS NOT NULL THEN jsonb_build_object('id', r.id, 'title', r.title) END AS room,
  c.make_up_of IS NOT NULL OR EXISTS (SELECT 1 FROM candidate_ruling g WHERE g.candidate_id = c.id AND g.ruling = 'make_up') AS make_up`;
const tables = `candidate c JOIN exam e ON e.id = c.exam_id JOIN sitting s ON s.id = c.sitting_id JOIN person p ON p.id = c.person_id JOIN org_unit u ON u.id = c.org_unit_id
  LEFT JOIN room r ON r.id = c.room_id LEFT JOIN attempt a ON a.candidate_id = c.id AND a.latest`;

/** The candidates of an exam as organizers and invigilators see them. */
@Injectable()
export class Candidates {
  constructor(private readonly transactions: Transactions) {}

  /** One page of candidates with their effective state at this moment; `q` finds a name, a staff number or an admission number. */
  async list(actor: Actor, examId: string, filter: CandidateFilter): Promise<Page<CandidateListItem>> {
    const { reader } = this.transactions;
    await requireExam(reader, actor, examId, 'exam.read');
    const params: unknown[] = [examId];
    const conditions = ['c.exam_id = $1'];
    if (filter.state) conditions.push(`${candidateState} = $${params.push(filter.state)}`);
    if (filter.sittingId) conditions.push(`c.sitting_id = $${params.push(filter.sittingId)}`);
    if (filter.roomId) conditions.push(`c.room_id = $${params.push(filter.roomId)}`);
    if (filter.withoutRoom) conditions.push('c.room_id IS NULL');
    if (filter.q) conditions.push(`(p.name_bigrams @> $${params.push(bigrams(filter.q))}::text[] OR strpos(lower(p.name), lower($${params.push(filter.q)})) > 0 OR p.staff_number = $${params.length} OR c.admission_number LIKE '%' || $${params.push(filter.q.replace(/\D/g, '') || '-')})`);
    const page = pageQuery(filter, sorts, 'admissionNumber', 'c.id', params);
    const rows = await reader.query<CandidateRow[]>(
      `SELECT ${columns}, w.last_saved_at, coalesce(w.answered, 0) AS answered, ${page.sortKey} FROM ${tables}
         LEFT JOIN LATERAL (SELECT max(accepted_at) AS last_saved_at, count(*) FILTER (WHERE kaosai.has_answer(body))::int AS answered
           FROM current_response WHERE attempt_id = a.id) w ON TRUE
       WHERE ${conditions.join(' AND ')} AND ${page.after} ${page.orderAndLimit}`, params);
    return page.toPage(rows, toCandidate);
  }

  /** One candidate with their attempts and everything that was ruled about them. @throws DomainError `object.not_found` for one of another exam. */
  async get(actor: Actor, examId: string, candidateId: string): Promise<CandidateView> {
    await requireExam(this.transactions.reader, actor, examId, 'exam.read');
    return readCandidate(this.transactions.reader, examId, candidateId);
  }
}

/** @throws DomainError `object.not_found`. */
export async function readCandidate(manager: EntityManager, examId: string, candidateId: string): Promise<CandidateView> {
  const [row] = await manager.query<DetailRow[]>(
    `SELECT ${columns}, NULL AS last_saved_at, 0 AS answered, c.let_in_until,
       (SELECT jsonb_build_object('candidateId', m.id, 'examId', x.id, 'title', x.title) FROM candidate m JOIN exam x ON x.id = m.exam_id WHERE m.id = c.make_up_of) AS make_up_of
     FROM ${tables} WHERE c.exam_id = $1 AND c.id = $2`, [examId, candidateId]);
  if (!row) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
  const attempts = await manager.query<AttemptRow[]>(
    `SELECT number, kaosai.effective_state(state, closes_at, kaosai.clock()) AS state, started_at, coalesce(submitted_at, CASE WHEN state = 'in_progress' AND closes_at < kaosai.clock() THEN closes_at END) AS submitted_at, total_mark
     FROM attempt WHERE candidate_id = $1 ORDER BY number`, [candidateId]);
  const rulings = await manager.query<RulingRow[]>(
    `SELECT g.ruling, g.reason, p.name AS by, g.ruled_at AS at, s.title AS sitting FROM candidate_ruling g JOIN sitting s ON s.id = g.sitting_id LEFT JOIN person p ON p.id = g.ruled_by
     WHERE g.candidate_id = $1 ORDER BY g.ruled_at, g.id`, [candidateId]);
  const { id, person, unit, admissionNumber, state, reason, sitting, room, seat, accommodations, extraSeconds, version } = toCandidate(row);
  return {
    id, person, unit, admissionNumber, state, reason, sitting: { id: sitting.id, title: sitting.title }, room, seat, accommodations, extraSeconds,
    letInUntil: row.let_in_until?.toISOString() ?? null, makeUpOf: row.make_up_of,
    attempts: attempts.map((attempt) => ({
      number: attempt.number, state: attempt.state, startedAt: attempt.started_at.toISOString(), submittedAt: attempt.submitted_at?.toISOString() ?? null,
      totalMark: attempt.total_mark === null ? null : exact(attempt.total_mark),
    })),
    rulings: rulings.map((ruling) => ({ ...ruling, at: ruling.at.toISOString() })), version,
  };
}

function toCandidate(row: CandidateRow): CandidateListItem {
  return {
    id: row.id, person: { id: row.person_id, name: row.name, staffNumber: row.staff_number }, unit: row.unit, admissionNumber: row.admission_number, state: row.state,
    startedAt: row.started_at?.toISOString() ?? null, submittedAt: row.submitted_at?.toISOString() ?? null, lastSavedAt: row.last_saved_at?.toISOString() ?? null,
    answered: row.answered, totalMark: row.total_mark === null ? null : exact(row.total_mark), reason: row.reason, sitting: row.sitting, room: row.room, seat: row.seat,
    accommodations: row.accommodations, extraSeconds: row.extra_seconds, makeUp: row.make_up, version: row.version,
  };
}
