import { SeededRandom, sha256Hex } from '#lib/kernel';
import { ensure, requireUnique } from '../check-input.js';

/** Seeds shorter than this could be found by trying them all. */
const SHORTEST = 16;

/**
 * What is published before a draw: the SHA-256 of its secret seed. Publish the seed afterwards, and anyone can check both.
 *
 * @throws RuleInputError for a seed of fewer than 16 characters.
 */
export function commitDraw(seed: string): string {
  ensure(seed.length >= SHORTEST, 'seed', 'too_short', { min: SHORTEST });
  return sha256Hex(seed);
}

/** Whether a seed is the one that was committed to. Never throws. */
export function verifyDraw(commitment: string, seed: string): boolean {
  return sha256Hex(seed) === commitment.toLowerCase();
}

/**
 * The order of a draw. It depends on the seed, the name of the draw and the *set* of ids alone: ids are sorted first, then
 * shuffled by `SeededRandom(seed + "\n" + name)`, so the order in which entries were typed in gives nobody an edge.
 *
 * @throws RuleInputError for a short seed or an id twice.
 */
export function drawOrder(ids: readonly string[], seed: string, name: string): string[] {
  ensure(seed.length >= SHORTEST, 'seed', 'too_short', { min: SHORTEST });
  requireUnique(ids, 'ids');
  return new SeededRandom(`${seed}\n${name}`).shuffle([...ids].sort());
}

/** Whether a published draw came from this commitment, seed and name. */
export function verifyOrder(order: readonly string[], draw: { readonly commitment: string; readonly seed: string; readonly name: string }): boolean {
  if (draw.seed.length < SHORTEST || new Set(order).size !== order.length || !verifyDraw(draw.commitment, draw.seed)) return false;
  return drawOrder(order, draw.seed, draw.name).every((id, index) => id === order[index]);
}
