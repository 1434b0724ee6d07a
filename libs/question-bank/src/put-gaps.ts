const written = /\[\[([A-Za-z0-9_-]{1,32})\]\]/g;
const lines = '[_＿]{2,}';
const brackets = '[（(][\\s\\u3000_＿]*[)）]|【[\\s\\u3000]*】';

/** A text with its gaps as `[[id]]`, and their ids in order. */
export interface PutGaps {
  text: string;
  ids: string[];
  /** Whether there was no place for the one gap, which now ends the text. */
  appended: boolean;
}

/**
 * Finds the gaps of a stem: `[[1]]` as it stands, else `____`, else （　　）, or both, whichever are as many as there are keys.
 * @param wanted how many keys there are.
 * @param part told how many gaps there could be, tries to part the keys so; answers how many keys there are then.
 */
export function putGaps(stem: string, wanted: number, part: (gaps: number) => number = () => wanted): PutGaps {
  const own = [...stem.matchAll(written)].map(([, id]) => id);
  if (own.length > 0) {
    if (own.length !== wanted) part(own.length);
    return { text: stem, ids: own, appended: false };
  }
  const patterns = [lines, brackets, `${lines}|${brackets}`].map((source) => new RegExp(source, 'g'));
  const counts = patterns.map((pattern) => [...stem.matchAll(pattern)].length);
  let chosen = counts.indexOf(wanted);
  if (chosen < 0) chosen = counts.findIndex((count) => count > 0 && part(count) === count);
  if (chosen < 0) chosen = counts.findIndex((count) => count > 0);
  if (chosen < 0 || counts[chosen] === 0) return wanted === 1 ? { text: `${stem} [[1]]`, ids: ['1'], appended: true } : { text: stem, ids: [], appended: false };
  let next = 0;
  const text = stem.replace(patterns[chosen], () => `[[${(next += 1)}]]`);
  return { text, ids: Array.from({ length: next }, (_, index) => String(index + 1)), appended: false };
}
