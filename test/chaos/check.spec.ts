import { describe, expect, it } from '@jest/globals';
import type { SaveOutcome } from '#lib/contracts';
import { check, checkScreens, type Facts, factsOf, receiptOf, type SaveRow, tally, type ViolationKind } from './check.js';
import { hashOf, Ledger, sha256, verdictOf } from './ledger.js';

const attemptId = '0198f000-0000-7000-8000-000000000001';
const at = (second: number): string => `2026-11-23T06:00:${String(second).padStart(2, '0')}.000Z`;
const closesAt = '2026-11-23T07:00:00.000Z';

/** A ledger and the database that keeps every promise made in it, to be broken by a test. */
class Run {
  readonly ledger = new Ledger();
  readonly saves: SaveRow[] = [];
  writers: Facts['writers'][number][] = [{ attemptId, writer: 1, issuedAt: at(0) }];
  attempt: Facts['attempts'][number] = { id: attemptId, state: 'in_progress', closesAt, writer: 1, submittedAt: null, submittedBy: null, submission: null };

  store(seq: number, chosen: string[], { writer = 1, slot = 'q1', superseded = false, second = this.saves.length + 1 } = {}): SaveRow {
    const key = { attemptId, slot, writer, seq, bodyHash: hashOf(chosen), acceptedAt: at(second) };
    const row = { ...key, chosen, ord: this.saves.length + 1, superseded, receipt: receiptOf(key) };
    this.saves.push(row);
    return row;
  }

  /** Sends and has it answered as the row says. */
  acknowledge(row: SaveRow, outcome: SaveOutcome = row.superseded ? 'superseded' : 'stored'): void {
    this.ledger.answer(this.ledger.send(attemptId, row), { slot: row.slot, writer: row.writer, seq: row.seq, outcome, savedAt: row.acceptedAt, receipt: row.receipt });
  }

  refuse(seq: number, chosen: string[], outcome: SaveOutcome = 'closed'): void {
    this.ledger.answer(this.ledger.send(attemptId, { slot: 'q1', writer: 1, seq, chosen }), { slot: 'q1', writer: 1, seq, outcome, savedAt: null, receipt: null });
  }

  current(row: SaveRow | undefined = this.saves.filter(({ superseded }) => !superseded).at(-1)): Facts['current'] {
    return row ? [row] : [];
  }

  found(current = this.current()): Partial<Record<ViolationKind, number>> {
    return tally(check(this.ledger, { saves: this.saves, current, attempts: [this.attempt], writers: this.writers }));
  }
}

describe('the ledger', () => {
  it('knows an operation as refused only when every send of it was refused', () => {
    const ledger = new Ledger();
    const save = { slot: 'q1', writer: 1, seq: 1, chosen: ['a'] };
    const operation = ledger.send(attemptId, save);
    expect(verdictOf(operation)).toBe('unknown');
    ledger.refuse(operation);
    expect(verdictOf(operation)).toBe('refused');
    expect(ledger.find(attemptId, save)).toBe(operation);
    expect(() => ledger.find(attemptId, { ...save, seq: 2 })).toThrow(RangeError);
    expect(ledger.send(attemptId, save)).toBe(operation);
    ledger.lose(operation);
    expect(verdictOf(operation)).toBe('unknown');
    ledger.send(attemptId, save);
    ledger.answer(operation, { slot: 'q1', writer: 1, seq: 1, outcome: 'replay', savedAt: at(1), receipt: 'r' });
    expect(verdictOf(operation)).toBe('acknowledged');
  });

  it('takes the same number with another body for another operation', () => {
    const ledger = new Ledger();
    expect(ledger.send(attemptId, { slot: 'q1', writer: 1, seq: 1, chosen: ['a'] })).not.toBe(ledger.send(attemptId, { slot: 'q1', writer: 1, seq: 1, chosen: ['b'] }));
  });

  it('notices two answers that contradict each other, and an answer for another key', () => {
    const ledger = new Ledger();
    const operation = ledger.send(attemptId, { slot: 'q1', writer: 1, seq: 1, chosen: ['a'] });
    const ack = { slot: 'q1', writer: 1, seq: 1, outcome: 'stored' as const, savedAt: at(1), receipt: 'r' };
    ledger.answer(operation, ack);
    ledger.answer(operation, { ...ack, outcome: 'replay' });
    expect(ledger.contradictions).toEqual([]);
    ledger.answer(operation, { ...ack, receipt: 'other' });
    ledger.answer(operation, { ...ack, seq: 2 });
    expect(ledger.contradictions).toHaveLength(2);
  });
});

describe('the checker', () => {
  it('finds nothing where every promise was kept', () => {
    const run = new Run();
    run.acknowledge(run.store(1, ['a']));
    run.acknowledge(run.store(3, ['b']));
    run.acknowledge(run.store(2, ['c'], { superseded: true }));
    run.refuse(9, ['d'], 'conflict');
    run.ledger.lose(run.ledger.send(attemptId, { slot: 'q1', writer: 1, seq: 4, chosen: ['d'] }));
    expect(run.found(run.current(run.saves[1]))).toEqual({});
  });

  it('takes an unanswered save as it is: there or not', () => {
    const run = new Run();
    const row = run.store(1, ['a']);
    run.ledger.lose(run.ledger.send(attemptId, row));
    expect(run.found()).toEqual({});
  });

  it('reports an acknowledged save without a row as lost, even when a later one masks it', () => {
    const run = new Run();
    run.acknowledge(run.store(1, ['a']));
    run.acknowledge(run.store(2, ['b']));
    run.saves.shift();
    expect(run.found()).toEqual({ lost: 1 });
  });

  it('reports a refused save that is there', () => {
    const run = new Run();
    run.refuse(1, ['a']);
    run.store(1, ['a']);
    expect(run.found()).toEqual({ ghost: 1 });
  });

  it('reports two rows under one key', () => {
    const run = new Run();
    run.acknowledge(run.store(1, ['a']));
    run.store(1, ['a'], { second: 1 });
    expect(run.found()).toMatchObject({ doubled: 1 });
  });

  it('reports a row that nobody sent, and another body under an acknowledged key', () => {
    const run = new Run();
    run.store(1, ['a']);
    run.ledger.send(attemptId, { slot: 'q1', writer: 1, seq: 1, chosen: ['b'] });
    expect(run.found()).toEqual({ invented: 1 });
  });

  it.each<[string, Partial<SaveRow>]>([['receipt', { receipt: sha256('x') }], ['time', { acceptedAt: at(30) }], ['body', { chosen: ['z'] }]])('reports a changed %s', (_, change) => {
    const run = new Run();
    run.acknowledge(run.store(1, ['a']));
    Object.assign(run.saves[0], change);
    expect(run.found().changed).toBeGreaterThan(0);
  });

  it('reports a late arrival that has become current', () => {
    const run = new Run();
    run.acknowledge(run.store(2, ['b']));
    run.acknowledge(run.store(1, ['a']));
    expect(run.found()).toEqual({ stale: 1, supersession: 1 });
  });

  it('reports a current response that is not the one acknowledged last', () => {
    const run = new Run();
    run.acknowledge(run.store(1, ['a']));
    run.acknowledge(run.store(2, ['b']));
    expect(run.found(run.current(run.saves[0]))).toEqual({ stale: 1 });
    expect(run.found([])).toEqual({ stale: 1 });
  });

  it('reports a save of a writer that had lost the attempt, and one that was put aside for nothing', () => {
    const run = new Run();
    run.writers.push({ attemptId, writer: 2, issuedAt: at(10) });
    run.attempt.writer = 2;
    run.acknowledge(run.store(1, ['a'], { second: 20 }));
    run.acknowledge(run.store(1, ['b'], { writer: 2, second: 21, superseded: true }));
    expect(run.found()).toMatchObject({ supersession: 2 });
  });

  it('reports a writer that was issued to two pages', () => {
    const run = new Run();
    run.ledger.writers.push({ attemptId, writer: 1 }, { attemptId, writer: 1 });
    expect(run.found()).toEqual({ doubled: 1 });
  });

  it('reports a save accepted after the close', () => {
    const run = new Run();
    run.attempt.closesAt = at(0);
    run.acknowledge(run.store(1, ['a']));
    expect(run.found()).toEqual({ late: 1 });
  });

  it('accepts a submission that is what the log says, and reports every other', () => {
    const run = new Run();
    const row = run.store(1, ['a']);
    run.acknowledge(row);
    const submission = { answered: 1, receipt: sha256(Buffer.from(row.receipt, 'hex')) };
    const told = { attemptId, submittedAt: at(40), submittedBy: 'candidate', ...submission };
    run.attempt = { ...run.attempt, state: 'submitted', submittedAt: at(40), submittedBy: 'candidate', submission };
    run.ledger.submissions.push(told);
    expect(run.found()).toEqual({});
    run.attempt = { ...run.attempt, submission: { ...submission, receipt: sha256('x') } };
    expect(run.found()).toEqual({ submission: 2 });
    run.attempt = { ...run.attempt, state: 'in_progress', submittedAt: null, submittedBy: null, submission: null };
    expect(run.found()).toEqual({ submission: 1 });
    run.ledger.submissions.length = 0;
    run.attempt = { ...run.attempt, state: 'submitted', submittedAt: at(40), submittedBy: 'clock', submission };
    expect(run.found()).toEqual({ submission: 1 });
  });

  it('reports a screen that says saved without the answer being there, and looks at some attempts alone', () => {
    const run = new Run();
    const row = run.store(1, ['b', 'a']);
    const facts: Facts = { saves: run.saves, current: [row], attempts: [run.attempt], writers: run.writers };
    const claim = { attemptId, slot: 'q1', chosen: ['a', 'b'] };
    expect(checkScreens([claim], facts)).toEqual([]);
    expect(tally(checkScreens([{ ...claim, chosen: ['a'] }, { ...claim, slot: 'q2' }], facts))).toEqual({ lost: 2 });
    expect(factsOf(facts, new Set(['another']))).toEqual({ saves: [], current: [], attempts: [], writers: [] });
  });
});
