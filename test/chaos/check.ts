import { hashOf, keyOf, type Ledger, type Operation, sha256, verdictOf } from './ledger.js';

/** One row of the append-only log. */
export interface SaveRow {
  attemptId: string;
  slot: string;
  writer: number;
  seq: number;
  /** The server's order. */
  ord: number;
  chosen: readonly string[];
  bodyHash: string;
  receipt: string;
  superseded: boolean;
  acceptedAt: string;
}

export interface CurrentRow {
  attemptId: string;
  slot: string;
  writer: number;
  seq: number;
  receipt: string;
}

export interface AttemptRow {
  id: string;
  state: string;
  closesAt: string;
  writer: number;
  submittedAt: string | null;
  submittedBy: string | null;
  submission: { answered: number; receipt: string } | null;
}

export interface WriterRow {
  attemptId: string;
  writer: number;
  issuedAt: string;
}

/** What the database holds after the run, read past the application. */
export interface Facts {
  saves: readonly SaveRow[];
  current: readonly CurrentRow[];
  attempts: readonly AttemptRow[];
  writers: readonly WriterRow[];
}

export type ViolationKind =
  /** Acknowledged, and no row. */
  | 'lost'
  /** Acknowledged, and the row differs in body, receipt or time; or two answers contradict each other. */
  | 'changed'
  /** More than one row under a key, or a writer issued twice. */
  | 'doubled'
  /** Refused, and there is a row. */
  | 'ghost'
  /** A row that nobody sent. */
  | 'invented'
  /** The current response is not the last accepted of the winning writer. */
  | 'stale'
  /** Marked as superseded, or not, against the rule. */
  | 'supersession'
  /** Accepted after the attempt closed. */
  | 'late'
  /** A submission that is not what the log says, or that was acknowledged and is not there. */
  | 'submission';

export interface Violation {
  kind: ViolationKind;
  key: string;
  text: string;
}

const ended = new Set(['submitted', 'marked', 'released']);
/** Times of issue are rounded to the millisecond, times of acceptance cut off. */
const rounding = 2;

/** Compares what clients were told with what the database holds. Empty when every promise about saves was kept. */
export function check(ledger: Ledger, facts: Facts): Violation[] {
  const rows = groupBy(facts.saves, keyOf);
  const slots = groupBy(facts.saves, ({ attemptId, slot }) => `${attemptId}|${slot}`);
  return [
    ...ledger.contradictions.map(({ key, text }): Violation => ({ kind: 'changed', key, text })),
    ...checkOperations(ledger, rows),
    ...checkRows(ledger, rows),
    ...checkSupersession(slots, groupBy(facts.writers, ({ attemptId }) => attemptId)),
    ...checkCurrent(ledger, facts, slots),
    ...checkWriters(ledger, facts),
    ...checkAttempts(ledger, facts),
  ];
}

function checkOperations(ledger: Ledger, rows: ReadonlyMap<string, SaveRow[]>): Violation[] {
  return [...ledger.operations.values()].flatMap((operation): Violation[] => {
    const key = keyOf(operation);
    const row = rows.get(key)?.find(({ bodyHash }) => bodyHash === operation.bodyHash);
    const verdict = verdictOf(operation);
    if (verdict === 'refused') return row ? [{ kind: 'ghost', key, text: 'refused, and stored all the same' }] : [];
    if (verdict === 'unknown') return [];
    if (!row) return [{ kind: 'lost', key, text: `acknowledged at ${operation.ack?.savedAt}, and there is no such row` }];
    return differences(operation, row).map((text): Violation => ({ kind: 'changed', key, text }));
  });
}

function differences({ ack, chosen }: Operation, row: SaveRow): string[] {
  return [
    ack?.receipt !== row.receipt && `receipt ${row.receipt} instead of ${ack?.receipt}`,
    ack?.savedAt !== row.acceptedAt && `stored at ${row.acceptedAt} instead of ${ack?.savedAt}`,
    [...chosen].sort().join() !== [...row.chosen].sort().join() && 'another body than its hash says',
    ack?.outcome === 'stored' && row.superseded && 'acknowledged as current, stored as superseded',
    ack?.outcome === 'superseded' && !row.superseded && 'acknowledged as superseded, stored as current',
  ].filter((text) => text !== false);
}

function checkRows(ledger: Ledger, rows: ReadonlyMap<string, SaveRow[]>): Violation[] {
  return [...rows].flatMap(([key, same]): Violation[] => [
    ...(same.length > 1 ? [{ kind: 'doubled' as const, key, text: `${same.length} rows` }] : []),
    ...same.filter(({ bodyHash }) => !ledger.operations.has(`${key}|${bodyHash}`)).map((): Violation => ({ kind: 'invented', key, text: 'nobody sent this' })),
    ...same.filter((row) => row.receipt !== receiptOf(row)).map((row): Violation => ({ kind: 'changed', key, text: `the receipt is not the row's: ${row.receipt}` })),
  ]);
}

/** A row is superseded iff, when it was accepted, its writer had lost the attempt or had already been heard with a later number. */
function checkSupersession(slots: ReadonlyMap<string, SaveRow[]>, writers: ReadonlyMap<string, WriterRow[]>): Violation[] {
  return [...slots.values()].flatMap((rows) => {
    const greatest = new Map<number, number>();
    return [...rows].sort(byOrder).flatMap((row): Violation[] => {
      const before = greatest.get(row.writer) ?? -1;
      greatest.set(row.writer, Math.max(before, row.seq));
      const later = (writers.get(row.attemptId) ?? []).filter(({ writer }) => writer > row.writer).map(({ issuedAt }) => Date.parse(issuedAt));
      const accepted = Date.parse(row.acceptedAt);
      const must = before > row.seq || later.some((issued) => issued < accepted - rounding);
      const may = must || later.some((issued) => issued <= accepted + rounding);
      if (must && !row.superseded) return [{ kind: 'supersession', key: keyOf(row), text: 'current although its writer had gone on or lost the attempt' }];
      if (row.superseded && !may) return [{ kind: 'supersession', key: keyOf(row), text: 'superseded by nothing' }];
      return [];
    });
  });
}

/** Writers are issued in rising order and a lower one never counts again, so the current response is the greatest (writer, seq) of those that count. */
function checkCurrent(ledger: Ledger, { current }: Facts, slots: ReadonlyMap<string, SaveRow[]>): Violation[] {
  const shown = groupBy(current, ({ attemptId, slot }) => `${attemptId}|${slot}`);
  const acknowledged = groupBy([...ledger.operations.values()].filter(({ ack }) => ack?.outcome === 'stored'), ({ attemptId, slot }) => `${attemptId}|${slot}`);
  return [...new Set([...slots.keys(), ...shown.keys(), ...acknowledged.keys()])].flatMap((key): Violation[] => {
    const present = shown.get(key) ?? [];
    const counting = (slots.get(key) ?? []).filter(({ superseded }) => !superseded).sort(byNumber).at(-1);
    if (present.length > 1) return [{ kind: 'stale', key, text: `${present.length} current responses` }];
    const [one] = present;
    if (one?.receipt !== counting?.receipt) return [{ kind: 'stale', key, text: `current is ${numberOf(one)}, the last accepted of the winning writer ${numberOf(counting)}` }];
    const newest = (acknowledged.get(key) ?? []).sort(byNumber).at(-1);
    if (newest && (!one || byNumber(one, newest) < 0)) return [{ kind: 'stale', key, text: `current is ${numberOf(one)}, acknowledged as current was ${numberOf(newest)}` }];
    return [];
  });
}

function checkWriters(ledger: Ledger, { writers, attempts }: Facts): Violation[] {
  const issued = groupBy(ledger.writers, ({ attemptId, writer }) => `${attemptId}|${writer}`);
  const stored = groupBy(writers, ({ attemptId }) => attemptId);
  return [
    ...[...issued].filter(([, pages]) => pages.length > 1).map(([key, pages]): Violation => ({ kind: 'doubled', key, text: `the writer was issued to ${pages.length} pages` })),
    ...[...issued.keys()].filter((key) => !stored.get(key.split('|')[0])?.some(({ writer }) => writer === Number(key.split('|')[1]))).map((key): Violation => ({ kind: 'lost', key, text: 'the writer was issued, and is not known' })),
    ...attempts.filter(({ id, writer }) => stored.get(id)?.some((other) => other.writer > writer)).map(({ id, writer }): Violation => ({ kind: 'stale', key: id, text: `writer ${writer} holds the attempt although a later one was issued` })),
  ];
}

function checkAttempts(ledger: Ledger, { attempts, saves, current }: Facts): Violation[] {
  const rows = groupBy(saves, ({ attemptId }) => attemptId);
  const shown = groupBy(current, ({ attemptId }) => attemptId);
  const told = groupBy(ledger.submissions, ({ attemptId }) => attemptId);
  return attempts.flatMap((attempt): Violation[] => {
    const end = attempt.submittedAt ?? attempt.closesAt;
    const late = (rows.get(attempt.id) ?? []).filter(({ acceptedAt }) => acceptedAt > end);
    return [
      ...late.map((row): Violation => ({ kind: 'late', key: keyOf(row), text: `accepted at ${row.acceptedAt}, after ${end}` })),
      ...submissionFaults(attempt, rows.get(attempt.id) ?? [], shown.get(attempt.id) ?? [], told.get(attempt.id) ?? []).map((text): Violation => ({ kind: 'submission', key: attempt.id, text })),
    ];
  });
}

function submissionFaults(attempt: AttemptRow, rows: readonly SaveRow[], current: readonly CurrentRow[], told: Ledger['submissions']): string[] {
  if (!ended.has(attempt.state)) return told.length > 0 ? [`acknowledged at ${told[0].submittedAt}, and the attempt is ${attempt.state}`] : [];
  const counted = [...current].sort((a, b) => (a.slot < b.slot ? -1 : 1));
  const receipt = sha256(Buffer.concat(counted.map((row) => Buffer.from(row.receipt, 'hex'))));
  const answered = counted.filter((row) => rows.some((save) => save.receipt === row.receipt && save.chosen.length > 0)).length;
  return [
    attempt.submission?.receipt !== receipt && `its receipt is ${attempt.submission?.receipt}, that of its responses ${receipt}`,
    attempt.submission?.answered !== answered && `${attempt.submission?.answered} answered instead of ${answered}`,
    attempt.submittedBy === 'clock' && attempt.submittedAt !== attempt.closesAt && `submitted by the clock as of ${attempt.submittedAt} instead of ${attempt.closesAt}`,
    ...told.flatMap((one) => [
      one.receipt !== attempt.submission?.receipt && 'acknowledged with another receipt',
      (one.submittedAt !== attempt.submittedAt || one.submittedBy !== attempt.submittedBy) && `acknowledged as of ${one.submittedAt} by ${one.submittedBy}, stored ${attempt.submittedAt} by ${attempt.submittedBy}`,
    ]),
  ].filter((text) => text !== false);
}

/** An answer that a candidate's screen called saved. */
export interface ScreenClaim {
  attemptId: string;
  slot: string;
  chosen: readonly string[];
}

/** What a screen calls saved must be what the database holds. */
export function checkScreens(claims: readonly ScreenClaim[], { saves, current }: Pick<Facts, 'saves' | 'current'>): Violation[] {
  return claims.flatMap(({ attemptId, slot, chosen }): Violation[] => {
    const shown = current.find((row) => row.attemptId === attemptId && row.slot === slot);
    const row = saves.find(({ receipt }) => receipt === shown?.receipt);
    return row?.bodyHash === hashOf(chosen) ? [] : [{ kind: 'lost', key: `${attemptId}|${slot}`, text: 'the screen says saved, and it is not' }];
  });
}

/** The facts about some attempts alone. */
export function factsOf({ saves, current, attempts, writers }: Facts, attemptIds: ReadonlySet<string>): Facts {
  const mine = ({ attemptId }: { attemptId: string }): boolean => attemptIds.has(attemptId);
  return { saves: saves.filter(mine), current: current.filter(mine), attempts: attempts.filter(({ id }) => attemptIds.has(id)), writers: writers.filter(mine) };
}

/** The receipt of a row, as the platform documents it. */
export function receiptOf({ attemptId, slot, writer, seq, bodyHash, acceptedAt }: Omit<SaveRow, 'receipt' | 'ord' | 'superseded' | 'chosen'>): string {
  return sha256([attemptId, slot, writer, seq, bodyHash, acceptedAt].join('|'));
}

/** How many violations of each kind there are. */
export function tally(violations: readonly Violation[]): Partial<Record<ViolationKind, number>> {
  const counts: Partial<Record<ViolationKind, number>> = {};
  for (const { kind } of violations) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

const byOrder = (a: SaveRow, b: SaveRow): number => a.ord - b.ord;
const byNumber = (a: { writer: number; seq: number }, b: { writer: number; seq: number }): number => a.writer - b.writer || a.seq - b.seq;
const numberOf = (one: { writer: number; seq: number } | undefined): string => (one ? `${one.writer}:${one.seq}` : 'none');

function groupBy<T>(items: readonly T[], keyOfItem: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOfItem(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
