import { Decimal, type DecimalInput } from '#lib/kernel';
import { decimalIn, decimalWithin, ensure } from '../check-input.js';

/** All times in seconds. */
export interface OvertimeRule {
  readonly limit: DecimalInput;
  /** Seconds over the limit that cost nothing; 0 by default. */
  readonly grace?: DecimalInput;
  /** Length of one unit of overtime, above 0. */
  readonly unit: DecimalInput;
  /** Points per started unit. */
  readonly penalty: DecimalInput;
  /** At most this many points. */
  readonly max?: DecimalInput;
}

export interface Overtime {
  /** Seconds past limit and grace. */
  readonly over: Decimal;
  /** Started units. */
  readonly units: number;
  readonly penalty: Decimal;
}

/**
 * The penalty for taking longer than allowed: every *started* unit past limit and grace costs, so one second over costs
 * a whole unit and exactly the limit costs nothing.
 *
 * @throws RuleInputError for a negative time or penalty, or a unit of 0.
 */
export function countOvertime(seconds: DecimalInput, rule: OvertimeRule): Overtime {
  const taken = decimalWithin(seconds, 'seconds', 0, null);
  const limit = decimalWithin(rule.limit, 'overtime.limit', 0, null);
  const grace = decimalWithin(rule.grace ?? 0, 'overtime.grace', 0, null);
  const unit = decimalIn(rule.unit, 'overtime.unit');
  ensure(unit.gt(0), 'overtime.unit', 'not_above_zero');
  const each = decimalWithin(rule.penalty, 'overtime.penalty', 0, null);
  const over = Decimal.max(0, taken.sub(limit).sub(grace));
  const whole = over.div(unit).round(0, 'down');
  const units = whole.mul(unit).eq(over) ? whole : whole.add(1);
  const penalty = each.mul(units);
  const max = rule.max === undefined ? penalty : decimalWithin(rule.max, 'overtime.max', 0, null);
  return { over, units: units.toNumber(), penalty: Decimal.min(penalty, max) };
}
