import type { BoardView } from '#lib/contracts';

export type BoardRow = BoardView['rows'][number];

/** Rows that fit on one screen of the hall. */
export const rowsPerScreen = 10;

/** The rows in screens of ten; there is always one. */
export function screensOf(rows: readonly BoardRow[]): BoardRow[][] {
  const screens: BoardRow[][] = [];
  for (let from = 0; from < rows.length; from += rowsPerScreen) screens.push(rows.slice(from, from + rowsPerScreen));
  return screens.length > 0 ? screens : [[]];
}

/** Which screen is shown: first the one with the latest result, then the others in turn. `turns` counts full intervals since it appeared. */
export function screenAt(screens: readonly (readonly BoardRow[])[], latest: number | null, turns: number): number {
  const home = Math.max(0, screens.findIndex((rows) => rows.some(({ startNumber }) => startNumber === latest)));
  return (home + turns) % screens.length;
}

/** Digits after the point that a column of scores needs, so that the points stand below each other. */
export function scaleOf(values: readonly (string | null)[]): number {
  return values.reduce((most, value) => Math.max(most, value?.split('.')[1]?.length ?? 0), 0);
}

/** A decimal text with at least so many digits after the point. */
export function padded(value: string | null, scale: number): string {
  if (value === null) return '—';
  const [whole = '', fraction = ''] = value.split('.');
  return scale === 0 ? whole : `${whole}.${fraction.padEnd(scale, '0')}`;
}

/** True after the last row that is within the cut: the dashed line goes below it. */
export function isLastWithin(rows: readonly BoardRow[], index: number, cutAfter: number | null): boolean {
  const row = rows[index];
  if (cutAfter === null || !row || row.rank === null || row.rank > cutAfter) return false;
  const next = rows[index + 1];
  return next !== undefined && (next.rank === null || next.rank > cutAfter);
}

type Award = BoardView['awards'][number];

/** Awards of the same name stand together, in the order of their first. */
export function groupAwards(awards: readonly Award[]): { key: string; awards: Award[] }[] {
  const groups = new Map<string, Award[]>();
  for (const award of awards) groups.set(award.title.zh, [...(groups.get(award.title.zh) ?? []), award]);
  return [...groups].map(([key, group]) => ({ key, awards: group }));
}
