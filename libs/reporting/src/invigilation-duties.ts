import type { Duty, Title } from '#lib/contracts';
import { type Actor, assignedObjects } from '#lib/identity';
import type { EntityManager } from 'typeorm';

/** Exams that somebody is assigned to invigilate, whole or by room, from a day before they open until nobody sits any more. */
export async function invigilationDuties(manager: EntityManager, actor: Actor): Promise<Duty[]> {
  const rows = await manager.query<{ id: string; title: Title; opens_at: Date; open: boolean; rooms: Title[] }[]>(
    `SELECT e.id, e.title, e.opens_at, e.opens_at <= kaosai.clock() AS open, ARRAY(SELECT r.title FROM room r WHERE r.exam_id = e.id AND r.id = ANY($2::uuid[]) ORDER BY r.ordinal) AS rooms
     FROM exam e WHERE e.archived_at IS NULL AND e.state = 'ready' AND (e.id = ANY($1::uuid[]) OR EXISTS (SELECT 1 FROM room r WHERE r.exam_id = e.id AND r.id = ANY($2::uuid[])))
       AND e.opens_at < kaosai.clock() + interval '1 day' AND (e.late_until > kaosai.clock()
         OR EXISTS (SELECT 1 FROM attempt a WHERE a.exam_id = e.id AND kaosai.effective_state(a.state, a.closes_at, kaosai.clock()) IN ('in_progress', 'paused')))
     ORDER BY e.opens_at, e.id LIMIT 8`, [assignedObjects(actor, 'exam.invigilate', 'exam'), assignedObjects(actor, 'exam.invigilate', 'room')]);
  return rows.map(({ id, title, opens_at: opensAt, open, rooms }) => ({
    kind: 'exam.invigilate', title, params: { rooms: rooms.map(({ zh }) => zh).join('、') }, href: `/exams/${id}/wall`, at: opensAt.toISOString(), urgent: open,
  }));
}
