import { describe, expect, it } from '@jest/globals';
import { fc } from '../../../test/property.js';
import { DomainError, newId, SeededRandom, sha256Bytes, sha256Hex, systemClock } from './index.js';

describe('DomainError', () => {
  it('carries a stable code, its params and its kind', () => {
    const error = new DomainError('exam.closed', { at: 5 }, { kind: 'conflict', errors: [{ path: 'a', code: 'b' }], cause: 'why' });
    expect(error).toMatchObject({ name: 'DomainError', code: 'exam.closed', message: 'exam.closed', params: { at: 5 }, kind: 'conflict', errors: [{ path: 'a', code: 'b' }], cause: 'why' });
    expect(error).toBeInstanceOf(Error);
  });

  it('is invalid input unless told otherwise', () => {
    const error = new DomainError('x');
    expect(error).toMatchObject({ kind: 'invalid', params: {} });
    expect('errors' in error || 'cause' in error).toBe(false);
  });

  it('is named after its class', () => {
    class ExamClosed extends DomainError {}
    expect(new ExamClosed('x').name).toBe('ExamClosed');
  });
});

describe('SeededRandom', () => {
  it('gives the same stream for the same seed, for ever', () => {
    const random = new SeededRandom('kaosai');
    expect([random.nextUint32(), random.nextUint32(), random.nextUint32()]).toEqual([2164407894, 762358362, 3467014658]);
    expect(new SeededRandom('kaosai').shuffle([1, 2, 3, 4, 5, 6, 7, 8])).toEqual([1, 2, 8, 6, 5, 3, 4, 7]);
    expect(new SeededRandom('kaosai').seed).toBe('kaosai');
  });

  it('stays in range and permutes without changing its argument', () => {
    fc.assert(fc.property(fc.string(), fc.integer({ min: 1, max: 1000 }), fc.array(fc.integer()), (seed, n, items) => {
      const random = new SeededRandom(seed);
      const value = random.nextInt(n);
      expect(Number.isInteger(value) && value >= 0 && value < n).toBe(true);
      const before = [...items];
      expect(random.shuffle(items).sort()).toEqual([...items].sort());
      expect(items).toEqual(before);
      if (items.length > 0) expect(items).toContain(random.pick(items));
    }));
  });

  it('gives every value and every order about equally often', () => {
    const random = new SeededRandom('fair');
    const orders = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const order = random.shuffle(['a', 'b', 'c']).join('');
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    expect(orders.size).toBe(6);
    for (const count of orders.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it('throws values away that would favour small numbers', () => {
    const random = new SeededRandom('reject');
    const n = 2 ** 31 + 1;
    const high = Array.from({ length: 400 }, () => random.nextInt(n)).filter((value) => value >= n / 2).length;
    expect(Math.abs(high - 200)).toBeLessThan(60);
    expect(new SeededRandom('whole').nextInt(2 ** 32)).toBe(new SeededRandom('whole').nextUint32());
  });

  it.each([0, -1, 1.5, 2 ** 32 + 1, NaN])('refuses the bound %d', (n) => {
    expect(() => new SeededRandom('x').nextInt(n)).toThrow(/Not an integer from 1 to 2\^32/);
  });
});

describe('sha256', () => {
  it('hashes texts as UTF-8 (FIPS 180-2 and a Chinese one)', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256Hex(new TextEncoder().encode('考赛'))).toBe(sha256Hex('考赛'));
    expect(sha256Bytes('')).toHaveLength(32);
  });
});

describe('newId', () => {
  it('is a UUID of version 7 that sorts by time', () => {
    const ids = Array.from({ length: 100 }, newId);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(ids).size).toBe(100);
    expect([...ids].sort()).toEqual(ids);
  });
});

describe('systemClock', () => {
  it('tells the time', () => expect(Math.abs(systemClock.now().getTime() - Date.now())).toBeLessThan(1000));
});
