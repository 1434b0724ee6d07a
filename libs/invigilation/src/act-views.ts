import type { ActKind, ActScope, ActView } from '#lib/contracts';
import type { EntityManager } from 'typeorm';
import { type Audience, inAudience } from './audience.js';
import { isTold } from './reach.js';

const listed = 30;
const named = 100;

interface Row {
  id: string;
  kind: ActKind;
  scope: ActScope;
  seconds: number | null;
  text: string;
  person_id: string;
  name: string;
  created_at: Date;
  operation_id: string;
  targets: number;
  done: number;
  void: number;
  acknowledged: number;
  waiting: string[];
  undoes: string | null;
  undone_by: string | null;
}

/** Acts as an audience sees them: figures and waiting candidates of its own alone, and no act that touched none of them. `ids` null: the latest. */
export async function readActs(manager: EntityManager, audience: Pick<Audience, 'examId' | 'rooms'>, ids: readonly string[] | null): Promise<ActView[]> {
  const params: unknown[] = [audience.examId, ids];
  const rows = await manager.query<Row[]>(
    `SELECT v.id, v.kind, v.scope, v.seconds, v.text, p.id AS person_id, p.name, v.created_at, v.operation_id, v.undoes,
       (SELECT w.id FROM invigilation_act w WHERE w.undoes = v.id ORDER BY w.created_at DESC LIMIT 1) AS undone_by, t.*
     FROM invigilation_act v JOIN person p ON p.id = v.created_by
     CROSS JOIN LATERAL (SELECT count(*)::int AS targets, count(*) FILTER (WHERE t.outcome = 'done')::int AS done, count(*) FILTER (WHERE t.outcome = 'void')::int AS void,
         count(*) FILTER (WHERE t.acknowledged_at IS NOT NULL)::int AS acknowledged,
         coalesce((array_agg(t.candidate_id::text ORDER BY c.seat NULLS LAST, c.id) FILTER (WHERE t.outcome = 'done' AND t.acknowledged_at IS NULL))[1:${named}], '{}') AS waiting
       FROM act_target t JOIN candidate c ON c.id = t.candidate_id WHERE t.act_id = v.id AND ${inAudience(audience, 'c.room_id', params)}) t
     WHERE v.exam_id = $1 AND ($2::uuid[] IS NULL OR v.id = ANY($2::uuid[])) AND t.targets > 0 ORDER BY v.created_at DESC, v.id DESC LIMIT ${listed}`, params);
  return rows.map((row) => ({
    id: row.id, kind: row.kind, scope: audience.rooms && row.scope.kind === 'candidates' ? { kind: 'candidates', ids: [] } : row.scope, seconds: row.seconds, text: row.text,
    by: { id: row.person_id, name: row.name }, at: row.created_at.toISOString(), operationId: row.operation_id, targets: row.targets, done: row.done, void: row.void,
    acknowledged: isTold(row.kind) ? row.acknowledged : null, waiting: isTold(row.kind) ? row.waiting : [], undoes: row.undoes, undoneBy: row.undone_by,
  }));
}
