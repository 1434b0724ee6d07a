import type { PaperDistribution, Title } from '#lib/contracts';
import { Decimal } from '#lib/kernel';

/** Questions that are alike in everything a distribution tells apart, of one fixed slot or in the pool of one rule. */
export interface DistributionGroup {
  /** The slot or the rule. */
  source: string;
  kind: string;
  subject: string | null;
  category: string | null;
  categoryTitle: Title | null;
  tags: string[];
  /** 1 (0 to 0.2) to 5 (0.8 to 1); null when unknown. */
  band: number | null;
  questions: number;
}

/** What a slot or a rule gives the paper. */
export interface DistributionSource {
  id: string;
  count: number;
  marks: string;
}

type Dimension = keyof PaperDistribution['by'];
type Share = { questions: Decimal; marks: Decimal; title: Title | null };

const scale = 4;

/**
 * Shares out questions and marks by kind, subject, category, tag and difficulty: fixed slots as they are, a rule's by the make-up of its pool, as expected
 * values. Exact until the last digit, which is rounded half up to four. A question with several tags counts for each of them; one without, and one
 * without subject, category or difficulty, under the empty key. Largest marks first.
 */
export function distribute(sources: readonly DistributionSource[], groups: readonly DistributionGroup[]): PaperDistribution {
  const totals: Record<Dimension, Map<string, Share>> = { kind: new Map(), subject: new Map(), category: new Map(), tag: new Map(), difficulty: new Map() };
  for (const { id, count, marks } of sources) {
    const own = groups.filter(({ source }) => source === id);
    const whole = own.reduce((sum, { questions }) => sum + questions, 0);
    for (const group of own) {
      const questions = Decimal.ratio(count * group.questions, whole);
      for (const [dimension, keys] of Object.entries(keysOf(group)) as [Dimension, string[]][]) {
        for (const key of keys) add(totals[dimension], key, { questions, marks: questions.mul(marks), title: dimension === 'category' ? group.categoryTitle : null });
      }
    }
  }
  return {
    questions: sources.reduce((sum, { count }) => sum + count, 0),
    totalMarks: Decimal.sum(sources.map(({ count, marks }) => Decimal.of(marks).mul(count))).toString(),
    by: { kind: rowsOf(totals.kind), subject: rowsOf(totals.subject), category: rowsOf(totals.category), tag: rowsOf(totals.tag), difficulty: rowsOf(totals.difficulty).sort((a, b) => (a.key < b.key ? -1 : 1)) },
  };
}

function keysOf({ kind, subject, category, tags, band }: DistributionGroup): Record<Dimension, string[]> {
  return { kind: [kind], subject: [subject ?? ''], category: [category ?? ''], tag: tags.length > 0 ? tags : [''], difficulty: [band === null ? '' : String(band)] };
}

function add(totals: Map<string, Share>, key: string, { questions, marks, title }: Share): void {
  const before = totals.get(key);
  totals.set(key, { questions: before ? before.questions.add(questions) : questions, marks: before ? before.marks.add(marks) : marks, title });
}

function rowsOf(totals: ReadonlyMap<string, Share>): PaperDistribution['by'][Dimension] {
  return [...totals]
    .sort(([keyA, a], [keyB, b]) => (a.marks.eq(b.marks) ? (keyA < keyB ? -1 : 1) : a.marks.gt(b.marks) ? -1 : 1))
    .map(([key, { questions, marks, title }]) => ({ key, title, questions: questions.round(scale, 'half-up').toString(), marks: marks.round(scale, 'half-up').toString() }));
}
