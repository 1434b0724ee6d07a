import { createHash } from 'node:crypto';
import type { SaveAck, SaveOutcome } from '#lib/contracts';

/** The first answer that said an operation is stored. */
export interface Acknowledgement {
  outcome: Extract<SaveOutcome, 'stored' | 'superseded' | 'replay'>;
  savedAt: string;
  receipt: string;
  /** The driver's own clock, in ms. */
  at: number;
}

/** One save as its client knows it: a body under a key. Another body under the same key is another operation. */
export interface Operation {
  readonly attemptId: string;
  readonly slot: string;
  readonly writer: number;
  readonly seq: number;
  readonly chosen: readonly string[];
  readonly bodyHash: string;
  /** When it was first sent, by the driver's own clock in ms. */
  readonly sentAt: number;
  sends: number;
  /** Sends that nobody answered, or that were answered by "try again": they may have been stored or not. */
  unanswered: number;
  refusals: number;
  ack: Acknowledgement | null;
}

type Sent = Pick<Operation, 'slot' | 'writer' | 'seq' | 'chosen'>;

export type Verdict = 'acknowledged' | 'refused' | 'unknown';

/** A submission as its candidate was told of it. */
export interface AcknowledgedSubmission {
  attemptId: string;
  submittedAt: string;
  submittedBy: string;
  answered: number;
  receipt: string;
}

/** A writer that was issued to a page. */
export interface IssuedWriter {
  attemptId: string;
  writer: number;
}

/** What a client does not need a database to see: two answers that contradict each other. */
export interface Contradiction {
  key: string;
  text: string;
}

/** Every operation of a run and what became of it, as those who sent it were told. */
export class Ledger {
  readonly operations = new Map<string, Operation>();
  readonly submissions: AcknowledgedSubmission[] = [];
  readonly writers: IssuedWriter[] = [];
  readonly contradictions: Contradiction[] = [];
  /** Acknowledgements, the repeated ones too. */
  acks = 0;

  /** Notes that a save is being sent, for the first time or again. */
  send(attemptId: string, { slot, writer, seq, chosen }: Sent, at = performance.now()): Operation {
    const key = operationKey(attemptId, { slot, writer, seq, chosen });
    const known = this.operations.get(key);
    const operation = known ?? { attemptId, slot, writer, seq, chosen, bodyHash: hashOf(chosen), sentAt: at, sends: 0, unanswered: 0, refusals: 0, ack: null };
    operation.sends += 1;
    if (!known) this.operations.set(key, operation);
    return operation;
  }

  /** What became of a save so far. @throws RangeError for one that was never sent. */
  find(attemptId: string, save: Sent): Operation {
    const operation = this.operations.get(operationKey(attemptId, save));
    if (!operation) throw new RangeError(`Never sent: ${keyOf({ attemptId, ...save })}`);
    return operation;
  }

  /** Notes the answer of one send. An answer for another key than was sent counts for nothing. */
  answer(operation: Operation, ack: SaveAck | undefined, at = performance.now()): void {
    if (!ack || ack.slot !== operation.slot || ack.writer !== operation.writer || ack.seq !== operation.seq) return this.contradict(operation, `answered by ${JSON.stringify(ack)}`);
    const { outcome } = ack;
    if (outcome !== 'stored' && outcome !== 'superseded' && outcome !== 'replay') return this.refuse(operation);
    if (!ack.savedAt || !ack.receipt) return this.contradict(operation, `${outcome} without a receipt`);
    this.acks += 1;
    const { ack: first } = operation;
    if (first && (first.receipt !== ack.receipt || first.savedAt !== ack.savedAt)) this.contradict(operation, 'a repeated save was answered by another receipt or time');
    operation.ack ??= { outcome, savedAt: ack.savedAt, receipt: ack.receipt, at };
  }

  refuse(operation: Operation): void {
    operation.refusals += 1;
  }

  /** No answer came, or one that leaves it open. */
  lose(operation: Operation): void {
    operation.unanswered += 1;
  }

  count(verdict: Verdict): number {
    let count = 0;
    for (const operation of this.operations.values()) if (verdictOf(operation) === verdict) count += 1;
    return count;
  }

  private contradict(operation: Operation, text: string): void {
    this.contradictions.push({ key: keyOf(operation), text });
  }
}

export function verdictOf({ ack, unanswered, refusals, sends }: Operation): Verdict {
  if (ack) return 'acknowledged';
  return unanswered > 0 || refusals < sends ? 'unknown' : 'refused';
}

function operationKey(attemptId: string, { slot, writer, seq, chosen }: Sent): string {
  return `${keyOf({ attemptId, slot, writer, seq })}|${hashOf(chosen)}`;
}

export function keyOf({ attemptId, slot, writer, seq }: { attemptId: string; slot: string; writer: number; seq: number }): string {
  return `${attemptId}|${slot}|${writer}|${seq}`;
}

/** The hash that the platform documents for the response to a choice: SHA-256 of its one written form. */
export function hashOf(chosen: readonly string[]): string {
  return sha256(JSON.stringify({ chosen: [...chosen].sort() }));
}

export function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
