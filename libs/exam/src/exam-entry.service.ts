import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import type { EntryCode, ExamSignIn, IssueEntryCode } from '#lib/contracts';
import { Transactions } from '#lib/database';
import { type Actor, deviceIdOf, hashPassword, passwordMatches, Sessions, sharedPasswordMatches, type SignedIn, type SignInDevice, takeTry } from '#lib/identity';
import { DomainError, newId, sha256Hex } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { isAddressAllowed } from './address-ranges.js';
import { requireExam } from './exam-queries.js';

const codeMinutes = 10;
/** So long before the opening people may sit down. */
const early = "interval '2 hours'";
/** So long after the time is over they may still look at their receipt. */
const late = "interval '1 hour'";

interface EntryRow {
  candidate_id: string;
  person_id: string;
  account_id: string | null;
  disabled: boolean;
  exemption: string | null;
  in_time: boolean;
  password_hash: string | null;
  ranges: string[];
  known_device: boolean;
  code_id: string | null;
  code_hash: string | null;
  device_number: string | null;
}

interface Try {
  tryId: string;
  entry: EntryRow | null;
}

/** Signing in on the day: by admission number, with the room's password or a code that an invigilator gave. */
@Injectable()
export class ExamEntry {
  constructor(private readonly transactions: Transactions, private readonly sessions: Sessions) {}

  /**
   * Begins a session that may sit this one exam. Tries are counted by (admission number, unknown device), ten in 15 minutes, known devices
   * by themselves, and codes apart from passwords; never by address, for five hundred people may sit behind one. A code that was given for a
   * device is looked at from that device alone, so that nobody elsewhere can use up its tries.
   * @throws DomainError `session.bad_admission`, `session.too_many_tries`; after the right password `account.disabled`, `candidate.not_admitted`, `exam.address_refused`.
   */
  async signIn({ admissionNumber, roomPassword, oneTimeCode }: ExamSignIn, device: SignInDevice & { address?: string | null }): Promise<SignedIn> {
    const number = admissionNumber.normalize('NFKC').replace(/\s/g, '');
    const { tryId, entry } = oneTimeCode === undefined ? await this.tryPassword(number, roomPassword ?? '', device) : await this.tryCode(number, oneTimeCode, device);
    if (!entry) throw badAdmission();
    if (entry.disabled) throw new DomainError('account.disabled', {}, { kind: 'forbidden' });
    if (entry.exemption) throw new DomainError('candidate.not_admitted', {}, { kind: 'forbidden' });
    if (!isAddressAllowed(entry.ranges, device.address)) throw new DomainError('exam.address_refused', {}, { kind: 'forbidden' });
    const accountId = entry.account_id ?? await this.openAccount(entry.person_id);
    return this.sessions.beginInHall(accountId, entry.candidate_id, tryId, device);
  }

  /** Gives one candidate a code of eight digits for ten minutes and one use; those given before open nothing any more. */
  async issueCode(actor: Actor, examId: string, candidateId: string, { deviceNumber }: IssueEntryCode): Promise<EntryCode> {
    const code = Array.from({ length: 8 }, () => randomInt(10)).join('');
    const hash = await hashPassword(code);
    return this.transactions.run(async (manager) => {
      const [candidate] = await manager.query<{ room_id: string | null }[]>('SELECT room_id FROM candidate WHERE id = $1 AND exam_id = $2', [candidateId, examId]);
      await requireExam(manager, actor, examId, 'exam.invigilate', candidate?.room_id ?? undefined);
      if (!candidate) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
      await manager.query('UPDATE entry_code SET expires_at = kaosai.clock() WHERE candidate_id = $1 AND used_at IS NULL AND expires_at > kaosai.clock()', [candidateId]);
      const [{ expires_at: expiresAt }] = await manager.query<{ expires_at: Date }[]>(
        `INSERT INTO entry_code (id, candidate_id, code_hash, device_number, issued_by, expires_at)
         VALUES ($1, $2, $3, $4, $5, kaosai.clock() + interval '${codeMinutes} minutes') RETURNING expires_at`, [newId(), candidateId, hash, deviceNumber ?? null, actor.personId]);
      await appendAudit(manager, actor, 'candidate.entry_code', 'candidate', candidateId, { forDevice: deviceNumber !== undefined });
      return { code, expiresAt: expiresAt.toISOString() };
    });
  }

  private async tryPassword(number: string, password: string, device: SignInDevice): Promise<Try> {
    const { tryId, entries } = await this.transactions.run(async (manager) => {
      const found = await findEntries(manager, number, deviceIdOf(device));
      return { tryId: await takeTry(manager, `hall ${number}`, found.some(({ known_device: known }) => known) ? deviceIdOf(device) : null), entries: found };
    });
    // Unknown numbers take as long as a wrong password.
    if (entries.length === 0) await passwordMatches(null, password);
    for (const entry of entries) if (entry.in_time && await sharedPasswordMatches(entry.password_hash, normalPassword(password))) return { tryId, entry };
    return { tryId, entry: null };
  }

  private async tryCode(number: string, code: string, device: SignInDevice): Promise<Try> {
    const deviceId = deviceIdOf(device);
    const { tryId, entries } = await this.transactions.run(async (manager) => {
      const found = (await findEntries(manager, number, deviceId)).filter(({ device_number: bound }) => bound === null || (deviceId !== null && bound === deviceNumberOf(deviceId)));
      const bound = found.some(({ device_number: forDevice }) => forDevice !== null);
      return { tryId: await takeTry(manager, `code ${number}`, bound || found.some(({ known_device: known }) => known) ? deviceId : null), entries: found };
    });
    if (entries.length === 0) await passwordMatches(null, code);
    for (const entry of entries) {
      if (entry.code_hash !== null && await passwordMatches(entry.code_hash, code.replace(/\s/g, '')) && await this.use(entry.code_id as string)) return { tryId, entry };
    }
    return { tryId, entry: null };
  }

  /** Of two who use a code at once, one gets in. */
  private async use(codeId: string): Promise<boolean> {
    return this.transactions.run(async (manager) => {
      const [rows] = await manager.query<[unknown[], number]>('UPDATE entry_code SET used_at = kaosai.clock() WHERE id = $1 AND used_at IS NULL AND expires_at > kaosai.clock() RETURNING 1', [codeId]);
      return rows.length === 1;
    });
  }

  /** Who has no account gets one that no password opens. */
  private async openAccount(personId: string): Promise<string> {
    const hash = await hashPassword(randomBytes(24).toString('base64url'));
    return this.transactions.run(async (manager) => {
      await manager.query('INSERT INTO account (id, person_id, username, password_hash) VALUES ($1, $2, $3, $4) ON CONFLICT (person_id) DO NOTHING', [newId(), personId, `hall-${personId}`, hash]);
      const [{ id }] = await manager.query<{ id: string }[]>('SELECT id FROM account WHERE person_id = $1', [personId]);
      return id;
    });
  }
}

/** A device that has no id yet gets one. */
export function deviceIdFor(device: SignInDevice): string {
  return deviceIdOf(device) ?? randomUUID();
}

/** Six digits by which a device is called in the hall. They open nothing: they only say which device's tries count for a code. */
export function deviceNumberOf(deviceId: string): string {
  return String(Number.parseInt(sha256Hex(`device ${deviceId}`).slice(0, 12), 16) % 1_000_000).padStart(6, '0');
}

/** Cards are read by people: case and width do not matter. */
function normalPassword(password: string): string {
  return password.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}

function badAdmission(): DomainError {
  return new DomainError('session.bad_admission', {}, { kind: 'forbidden' });
}

async function findEntries(manager: EntityManager, number: string, deviceId: string | null): Promise<EntryRow[]> {
  return manager.query<EntryRow[]>(
    `SELECT c.id AS candidate_id, c.person_id, k.id AS account_id, coalesce(k.disabled_at IS NOT NULL, false) OR p.archived_at IS NOT NULL AS disabled, c.exemption, r.password_hash,
       coalesce(nullif(r.address_ranges, '{}'), e.address_ranges)::text[] AS ranges,
       kaosai.clock() BETWEEN s.opens_at - ${early} AND greatest(s.late_until, c.let_in_until, a.closes_at) + make_interval(secs => e.duration_seconds + c.extra_seconds) + ${late} AS in_time,
       EXISTS (SELECT 1 FROM known_device d WHERE d.account_id = k.id AND d.device_id = $2::uuid) AS known_device, o.id AS code_id, o.code_hash, o.device_number
     FROM candidate c JOIN exam e ON e.id = c.exam_id AND e.archived_at IS NULL AND e.state IN ('preparing', 'ready', 'failed', 'closed') JOIN sitting s ON s.id = c.sitting_id JOIN person p ON p.id = c.person_id
       LEFT JOIN account k ON k.person_id = c.person_id LEFT JOIN room r ON r.id = c.room_id LEFT JOIN attempt a ON a.candidate_id = c.id AND a.latest
       LEFT JOIN LATERAL (SELECT id, code_hash, device_number FROM entry_code WHERE candidate_id = c.id AND used_at IS NULL AND expires_at > kaosai.clock() ORDER BY issued_at DESC LIMIT 1) o ON TRUE
     WHERE c.admission_number = $1`, [number, deviceId]);
}
