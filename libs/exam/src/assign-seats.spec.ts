import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assignSeats, countSameUnitNeighbours, neighbours, type SeatPerson, type SeatRoom } from './assign-seats.js';

const room = (id: string, rows: number, columns: number, taken = new Map<number, string>()): SeatRoom => ({ id, capacity: rows * columns, rows, columns, taken });
const people = (...sizes: number[]): SeatPerson[] => sizes.flatMap((size, unit) => Array.from({ length: size }, (_, index) => ({ id: `${unit}-${index}`, unitId: `u${unit}` })));

function clashes(rooms: readonly SeatRoom[], everyone: readonly SeatPerson[], seed = 's'): number {
  const { places } = assignSeats(everyone, rooms, 'by_unit', seed);
  const unitOf = new Map(everyone.map(({ id, unitId }) => [id, unitId]));
  const at = new Map(places.map(({ roomId, seat, personId }) => [`${roomId} ${seat}`, unitOf.get(personId)]));
  return countSameUnitNeighbours(rooms, (roomId, seat) => at.get(`${roomId} ${seat}`) ?? rooms.find(({ id }) => id === roomId)?.taken.get(seat));
}

describe('neighbours', () => {
  it('are beside, before and behind in a grid, and only inside it', () => {
    expect(neighbours({ capacity: 9, columns: 3 }, 5).sort()).toEqual([2, 4, 6, 8]);
    expect(neighbours({ capacity: 9, columns: 3 }, 3).sort()).toEqual([2, 6]);
    expect(neighbours({ capacity: 8, columns: 3 }, 6).sort()).toEqual([3, 5]);
    expect(neighbours({ capacity: 4, columns: null }, 4)).toEqual([3]);
  });
});

describe('assignSeats', () => {
  it('by list keeps the order and leaves taken seats alone', () => {
    const { places, unplaced } = assignSeats(people(4), [room('a', 1, 3, new Map([[2, 'x']])), room('b', 1, 1)], 'by_list', 's');
    expect(places.map(({ roomId, seat }) => `${roomId}${seat}`)).toEqual(['a1', 'a3', 'b1']);
    expect(unplaced).toEqual(['0-3']);
  });

  it('by unit parts every two neighbours where the numbers allow it', () => {
    expect(clashes([room('a', 5, 6)], people(10, 10, 10))).toBe(0);
    expect(clashes([room('a', 5, 6), room('b', 4, 5)], people(25, 25))).toBe(0);
    expect(clashes([room('a', 6, 5)], people(14, 6, 5, 5))).toBe(0);
  });

  it('by unit minds who sits already', () => {
    expect(clashes([room('a', 1, 4, new Map([[2, 'u0']]))], people(1, 2))).toBe(0);
  });

  it('does what it can when one unit is in the majority', () => {
    expect(clashes([room('a', 1, 5)], people(4, 1))).toBe(2);
  });

  it('seats each person at most once, on a free seat, the same for the same seed', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 5 }), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), fc.constantFrom('by_unit' as const, 'random' as const, 'by_list' as const), fc.string(), (sizes, rows, columns, method, seed) => {
      const everyone = people(...sizes);
      const rooms = [room('a', rows, columns, new Map([[1, 'u0']])), { ...room('b', rows, columns), rows: null, columns: null }];
      const { places, unplaced } = assignSeats(everyone, rooms, method, seed);
      expect(new Set(places.map(({ roomId, seat }) => `${roomId} ${seat}`)).size).toBe(places.length);
      expect(places.every(({ roomId, seat }) => seat >= 1 && seat <= rows * columns && !(roomId === 'a' && seat === 1))).toBe(true);
      expect([...places.map(({ personId }) => personId), ...unplaced].sort()).toEqual(everyone.map(({ id }) => id).sort());
      expect(unplaced.length).toBe(Math.max(0, everyone.length - (2 * rows * columns - 1)));
      expect(assignSeats(everyone, rooms, method, seed)).toEqual({ places, unplaced });
    }));
  });
});
