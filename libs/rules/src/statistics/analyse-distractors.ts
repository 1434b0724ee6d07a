import { Decimal, type DecimalInput } from '#lib/kernel';
import { decimalIn, ensure, requireUnique } from '../check-input.js';

export interface OptionStatistics {
  readonly option: string;
  readonly chosen: number;
  /** chosen / attempts, exact; null without attempts. */
  readonly share: Decimal | null;
  /** Mean total of the attempts that chose it, exact; null when nobody did. */
  readonly meanTotal: Decimal | null;
}

export interface DistractorStatistics {
  readonly attempts: number;
  readonly options: readonly OptionStatistics[];
  /** Attempts that chose nothing, in the same figures. */
  readonly notAnswered: OptionStatistics;
}

/** Counts who chose which option of one question, and how well they did overall, in one pass. */
export class DistractorAnalysis {
  private attempts = 0;
  private readonly sums: Map<string, { chosen: number; total: Decimal }>;
  private readonly none = { chosen: 0, total: Decimal.zero };

  /** @throws RuleInputError for no options or one twice. */
  constructor(options: readonly string[]) {
    ensure(options.length > 0, 'options', 'empty');
    requireUnique(options, 'options');
    this.sums = new Map(options.map((option) => [option, { chosen: 0, total: Decimal.zero }]));
  }

  /** Adds one attempt: the options it chose, and its total. @throws RuleInputError for an unknown option or one twice. */
  add(chosen: readonly string[], total: DecimalInput): void {
    requireUnique(chosen, 'chosen');
    const value = decimalIn(total, 'total');
    for (const option of chosen) ensure(this.sums.has(option), 'chosen', 'unknown_option', { option });
    this.attempts++;
    const sums = chosen.length === 0 ? [this.none] : chosen.map((option) => this.sums.get(option) as { chosen: number; total: Decimal });
    for (const sum of sums) {
      sum.chosen++;
      sum.total = sum.total.add(value);
    }
  }

  result(): DistractorStatistics {
    const figures = (option: string, { chosen, total }: { chosen: number; total: Decimal }): OptionStatistics => ({
      option, chosen,
      share: this.attempts === 0 ? null : Decimal.ratio(chosen, this.attempts),
      meanTotal: chosen === 0 ? null : total.div(chosen),
    });
    return { attempts: this.attempts, options: [...this.sums].map(([option, sum]) => figures(option, sum)), notAnswered: figures('', this.none) };
  }
}
