import type { EventLogEntry } from '#lib/contracts';
import type { EntityManager } from 'typeorm';

export type LogEvent = Pick<EventLogEntry, 'at' | 'type' | 'data'>;

/** Among events of one millisecond, what brought the others about comes first. */
const order = ['started', 'writer', 'extended', 'changed', 'act', 'incident', 'ruling', 'save', 'acknowledged', 'submitted', 'mark', 'released'];

/**
 * Everything that the database holds about one attempt, in order of time: no name and no text that somebody wrote, but who by id.
 * With `answers` the bodies of the saves as well.
 */
export async function readEvents(manager: EntityManager, attemptId: string, answers: boolean): Promise<LogEvent[]> {
  const rows = await manager.query<{ at: Date; type: string; data: Record<string, unknown>; tie: string }[]>(
    `SELECT at, type, data, tie FROM (${queries(answers).join(' UNION ALL ')}) e WHERE at IS NOT NULL`, [attemptId]);
  return rows
    .sort((a, b) => a.at.getTime() - b.at.getTime() || order.indexOf(a.type) - order.indexOf(b.type) || followed(b.data, a.data) - followed(a.data, b.data) || (a.tie.padStart(20, '0') < b.tie.padStart(20, '0') ? -1 : 1))
    .map(({ at, type, data }) => ({ at: at.toISOString(), type, data }));
}

/** 1 when the first act left the attempt as the second found it. */
function followed(first: Record<string, unknown>, second: Record<string, unknown>): number {
  return first.became && second.was && JSON.stringify(first.became) === JSON.stringify(second.was) ? 1 : 0;
}

const ms = (expression: string): string => `to_char(${expression} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

function queries(answers: boolean): string[] {
  return [
    // The ends as the start set them; of an attempt from before they were kept, as the exam has them now.
    `SELECT a.started_at AS at, 'started' AS type, jsonb_build_object('attemptId', a.id, 'formId', a.form_id, 'number', a.number,
       'deadline', ${ms("coalesce(a.first_deadline, a.started_at + make_interval(secs => e.duration_seconds + c.extra_seconds))")},
       'closesAt', ${ms("coalesce(a.first_closes_at, a.started_at + make_interval(secs => e.duration_seconds + c.extra_seconds + e.grace_seconds))")}) AS data, '' AS tie
     FROM attempt a JOIN candidate c ON c.id = a.candidate_id JOIN exam e ON e.id = a.exam_id WHERE a.id = $1`,
    `SELECT w.issued_at, 'writer', jsonb_build_object('writer', w.writer, 'reason', w.reason, 'session', left(encode(sha256(convert_to(w.session_id::text, 'UTF8')), 'hex'), 16)), w.writer::text
     FROM attempt_writer w WHERE w.attempt_id = $1`,
    `SELECT r.accepted_at, 'save', jsonb_build_object('slot', r.slot, 'writer', r.writer, 'seq', r.seq, 'bodyHash', encode(r.body_hash, 'hex'), 'receipt', encode(r.receipt, 'hex'),
       'superseded', r.superseded${answers ? ", 'body', r.body" : ''}), r.ord::text FROM response_save r WHERE r.attempt_id = $1`,
    `SELECT x.extended_at, 'extended', jsonb_build_object('operationId', x.operation_id, 'seconds', x.seconds), x.operation_id::text FROM attempt_extension x WHERE x.attempt_id = $1`,
    // A change that shortens may close the attempt as of a moment before it was made.
    `SELECT least(x.done_at, a.submitted_at), 'changed', jsonb_build_object('operationId', x.operation_id, 'deadlineSeconds', x.deadline_seconds, 'closesSeconds', x.closes_seconds), x.operation_id::text
     FROM exam_change_row x JOIN attempt a ON a.id = x.attempt_id
     WHERE x.attempt_id = $1 AND x.done_at IS NOT NULL AND (a.submitted_at IS NULL OR a.submitted_at >= x.done_at OR (x.closes_seconds < 0 AND a.submitted_by = 'clock' AND a.closes_at <> a.first_closes_at))`,
    `SELECT t.done_at, 'act', jsonb_build_object('actId', v.id, 'kind', v.kind, 'by', v.created_by, 'seconds', v.seconds, 'was', t.was, 'became', t.became,
       'textHash', encode(sha256(convert_to(v.text, 'UTF8')), 'hex')), v.id::text
     FROM act_target t JOIN invigilation_act v ON v.id = t.act_id WHERE t.attempt_id = $1 AND t.outcome = 'done'`,
    `SELECT t.acknowledged_at, 'acknowledged', jsonb_build_object('actId', t.act_id), t.act_id::text FROM act_target t WHERE t.attempt_id = $1`,
    `SELECT i.noted_at, 'incident', jsonb_build_object('incidentId', i.id, 'source', i.source, 'kind', i.kind, 'seconds', i.seconds, 'clientAt', ${ms('i.client_at')}, 'by', i.noted_by), i.id::text
     FROM incident i WHERE i.attempt_id = $1`,
    `SELECT g.ruled_at, 'ruling', jsonb_build_object('incidentId', i.id, 'number', g.number, 'ruling', g.ruling, 'by', g.ruled_by), i.id::text || g.number
     FROM incident i JOIN incident_ruling g ON g.incident_id = i.id WHERE i.attempt_id = $1`,
    `SELECT a.submitted_at, 'submitted', jsonb_build_object('by', a.submitted_by, 'answered', (a.submission->>'answered')::int, 'questions', (a.submission->>'questions')::int, 'receipt', a.submission->>'receipt'), ''
     FROM attempt a WHERE a.id = $1`,
    `SELECT m.marked_at, 'mark', jsonb_build_object('slot', m.slot, 'round', m.round, 'mark', m.mark::text, 'max', m.max_mark::text), m.slot || lpad(m.round::text, 6, '0')
     FROM response_mark m WHERE m.attempt_id = $1`,
    `SELECT a.released_at, 'released', jsonb_build_object('total', a.total_mark::text), '' FROM attempt a WHERE a.id = $1`,
  ];
}
