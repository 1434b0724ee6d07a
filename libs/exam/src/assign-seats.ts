import { SeededRandom } from '#lib/kernel';

/** A room with its seats, numbered from 1; in a grid row by row from the front. */
export interface SeatRoom {
  readonly id: string;
  readonly capacity: number;
  readonly rows: number | null;
  readonly columns: number | null;
  /** Seats given already, with the unit of who has them. */
  readonly taken: ReadonlyMap<number, string>;
}

export interface SeatPerson {
  readonly id: string;
  readonly unitId: string;
}

export interface Seating {
  readonly places: readonly { personId: string; roomId: string; seat: number }[];
  readonly unplaced: readonly string[];
}

export type SeatMethod = 'by_unit' | 'random' | 'by_list';

/** How often two places of a random order are tried in exchange. */
const exchanges = 4_000;

/**
 * Gives people seats, room after room, front to back. `by_list` keeps the order given; `random` shuffles by the seed; `by_unit` lays the
 * units out so that neighbours (side by side, or one behind the other) are of different units wherever the numbers allow it.
 * The same arguments give the same seats. Nobody gets a seat that is taken; whoever finds none is unplaced.
 */
export function assignSeats(people: readonly SeatPerson[], rooms: readonly SeatRoom[], method: SeatMethod, seed: string): Seating {
  const seats = rooms.flatMap((room) => freeSeats(room).map((seat) => ({ room, seat })));
  const random = new SeededRandom(seed);
  const order = method === 'by_list' ? [...people] : random.shuffle(people);
  const placed = order.slice(0, seats.length);
  if (method === 'by_unit') spread(placed, seats, random);
  return {
    places: placed.map(({ id }, index) => ({ personId: id, roomId: seats[index].room.id, seat: seats[index].seat })),
    unplaced: order.slice(seats.length).map(({ id }) => id),
  };
}

/** How many pairs of neighbours are of one unit, in all rooms together. */
export function countSameUnitNeighbours(rooms: readonly SeatRoom[], unitAt: (roomId: string, seat: number) => string | undefined): number {
  let count = 0;
  for (const room of rooms) {
    for (let seat = 1; seat <= room.capacity; seat += 1) {
      const unit = unitAt(room.id, seat);
      if (unit !== undefined) count += neighbours(room, seat).filter((other) => other > seat && unitAt(room.id, other) === unit).length;
    }
  }
  return count;
}

/** The seats beside, before and behind a seat; in a room without a grid the ones before and after it. */
export function neighbours({ capacity, columns }: Pick<SeatRoom, 'capacity' | 'columns'>, seat: number): number[] {
  if (columns === null) return [seat - 1, seat + 1].filter((other) => other >= 1 && other <= capacity);
  const column = (seat - 1) % columns;
  const beside = [...(column > 0 ? [seat - 1] : []), ...(column < columns - 1 ? [seat + 1] : [])];
  return [...beside, seat - columns, seat + columns].filter((other) => other >= 1 && other <= capacity);
}

function freeSeats({ capacity, taken }: SeatRoom): number[] {
  return Array.from({ length: capacity }, (_, index) => index + 1).filter((seat) => !taken.has(seat));
}

/** Starts from the units dealt out in turn, then exchanges people as long as that parts neighbours. Works on `placed` itself. */
function spread(placed: SeatPerson[], seats: readonly { room: SeatRoom; seat: number }[], random: SeededRandom): void {
  placed.splice(0, placed.length, ...dealt(placed));
  const indexOf = new Map(seats.slice(0, placed.length).map(({ room, seat }, index) => [`${room.id} ${seat}`, index]));
  const unitAt = (room: SeatRoom, seat: number): string | undefined => {
    const index = indexOf.get(`${room.id} ${seat}`);
    return index === undefined ? room.taken.get(seat) : placed[index].unitId;
  };
  const clashes = (index: number): number => {
    const { room, seat } = seats[index];
    return neighbours(room, seat).filter((other) => unitAt(room, other) === placed[index].unitId).length;
  };
  for (let round = 0; round < exchanges && placed.length > 1; round += 1) {
    const bad = placed.findIndex((_, index) => clashes((index + round) % placed.length) > 0);
    if (bad < 0) return;
    const one = (bad + round) % placed.length;
    tryExchange(placed, one, random.nextInt(placed.length), clashes);
  }
}

function tryExchange(placed: SeatPerson[], one: number, other: number, clashes: (index: number) => number): void {
  const before = clashes(one) + clashes(other);
  [placed[one], placed[other]] = [placed[other], placed[one]];
  if (clashes(one) + clashes(other) >= before) [placed[one], placed[other]] = [placed[other], placed[one]];
}

/** The largest unit first, one of each in turn: whoever is left at the end is of the largest. */
function dealt(people: readonly SeatPerson[]): SeatPerson[] {
  const units = new Map<string, SeatPerson[]>();
  for (const person of people) units.set(person.unitId, [...units.get(person.unitId) ?? [], person]);
  const queues = [...units.values()];
  const result: SeatPerson[] = [];
  let last: string | null = null;
  while (result.length < people.length) {
    queues.sort((a, b) => b.length - a.length || (a[0]?.unitId ?? '').localeCompare(b[0]?.unitId ?? ''));
    const queue = queues.find((candidate) => candidate.length > 0 && candidate[0].unitId !== last) ?? queues[0];
    const person = queue.shift() as SeatPerson;
    result.push(person);
    last = person.unitId;
  }
  return result;
}
