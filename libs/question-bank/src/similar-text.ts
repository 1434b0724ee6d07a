import { bigrams } from '#lib/database';

/** Texts count as almost the same from this share of common character pairs on. */
export const similarFrom = 0.8;

// Held here: looked up in the global object sixty times for every pair, it is most of the work.
const { imul } = Math;

const bandCount = 12;
const rowsPerBand = 5;

/** Fixed for good: bands are stored, and other seeds would find nothing of what is. */
const seeds = Array.from({ length: bandCount * rowsPerBand }, (_, index) => mix(imul(index + 1, 0x9e3779b1)));

/**
 * The twelve MinHash bands of a text's character pairs, five hashes each, as signed 32-bit numbers: equal texts have equal bands,
 * and two texts with Jaccard similarity s share at least one with probability 1 − (1 − s⁵)¹² — 99.1 % at 0.8, 99.99 % at 0.9, 32 % at
 * 0.5, 0.4 % at 0.2. What shares a band is a candidate only; `jaccard` decides. A text without letters or digits has no bands.
 * Source: A. Broder, On the resemblance and containment of documents, 1997; banding after Leskovec, Rajaraman, Ullman, ch. 3.
 */
export function bandsOf(text: string): number[] {
  const hashes = Int32Array.from(bigrams(text), hashOf);
  if (hashes.length === 0) return [];
  return Array.from({ length: bandCount }, (_, band) => {
    let value = mix(band + 1);
    for (let row = 0; row < rowsPerBand; row += 1) value = mix(value ^ leastOf(hashes, seeds[band * rowsPerBand + row]));
    return value;
  });
}

/** Share of common members: 1 for equal sets, 0 for disjoint ones and for two empty ones. */
export function jaccard(a: Iterable<string>, b: Iterable<string>): number {
  const [one, other] = [a instanceof Set ? a as ReadonlySet<string> : new Set(a), b instanceof Set ? b as ReadonlySet<string> : new Set(b)];
  let common = 0;
  for (const member of one) if (other.has(member)) common += 1;
  const all = one.size + other.size - common;
  return all === 0 ? 0 : common / all;
}

/** The least of the mixed hashes; written out, as it runs sixty times for every pair of every question of an import. */
function leastOf(hashes: Int32Array, seed: number): number {
  let least = 0x7fffffff;
  for (let index = 0; index < hashes.length; index += 1) {
    let value = hashes[index] ^ seed;
    value = imul(value ^ (value >>> 16), 0x85ebca6b);
    value = imul(value ^ (value >>> 13), 0xc2b2ae35);
    value ^= value >>> 16;
    if (value < least) least = value;
  }
  return least;
}

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let index = 0; index < text.length; index += 1) hash = imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash;
}

/** The finalizer of MurmurHash3: every bit of the input moves every bit of the answer. */
function mix(value: number): number {
  let mixed = value | 0;
  mixed = imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
