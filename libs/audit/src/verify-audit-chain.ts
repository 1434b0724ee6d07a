import { type AuditRow, firstHash, sealHash } from './canonical-event.js';

/** One sealed row of an export, in the order of `seq`. `event` is null when the row the seal speaks of is gone. */
export interface SealedRow {
  seq: number;
  eventId: string;
  hash: string;
  previous: string;
  event: AuditRow | null;
}

export type ChainFault = 'seq_gap' | 'previous_differs' | 'event_missing' | 'event_changed';

export interface ChainReport {
  ok: boolean;
  /** Seals found good, counted from the first. */
  checked: number;
  /** The hash of the last good seal: keep it elsewhere to be able to tell later that the end was not cut off. */
  head: string;
  broken?: { seq: number; eventId: string; fault: ChainFault };
}

/** Checks a chain row by row; holds one hash, so that an export of any length can be streamed through it. */
export class ChainVerifier {
  private report: ChainReport = { ok: true, checked: 0, head: firstHash };

  /** Takes the next row. Answers false from the first broken row on. */
  add(row: SealedRow): boolean {
    if (!this.report.ok) return false;
    const fault = this.faultOf(row);
    this.report = fault
      ? { ...this.report, ok: false, broken: { seq: row.seq, eventId: row.eventId, fault } }
      : { ok: true, checked: this.report.checked + 1, head: row.hash };
    return this.report.ok;
  }

  /** What was found so far. */
  result(): ChainReport {
    return this.report;
  }

  private faultOf(row: SealedRow): ChainFault | null {
    if (row.seq !== this.report.checked + 1) return 'seq_gap';
    if (row.previous !== this.report.head) return 'previous_differs';
    if (!row.event || row.event.id !== row.eventId) return 'event_missing';
    return sealHash(row.previous, row.event) === row.hash ? null : 'event_changed';
  }
}

/** Checks the whole chain from its first seal and locates the first row that was changed, removed or put in. */
export function verifyAuditChain(rows: Iterable<SealedRow>): ChainReport {
  const verifier = new ChainVerifier();
  for (const row of rows) if (!verifier.add(row)) break;
  return verifier.result();
}
