import { Decimal, type DecimalInput, type Rounding } from '#lib/kernel';
import { decimalWithin, ensure, oneOf, requireUnique, roundingIn } from '../check-input.js';

/** How blind marks by people become one mark. */
export interface CombineRule {
  /** One marker; two, then the chief; or two, a third, then the chief (2+1+1). */
  readonly mode: 'single' | 'double' | 'adjudicated';
  readonly max: DecimalInput;
  /** Two marks at most this far apart agree. Not for single marking. */
  readonly tolerance?: DecimalInput;
  /** Which of the first two a third mark exactly between them joins; the chief decides by default. */
  readonly equidistant?: 'higher' | 'lower' | 'chief';
  /** Rounding of a mean; marks that are not averaged are never changed. */
  readonly rounding?: Rounding;
}

export interface MarkerMark {
  readonly markerId: string;
  readonly mark: DecimalInput;
}

export interface CombinedMark {
  readonly state: 'final' | 'needs-marker' | 'needs-third' | 'needs-chief';
  /** Null until final. */
  readonly mark: Decimal | null;
  /** Why it is what it is; null until final. */
  readonly how: 'single' | 'agreed' | 'third-with-nearer' | 'chief' | null;
  /** The markers whose marks count. */
  readonly used: readonly string[];
  /** Distance of the first two marks; null before both are in. */
  readonly spread: Decimal | null;
}

/**
 * Combines blind marks a, b, c (in the order they were given) and the chief's.
 *
 * 1. |a − b| ≤ tolerance: their mean. 2. Otherwise (2+1+1) a third mark c: its mean with the nearer of a and b, if that is
 * within the tolerance; a c equally near to both follows the declared policy. 3. Otherwise the chief's mark is final. A chief's
 * mark that is not needed is ignored. A mean is rounded once.
 *
 * @throws RuleInputError for a mark outside 0 to max, a marker twice, or more marks than the mode has.
 */
export function combineMarks(marks: readonly MarkerMark[], rule: CombineRule, chief: MarkerMark | null = null): CombinedMark {
  const mode = oneOf(rule.mode, ['single', 'double', 'adjudicated'], 'rule.mode');
  const equidistant = oneOf(rule.equidistant ?? 'chief', ['higher', 'lower', 'chief'], 'rule.equidistant');
  const max = decimalWithin(rule.max, 'rule.max', 0, null);
  const { scale, mode: rounding } = roundingIn(rule.rounding, 'rule.rounding');
  const tolerance = mode === 'single' ? Decimal.zero : decimalWithin(rule.tolerance, 'rule.tolerance', 0, null);
  ensure(marks.length <= { single: 1, double: 2, adjudicated: 3 }[mode], 'marks', 'too_many');
  requireUnique([...marks, ...(chief ? [chief] : [])].map(({ markerId }) => markerId), 'marks');
  const values = marks.map(({ mark }, index) => decimalWithin(mark, `marks.${index}.mark`, 0, max));

  const [a, b, c] = values;
  const spread = a && b ? a.sub(b).abs() : null;
  const wait = (state: CombinedMark['state']): CombinedMark => ({ state, mark: null, how: null, used: [], spread });
  const final = (mark: Decimal, how: CombinedMark['how'], used: readonly number[]): CombinedMark => ({ state: 'final', mark, how, used: used.map((index) => marks[index].markerId), spread });
  const mean = (x: Decimal, y: Decimal): Decimal => Decimal.mean([x, y]).round(scale, rounding);

  if (!a) return wait('needs-marker');
  if (mode === 'single') return final(a, 'single', [0]);
  if (!b || !spread) return wait('needs-marker');
  if (spread.lte(tolerance)) return final(mean(a, b), 'agreed', [0, 1]);
  if (mode === 'adjudicated') {
    if (!c) return wait('needs-third');
    const nearer = nearerOf(a, b, c, equidistant);
    if (nearer !== null && c.sub(values[nearer]).abs().lte(tolerance)) return final(mean(c, values[nearer]), 'third-with-nearer', [nearer, 2]);
  }
  if (!chief) return wait('needs-chief');
  return { state: 'final', mark: decimalWithin(chief.mark, 'chief.mark', 0, max), how: 'chief', used: [chief.markerId], spread };
}

function nearerOf(a: Decimal, b: Decimal, c: Decimal, equidistant: 'higher' | 'lower' | 'chief'): 0 | 1 | null {
  const order = c.sub(a).abs().compare(c.sub(b).abs());
  if (order !== 0) return order < 0 ? 0 : 1;
  if (equidistant === 'chief') return null;
  return a.gt(b) === (equidistant === 'higher') ? 0 : 1;
}
