import { Injectable } from '@nestjs/common';
import type { SetUp } from '#lib/contracts';
import { bigrams, Transactions } from '#lib/database';
import { DomainError, newId } from '#lib/kernel';
import { appendAudit } from '#lib/audit';
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { hashPassword } from './password.js';

/** The first administrator of an installation that starts empty. */
@Injectable()
export class Setup {
  constructor(private readonly transactions: Transactions) {}

  /**
   * A new one-time token while nobody has an account, else null. A token issued earlier no longer works:
   * whoever starts the server holds the only one.
   */
  async issueToken(): Promise<string | null> {
    const token = randomBytes(24).toString('base64url');
    const issued = await this.transactions.run(async (manager) => {
      await lockInstallation(manager);
      if (await hasAccounts(manager)) return false;
      await manager.query('UPDATE installation SET setup_token_hash = $1', [sha256(token)]);
      return true;
    });
    return issued ? token : null;
  }

  /**
   * Makes the system's headquarters and its first administrator, and uses the token up.
   * @throws DomainError `setup.link_invalid` for a wrong or used token.
   */
  async complete(command: SetUp): Promise<void> {
    const passwordHash = await hashPassword(command.password);
    await this.transactions.run(async (manager) => {
      const expected = await lockInstallation(manager);
      const given = sha256(command.token);
      if (!expected || !timingSafeEqual(expected, given) || await hasAccounts(manager)) throw new DomainError('setup.link_invalid', {}, { kind: 'forbidden' });
      const [unitId, personId] = [newId(), newId()];
      await manager.query("INSERT INTO org_unit (id, kind, code, path, title) VALUES ($1, 'system', 'HQ', 'hq', $2)", [unitId, command.organization]);
      await manager.query("INSERT INTO person (id, kind, name, name_bigrams, staff_number) VALUES ($1, 'staff', $2, $3, $4)", [personId, command.name, bigrams(command.name), command.username]);
      await manager.query('INSERT INTO affiliation (id, person_id, org_unit_id) VALUES ($1, $2, $3)', [newId(), personId, unitId]);
      await manager.query('INSERT INTO account (id, person_id, username, password_hash) VALUES ($1, $2, $3, $4)', [newId(), personId, command.username, passwordHash]);
      for (const role of ['system_admin', 'security_admin', 'audit_admin', 'organizer']) {
        await manager.query('INSERT INTO role_grant (id, person_id, role, org_unit_id) VALUES ($1, $2, $3, $4)', [newId(), personId, role, unitId]);
      }
      await manager.query('UPDATE installation SET setup_token_hash = NULL');
      await appendAudit(manager, { personId }, 'installation.set_up', 'org_unit', unitId);
    });
  }
}

async function lockInstallation(manager: EntityManager): Promise<Buffer | null> {
  await manager.query('INSERT INTO installation (secret) VALUES ($1) ON CONFLICT DO NOTHING', [randomBytes(32)]);
  const [{ setup_token_hash }] = await manager.query<{ setup_token_hash: Buffer | null }[]>('SELECT setup_token_hash FROM installation FOR UPDATE');
  return setup_token_hash;
}

async function hasAccounts(manager: EntityManager): Promise<boolean> {
  const [{ some }] = await manager.query<{ some: boolean }[]>('SELECT EXISTS (SELECT 1 FROM account) AS some');
  return some;
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
