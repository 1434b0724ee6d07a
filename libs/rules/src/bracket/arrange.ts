import { oneOf } from '../check-input.js';

/** `half-shift` puts the second half first, `reverse-half-shift` reverses each half, `pair-flip` each pair. */
export type Arrangement = 'natural' | 'reverse' | 'half-shift' | 'reverse-half-shift' | 'pair-flip';

/**
 * The list in another order, for example that in which losers drop into a lower bracket. In a list of odd length the
 * first half is the shorter one and the last entry has no pair to be exchanged in.
 *
 * @throws RuleInputError for an unknown arrangement.
 */
export function arrange<T>(list: readonly T[], by: Arrangement): T[] {
  oneOf(by, ['natural', 'reverse', 'half-shift', 'reverse-half-shift', 'pair-flip'], 'by');
  const half = Math.floor(list.length / 2);
  const [first, second] = [list.slice(0, half), list.slice(half)];
  if (by === 'reverse') return [...list].reverse();
  if (by === 'half-shift') return [...second, ...first];
  if (by === 'reverse-half-shift') return [...first.reverse(), ...second.reverse()];
  if (by === 'pair-flip') return list.map((entry, index) => list[index % 2 === 0 ? index + 1 : index - 1] ?? entry);
  return [...list];
}
