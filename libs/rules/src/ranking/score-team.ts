import { Decimal, type DecimalInput, type Rounding } from '#lib/kernel';
import { decimalIn, decimalWithin, ensure, integerWithin, oneOf, requireUnique, roundingIn } from '../check-input.js';

export interface TeamRule {
  /** The best k members of each stage count, or all of them. */
  readonly best: number | 'all';
  readonly combine: 'sum' | 'mean';
  /**
   * A member without a score, or fewer members than count: `zero` counts each missing one as 0; `skip` combines those there
   * are; `incomplete` gives the team no score.
   */
  readonly missing: 'zero' | 'skip' | 'incomplete';
  /** More is better (default), or less (times). */
  readonly direction?: 'desc' | 'asc';
  readonly rounding?: Rounding;
}

export interface TeamStage {
  readonly stageId: string;
  /** Multiplies what the members reach in this stage, above 0; 1 by default. */
  readonly weight?: DecimalInput;
  readonly members: readonly { readonly id: string; readonly value: DecimalInput | null }[];
}

export interface TeamStageScore {
  readonly stageId: string;
  /** Before its weight; null when incomplete. */
  readonly value: Decimal | null;
  readonly counted: readonly string[];
  /** Missing members counted as 0. */
  readonly zeros: number;
}

export interface TeamScore {
  /** Rounded once; null when the team has no score. */
  readonly score: Decimal | null;
  readonly exact: Decimal | null;
  readonly stages: readonly TeamStageScore[];
}

/**
 * A team's score: in each stage the sum or mean of its best k members (or all), times the stage's weight, summed. Of
 * members with equal values those first by id count, which changes no score.
 *
 * @throws RuleInputError for a bad rule, no stages, or a member twice in a stage.
 */
export function scoreTeam(stages: readonly TeamStage[], rule: TeamRule): TeamScore {
  if (rule.best !== 'all') integerWithin(rule.best, 'best', 1);
  oneOf(rule.combine, ['sum', 'mean'], 'combine');
  oneOf(rule.missing, ['zero', 'skip', 'incomplete'], 'missing');
  oneOf(rule.direction ?? 'desc', ['desc', 'asc'], 'direction');
  ensure(!(rule.missing === 'zero' && rule.direction === 'asc'), 'missing', 'zero_would_win');
  const rounding = roundingIn(rule.rounding, 'rounding');
  ensure(stages.length > 0, 'stages', 'empty');
  requireUnique(stages.map(({ stageId }) => stageId), 'stages');

  const scored = stages.map((stage, index) => scoreStage(stage, rule, `stages.${index}`));
  const exact = scored.reduce<Decimal | null>((total, { value }, index) => {
    const weight = decimalIn(stages[index].weight ?? 1, `stages.${index}.weight`);
    ensure(weight.gt(0), `stages.${index}.weight`, 'not_above_zero');
    return total && value && total.add(value.mul(weight));
  }, Decimal.zero);
  return { score: exact && exact.round(rounding.scale, rounding.mode), exact, stages: scored };
}

function scoreStage({ stageId, members }: TeamStage, rule: TeamRule, field: string): TeamStageScore {
  requireUnique(members.map(({ id }) => id), `${field}.members`);
  const better = rule.direction === 'asc' ? 1 : -1;
  const present = members
    .flatMap(({ id, value }, index) => (value === null ? [] : [{ id, value: decimalWithin(value, `${field}.members.${index}.value`, null, null) }]))
    .sort((a, b) => better * a.value.compare(b.value) || (a.id < b.id ? -1 : 1));
  const wanted = rule.best === 'all' ? members.length : rule.best;
  const counted = present.slice(0, wanted);
  const zeros = rule.missing === 'zero' ? wanted - counted.length : 0;
  const incomplete = counted.length + zeros === 0 || (rule.missing === 'incomplete' && counted.length < wanted);
  const sum = Decimal.sum(counted.map(({ value }) => value));
  const value = incomplete ? null : rule.combine === 'sum' ? sum : sum.div(counted.length + zeros);
  return { stageId, value, counted: counted.map(({ id }) => id), zeros };
}
