import { Injectable } from '@nestjs/common';
import { prepared, Transactions } from '#lib/database';
import type { EntityManager } from 'typeorm';
import type { Actor } from './policy.js';

/** Stands for "no session" in an actor that a job or a tool acts for. */
export const noSession = '00000000-0000-0000-0000-000000000000';

const grantsAndAssignments = `
  COALESCE((SELECT jsonb_agg(jsonb_build_object('role', g.role, 'path', o.path::text) ORDER BY g.id)
    FROM role_grant g JOIN org_unit o ON o.id = g.org_unit_id AND o.archived_at IS NULL
    WHERE g.person_id = a.person_id AND g.valid_from <= c.now AND (g.valid_to IS NULL OR g.valid_to > c.now)), '[]') AS grants,
  COALESCE((SELECT jsonb_agg(jsonb_build_object('role', s.role, 'objectType', s.object_type, 'objectId', s.object_id) ORDER BY s.id)
    FROM assignment s
    WHERE s.person_id = a.person_id AND s.valid_from <= c.now AND (s.valid_to IS NULL OR s.valid_to > c.now)), '[]') AS assignments`;

interface ActorRow {
  account_id: string;
  person_id: string;
  locale: Actor['locale'];
  grants: Actor['grants'];
  assignments: Actor['assignments'];
}

interface SessionRow extends ActorRow {
  exam: Actor['exam'] | null;
  token_hash: Buffer;
  session_id: string;
  csrf_token: string;
  due: boolean;
}

/** A session as the process remembers it for a moment. */
export interface LiveSession {
  tokenHash: string;
  csrfToken: string;
  /** It was last prolonged long enough ago to be prolonged again. */
  due: boolean;
  actor: Actor;
}

/** The sessions among the token hashes that are alive by the database's clock, with what their people may do now. */
export async function readLiveSessions(manager: EntityManager, tokenHashes: readonly Buffer[]): Promise<LiveSession[]> {
  const rows = await manager.query<SessionRow[]>(prepared(`
    SELECT t.token_hash, t.id AS session_id, t.csrf_token, t.expires_at < c.now + interval '715 minutes' AS due,
      a.id AS account_id, a.person_id, a.locale, ${grantsAndAssignments},
      CASE WHEN k.id IS NOT NULL THEN jsonb_build_object('id', k.exam_id, 'candidateId', k.id) END AS exam
    FROM session t LEFT JOIN candidate k ON k.id = t.candidate_id
    JOIN account a ON a.id = t.account_id AND a.disabled_at IS NULL
    JOIN person p ON p.id = a.person_id AND p.archived_at IS NULL
    CROSS JOIN (SELECT kaosai.clock() AS now) c
    WHERE t.token_hash = ANY($1::bytea[]) AND t.ended_at IS NULL AND t.expires_at > c.now`), [tokenHashes]);
  return rows.map((row) => ({ tokenHash: row.token_hash.toString('hex'), csrfToken: row.csrf_token, due: row.due, actor: row.exam ? { ...toActor(row, row.session_id), grants: [], assignments: [], exam: row.exam } : toActor(row, row.session_id) }));
}

function toActor(row: ActorRow, sessionId: string): Actor {
  return { accountId: row.account_id, personId: row.person_id, sessionId, locale: row.locale, grants: row.grants, assignments: row.assignments };
}

/** Actors without a session: for work that goes on after the person has left the page. */
@Injectable()
export class Actors {
  constructor(private readonly transactions: Transactions) {}

  /** What a person may do now; null when they have no account, or a disabled one. */
  async ofPerson(personId: string): Promise<Actor | null> {
    const [row] = await this.transactions.reader.query<ActorRow[]>(prepared(`
      SELECT a.id AS account_id, a.person_id, a.locale, ${grantsAndAssignments}
      FROM account a JOIN person p ON p.id = a.person_id AND p.archived_at IS NULL
      CROSS JOIN (SELECT kaosai.clock() AS now) c
      WHERE a.person_id = $1 AND a.disabled_at IS NULL`), [personId]);
    return row ? toActor(row, noSession) : null;
  }
}
