import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Locale, SessionView } from '#lib/contracts';
import { invalidateAfterCommit, Signals, Transactions } from '#lib/database';
import { DomainError, newId } from '#lib/kernel';
import { hash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { type LiveSession, readLiveSessions } from './actors.js';
import { passwordMatches } from './password.js';
import type { Actor } from './policy.js';
import { markTrySucceeded, takeTry } from './sign-in-limits.js';
import { toSessionView } from './session-view.js';

/** The device a sign-in comes from: the value of its long-lived cookie, and the token of the session it replaces. */
export interface SignInDevice {
  deviceId?: string | null;
  previousToken?: string | null;
}

export interface SignedIn {
  /** Goes into the cookie; the database keeps its hash alone. */
  token: string;
  /** Goes into the device's long-lived cookie. */
  deviceId: string;
  session: SessionView;
}

export type SessionEnd = 'signed_out' | 'disabled' | 'taken_over' | 'replaced';

interface Remembered {
  /** Milliseconds of a monotonic clock, taken before the read began. */
  since: number;
  session: Promise<LiveSession | null>;
  settled?: LiveSession | null;
  /** Somebody has come with it since it was read. */
  used?: boolean;
}

const rememberedMs = 1_000;
/** So old, one that is in use makes all be read again that are older than the other; the rest of the second is for the reading. */
const aheadMs = { one: 700, others: 300 };
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Server-side sessions: an opaque token in the browser, its SHA-256 in the database, a CSRF token each, 12 hours sliding. */
@Injectable()
export class Sessions implements OnModuleInit, OnModuleDestroy {
  private readonly remembered = new Map<string, Remembered>();
  /** By session; it never changes while the session lives. */
  private readonly csrfTokens = new Map<string, string>();
  private waiting: { hashes: Map<string, Buffer>; answer: Promise<Map<string, LiveSession>> } | null = null;
  private readingAhead = false;
  private stopListening?: () => void;
  private sweeping?: NodeJS.Timeout;

  constructor(private readonly transactions: Transactions, private readonly signals: Signals) {}

  async onModuleInit(): Promise<void> {
    this.stopListening = await this.signals.listen({ invalidated: (key) => this.forget(key), reconnected: () => this.remembered.clear() });
    this.sweeping = setInterval(() => this.sweep(), 10_000).unref();
  }

  onModuleDestroy(): void {
    this.stopListening?.();
    clearInterval(this.sweeping);
  }

  /**
   * Signs in and answers a new token, never an old one. An unknown account takes as long as a wrong password.
   * @throws DomainError `session.bad_credentials`, `session.too_many_tries`, or `account.disabled` (after the right password only).
   */
  async signIn(username: string, password: string, device: SignInDevice = {}): Promise<SignedIn> {
    const name = username.normalize('NFKC').trim().toLowerCase();
    const deviceId = deviceIdOf(device);
    const { tryId, account } = await this.transactions.run(async (manager) => {
      const [found] = await manager.query<{ id: string; password_hash: string; disabled: boolean; known: boolean }[]>(`
        SELECT a.id, a.password_hash, (a.disabled_at IS NOT NULL OR p.archived_at IS NOT NULL) AS disabled,
          EXISTS (SELECT 1 FROM known_device k WHERE k.account_id = a.id AND k.device_id = $2::uuid) AS known
        FROM account a JOIN person p ON p.id = a.person_id WHERE lower(a.username) = $1`, [name, deviceId]);
      return { tryId: await takeTry(manager, name, found?.known ? deviceId : null), account: found };
    });
    if (!(await passwordMatches(account?.password_hash ?? null, password))) throw new DomainError('session.bad_credentials', {}, { kind: 'forbidden' });
    if (account.disabled) throw new DomainError('account.disabled', {}, { kind: 'forbidden' });
    const signedIn = await this.transactions.run((manager) => this.begin(manager, account.id, tryId, deviceId ?? randomUUID(), device.previousToken ?? null));
    this.forget(`account:${account.id}`);
    return signedIn;
  }

  /** Begins a session that may sit one exam and nothing else; that the candidate is who they say has been checked by a try of theirs. */
  async beginInHall(accountId: string, candidateId: string, tryId: string, device: SignInDevice): Promise<SignedIn> {
    const signedIn = await this.transactions.run((manager) => this.begin(manager, accountId, tryId, deviceIdOf(device) ?? randomUUID(), device.previousToken ?? null, candidateId));
    this.forget(`account:${accountId}`);
    return signedIn;
  }

  /** Who a token belongs to, or null. Answers from memory for at most one second; a signal of any process ends that at once. */
  async authenticate(token: string): Promise<Actor | null> {
    if (!/^[\w-]{43}$/.test(token)) return null;
    const tokenHash = sha256(token);
    const key = tokenHash.toString('hex');
    const known = this.remembered.get(key);
    const age = known ? performance.now() - known.since : rememberedMs;
    const entry = known && age < rememberedMs ? known : this.remember(key, tokenHash);
    entry.used = true;
    if (age > aheadMs.one && age < rememberedMs && !this.readingAhead) void this.readAhead();
    return (await entry.session)?.actor ?? null;
  }

  /** True when `token` is the CSRF token of the session; compared in constant time. */
  async csrfMatches(sessionId: string, token: string | undefined): Promise<boolean> {
    const expected = await this.csrfOf(sessionId);
    if (!token || !expected) return false;
    const [given, right] = [Buffer.from(token), Buffer.from(expected)];
    return given.length === right.length && timingSafeEqual(given, right);
  }

  /** The CSRF token of a living session, or null. */
  async csrfOf(sessionId: string): Promise<string | null> {
    const known = this.csrfTokens.get(sessionId);
    if (known) return known;
    const [row] = await this.transactions.reader.query<{ csrf_token: string }[]>('SELECT csrf_token FROM session WHERE id = $1 AND ended_at IS NULL', [sessionId]);
    return row?.csrf_token ?? null;
  }

  /** Who is signed in and what they may see now. */
  async viewOf(actor: Actor): Promise<SessionView> {
    return toSessionView(this.transactions.reader, actor.sessionId);
  }

  /** Why a session is over, in the words of the client; null while it lives. */
  async endOf(sessionId: string): Promise<'signed_out' | 'disabled' | 'expired' | 'taken_over' | null> {
    const [row] = await this.transactions.reader.query<{ reason: 'signed_out' | 'disabled' | 'expired' | 'taken_over' | null }[]>(
      `SELECT CASE WHEN a.disabled_at IS NOT NULL OR s.ended_reason = 'disabled' THEN 'disabled' WHEN s.ended_reason = 'taken_over' THEN 'taken_over'
         WHEN s.ended_at IS NOT NULL THEN 'signed_out' WHEN s.expires_at <= kaosai.clock() THEN 'expired' END AS reason
       FROM session s JOIN account a ON a.id = s.account_id WHERE s.id = $1`, [sessionId]);
    return row ? row.reason : 'expired';
  }

  /** Ends the session everywhere: HTTP at once, sockets within two seconds. A repeated call changes nothing. */
  async signOut(actor: Actor): Promise<void> {
    await this.transactions.run((manager) => endSessions(manager, [actor.sessionId], 'signed_out'));
    this.forget(`session:${actor.sessionId}`);
  }

  /** The language of the account's screens. */
  async setLocale(actor: Actor, locale: Locale): Promise<void> {
    await this.transactions.run(async (manager) => {
      await manager.query('UPDATE account SET locale = $2 WHERE id = $1', [actor.accountId, locale]);
      invalidateAfterCommit(manager, `account:${actor.accountId}`);
    });
    this.forget(`account:${actor.accountId}`);
  }

  private async begin(manager: EntityManager, accountId: string, tryId: string, deviceId: string, previousToken: string | null, candidateId: string | null = null): Promise<SignedIn> {
    const token = randomBytes(32).toString('base64url');
    const sessionId = newId();
    if (previousToken) await manager.query("UPDATE session SET ended_at = kaosai.clock(), ended_reason = 'replaced' WHERE token_hash = $1 AND ended_at IS NULL", [sha256(previousToken)]);
    await markTrySucceeded(manager, tryId);
    await manager.query('INSERT INTO known_device (account_id, device_id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [accountId, deviceId]);
    await manager.query(`INSERT INTO session (id, account_id, token_hash, csrf_token, device_id, candidate_id, expires_at)
      VALUES ($1, $2, $3, $4, $5, $6, kaosai.clock() + interval '12 hours')`, [sessionId, accountId, sha256(token), randomBytes(32).toString('base64url'), deviceId, candidateId]);
    return { token, deviceId, session: await toSessionView(manager, sessionId) };
  }

  private remember(key: string, hash: Buffer): Remembered {
    const entry: Remembered = { since: performance.now(), session: this.load(key, hash) };
    this.remembered.set(key, entry);
    entry.session.then((session) => { entry.settled = session; }, () => this.remembered.delete(key));
    return entry;
  }

  /** Reads the sessions in use again before their second is over, in one statement: nobody waits, and the reads are few. */
  private async readAhead(): Promise<void> {
    this.readingAhead = true;
    try {
      const since = performance.now();
      const due = [...this.remembered].filter(([, entry]) => entry.used && entry.settled && since - entry.since > aheadMs.others);
      const sessions = await this.read(due.map(([key]) => Buffer.from(key, 'hex')));
      for (const [key, before] of due) {
        // Forgotten meanwhile: what was read may be older than the reason.
        if (this.remembered.get(key) !== before) continue;
        const settled = sessions.get(key) ?? null;
        this.remembered.set(key, { since, session: Promise.resolve(settled), settled });
      }
    } catch {
      // Whoever comes after the second is over reads again, and is told what is wrong.
    } finally {
      this.readingAhead = false;
    }
  }

  /** Reads that begin in the same turn of the event loop share one statement: 500 people who start at once are one read. */
  private async load(key: string, hash: Buffer): Promise<LiveSession | null> {
    if (!this.waiting) {
      const hashes = new Map<string, Buffer>();
      const answer = new Promise<void>((resume) => setImmediate(resume)).then(() => {
        this.waiting = null;
        return this.read([...hashes.values()]);
      });
      this.waiting = { hashes, answer };
    }
    this.waiting.hashes.set(key, hash);
    return (await this.waiting.answer).get(key) ?? null;
  }

  private async read(hashes: Buffer[]): Promise<Map<string, LiveSession>> {
    const sessions = await readLiveSessions(this.transactions.reader, hashes);
    const due = sessions.filter((session) => session.due).map(({ actor }) => actor.sessionId);
    if (due.length > 0) {
      // At most once in five minutes per session, and never past a week from the sign-in.
      await this.transactions.reader.query(`UPDATE session SET last_seen_at = kaosai.clock(), expires_at = LEAST(kaosai.clock() + interval '12 hours', created_at + interval '7 days')
        WHERE id = ANY($1::uuid[]) AND ended_at IS NULL`, [due]);
    }
    for (const { actor, csrfToken } of sessions) this.csrfTokens.set(actor.sessionId, csrfToken);
    return new Map(sessions.map((session) => [session.tokenHash, session]));
  }

  private forget(key: string): void {
    const [kind, id] = key.split(':');
    if (kind !== 'session' && kind !== 'account' && kind !== 'person') return;
    const field = `${kind}Id` as const;
    for (const [hash, { settled }] of this.remembered) {
      // An entry still being read may have read too early.
      if (settled === undefined || settled?.actor[field] === id) this.remembered.delete(hash);
    }
  }

  private sweep(): void {
    const oldest = performance.now() - rememberedMs;
    for (const [hash, { since }] of this.remembered) if (since < oldest) this.remembered.delete(hash);
    if (this.csrfTokens.size > 20_000) this.csrfTokens.clear();
  }
}

/** Ends sessions in the act's own transaction; every process hears of it after the commit. */
export async function endSessions(manager: EntityManager, sessionIds: readonly string[], reason: SessionEnd): Promise<void> {
  await manager.query('UPDATE session SET ended_at = kaosai.clock(), ended_reason = $2 WHERE id = ANY($1::uuid[]) AND ended_at IS NULL', [sessionIds, reason]);
  for (const id of sessionIds) invalidateAfterCommit(manager, `session:${id}`);
}

/** The device's id, when its cookie holds one. */
export function deviceIdOf({ deviceId }: SignInDevice): string | null {
  return deviceId && uuid.test(deviceId) ? deviceId : null;
}

function sha256(text: string): Buffer {
  return hash('sha256', text, 'buffer');
}
