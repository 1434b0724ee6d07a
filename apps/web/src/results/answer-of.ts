import type { RankExplanation } from '#lib/contracts';

type Side = { name: string; rank: number | null; total: string | null };

/** The answer in one sentence, as a kind with its figures; the words are the page's. */
export type Answer =
  | { kind: 'tie'; first: Side; second: Side; step: { title: RankExplanation['steps'][number]['title']; a: string; b: string; sign: '>' | '<' } }
  | { kind: 'shared'; first: Side; second: Side }
  | { kind: 'differ'; own: Side; other: Side }
  | { kind: 'alone'; own: Side }
  | { kind: 'none'; own: Side };

/** Finds what decided a rank: the better placed of the two comes first. */
export function answerOf({ entry, other, steps }: RankExplanation): Answer {
  if (entry.rank === null || entry.total === null) return { kind: 'none', own: entry };
  if (!other || other.rank === null || other.total === null) return { kind: 'alone', own: entry };
  if (!sameFigure(entry.total, other.total)) return { kind: 'differ', own: entry, other };
  const ahead = entry.rank <= other.rank;
  const [first, second] = ahead ? [entry, other] : [other, entry];
  const decided = steps.find(({ outcome }) => outcome === 'decided');
  if (!decided || decided.own === null || decided.other === null) return { kind: 'shared', first, second };
  const [a, b] = ahead ? [decided.own, decided.other] : [decided.other, decided.own];
  return { kind: 'tie', first, second, step: { title: decided.title, a, b, sign: compareFigures(a, b) > 0 ? '>' : '<' } };
}

/** −1, 0 or 1 for two decimals or two instants given as text. */
export function compareFigures(a: string, b: string): number {
  const [x, y] = isInstant(a) ? [Date.parse(a), Date.parse(b)] : [Number(a), Number(b)];
  return x === y ? 0 : x > y ? 1 : -1;
}

export function isInstant(value: string): boolean {
  return /^\d{4}-\d\d-\d\dT/.test(value);
}

function sameFigure(a: string, b: string): boolean {
  return compareFigures(a, b) === 0;
}
