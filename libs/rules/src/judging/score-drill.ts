import { Decimal, type DecimalInput } from '#lib/kernel';
import { decimalWithin, ensure, integerWithin, oneOf, requireUnique } from '../check-input.js';

/** What a performance must reach for points and a grade. */
export interface DrillBand {
  /** Seconds at most (time), or repetitions at least (count). */
  readonly at: DecimalInput;
  readonly points: DecimalInput;
  /** For example `excellent`, `good`, `pass`. */
  readonly grade?: string;
}

/** Bands for one sex and age group. Ages are whole years, both ends included. */
export interface DrillGroup {
  readonly sex?: 'male' | 'female';
  readonly ageFrom?: number;
  readonly ageTo?: number;
  readonly bands: readonly DrillBand[];
}

/** One version of a standard, valid from a date (`YYYY-MM-DD`) until the next version. */
export interface DrillStandard {
  readonly from: string;
  readonly groups: readonly DrillGroup[];
}

export interface DrillEvent {
  /** `time`: less is better; `count`: more is better; `pass`: passed or not, the first band's points for a pass. */
  readonly type: 'time' | 'count' | 'pass';
  readonly standards: readonly DrillStandard[];
}

export interface DrillPerformance {
  /** Seconds, repetitions, or whether it was passed. */
  readonly result: DecimalInput | boolean;
  readonly on: string;
  readonly sex: 'male' | 'female';
  readonly age: number;
}

export interface DrillScore {
  readonly points: Decimal;
  readonly grade: string | null;
  /** The band that was reached; null when none was. */
  readonly band: DrillBand | null;
  /** The version of the standard that applied. */
  readonly standardFrom: string;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Points of a drill by the standard in force on its day, for the performer's sex and age: the best band that the result
 * reaches (a band's edge counts), 0 below all. The first group that fits is used.
 *
 * @throws RuleInputError when no standard was in force, no group fits, or the result is of the wrong type.
 */
export function scoreDrill(performance: DrillPerformance, event: DrillEvent): DrillScore {
  oneOf(event.type, ['time', 'count', 'pass'], 'event.type');
  ensure(DATE.test(performance.on), 'performance.on', 'not_a_date');
  oneOf(performance.sex, ['male', 'female'], 'performance.sex');
  const age = integerWithin(performance.age, 'performance.age', 0, 150);
  const standard = standardOn(event.standards, performance.on);
  const group = standard.groups.find(({ sex, ageFrom, ageTo }) => (sex ?? performance.sex) === performance.sex && age >= (ageFrom ?? 0) && age <= (ageTo ?? 150));
  ensure(group !== undefined, 'performance', 'no_group_fits');
  ensure(group.bands.length > 0, 'event.standards.groups.bands', 'empty');
  const reaches = reachTest(event.type, performance.result);
  const reached = group.bands.filter((band, index) => reaches(decimalWithin(band.at, `bands.${index}.at`, 0, null)));
  const band = reached.reduce<DrillBand | null>((best, each) => (best === null || Decimal.of(each.points).gt(best.points) ? each : best), null);
  return { points: Decimal.of(band?.points ?? 0), grade: band?.grade ?? null, band, standardFrom: standard.from };
}

function standardOn(standards: readonly DrillStandard[], on: string): DrillStandard {
  requireUnique(standards.map(({ from }) => from), 'event.standards');
  standards.forEach(({ from }, index) => ensure(DATE.test(from), `event.standards.${index}.from`, 'not_a_date'));
  const inForce = standards.filter(({ from }) => from <= on).sort((a, b) => (a.from < b.from ? 1 : -1));
  ensure(inForce.length > 0, 'performance.on', 'no_standard_in_force');
  return inForce[0];
}

function reachTest(type: DrillEvent['type'], result: DecimalInput | boolean): (at: Decimal) => boolean {
  if (type === 'pass') {
    ensure(typeof result === 'boolean', 'performance.result', 'not_a_boolean');
    return () => result;
  }
  const value = decimalWithin(result, 'performance.result', 0, null);
  return type === 'time' ? (at) => value.lte(at) : (at) => value.gte(at);
}
