import { Injectable } from '@nestjs/common';
import type { AttemptState, CandidateListItem, ListQuery, OrgUnitRef, Page } from '#lib/contracts';
import { bigrams, pageQuery, type SortColumn, Transactions } from '#lib/database';
import { type Actor, orgUnitRefSql } from '#lib/identity';
import { candidateState, exact, requireExam } from './exam-queries.js';

export interface CandidateFilter extends ListQuery {
  state?: AttemptState;
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
  sort_key: string;
}

const sorts: Record<string, SortColumn> = {
  admissionNumber: { expression: 'c.admission_number', type: 'text' },
  name: { expression: 'p.name COLLATE "zh-x-icu"', type: 'text' },
};

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
    if (filter.q) conditions.push(`(p.name_bigrams @> $${params.push(bigrams(filter.q))}::text[] OR strpos(lower(p.name), lower($${params.push(filter.q)})) > 0 OR p.staff_number = $${params.length} OR c.admission_number LIKE '%' || $${params.push(filter.q.replace(/\D/g, '') || '-')})`);
    const page = pageQuery(filter, sorts, 'admissionNumber', 'c.id', params);
    const rows = await reader.query<CandidateRow[]>(
      `SELECT c.id, p.id AS person_id, p.name, p.staff_number, ${orgUnitRefSql('u')} AS unit, c.admission_number, ${candidateState} AS state, a.started_at,
         CASE WHEN a.submitted_at IS NULL AND kaosai.effective_state(a.state, a.closes_at, kaosai.clock()) = 'submitted' THEN a.closes_at ELSE a.submitted_at END AS submitted_at,
         r.last_saved_at, coalesce(r.answered, 0) AS answered, a.total_mark, ${page.sortKey}
       FROM candidate c JOIN sitting s ON s.id = c.sitting_id JOIN person p ON p.id = c.person_id JOIN org_unit u ON u.id = c.org_unit_id
         LEFT JOIN attempt a ON a.candidate_id = c.id
         LEFT JOIN LATERAL (SELECT max(accepted_at) AS last_saved_at, count(*) FILTER (WHERE jsonb_array_length(body->'chosen') > 0)::int AS answered
           FROM current_response WHERE attempt_id = a.id) r ON TRUE
       WHERE ${conditions.join(' AND ')} AND ${page.after} ${page.orderAndLimit}`, params);
    return page.toPage(rows, toCandidate);
  }
}

function toCandidate(row: CandidateRow): CandidateListItem {
  return {
    id: row.id, person: { id: row.person_id, name: row.name, staffNumber: row.staff_number }, unit: row.unit, admissionNumber: row.admission_number, state: row.state,
    startedAt: row.started_at?.toISOString() ?? null, submittedAt: row.submitted_at?.toISOString() ?? null, lastSavedAt: row.last_saved_at?.toISOString() ?? null,
    answered: row.answered, totalMark: row.total_mark === null ? null : exact(row.total_mark),
  };
}
