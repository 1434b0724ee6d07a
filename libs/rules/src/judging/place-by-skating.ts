import { ensure, requireUnique } from '../check-input.js';
import { type MajorityPlace, placeDance, placeFrom, type PlacedMarks } from './place-by-majority.js';

/** One dance (or discipline): what each judge placed every entry. */
export interface Dance {
  readonly danceId: string;
  readonly entries: readonly PlacedMarks[];
}

export interface SkatingPlace {
  readonly id: string;
  readonly place: number;
  /** Its place in each dance, in the given order. */
  readonly dances: readonly number[];
  /** Sum of those places (Rule 9). */
  readonly total: number;
  /** The rule that settled its place; null when it shares it after Rule 11. */
  readonly rule: 9 | 10 | 11 | null;
}

export interface SkatingResult {
  readonly places: readonly SkatingPlace[];
  readonly dances: readonly { readonly danceId: string; readonly places: readonly MajorityPlace[] }[];
}

/**
 * The skating system over several dances, Rules 5 to 11. Rule 9: lower sum of places. Rule 10, for the place under review: most
 * dances with "that place or better", then the lower sum of those. Rule 11: the marks of all dances together, majority over
 * judges × dances, from the column of the place under review; it places one entry and the rest return to Rule 10.
 *
 * @throws RuleInputError for no dances, one twice, other entries in a dance, or marks that are not places.
 */
export function placeBySkating(dances: readonly Dance[]): SkatingResult {
  ensure(dances.length > 0, 'dances', 'empty');
  requireUnique(dances.map(({ danceId }) => danceId), 'dances');
  const ids = dances[0].entries.map(({ id }) => id);
  requireUnique(ids, 'dances.0.entries');
  dances.forEach(({ entries }, index) => ensure(entries.length === ids.length && ids.every((id) => entries.some((entry) => entry.id === id)), `dances.${index}.entries`, 'other_entries'));

  const placed = dances.map(({ danceId, entries }) => ({ danceId, places: placeDance(entries) }));
  const couples = ids.map((id): Couple => {
    const own = placed.map(({ places }) => (places.find((place) => place.id === id) as MajorityPlace).place);
    return {
      id, dances: own, total: own.reduce((sum, place) => sum + place, 0),
      marks: dances.flatMap(({ entries }) => (entries.find((entry) => entry.id === id) as PlacedMarks).marks),
    };
  });
  return { places: placeCouples(couples), dances: placed };
}

interface Couple extends PlacedMarks {
  readonly dances: readonly number[];
  readonly total: number;
}

function placeCouples(couples: readonly Couple[]): SkatingPlace[] {
  const sorted = [...couples].sort((a, b) => a.total - b.total || (a.id < b.id ? -1 : 1));
  const places: SkatingPlace[] = [];
  for (let from = 0, to = 1; from < sorted.length; from = to, to = from + 1) {
    while (to < sorted.length && sorted[to].total === sorted[from].total) to++;
    const group = sorted.slice(from, to);
    if (group.length === 1) places.push(toPlace(group[0], from + 1, 9));
    else places.push(...placeTied(group, from + 1));
  }
  return places;
}

/** Rule 10 for a group with equal totals, from the place under review on. */
function placeTied(group: readonly Couple[], place: number): SkatingPlace[] {
  if (group.length === 0) return [];
  if (group.length === 1) return [toPlace(group[0], place, 10)];
  const best = bestByRule10(group, place);
  const rest = group.filter((couple) => !best.includes(couple));
  if (best.length === 1) return [toPlace(best[0], place, 10), ...placeTied(rest, place + 1)];
  return [...placePooled(best, place), ...placeTied(rest, place + best.length)];
}

/** Rule 11 for those whom Rule 10 left equal: places one (or those it cannot separate), the others return to Rule 10. */
function placePooled(group: readonly Couple[], place: number): SkatingPlace[] {
  const pooled = placeFrom(group, group[0].marks.length, place);
  const first = pooled.filter((each) => each.place === pooled[0].place).map(({ id }) => group.find((couple) => couple.id === id) as Couple);
  const rest = group.filter((couple) => !first.includes(couple));
  const shared = place + (first.length - 1) / 2;
  return [...first.map((couple) => toPlace(couple, shared, first.length === 1 ? 11 : null)), ...placeTied(rest, place + first.length)];
}

function bestByRule10(group: readonly Couple[], place: number): Couple[] {
  const scored = group.map((couple) => {
    const forming = couple.dances.filter((own) => own <= place);
    return { couple, count: forming.length, sum: forming.reduce((total, own) => total + own, 0) };
  });
  const most = Math.max(...scored.map(({ count }) => count));
  const leaders = scored.filter(({ count }) => count === most);
  const lowest = Math.min(...leaders.map(({ sum }) => sum));
  return leaders.filter(({ sum }) => sum === lowest).map(({ couple }) => couple);
}

function toPlace({ id, dances, total }: Couple, place: number, rule: SkatingPlace['rule']): SkatingPlace {
  return { id, place, dances, total, rule };
}
