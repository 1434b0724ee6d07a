import { ensure } from '../check-input.js';

/** One entry's marks (places given by judges). */
export interface PlacedMarks {
  readonly id: string;
  readonly marks: readonly number[];
}

/** How one entry got its place in a dance. */
export interface MajorityPlace {
  readonly id: string;
  /** Shared places are the mean of the places shared. */
  readonly place: number;
  /** The column ("this place or better") in which it reached the majority. */
  readonly column: number;
  /** Marks "1 or better", "2 or better", … */
  readonly counts: readonly number[];
  /** The sums of those marks. */
  readonly sums: readonly number[];
  /** Whether it shares its place. */
  readonly tied: boolean;
}

/**
 * The places of one dance by the skating system, Rules 5 to 8: majority = ⌊J/2⌋ + 1. Column by column the entries with a
 * majority of marks "c or better" are placed: larger majority first, then the lower sum of the marks forming it, then the same
 * in each next column for those still equal; entries that are never separated share the mean place.
 *
 * @throws RuleInputError when a judge's marks are not the places 1 to n, each once.
 */
export function placeDance(entries: readonly PlacedMarks[]): MajorityPlace[] {
  const judges = requirePlaces(entries);
  return placeFrom(entries, judges, 1);
}

/** Rules 5 to 8 over any marks, starting at a column; Rule 11 uses it with the marks of all dances. */
export function placeFrom(entries: readonly PlacedMarks[], judges: number, column: number): MajorityPlace[] {
  const highest = Math.max(...entries.flatMap(({ marks }) => marks));
  const start = Math.min(column, highest);
  const majority = Math.floor(judges / 2) + 1;
  const tallies = entries.map(({ id, marks }) => tally(id, marks, highest, majority, start));
  tallies.sort((a, b) => compareTallies(a, b) || (a.id < b.id ? -1 : 1));
  const places: MajorityPlace[] = [];
  for (let from = 0, to = 1; from < tallies.length; from = to, to = from + 1) {
    while (to < tallies.length && compareTallies(tallies[from], tallies[to]) === 0) to++;
    for (const each of tallies.slice(from, to)) places.push({ ...each, place: (from + 1 + to) / 2, tied: to - from > 1 });
  }
  return places;
}

interface Tally {
  readonly id: string;
  readonly column: number;
  readonly counts: readonly number[];
  readonly sums: readonly number[];
}

function tally(id: string, marks: readonly number[], highest: number, majority: number, start: number): Tally {
  const counts = Array.from({ length: highest }, (_, index) => marks.filter((mark) => mark <= index + 1).length);
  const sums = counts.map((_, index) => marks.filter((mark) => mark <= index + 1).reduce((sum, mark) => sum + mark, 0));
  return { id, counts, sums, column: Math.max(start, counts.findIndex((count) => count >= majority) + 1) };
}

function compareTallies(a: Tally, b: Tally): number {
  if (a.column !== b.column) return a.column - b.column;
  for (let column = a.column - 1; column < a.counts.length; column++) {
    const order = b.counts[column] - a.counts[column] || a.sums[column] - b.sums[column];
    if (order !== 0) return order;
  }
  return 0;
}

function requirePlaces(entries: readonly PlacedMarks[]): number {
  ensure(entries.length > 0, 'entries', 'empty');
  const judges = entries[0].marks.length;
  ensure(judges > 0, 'entries.0.marks', 'empty');
  entries.forEach(({ marks }, index) => ensure(marks.length === judges, `entries.${index}.marks`, 'wrong_count', { judges }));
  for (let judge = 0; judge < judges; judge++) {
    const given = entries.map(({ marks }) => marks[judge]).sort((a, b) => a - b);
    ensure(given.every((place, index) => place === index + 1), `marks.${judge}`, 'not_the_places_once_each');
  }
  return judges;
}
