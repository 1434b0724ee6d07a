import { Decimal, type DecimalInput, type Rounding } from '#lib/kernel';
import { decimalIn, ensure, integerWithin, oneOf, roundingIn } from '../check-input.js';
import { type EntryState, UNSCORED_STATES } from './judging-types.js';

/** One run of an entry; a run that is not scored has a state instead of a value. */
export interface Run {
  readonly state?: EntryState;
  readonly value?: DecimalInput | null;
}

export interface RunsRule {
  /**
   * `best`: the best run; `sum`: all runs, or the best `take` of them; `mean`: likewise; `trimmed-mean`: the mean after
   * dropping the best and worst `drop` runs, an unscored run being the worst.
   */
  readonly combine: 'best' | 'sum' | 'mean' | 'trimmed-mean';
  /** More is better (points) or less is better (time). */
  readonly direction: 'desc' | 'asc';
  /** Runs that the rule needs; an entry with fewer is still pending. */
  readonly runs: number;
  /** For sum and mean: only the best so many count. */
  readonly take?: number;
  /** For a trimmed mean: runs dropped at each end. */
  readonly drop?: number;
  /** Carried over from an earlier round, times its weight, added to the result. */
  readonly carry?: { readonly value: DecimalInput; readonly weight?: DecimalInput };
  readonly rounding?: Rounding;
}

export interface RunsScore {
  /** `scored`, `pending` while runs are missing, or the state of the run that kept it from a score. */
  readonly state: EntryState;
  readonly score: Decimal | null;
  readonly exact: Decimal | null;
  /** Indexes of the runs that count. */
  readonly counted: readonly number[];
}

/**
 * One result from several runs. Unscored runs never count as 0: they lose to every scored one, and an entry has no result when
 * one of them would have to count. Best of several is known only when all runs are in, as are the others.
 *
 * @throws RuleInputError for more runs than the rule has, a scored run without value, or nothing left after dropping.
 */
export function combineRuns(runs: readonly Run[], rule: RunsRule): RunsScore {
  const combine = oneOf(rule.combine, ['best', 'sum', 'mean', 'trimmed-mean'], 'rule.combine');
  const better = oneOf(rule.direction, ['desc', 'asc'], 'rule.direction') === 'desc' ? -1 : 1;
  const needed = integerWithin(rule.runs, 'rule.runs', 1);
  const rounding = roundingIn(rule.rounding, 'rule.rounding');
  ensure(runs.length <= needed, 'runs', 'too_many', { runs: needed });
  const [from, to] = window(combine, rule, needed);
  const carry = rule.carry ? decimalIn(rule.carry.value, 'rule.carry.value').mul(decimalIn(rule.carry.weight ?? 1, 'rule.carry.weight')) : Decimal.zero;

  const read = runs.map(readRun);
  const none = (state: EntryState): RunsScore => ({ state, score: null, exact: null, counted: [] });
  if (read.length < needed || read.some(({ state }) => state === 'pending')) return none('pending');
  const ordered = [...read].sort((a, b) => compareRuns(a, b, better));
  const counting = ordered.slice(from, to);
  const missing = counting.find(({ value }) => value === null);
  if (missing) return none(missing.state);

  const sum = Decimal.sum(counting.map(({ value }) => value as Decimal));
  const exact = (combine === 'sum' ? sum : sum.div(counting.length)).add(carry);
  return { state: 'scored', score: exact.round(rounding.scale, rounding.mode), exact, counted: counting.map(({ index }) => index).sort((a, b) => a - b) };
}

interface ReadRun {
  readonly index: number;
  readonly state: EntryState;
  readonly value: Decimal | null;
}

function readRun({ state, value }: Run, index: number): ReadRun {
  const known = oneOf(state ?? 'scored', ['scored', ...UNSCORED_STATES], `runs.${index}.state`);
  return { index, state: known, value: known === 'scored' ? decimalIn(value, `runs.${index}.value`) : null };
}

function window(combine: RunsRule['combine'], rule: RunsRule, needed: number): [number, number] {
  if (combine === 'best') return [0, 1];
  if (combine !== 'trimmed-mean') return [0, integerWithin(rule.take ?? needed, 'rule.take', 1, needed)];
  const drop = integerWithin(rule.drop ?? 1, 'rule.drop', 0);
  ensure(needed - 2 * drop >= 1, 'rule.drop', 'too_few', { runs: needed });
  return [drop, needed - drop];
}

function compareRuns(a: ReadRun, b: ReadRun, better: number): number {
  if (a.value === null || b.value === null) return a.value === b.value ? a.index - b.index : a.value === null ? 1 : -1;
  return better * a.value.compare(b.value) || a.index - b.index;
}
