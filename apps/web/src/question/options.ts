import type { CandidateBody } from '#lib/contracts';

/** A, B, C … by the place shown; AA after Z. */
export function optionLetter(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : optionLetter(Math.floor(index / 26) - 1) + optionLetter(index % 26);
}

/** What is chosen after one option was pressed: a single choice changes over, of several each is by itself. Sorted. */
export function toggleOption(kind: CandidateBody['kind'], chosen: readonly string[], id: string): string[] {
  if (kind !== 'multiple') return [id];
  return (chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]).sort();
}

/** The order after an item was moved by so many places; out of the ends nothing moves. */
export function movedItem(order: readonly string[], id: string, by: number): string[] {
  const from = order.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return [...order];
  const rest = order.filter((one) => one !== id);
  return [...rest.slice(0, to), id, ...rest.slice(to)];
}

/** Chinese and other wide characters one each, other writing by words: as people count both. */
export function countWriting(text: string): number {
  const wide = text.match(/[\u3400-\u9fff\uf900-\ufaff\u3040-\u30ff\uac00-\ud7af]/g)?.length ?? 0;
  const words = text.replace(/[\u3400-\u9fff\uf900-\ufaff\u3040-\u30ff\uac00-\ud7af]/g, ' ').match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)?.length ?? 0;
  return wide + words;
}
