import { createHash, createPublicKey, verify } from 'node:crypto';
import type { EventLogEntry, EventLogFile } from '#lib/contracts';
import { entryHash, firstHash, signedBytes } from './event-chain.js';
import { keyIdOf } from './signing-key.service.js';

export type LogFault =
  | 'format' | 'number' | 'hash' | 'order' | 'receipt' | 'body' | 'replayed_number' | 'superseded' | 'times' | 'late' | 'outcome' | 'submission' | 'signature' | 'key';

export interface EventLogReport {
  ok: boolean;
  entries: number;
  saves: number;
  /** Whether a key was given and the signature holds. */
  signed: boolean;
  /** The first thing that does not hold: the entry's number, or 0 for the file as a whole. */
  broken?: { n: number; fault: LogFault; detail: string };
}

interface Replay {
  deadline: number | null;
  closesAt: number | null;
  pausedAt: number | null;
  submittedAt: string | null;
  submission: string | null;
  cancelled: boolean;
  /** When each writer was issued. */
  writers: Map<number, number>;
  /** The greatest number each writer has used in each slot. */
  greatest: Map<string, number>;
  used: Set<string>;
  current: Map<string, string>;
  saves: number;
  before: string;
}

class Broken extends Error {
  constructor(readonly n: number, readonly fault: LogFault, detail: string) {
    super(detail);
  }
}

/**
 * Replays the log of one attempt offline and says the first thing that does not hold: the chain, every receipt, which responses are current, how the deadline came
 * about by extensions and pauses, that nothing was accepted late, the outcome, and the signature.
 * @param pem the installation's public key; without it the signature is not checked.
 */
export function verifyEventLog(file: EventLogFile, pem?: string): EventLogReport {
  const replay: Replay = {
    deadline: null, closesAt: null, pausedAt: null, submittedAt: null, submission: null, cancelled: false, writers: new Map(), greatest: new Map(), used: new Set(), current: new Map(), saves: 0, before: '',
  };
  let entries = 0;
  try {
    if (file.format !== 'kaosai.attempt-log' || file.version !== 1 || !Array.isArray(file.entries)) throw new Broken(0, 'format', 'not the log of an attempt');
    let previous = firstHash;
    for (const entry of file.entries) {
      if (entry.n !== entries + 1) throw new Broken(entries + 1, 'number', `number ${entry.n} where ${entries + 1} was due`);
      if (entryHash(previous, entry) !== entry.hash) throw new Broken(entry.n, 'hash', 'changed after it was written');
      if (entry.at < replay.before) throw new Broken(entry.n, 'order', `earlier than the entry before it (${replay.before})`);
      step(file.attemptId, entry, replay);
      replay.before = entry.at;
      previous = entry.hash;
      entries += 1;
    }
    checkOutcome(file, replay);
    if (pem) checkSignature(file, pem);
    return { ok: true, entries, saves: replay.saves, signed: Boolean(pem) };
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    return { ok: false, entries, saves: replay.saves, signed: false, broken: { n: error.n, fault: error.fault, detail: error.message } };
  }
}

function step(attemptId: string, entry: EventLogEntry, replay: Replay): void {
  const data = entry.data as Record<string, never>;
  switch (entry.type) {
    case 'started': {
      if (data.attemptId !== attemptId) throw new Broken(entry.n, 'times', 'the start of another attempt');
      replay.deadline = Date.parse(String(data.deadline));
      replay.closesAt = Date.parse(String(data.closesAt));
      return;
    }
    case 'writer': return void replay.writers.set(Number(data.writer), Date.parse(entry.at));
    case 'save': return save(attemptId, entry, replay);
    case 'extended': return shift(replay, Number(data.seconds) * 1000);
    case 'changed': return change(replay, Number(data.deadlineSeconds) * 1000, Number(data.closesSeconds) * 1000);
    case 'act': return act(entry, replay);
    case 'submitted': return submitted(entry, replay);
    default: return;
  }
}

function save(attemptId: string, { n, at, data }: EventLogEntry, replay: Replay): void {
  const { slot, writer, seq, bodyHash, receipt, superseded, body } = data as { slot: string; writer: number; seq: number; bodyHash: string; receipt: string; superseded: boolean; body?: unknown };
  const expected = createHash('sha256').update([attemptId, slot, writer, seq, bodyHash, at].join('|')).digest('hex');
  if (receipt !== expected) throw new Broken(n, 'receipt', `the receipt of ${slot} #${seq} is not that of this save`);
  if (body !== undefined && !bodyMatches(body, bodyHash)) throw new Broken(n, 'body', `the answer of ${slot} #${seq} is not the one that was saved`);
  if (replay.used.has(`${slot}|${writer}|${seq}`)) throw new Broken(n, 'replayed_number', `${slot} #${seq} of writer ${writer} twice`);
  replay.used.add(`${slot}|${writer}|${seq}`);
  const greatest = replay.greatest.get(`${slot}|${writer}`) ?? -1;
  // Stamps are whole milliseconds, and a writer's was rounded: within two of them both are possible.
  const lost = [...replay.writers].some(([other, since]) => other > writer && since <= Date.parse(at) + 2);
  const surelyLost = [...replay.writers].some(([other, since]) => other > writer && since + 2 < Date.parse(at));
  if (superseded && !(seq < greatest) && !lost) throw new Broken(n, 'superseded', `${slot} #${seq} counts, and is called superseded`);
  if (!superseded && (seq < greatest || surelyLost)) throw new Broken(n, 'superseded', `${slot} #${seq} is superseded, and is called current`);
  if (replay.closesAt !== null && Date.parse(at) > replay.closesAt) throw new Broken(n, 'late', `${slot} #${seq} was accepted after the close`);
  replay.greatest.set(`${slot}|${writer}`, Math.max(seq, greatest));
  if (!superseded) replay.current.set(slot, receipt);
  replay.saves += 1;
}

interface Times {
  state: string;
  deadline: string;
  closesAt: string;
  pausedAt: string | null;
}

function act({ n, at, data }: EventLogEntry, replay: Replay): void {
  const { kind, seconds, was, became } = data as { kind: string; seconds: number | null; was: Times | null; became: Times | null };
  if (!was || !became) return;
  requireTimes(n, was, replay, 'before the act');
  switch (kind) {
    case 'extend': shift(replay, (seconds ?? 0) * 1000); break;
    case 'retract': shift(replay, (seconds ?? 0) * -1000); break;
    case 'pause': replay.pausedAt = Date.parse(at); break;
    case 'resume': case 'end': case 'cancel':
      if (replay.pausedAt !== null) shift(replay, Math.max(0, Date.parse(at) - replay.pausedAt));
      replay.pausedAt = null;
      if (kind === 'cancel') replay.cancelled = true;
      break;
    default:
  }
  requireTimes(n, became, replay, `after ${kind}`);
}

function submitted({ n, at, data }: EventLogEntry, replay: Replay): void {
  if (replay.pausedAt !== null) {
    shift(replay, Math.max(0, Date.parse(at) - replay.pausedAt));
    replay.pausedAt = null;
  }
  if (replay.closesAt !== null && Date.parse(at) > replay.closesAt) throw new Broken(n, 'late', 'submitted after the close');
  if (data.by === 'clock' && Date.parse(at) !== replay.closesAt) throw new Broken(n, 'times', 'closed by the clock at another moment than the close');
  const receipt = receiptOf(replay);
  if (data.receipt !== receipt) throw new Broken(n, 'submission', 'the receipt of the submission is not that of the current responses');
  replay.submittedAt = at;
  replay.submission = receipt;
}

function requireTimes(n: number, times: Times, { deadline, closesAt, pausedAt }: Replay, when: string): void {
  const wrong = Date.parse(times.deadline) !== deadline || Date.parse(times.closesAt) !== closesAt || (times.pausedAt === null ? null : Date.parse(times.pausedAt)) !== pausedAt;
  if (wrong) throw new Broken(n, 'times', `the times ${when} do not come out: ${times.deadline}`);
}

function checkOutcome({ outcome, entries }: EventLogFile, replay: Replay): void {
  const wrong = (detail: string): never => { throw new Broken(0, 'outcome', detail); };
  if (entries[0]?.type !== 'started') wrong('it does not begin with the start');
  if (Date.parse(outcome.deadline) !== replay.deadline || Date.parse(outcome.closesAt) !== replay.closesAt) wrong('the deadline does not come out');
  if (outcome.submittedAt !== replay.submittedAt) wrong('the moment of the submission does not come out');
  if (JSON.stringify(Object.entries(outcome.current).sort()) !== JSON.stringify([...replay.current].sort())) wrong('the current responses do not come out');
  if (outcome.receipt !== replay.submission) wrong('the receipt does not come out');
  if ((outcome.state === 'paused') !== (replay.pausedAt !== null) || (outcome.state === 'cancelled') !== replay.cancelled) wrong('the state does not come out');
  if (['in_progress', 'paused'].includes(outcome.state) && replay.submittedAt !== null) wrong('the state does not come out');
  if (['marked', 'released'].includes(outcome.state) && replay.submittedAt === null) wrong('the state does not come out');
}

function checkSignature(file: EventLogFile, pem: string): void {
  const key = createPublicKey(pem);
  if (keyIdOf(key) !== file.signature?.keyId) throw new Broken(0, 'key', `signed by the key ${file.signature?.keyId}, not by ${keyIdOf(key)}`);
  if (!verify(null, signedBytes(file), key, Buffer.from(file.signature.value, 'base64'))) throw new Broken(0, 'signature', 'the signature does not hold');
}

function receiptOf({ current }: Replay): string {
  const hash = createHash('sha256');
  for (const [, receipt] of [...current].sort(([a], [b]) => (Buffer.from(a) < Buffer.from(b) ? -1 : 1))) hash.update(Buffer.from(receipt, 'hex'));
  return hash.digest('hex');
}

function shift(replay: Replay, milliseconds: number): void {
  change(replay, milliseconds, milliseconds);
}

function change(replay: Replay, deadline: number, closesAt: number): void {
  if (replay.deadline !== null) replay.deadline += deadline;
  if (replay.closesAt !== null) replay.closesAt += closesAt;
}

/** The hash was taken over the body in the order in which the server wrote its keys; a database keeps them in another. Any one order for the whole body will do. */
function bodyMatches(body: unknown, bodyHash: string): boolean {
  const keys = new Set<string>();
  const collect = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return;
    if (!Array.isArray(value)) for (const key of Object.keys(value)) if (!/^\d+$/.test(key)) keys.add(key);
    Object.values(value).forEach(collect);
  };
  collect(body);
  return keys.size <= 6 && permutations([...keys]).some((order) => createHash('sha256').update(JSON.stringify(ordered(body, order))).digest('hex') === bodyHash);
}

function ordered(value: unknown, order: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((inner) => ordered(inner, order));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)).map(([key, inner]) => [key, ordered(inner, order)]));
}

function permutations(keys: readonly string[]): string[][] {
  if (keys.length <= 1) return [[...keys]];
  return keys.flatMap((key, index) => permutations([...keys.slice(0, index), ...keys.slice(index + 1)]).map((rest) => [key, ...rest]));
}
