import { integerWithin } from '../check-input.js';
import { rankStandings, type Standing } from './rank-standings.js';

export interface MedalCount {
  readonly id: string;
  readonly gold: number;
  readonly silver: number;
  readonly bronze: number;
}

/**
 * The medal table: gold, then silver, then bronze, each descending; equal triples share a 1224 rank.
 *
 * @throws RuleInputError for a negative or fractional count, or an id twice.
 */
export function rankMedals(rows: readonly MedalCount[]): Standing[] {
  const entries = rows.map(({ id, gold, silver, bronze }, index) => {
    for (const [medal, count] of Object.entries({ gold, silver, bronze })) integerWithin(count, `rows.${index}.${medal}`, 0);
    return { id, values: { gold, silver, bronze } };
  });
  return rankStandings(entries, { keys: [{ key: 'gold', direction: 'desc' }, { key: 'silver', direction: 'desc' }, { key: 'bronze', direction: 'desc' }] });
}
