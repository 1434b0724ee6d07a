import { ensure, requireUnique } from '../check-input.js';

/** One press of a buzzer, in milliseconds. */
export interface Buzz {
  readonly entryId: string;
  /** The device's own clock. */
  readonly deviceTime: number;
  /** Server clock − device clock, as measured. */
  readonly offset: number;
  /** Half-width of the measurement: the true offset lies within ± this; 0 or more. */
  readonly uncertainty: number;
}

export interface BuzzOrder {
  /** On the server's clock, earliest first. */
  readonly times: readonly { readonly entryId: string; readonly at: number; readonly uncertainty: number }[];
  /** Certainly before the opening. */
  readonly fouls: readonly string[];
  /** Who was first; null when nobody pressed, or when it is a tie within the uncertainty. */
  readonly first: string | null;
  /** Everyone who may have been first, when they cannot be told apart; then an extra question or the chief decides. */
  readonly tied: readonly string[];
}

/**
 * Who pressed first (抢答), each device's clock corrected by its measured offset. Two presses whose intervals
 * [t − u, t + u] overlap cannot be told apart. A press whose whole interval lies before the opening is a foul; one that may
 * have been in time counts.
 *
 * @throws RuleInputError for an entry twice, a time that is no number, or a negative uncertainty.
 */
export function orderBuzzes(buzzes: readonly Buzz[], openedAt: number): BuzzOrder {
  ensure(Number.isFinite(openedAt), 'openedAt', 'not_a_number');
  requireUnique(buzzes.map(({ entryId }) => entryId), 'buzzes');
  const read = buzzes.map(({ entryId, deviceTime, offset, uncertainty }, index) => {
    ensure(Number.isFinite(deviceTime) && Number.isFinite(offset), `buzzes.${index}`, 'not_a_number');
    ensure(Number.isFinite(uncertainty) && uncertainty >= 0, `buzzes.${index}.uncertainty`, 'out_of_range', { min: 0 });
    return { entryId, at: deviceTime + offset, uncertainty };
  }).sort((a, b) => a.at - b.at || (a.entryId < b.entryId ? -1 : 1));
  const fouls = read.filter(({ at, uncertainty }) => at + uncertainty < openedAt).map(({ entryId }) => entryId);
  const times = read.filter(({ entryId }) => !fouls.includes(entryId));
  const earliest = Math.min(...times.map(({ at, uncertainty }) => at + uncertainty));
  const candidates = times.filter(({ at, uncertainty }) => at - uncertainty <= earliest).map(({ entryId }) => entryId);
  return { times, fouls, first: candidates.length === 1 ? candidates[0] : null, tied: candidates.length > 1 ? candidates : [] };
}
