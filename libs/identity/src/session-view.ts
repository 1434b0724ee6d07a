import type { SessionView } from '#lib/contracts';
import { DomainError } from '#lib/kernel';
import type { EntityManager } from 'typeorm';

interface Row {
  account_id: string;
  username: string;
  locale: SessionView['account']['locale'];
  person_id: string;
  name: string;
  unit: SessionView['person']['unit'];
  grants: SessionView['grants'];
  assignments: SessionView['assignments'];
  exam: SessionView['exam'];
  csrf_token: string;
  expires_at: Date;
  now: Date;
}

/** The session's view. @throws DomainError `session.ended` when it is over. */
export async function toSessionView(manager: EntityManager, sessionId: string): Promise<SessionView> {
  const [row] = await manager.query<Row[]>(`
    SELECT a.id AS account_id, a.username, a.locale, p.id AS person_id, p.name, s.csrf_token, s.expires_at, c.now,
      (SELECT jsonb_build_object('id', k.exam_id, 'candidateId', k.id) FROM candidate k WHERE k.id = s.candidate_id) AS exam,
      (SELECT jsonb_build_object('id', u.id, 'code', u.code, 'title', u.title) FROM affiliation f JOIN org_unit d ON d.id = f.org_unit_id
        JOIN org_unit u ON d.path <@ u.path AND u.kind <> 'department' AND u.archived_at IS NULL
        WHERE f.person_id = p.id AND f.valid_to IS NULL ORDER BY nlevel(u.path) DESC LIMIT 1) AS unit,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('role', g.role, 'orgUnit', jsonb_build_object('id', o.id, 'code', o.code, 'title', o.title)) ORDER BY o.path, g.role)
        FROM role_grant g JOIN org_unit o ON o.id = g.org_unit_id AND o.archived_at IS NULL
        WHERE g.person_id = p.id AND g.valid_from <= c.now AND (g.valid_to IS NULL OR g.valid_to > c.now)), '[]') AS grants,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('role', r.role, 'objectType', r.object_type, 'objectId', r.object_id) ORDER BY r.id)
        FROM assignment r WHERE r.person_id = p.id AND r.valid_from <= c.now AND (r.valid_to IS NULL OR r.valid_to > c.now)), '[]') AS assignments
    FROM session s JOIN account a ON a.id = s.account_id JOIN person p ON p.id = a.person_id
    CROSS JOIN (SELECT kaosai.clock() AS now) c
    WHERE s.id = $1 AND s.ended_at IS NULL AND s.expires_at > c.now`, [sessionId]);
  if (!row) throw new DomainError('session.ended', {}, { kind: 'forbidden' });
  return {
    account: { id: row.account_id, username: row.username, locale: row.locale },
    person: { id: row.person_id, name: row.name, unit: row.unit },
    grants: row.exam ? [] : row.grants,
    assignments: row.exam ? [] : row.assignments,
    exam: row.exam,
    csrfToken: row.csrf_token,
    expiresAt: row.expires_at.toISOString(),
    now: row.now.toISOString(),
  };
}
