import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SaveAck, SaveOutcome } from '#lib/contracts';
import { acknowledge, bodyOf, change, keep, lastSaved, markSent, markUnanswered, nextBatch, openOutbox, recover, settled, slotState, type Edit, type Outbox } from './outbox.js';

const at = Date.parse('2026-11-23T06:00:00.000Z');
const savedAt = '2026-11-23T06:00:01.000Z';
const body = (...chosen: string[]) => ({ chosen });
const ack = ({ slot, writer, seq }: Pick<Edit, 'slot' | 'writer' | 'seq'>, outcome: SaveOutcome = 'stored'): SaveAck => ({ slot, writer, seq, outcome, savedAt: outcome === 'closed' || outcome === 'busy' ? null : savedAt, receipt: outcome === 'closed' || outcome === 'busy' ? null : `r${seq}` });
const send = (outbox: Outbox): { sent: Outbox; batch: Edit[] } => {
  const batch = nextBatch(outbox);
  return { sent: markSent(outbox, batch), batch };
};

describe('the outbox of an exam page', () => {
  it('calls a change saved only after its own acknowledgement', () => {
    const changed = change(openOutbox(3, []), 'q1', body('a'), at);
    expect(slotState(changed, 'q1')).toBe('saving');
    const { sent, batch } = send(changed);
    expect(slotState(sent, 'q1')).toBe('saving');
    const after = acknowledge(sent, [ack(batch[0]!)]);
    expect(slotState(after, 'q1')).toBe('saved');
    expect(lastSaved(after)?.receipt).toBe('r1');
  });

  it('keeps waiting when the acknowledgement is of an earlier change', () => {
    const { sent, batch } = send(change(openOutbox(3, []), 'q1', body('a'), at));
    const again = change(sent, 'q1', body('b'), at + 1);
    const after = acknowledge(again, [ack(batch[0]!)]);
    expect(slotState(after, 'q1')).toBe('saving');
    expect(bodyOf(after, 'q1')).toEqual(body('b'));
    expect(nextBatch(after).map(({ seq }) => seq)).toEqual([2]);
    expect(settled(again, after)).toEqual(batch);
  });

  it('ignores an acknowledgement of something it did not send', () => {
    const { sent } = send(change(openOutbox(3, []), 'q1', body('a'), at));
    const after = acknowledge(sent, [ack({ slot: 'q1', writer: 2, seq: 1 }), ack({ slot: 'q1', writer: 3, seq: 9 })]);
    expect(slotState(after, 'q1')).toBe('saving');
  });

  it('sends one request at a time, in the order of the changes, at most fifty', () => {
    let outbox = openOutbox(1, []);
    for (let slot = 1; slot <= 60; slot += 1) outbox = change(outbox, `q${slot}`, body('a'), at);
    const { sent, batch } = send(outbox);
    expect(batch.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    expect(nextBatch(sent)).toEqual([]);
    expect(nextBatch(markUnanswered(sent))).toEqual(batch);
  });

  it('sends the same key with the same body again when no answer came', () => {
    const { sent, batch } = send(change(openOutbox(1, []), 'q1', body('a'), at));
    expect(nextBatch(markUnanswered(sent))).toEqual(batch);
    expect(slotState(acknowledge(markSent(markUnanswered(sent), batch), [ack(batch[0]!, 'replay')]), 'q1')).toBe('saved');
  });

  it.each([
    ['busy', { closed: false, lost: false, state: 'saving' }],
    ['closed', { closed: true, lost: false, state: 'saving' }],
    ['superseded', { closed: false, lost: true, state: 'saving' }],
    ['conflict', { closed: false, lost: false, state: 'saving' }],
  ] as const)('does not call a change saved that came back as %s', (outcome, expected) => {
    const { sent, batch } = send(change(openOutbox(1, []), 'q1', body('a'), at));
    const after = acknowledge(sent, [ack(batch[0]!, outcome)]);
    expect({ closed: after.closed, lost: after.lost, state: slotState(after, 'q1') }).toEqual(expected);
  });

  it('gives a change that came back as conflict a new number', () => {
    const { sent, batch } = send(change(openOutbox(1, []), 'q1', body('a'), at));
    expect(nextBatch(acknowledge(sent, [ack(batch[0]!, 'conflict')])).map(({ seq }) => seq)).toEqual([2]);
  });

  it('takes no change and sends nothing when closed or without a writer', () => {
    const closed = { ...openOutbox(1, []), closed: true };
    expect(change(closed, 'q1', body('a'), at)).toBe(closed);
    const foreign = openOutbox(null, []);
    expect(foreign.lost).toBe(true);
    expect(change(foreign, 'q1', body('a'), at)).toBe(foreign);
  });

  it('says kept only when this device has stored the newest change', () => {
    const one = change(openOutbox(1, []), 'q1', body('a'), at);
    const kept = keep(one, one.waiting.get('q1')!);
    expect(slotState(kept, 'q1')).toBe('kept');
    expect(slotState(change(kept, 'q1', body('b'), at), 'q1')).toBe('saving');
  });

  it('loses no change, whatever is answered and cut off in between', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('change' as const), slot: fc.constantFrom('q1', 'q2', 'q3'), chosen: fc.constantFrom('a', 'b', 'c') }),
      fc.record({ kind: fc.constant('send' as const), reaches: fc.boolean(), answered: fc.boolean() }),
    );
    fc.assert(fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const server = new Map<string, { seq: number; chosen: string }>();
      const meant = new Map<string, string>();
      let outbox = openOutbox(1, []);
      const deliver = (batch: Edit[]): void => {
        for (const { slot, seq, body: sent } of batch) if (seq >= (server.get(slot)?.seq ?? 0)) server.set(slot, { seq, chosen: sent.chosen![0]! });
      };
      for (const act of [...steps, { kind: 'send' as const, reaches: true, answered: true }]) {
        if (act.kind === 'change') {
          outbox = change(outbox, act.slot, body(act.chosen), at);
          meant.set(act.slot, act.chosen);
          continue;
        }
        const { sent, batch } = send(outbox);
        if (act.reaches) deliver(batch);
        outbox = act.reaches && act.answered ? acknowledge(sent, batch.map((edit) => ack(edit))) : markUnanswered(sent);
        for (const [slot, chosen] of meant) if (slotState(outbox, slot) === 'saved') expect(server.get(slot)?.chosen).toBe(chosen);
      }
      for (const [slot, chosen] of meant) expect(server.get(slot)?.chosen).toBe(chosen);
    }));
  });
});

describe('what an earlier page kept', () => {
  const edit = (slot: string, writer: number, seq: number, chosen: string, editedAt = at): Edit => ({ slot, writer, seq, body: body(chosen), editedAt });

  it('is sent again in the order in which it was changed', () => {
    const { resend, contested } = recover([edit('q2', 4, 7, 'b'), edit('q1', 4, 2, 'a'), edit('q3', 3, 9, 'c')], 5, new Map());
    expect(resend.map(({ slot }) => slot)).toEqual(['q3', 'q1', 'q2']);
    expect(contested).toEqual([]);
  });

  it('is sent although the server saved something later, when no other writer came between', () => {
    const saved = new Map([['q1', { body: body('x'), savedAt, receipt: 'r' }]]);
    expect(recover([edit('q1', 4, 2, 'a')], 5, saved).resend).toHaveLength(1);
  });

  it('is left to the candidate when another device answered the same question later', () => {
    const saved = new Map([['q1', { body: body('x'), savedAt, receipt: 'r' }], ['q2', { body: body('b'), savedAt, receipt: 'r' }]]);
    const { resend, contested } = recover([edit('q1', 4, 2, 'a'), edit('q2', 4, 3, 'b'), edit('q3', 4, 4, 'c')], 7, saved);
    expect(contested.map(({ slot }) => slot)).toEqual(['q1']);
    expect(resend.map(({ slot }) => slot)).toEqual(['q2', 'q3']);
  });
});
