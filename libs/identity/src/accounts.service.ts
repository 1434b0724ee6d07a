import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import type { PersonView } from '#lib/contracts';
import { invalidateAfterCommit, lockRows, Transactions } from '#lib/database';
import { DomainError } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { readPerson } from './people.service.js';
import { type Actor, requireAllowed, scopeOf, isWithin } from './policy.js';
import { endSessions } from './sessions.service.js';

interface AccountRow {
  id: string;
  person_id: string;
  version: number;
  disabled: boolean;
  paths: string[];
  grant_paths: string[];
}

/** Disabling and enabling accounts. */
@Injectable()
export class Accounts {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Closes the account and ends its sessions: HTTP and sockets are cut within two seconds.
   * @throws DomainError `version.stale`; `access.denied` for one's own account and for people who hold a role above the actor.
   */
  async disable(actor: Actor, accountId: string, version: number): Promise<PersonView> {
    return this.change(actor, accountId, version, async (manager) => {
      await manager.query('UPDATE account SET disabled_at = COALESCE(disabled_at, kaosai.clock()), version = version + 1 WHERE id = $1', [accountId]);
      const open = await manager.query<{ id: string }[]>('SELECT id FROM session WHERE account_id = $1 AND ended_at IS NULL', [accountId]);
      await endSessions(manager, open.map(({ id }) => id), 'disabled');
      await appendAudit(manager, actor, 'account.disable', 'account', accountId);
    });
  }

  /** Opens the account again; its people sign in anew. */
  async enable(actor: Actor, accountId: string, version: number): Promise<PersonView> {
    return this.change(actor, accountId, version, async (manager) => {
      await manager.query('UPDATE account SET disabled_at = NULL, version = version + 1 WHERE id = $1', [accountId]);
      await appendAudit(manager, actor, 'account.enable', 'account', accountId);
    });
  }

  private async change(actor: Actor, accountId: string, version: number, act: (manager: EntityManager) => Promise<void>): Promise<PersonView> {
    return this.transactions.run(async (manager) => {
      await lockRows(manager, 'account', [accountId]);
      const account = await readAccount(manager, accountId);
      requireAllowed(actor, 'account.disable', { paths: account.paths });
      const { paths } = scopeOf(actor, 'account.disable');
      const holdsMore = account.grant_paths.some((held) => !paths.some((path) => isWithin(held, path)));
      if (account.id === actor.accountId || holdsMore) throw new DomainError('access.denied', {}, { kind: 'forbidden' });
      if (account.version !== version) throw new DomainError('version.stale', { current: account.version }, { kind: 'conflict' });
      await act(manager);
      invalidateAfterCommit(manager, `account:${accountId}`);
      return readPerson(manager, account.person_id);
    });
  }
}

/** A guest belongs to no unit: the whole system's administrators answer for the account. */
async function readAccount(manager: EntityManager, accountId: string): Promise<AccountRow> {
  const [row] = await manager.query<AccountRow[]>(`
    SELECT a.id, a.person_id, a.version, a.disabled_at IS NOT NULL AS disabled,
      COALESCE((SELECT array_agg(d.path::text) FROM affiliation f JOIN org_unit d ON d.id = f.org_unit_id WHERE f.person_id = a.person_id AND f.valid_to IS NULL),
        (SELECT array_agg(s.path::text) FROM org_unit s WHERE s.kind = 'system' AND s.archived_at IS NULL)) AS paths,
      COALESCE((SELECT array_agg(o.path::text) FROM role_grant g JOIN org_unit o ON o.id = g.org_unit_id
        WHERE g.person_id = a.person_id AND (g.valid_to IS NULL OR g.valid_to > kaosai.clock())), '{}') AS grant_paths
    FROM account a WHERE a.id = $1`, [accountId]);
  if (!row) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
  return row;
}
