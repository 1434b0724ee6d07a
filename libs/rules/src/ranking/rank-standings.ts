import { Decimal, type DecimalInput, type Rounding } from '#lib/kernel';
import { decimalIn, ensure, oneOf, requireUnique, roundingIn } from '../check-input.js';
import { UNSCORED_STATES, type EntryState } from '../judging/judging-types.js';

/** One figure that entries are compared by. */
export interface RankingKey {
  readonly key: string;
  /** `desc`: more is better; `asc`: less is better. */
  readonly direction: 'desc' | 'asc';
  /** Compared on the figure rounded so (the published one); on the exact figure when absent. */
  readonly published?: Rounding;
  /** Where entries without this figure go; last by default. */
  readonly missing?: 'last' | 'first';
}

/** `1224`: equal entries share the best place and the next is skipped; `1223`: none is skipped; `mean`: they share the mean of their places. */
export type RankStyle = '1224' | '1223' | 'mean';

export interface RankingRule {
  /** In order: each key only decides between entries that all keys before left equal. */
  readonly keys: readonly RankingKey[];
  readonly style?: RankStyle;
}

export interface RankingEntry {
  readonly id: string;
  /** `scored` by default; entries in other states are listed, not ranked. */
  readonly state?: EntryState;
  readonly values: Readonly<Record<string, DecimalInput | null | undefined>>;
}

/** What one key did to one entry: of `among` entries still equal before it, `left` are still equal after it. */
export interface RankingStep {
  readonly key: string;
  readonly direction: 'desc' | 'asc';
  /** The figure compared, published or exact as declared; null when missing. */
  readonly value: string | null;
  readonly figure: 'published' | 'exact';
  readonly among: number;
  readonly left: number;
}

export interface Standing {
  readonly id: string;
  readonly state: EntryState;
  /** From 1, best first; with `mean` it may end in .5; null when not ranked. */
  readonly rank: number | null;
  /** How many entries share this rank, this one included. */
  readonly sharedBy: number;
  /** The keys that were needed to place this entry, in order. */
  readonly steps: readonly RankingStep[];
}

/** An entry whose figures have been read, ready to compare. */
export interface ReadEntry {
  readonly id: string;
  readonly state: EntryState;
  readonly figures: readonly (Decimal | null)[];
  /** The same figures in millionths where those are exact doubles: what most comparisons get by with. */
  readonly units: readonly (number | null)[];
}

const UNIT_SCALE = 6;

/**
 * Ranks entries by an ordered list of keys. No tie is split unless a key splits it; equal entries share their rank and are
 * listed by id. Entries that are not *scored* come after all others, without a rank, by state and id. The order of the
 * input changes nothing.
 *
 * @throws RuleInputError for no keys, a key or id twice, or a figure that is no decimal.
 */
export function rankStandings(entries: readonly RankingEntry[], rule: RankingRule): Standing[] {
  checkRankingRule(rule);
  requireUnique(entries.map(({ id }) => id), 'entries');
  const read = entries.map((entry, index) => readEntry(entry, rule, `entries.${index}`));
  const compare = compareBy(rule);
  const ranked = read.filter(({ state }) => state === 'scored').sort((a, b) => compare(a, b) || compareIds(a.id, b.id));
  const rest = read.filter(({ state }) => state !== 'scored').sort(compareUnscored);

  const standings: Standing[] = [];
  const groups = new GroupSizes(ranked, rule);
  for (let from = 0, dense = 1; from < ranked.length; dense++) {
    let to = from + 1;
    while (to < ranked.length && compare(ranked[from], ranked[to]) === 0) to++;
    const rank = placeOf(rule.style ?? '1224', from, to, dense);
    const steps = groups.stepsAt(from);
    for (const { id, state } of ranked.slice(from, to)) standings.push({ id, state, rank, sharedBy: to - from, steps });
    from = to;
  }
  return [...standings, ...rest.map(({ id, state }) => ({ id, state, rank: null, sharedBy: 0, steps: [] }))];
}

/** The rank shared by the entries at positions from (inclusive) to to (exclusive), the dense-th group. */
export function placeOf(style: RankStyle, from: number, to: number, dense: number): number {
  if (style === '1223') return dense;
  return style === 'mean' ? (from + 1 + to) / 2 : from + 1;
}

/** Refuses a rule without keys, with a key twice, or with unknown words. */
export function checkRankingRule(rule: RankingRule): void {
  ensure(Array.isArray(rule.keys) && rule.keys.length > 0, 'keys', 'empty');
  requireUnique(rule.keys.map(({ key }) => key), 'keys');
  rule.keys.forEach(({ direction, missing, published }, index) => {
    oneOf(direction, ['desc', 'asc'], `keys.${index}.direction`);
    oneOf(missing ?? 'last', ['last', 'first'], `keys.${index}.missing`);
    if (published) roundingIn(published, `keys.${index}.published`);
  });
  oneOf(rule.style ?? '1224', ['1224', '1223', 'mean'], 'style');
}

/** Reads an entry's figures, rounded where the rule compares published ones. */
export function readEntry(entry: RankingEntry, { keys }: RankingRule, field: string): ReadEntry {
  const state = oneOf(entry.state ?? 'scored', ['scored', ...UNSCORED_STATES], `${field}.state`);
  const figures = keys.map(({ key, published }) => {
    const value = entry.values[key];
    if (value === null || value === undefined) return null;
    const figure = decimalIn(value, `${field}.values.${key}`);
    return published ? figure.round(published.scale, published.mode) : figure;
  });
  return { id: entry.id, state, figures, units: figures.map((figure) => figure && figure.toUnits(UNIT_SCALE)) };
}

/** Compares read entries by all keys: negative when the first is better, 0 when they tie. */
export function compareBy({ keys }: RankingRule): (a: ReadEntry, b: ReadEntry) => number {
  const compareKeys = keys.map((_, index) => compareKey(keys[index], index));
  return (a, b) => {
    for (const compare of compareKeys) {
      const order = compare(a, b);
      if (order !== 0) return order;
    }
    return 0;
  };
}

/** Code-unit order, the same on every machine. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The order of entries that are not ranked: by state as listed, then id. */
export function compareUnscored(a: ReadEntry, b: ReadEntry): number {
  const place = (state: EntryState): number => (UNSCORED_STATES as readonly string[]).indexOf(state);
  return place(a.state) - place(b.state) || compareIds(a.id, b.id);
}

/** The step that a key contributes to an explanation. */
export function stepOf(key: RankingKey, figure: Decimal | null, among: number, left: number): RankingStep {
  const value = figure && (key.published ? figure.toString(key.published.scale) : figure.toString());
  return { key: key.key, direction: key.direction, value, figure: key.published ? 'published' : 'exact', among, left };
}

function compareKey({ direction, missing }: RankingKey, index: number): (a: ReadEntry, b: ReadEntry) => number {
  const better = direction === 'desc' ? -1 : 1;
  const absent = missing === 'first' ? -1 : 1;
  return (a, b) => {
    const [m, n] = [a.units[index], b.units[index]];
    if (m !== null && n !== null) return m === n ? 0 : m < n ? -better : better;
    const [x, y] = [a.figures[index], b.figures[index]];
    if (x === null || y === null) return x === y ? 0 : x === null ? absent : -absent;
    return better * x.compare(y);
  };
}

/** For each position and number of keys: how many entries those keys leave equal. One pass per key over the sorted list. */
class GroupSizes {
  private readonly sizes: Uint32Array[] = [];

  constructor(private readonly ranked: readonly ReadEntry[], private readonly rule: RankingRule) {
    let starts = new Uint8Array(ranked.length);
    rule.keys.forEach((key, index) => {
      const compare = compareKey(key, index);
      starts = starts.map((start, at) => (start || at === 0 || compare(ranked[at - 1], ranked[at]) !== 0 ? 1 : 0));
      this.sizes.push(sizesOfRuns(starts));
    });
  }

  stepsAt(at: number): RankingStep[] {
    const steps: RankingStep[] = [];
    let among = this.ranked.length;
    for (let index = 0; index < this.rule.keys.length && (index === 0 || among > 1); index++) {
      const left = this.sizes[index][at];
      steps.push(stepOf(this.rule.keys[index], this.ranked[at].figures[index], among, left));
      among = left;
    }
    return steps;
  }
}

function sizesOfRuns(starts: Uint8Array): Uint32Array {
  const sizes = new Uint32Array(starts.length);
  for (let from = 0, to = 1; from < starts.length; from = to, to = from + 1) {
    while (to < starts.length && !starts[to]) to++;
    sizes.fill(to - from, from, to);
  }
  return sizes;
}
