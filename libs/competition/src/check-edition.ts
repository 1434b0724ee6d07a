import type { TierKind, WriteTier } from '#lib/contracts';
import { Decimal, DomainError, type FieldError } from '#lib/kernel';

const order: readonly TierKind[] = ['unit', 'zone', 'system'];

/**
 * Refuses tiers that no contest can run on: not in the order unit, zone, system; stages whose weights do not add up to
 * 100; a tier before the last without a quota, or a last one with it; tie-breaks by a stage that is not there.
 *
 * @throws DomainError `edition.tiers_invalid`, `edition.weights_invalid` or `request.invalid` naming the fields.
 */
export function checkTiers(tiers: readonly WriteTier[]): void {
  const levels = tiers.map(({ kind }) => order.indexOf(kind));
  const ascending = levels.every((level, index) => index === 0 || level > levels[index - 1]);
  if (tiers.length === 0 || !ascending) throw new DomainError('edition.tiers_invalid');
  const errors = tiers.flatMap((tier, index) => checkTier(tier, `tiers.${index}`, index === tiers.length - 1));
  if (errors.length > 0) throw new DomainError('request.invalid', {}, { errors });
}

function checkTier({ rule, stages }: WriteTier, path: string, last: boolean): FieldError[] {
  const errors: FieldError[] = [];
  const refuse = (condition: boolean, field: string, code: string): void => { if (condition) errors.push({ path: `${path}.${field}`, code }); };
  const weights = stages.map(({ weight }, index) => readWeight(weight, `${path}.stages.${index}.weight`));
  const sum = Decimal.sum(weights);
  if (!sum.eq(100)) throw new DomainError('edition.weights_invalid', { sum: sum.toString() }, { errors: [{ path: `${path}.stages`, code: 'edition.weights_invalid' }] });
  refuse(!last && rule.quotaPerHeat === null, 'rule.quotaPerHeat', 'field.missing');
  refuse(last && rule.quotaPerHeat !== null, 'rule.quotaPerHeat', 'tier.last');
  rule.tieBreaks.forEach((key, index) => {
    refuse(key.kind === 'stage' && (key.ordinal < 1 || key.ordinal > stages.length), `rule.tieBreaks.${index}.ordinal`, 'field.unknown');
  });
  const keys = rule.tieBreaks.map((key) => (key.kind === 'stage' ? `stage:${key.ordinal}` : key.kind));
  refuse(new Set(keys).size < keys.length, 'rule.tieBreaks', 'field.duplicate');
  return errors;
}

function readWeight(weight: string, path: string): Decimal {
  const value = Decimal.isValid(weight) ? Decimal.of(weight) : Decimal.zero;
  if (value.lte(0) || value.gt(100)) throw new DomainError('request.invalid', {}, { errors: [{ path, code: 'field.range', params: { min: 0, max: 100 } }] });
  return value;
}
