import { type Actor, assignedObjects, isAllowed, requireAllowed } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import type { EntityManager } from 'typeorm';

/** Whom of an exam somebody sees and may act on: everybody, or the candidates of some rooms. */
export interface Audience {
  readonly examId: string;
  /** Null: the whole exam. Never empty. */
  readonly rooms: readonly string[] | null;
  readonly mayAct: boolean;
  /** May cancel attempts too: whoever may set the exam up. */
  readonly mayCancel: boolean;
  /** Where the exam hangs in the organization. */
  readonly path: string;
}

/**
 * What of an exam an actor invigilates, or, for `exam.read`, may watch. Assigned to rooms alone they have those rooms, and nobody outside them.
 * @throws DomainError as the policy says; `object.not_found` for an unknown exam.
 */
export async function audienceOf(manager: EntityManager, actor: Actor, examId: string, action: 'exam.read' | 'exam.invigilate'): Promise<Audience> {
  const [exam] = await manager.query<{ path: string; rooms: string[] }[]>(
    `SELECT u.path::text AS path, ARRAY(SELECT r.id::text FROM room r WHERE r.exam_id = e.id AND r.id = ANY($2::uuid[]) ORDER BY r.ordinal, r.id) AS rooms
     FROM exam e JOIN org_unit u ON u.id = e.org_unit_id WHERE e.id = $1 AND e.archived_at IS NULL`, [examId, assignedObjects(actor, action, 'room')]);
  if (!exam) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
  const target = { paths: [exam.path], objects: [{ type: 'exam' as const, id: examId }] };
  const whole = isAllowed(actor, action, target);
  if (!whole && exam.rooms.length === 0) requireAllowed(actor, action, target);
  return {
    examId, rooms: whole ? null : exam.rooms, path: exam.path,
    mayAct: isAllowed(actor, 'exam.invigilate', target) || (!whole && exam.rooms.length > 0), mayCancel: isAllowed(actor, 'exam.write', target),
  };
}

/** An SQL condition that keeps the audience's candidates; its parameter is appended to `params`. */
export function inAudience({ rooms }: Pick<Audience, 'rooms'>, roomColumn: string, params: unknown[]): string {
  if (rooms === null) return 'TRUE';
  params.push(rooms);
  return `${roomColumn} = ANY($${params.length}::uuid[])`;
}

/** The audience of the exam that a candidate's attempt belongs to, and that it is in it. @throws DomainError `object.not_found`. */
export async function requireAttemptInAudience(manager: EntityManager, actor: Actor, attemptId: string, action: 'exam.read' | 'exam.invigilate'): Promise<Audience> {
  const [row] = await manager.query<{ exam_id: string; room_id: string | null }[]>(
    'SELECT c.exam_id, c.room_id FROM attempt a JOIN candidate c ON c.id = a.candidate_id WHERE a.id = $1', [attemptId]);
  if (!row) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
  const audience = await audienceOf(manager, actor, row.exam_id, action);
  if (audience.rooms && !(row.room_id && audience.rooms.includes(row.room_id))) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
  return audience;
}
