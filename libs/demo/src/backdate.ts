import type { EntityManager } from 'typeorm';

/**
 * Gives last year's contest last year's times: it was played through the services just now, and would else be news on everybody's home page.
 * A day after each heat's exam closed for the written part, the afternoon of the final for the judged one.
 */
export async function backdate(manager: EntityManager, competitionId: string): Promise<void> {
  const past = "SELECT d.id FROM edition d WHERE d.competition_id = $1 AND d.state = 'finished'";
  await manager.query(`UPDATE attempt a SET marked_at = a.submitted_at + interval '1 minute', released_at = a.submitted_at + interval '1 day'
    FROM exam e WHERE e.id = a.exam_id AND e.edition_id IN (${past})`, [competitionId]);
  await manager.query(`UPDATE performance p SET called_at = d.day + p.ordinal * interval '10 minutes', confirmed_at = d.day + p.ordinal * interval '10 minutes' + interval '8 minutes'
    FROM stage s JOIN heat h ON h.id = s.heat_id JOIN (SELECT d.id, (d.final_on + time '06:00') AT TIME ZONE 'UTC' AS day FROM edition d) d ON d.id = h.edition_id
    WHERE s.id = p.stage_id AND h.edition_id IN (${past})`, [competitionId]);
  await manager.query(`UPDATE heat h SET confirmed_at = t.at + interval '1 day', published_at = t.at + interval '1 day 1 hour'
    FROM (SELECT s.heat_id, max(e.late_until) AS at FROM stage s JOIN exam e ON e.id = s.exam_id GROUP BY s.heat_id) t
    WHERE t.heat_id = h.id AND h.edition_id IN (${past})`, [competitionId]);
}
