import { hasAnswer, type ResponseBody, type SaveAck } from '#lib/contracts';

/** One change of one answer. Its key is (writer, seq); what was sent under a key never changes. */
export interface Edit {
  slot: string;
  writer: number;
  seq: number;
  body: ResponseBody;
  /** The server's time as the device knew it, in ms since 1970. */
  editedAt: number;
}

/** What the server has acknowledged for a slot. */
export interface Saved {
  body: ResponseBody;
  savedAt: string;
  receipt: string;
}

export interface Outbox {
  /** Issued by the server for this page; null when this page may not write. */
  writer: number | null;
  seq: number;
  /** The newest change of each slot that no acknowledgement has answered yet. */
  waiting: ReadonlyMap<string, Edit>;
  saved: ReadonlyMap<string, Saved>;
  /** Sent, and neither answered nor given up. */
  inFlight: readonly Edit[];
  /** Keys that this device has stored, so that they outlive the page. */
  kept: ReadonlySet<string>;
  /** Another device writes now. */
  lost: boolean;
  /** The attempt takes no more. */
  closed: boolean;
  /** Slots whose last change came after their section or question was over; it does not count. */
  passed: ReadonlySet<string>;
}

export type SlotState = 'blank' | 'saved' | 'saving' | 'kept';

/** The most that one request carries. */
export const batchSize = 50;

export function keyOf({ writer, seq }: { writer: number; seq: number }): string {
  return `${writer}:${seq}`;
}

/** The outbox of a page that has just been loaded: nothing waits. */
export function openOutbox(writer: number | null, responses: readonly { slot: string; body: ResponseBody; savedAt: string; receipt: string }[]): Outbox {
  return {
    writer,
    seq: 0,
    waiting: new Map(),
    saved: new Map(responses.map(({ slot, body, savedAt, receipt }) => [slot, { body, savedAt, receipt }])),
    inFlight: [],
    kept: new Set(),
    lost: writer === null,
    closed: false,
    passed: new Set(),
  };
}

/** What was kept by an earlier page, parted into what may be sent again and what the candidate must decide. */
export interface Recovery {
  resend: Edit[];
  /** Another device has answered these slots since; sending them unasked would undo that. */
  contested: Edit[];
}

/**
 * Decides about changes kept by an earlier page of this device, oldest first. They are sent again under the new
 * writer, unless another writer came between and the slot was saved later than the change was made, with another answer.
 */
export function recover(kept: readonly Edit[], newWriter: number, saved: ReadonlyMap<string, Saved>): Recovery {
  const ordered = [...kept].sort((a, b) => a.writer - b.writer || a.seq - b.seq);
  const lastOwn = ordered.reduce((last, { writer }) => Math.max(last, writer), 0);
  const alone = newWriter - lastOwn <= 1;
  const contested = ordered.filter((edit) => {
    const present = saved.get(edit.slot);
    return !alone && present !== undefined && Date.parse(present.savedAt) > edit.editedAt && !sameBody(present.body, edit.body);
  });
  return { resend: ordered.filter((edit) => !contested.includes(edit)), contested };
}

/** Records a change under the next number of this writer. A change of a closed or lost attempt is refused: the same outbox. */
export function change(outbox: Outbox, slot: string, body: ResponseBody, editedAt: number): Outbox {
  if (outbox.writer === null || outbox.closed || outbox.lost) return outbox;
  const seq = outbox.seq + 1;
  const waiting = new Map(outbox.waiting).set(slot, { slot, writer: outbox.writer, seq, body, editedAt });
  return { ...outbox, seq, waiting };
}

/** Marks a change as stored on this device. */
export function keep(outbox: Outbox, edit: Edit): Outbox {
  return { ...outbox, kept: new Set(outbox.kept).add(keyOf(edit)) };
}

/** What to send next, in the order of the changes; empty while an earlier request is unanswered. */
export function nextBatch(outbox: Outbox): Edit[] {
  if (outbox.writer === null || outbox.closed || outbox.lost || outbox.inFlight.length > 0) return [];
  return [...outbox.waiting.values()].sort((a, b) => a.seq - b.seq).slice(0, batchSize);
}

export function markSent(outbox: Outbox, batch: readonly Edit[]): Outbox {
  return { ...outbox, inFlight: batch };
}

/** No answer came: whether the batch arrived is unknown, so everything in it waits still. */
export function markUnanswered(outbox: Outbox): Outbox {
  return { ...outbox, inFlight: [] };
}

/** Applies an answer. Only the acknowledgement of the very (writer, seq) that waits clears it. */
export function acknowledge(outbox: Outbox, acks: readonly SaveAck[]): Outbox {
  const next = { ...outbox, inFlight: [] as Edit[], waiting: new Map(outbox.waiting), saved: new Map(outbox.saved), kept: new Set(outbox.kept) };
  for (const ack of acks) applyAck(next, ack, outbox.inFlight);
  return next;
}

type Draft = { -readonly [K in keyof Outbox]: Outbox[K] } & { waiting: Map<string, Edit>; saved: Map<string, Saved>; kept: Set<string> };

function applyAck(draft: Draft, ack: SaveAck, sent: readonly Edit[]): void {
  const edit = sent.find((candidate) => candidate.slot === ack.slot && keyOf(candidate) === keyOf(ack));
  if (!edit) return;
  const held = draft.waiting.get(ack.slot);
  const newest = held !== undefined && keyOf(held) === keyOf(ack);
  if (ack.outcome === 'stored' || ack.outcome === 'replay') {
    if (ack.savedAt && ack.receipt) draft.saved.set(ack.slot, { body: edit.body, savedAt: ack.savedAt, receipt: ack.receipt });
    if (newest) draft.waiting.delete(ack.slot);
    draft.kept.delete(keyOf(ack));
  } else if (ack.outcome === 'closed') {
    draft.closed = true;
  } else if (ack.outcome === 'passed') {
    if (newest) draft.waiting.delete(ack.slot);
    draft.kept.delete(keyOf(ack));
    draft.passed = new Set(draft.passed).add(ack.slot);
  } else if (ack.outcome === 'superseded' && newest) {
    // Stored but not current, although this page has made no later change: another device writes now.
    draft.lost = true;
  } else if (ack.outcome === 'conflict' && newest) {
    draft.seq += 1;
    draft.waiting.set(ack.slot, { ...held, seq: draft.seq });
  }
}

/** The keys that an answer has settled and the device may forget. */
export function settled(before: Outbox, after: Outbox): Edit[] {
  return before.inFlight.filter((edit) => {
    const held = after.waiting.get(edit.slot);
    return !held || keyOf(held) !== keyOf(edit);
  });
}

/** The answer as the screen shows it: the newest change, or else what is saved. */
export function bodyOf(outbox: Outbox, slot: string): ResponseBody {
  return outbox.waiting.get(slot)?.body ?? outbox.saved.get(slot)?.body ?? {};
}

/** *Saved* means acknowledged by the server and nothing else. */
export function slotState(outbox: Outbox, slot: string): SlotState {
  const edit = outbox.waiting.get(slot);
  if (edit) return outbox.kept.has(keyOf(edit)) ? 'kept' : 'saving';
  return outbox.saved.has(slot) ? 'saved' : 'blank';
}

/** The last acknowledgement of all, for the mark at the top. */
export function lastSaved(outbox: Outbox): Saved | null {
  let last: Saved | null = null;
  for (const saved of outbox.saved.values()) if (!last || saved.savedAt > last.savedAt) last = saved;
  return last;
}

/** Whether two bodies say the same; what is cleared is the same as what was never given. */
export function sameBody(a: ResponseBody, b: ResponseBody): boolean {
  return Boolean(a.flagged) === Boolean(b.flagged) && saying(a) === saying(b);
}

function saying({ chosen, text, gaps, files, parts }: Omit<ResponseBody, 'flagged'>): string {
  const given = { chosen: chosen ?? [], text: text ?? '', files: files ?? [] };
  const filled = Object.entries(gaps ?? {}).filter(([, value]) => value !== '').sort(byKey);
  const answered = Object.entries(parts ?? {}).filter(([, part]) => hasAnswer(part)).map(([id, part]): [string, string] => [id, saying(part)]).sort(byKey);
  return JSON.stringify([given, filled, answered]);
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : Number(a > b);
}
