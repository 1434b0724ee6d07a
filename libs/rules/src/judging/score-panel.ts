import { Decimal, type DecimalInput, type Rounding } from '#lib/kernel';
import { decimalIn, decimalWithin, ensure, oneOf, requireUnique, roundingIn } from '../check-input.js';
import { checkCriteria, checkSheet } from './check-sheet.js';
import { countOvertime, type Overtime, type OvertimeRule } from './count-overtime.js';
import type { Criterion, Deduction, JudgeSheet, Trim } from './judging-types.js';
import { trimMarks, type TrimmedMark } from './trim-marks.js';

/** How a panel's marks become a score. */
export interface PanelRule {
  readonly criteria: readonly Criterion[];
  readonly trim: Trim;
  /** What becomes of the marks that count: their mean (default) or their sum. */
  readonly combine?: 'mean' | 'sum';
  /** A result below this becomes this; 0 by default, null for none. */
  readonly floor?: DecimalInput | null;
  readonly overtime?: OvertimeRule;
  readonly rounding?: Rounding;
}

/** What the panel and the referees said about one entry. */
export interface PanelInput {
  readonly sheets: readonly JudgeSheet[];
  readonly deductions?: readonly Deduction[];
  /** Degree of difficulty; multiplies what the judges gave, above 0; 1 by default. */
  readonly difficulty?: DecimalInput;
  /** Seconds taken; needs an overtime rule. */
  readonly seconds?: DecimalInput;
}

export interface JudgeExplanation {
  readonly judgeId: string;
  /** Weighted, after deductions that come before trimming. */
  readonly total: Decimal;
  /** With trimming by judge total. */
  readonly kept: TrimmedMark['kept'];
  /** Per criterion: the mark after deductions and, with trimming by criterion, whether it counts. */
  readonly marks: Readonly<Record<string, TrimmedMark>>;
}

export interface PanelScore {
  /** Rounded once, as declared. */
  readonly score: Decimal;
  readonly exact: Decimal;
  /** Mean or sum of what counts, before difficulty and whatever is taken off the result. */
  readonly panel: Decimal;
  readonly judges: readonly JudgeExplanation[];
  /** Points taken off the result: deductions after trimming. */
  readonly deducted: Decimal;
  readonly overtime: Overtime | null;
  /** False when the panel was too small for its rule to drop anything. */
  readonly trimmed: boolean;
}

/**
 * The score of one entry from its panel: marks × weights, trimmed by each judge's total or per criterion, combined,
 * times the difficulty, minus what is deducted from the result and the overtime, not below the floor, rounded once.
 *
 * A deduction on a criterion that declares `before` lowers every judge's mark on it, not below its minimum. The order of the
 * sheets changes nothing but the order of the explanation.
 *
 * @throws RuleInputError for a bad rule, a sheet out of range or off the step, a judge twice, or nothing left after trimming.
 */
export function scorePanel(input: PanelInput, rule: PanelRule): PanelScore {
  checkCriteria(rule.criteria);
  oneOf(rule.trim.by, ['judge-total', 'criterion'], 'trim.by');
  const combine = oneOf(rule.combine ?? 'mean', ['mean', 'sum'], 'combine') === 'mean' ? Decimal.mean : Decimal.sum;
  const rounding = roundingIn(rule.rounding, 'rounding');
  const difficulty = decimalIn(input.difficulty ?? 1, 'difficulty');
  ensure(difficulty.gt(0), 'difficulty', 'not_above_zero');
  ensure(input.sheets.length > 0, 'sheets', 'empty');
  requireUnique(input.sheets.map(({ judgeId }) => judgeId), 'sheets');

  const { before, after } = readDeductions(input.deductions ?? [], rule.criteria);
  const marks = input.sheets.map((sheet, index) => lower(checkSheet(sheet, rule.criteria, `sheets.${index}`), rule.criteria, before));
  const judges = rule.trim.by === 'judge-total' ? trimByTotal(input, rule, marks) : trimByCriterion(input, rule, marks);
  const panel = rule.trim.by === 'judge-total'
    ? combine(judges.filter(({ kept }) => kept === 'counted').map(({ total }) => total))
    : Decimal.sum(rule.criteria.map(({ id, weight }) => combine(judges.map((judge) => judge.marks[id]).filter(({ kept }) => kept === 'counted').map(({ mark }) => mark)).mul(weight ?? 1)));

  ensure(input.seconds === undefined || rule.overtime !== undefined, 'seconds', 'no_overtime_rule');
  const overtime = rule.overtime && input.seconds !== undefined ? countOvertime(input.seconds, rule.overtime) : null;
  const result = panel.mul(difficulty).sub(after).sub(overtime?.penalty ?? 0);
  const exact = rule.floor === null ? result : Decimal.max(decimalIn(rule.floor ?? 0, 'floor'), result);
  return { score: exact.round(rounding.scale, rounding.mode), exact, panel, judges, deducted: after, overtime, trimmed: input.sheets.length >= (rule.trim.from ?? 0) };
}

function readDeductions(deductions: readonly Deduction[], criteria: readonly Criterion[]): { before: Map<string, Decimal>; after: Decimal } {
  const before = new Map<string, Decimal>();
  let after = Decimal.zero;
  requireUnique(deductions.map(({ id }) => id), 'deductions');
  deductions.forEach(({ amount, criterionId }, index) => {
    const value = decimalWithin(amount, `deductions.${index}.amount`, 0, null);
    const criterion = criteria.find(({ id }) => id === criterionId);
    ensure(criterionId === undefined || criterion !== undefined, `deductions.${index}.criterionId`, 'unknown_criterion');
    if (criterion?.deduct === 'before') before.set(criterion.id, value.add(before.get(criterion.id) ?? 0));
    else after = after.add(value);
  });
  return { before, after };
}

function lower(marks: readonly Decimal[], criteria: readonly Criterion[], before: ReadonlyMap<string, Decimal>): Decimal[] {
  return marks.map((mark, index) => {
    const amount = before.get(criteria[index].id);
    return amount ? Decimal.max(criteria[index].min, mark.sub(amount)) : mark;
  });
}

function totalOf(marks: readonly Decimal[], criteria: readonly Criterion[]): Decimal {
  return Decimal.sum(marks.map((mark, index) => mark.mul(criteria[index].weight ?? 1)));
}

function trimByTotal({ sheets }: PanelInput, { criteria, trim }: PanelRule, marks: readonly Decimal[][]): JudgeExplanation[] {
  const totals = trimMarks(marks.map((own) => totalOf(own, criteria)), trim, 'sheets');
  return sheets.map(({ judgeId }, judge) => {
    const kept = totals[judge].kept;
    return { judgeId, total: totals[judge].mark, kept, marks: Object.fromEntries(criteria.map(({ id }, index) => [id, { mark: marks[judge][index], kept }])) };
  });
}

function trimByCriterion({ sheets }: PanelInput, { criteria, trim }: PanelRule, marks: readonly Decimal[][]): JudgeExplanation[] {
  const columns = criteria.map((_, index) => trimMarks(marks.map((own) => own[index]), trim, 'sheets'));
  return sheets.map(({ judgeId }, judge) => ({
    judgeId,
    total: totalOf(marks[judge], criteria),
    kept: 'counted',
    marks: Object.fromEntries(criteria.map(({ id }, index) => [id, columns[index][judge]])),
  }));
}
