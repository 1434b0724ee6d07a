import { describe, expect, it } from '@jest/globals';
import { firstHash, sealHash } from './canonical-event.js';
import { type SealedRow, verifyAuditChain } from './verify-audit-chain.js';

function chain(length: number): SealedRow[] {
  let previous = firstHash;
  return Array.from({ length }, (_, index) => {
    const event = { id: String(index + 7), at: '2026-11-23T06:02:11.000Z', actorId: null, action: 'attempt.submit', objectType: 'attempt', objectId: 'a', payload: { index, of: { b: 1, a: 2 } } };
    const row = { seq: index + 1, eventId: event.id, hash: sealHash(previous, event), previous, event };
    previous = row.hash;
    return row;
  });
}

describe('verifyAuditChain', () => {
  it('finds an untouched chain whole, whatever the order of the keys in a payload', () => {
    const rows = chain(5);
    rows[3].event!.payload = { of: { a: 2, b: 1 }, index: 3 };
    expect(verifyAuditChain(rows)).toEqual({ ok: true, checked: 5, head: rows[4].hash });
    expect(verifyAuditChain([])).toEqual({ ok: true, checked: 0, head: firstHash });
  });

  it.each<[string, (rows: SealedRow[]) => void, number, string]>([
    ['a changed action', (rows) => { rows[2].event!.action = 'attempt.start'; }, 3, 'event_changed'],
    ['a changed actor', (rows) => { rows[2].event!.actorId = 'x'; }, 3, 'event_changed'],
    ['a changed payload', (rows) => { rows[2].event!.payload = {}; }, 3, 'event_changed'],
    ['a removed event', (rows) => { rows[2].event = null; }, 3, 'event_missing'],
    ['a removed seal', (rows) => { rows.splice(2, 1); }, 4, 'seq_gap'],
    ['a row put in with a hash of its own', (rows) => { rows[2].hash = sealHash(rows[2].previous, { ...rows[2].event!, action: 'x' }); rows[2].event!.action = 'x'; }, 4, 'previous_differs'],
    ['two rows exchanged', (rows) => { [rows[1].event, rows[2].event] = [rows[2].event, rows[1].event]; }, 2, 'event_missing'],
  ])('locates %s', (_, harm, seq, fault) => {
    const rows = chain(5);
    harm(rows);
    expect(verifyAuditChain(rows)).toMatchObject({ ok: false, broken: { seq, fault } });
  });
});
