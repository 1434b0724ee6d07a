import type {
  ChoiceContent, ChoiceKey, ClozeContent, ClozeKey, CompositeContent, CompositeKey, GapFillContent, GapFillKey, MatchingContent, MatchingKey, OrderingContent, OrderingKey, PersonKey,
  QuestionContent, QuestionKey, QuestionKind, RichItem, SimpleContent, SimpleKey, WriteQuestion,
} from '#lib/contracts';

/** A content with the key that fits it; parts of a composite question are such pairs too. */
export interface Pair {
  content: SimpleContent;
  key: SimpleKey;
}

export type Draft = WriteQuestion;

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const base = { schemaVersion: 1 as const, html: '' };
const blankItems = (ids: string): RichItem[] => [...ids].map((id) => ({ id, html: '' }));

/** An empty question of a kind, with as many places as such a question usually has. */
export function emptyPair(kind: Exclude<QuestionKind, 'composite'>): Pair {
  switch (kind) {
    case 'single': return { content: { ...base, kind, options: blankItems('ABCD') }, key: { kind, correct: [] } };
    case 'multiple': return { content: { ...base, kind, options: blankItems('ABCD') }, key: { kind, correct: [] } };
    case 'true_false': return { content: { ...base, kind, options: [{ id: 'T', html: '正确' }, { id: 'F', html: '错误' }] }, key: { kind, correct: [] } };
    case 'gap_fill': return { content: { ...base, kind, gaps: [] }, key: { kind, gaps: {} } };
    case 'cloze': return { content: { ...base, kind, gaps: [] }, key: { kind, gaps: {} } };
    case 'numeric': return { content: { ...base, kind }, key: { kind, numbers: [{ value: '' }] } };
    case 'short': return { content: { ...base, kind }, key: { kind, texts: [{ text: '' }] } };
    case 'matching': return { content: { ...base, kind, lefts: blankItems('123'), rights: blankItems('ABC') }, key: { kind, pairs: {} } };
    case 'ordering': return { content: { ...base, kind, items: blankItems('ABCD') }, key: { kind, order: ['A', 'B', 'C', 'D'], rule: 'exact' } };
    case 'essay': return { content: { ...base, kind, minLength: null, maxLength: null }, key: { kind, guide: null, rubric: [] } };
    case 'file': return { content: { ...base, kind, accept: ['video'], maxFiles: 1, maxBytes: 104_857_600 }, key: { kind, guide: null, rubric: [] } };
  }
}

/** Content and key of a new question of any kind. */
export function emptyQuestion(kind: QuestionKind): { content: QuestionContent; key: QuestionKey } {
  if (kind === 'composite') {
    const { content, key } = emptyPair('single');
    return { content: { ...base, kind, parts: [{ id: 'p1', marks: '1', content }] }, key: { schemaVersion: 1, explanation: null, kind, parts: { p1: key } } };
  }
  const { content, key } = emptyPair(kind);
  return { content, key: { schemaVersion: 1, explanation: null, ...key } };
}

/** The question as another kind: its text and explanation stay, and its options where the new kind has them. */
export function asKind({ content, key }: { content: QuestionContent; key: QuestionKey }, kind: QuestionKind): { content: QuestionContent; key: QuestionKey } {
  const next = emptyQuestion(kind);
  const options = 'options' in content && (kind === 'single' || kind === 'multiple') && content.kind !== 'true_false' ? { options: content.options } : {};
  const correct = 'correct' in key && 'options' in options ? { correct: kind === 'single' ? key.correct.slice(0, 1) : key.correct } : {};
  return { content: { ...next.content, ...options, html: content.html } as QuestionContent, key: { ...next.key, ...correct, explanation: key.explanation } as QuestionKey };
}

/** The first free id: A, B, C …, or a prefix with a number. */
export function freeId(taken: readonly string[], prefix?: string): string {
  if (prefix === undefined) {
    const letter = [...letters].find((one) => !taken.includes(one));
    if (letter) return letter;
  }
  for (let number = 1; ; number += 1) if (!taken.includes(`${prefix ?? 'X'}${number}`)) return `${prefix ?? 'X'}${number}`;
}

export function withOption(content: ChoiceContent): ChoiceContent {
  return { ...content, options: [...content.options, { id: freeId(content.options.map(({ id }) => id)), html: '' }] };
}

/** Takes an option away, from the key too. */
export function withoutOption(content: ChoiceContent, key: ChoiceKey, id: string): Pair {
  return { content: { ...content, options: content.options.filter((option) => option.id !== id) } as SimpleContent, key: { ...key, correct: key.correct.filter((one) => one !== id) } as SimpleKey };
}

/** What is right after an option was marked: one of a single choice, any number of several. */
export function markRight({ kind, correct }: ChoiceKey, id: string): string[] {
  if (kind !== 'multiple') return [id];
  return correct.includes(id) ? correct.filter((one) => one !== id) : [...correct, id].sort();
}

const placePattern = /\[\[([A-Za-z0-9_-]{1,32})\]\]/g;

/** The gaps that a text has places for, in the order of the text, each once. */
export function placesOf(html: string): string[] {
  return [...new Set([...html.matchAll(placePattern)].map(([, id]) => id!))];
}

/** Gaps follow the text: a place that was typed gets a gap, a gap whose place was deleted goes, with its key. */
export function followText(pair: Pair): Pair {
  const { content, key } = pair;
  if (content.kind !== 'gap_fill' && content.kind !== 'cloze') return pair;
  const places = placesOf(content.html);
  const known = content.gaps.map(({ id }) => id);
  if (places.length === known.length && places.every((id, index) => id === known[index])) return pair;
  if (content.kind === 'gap_fill') {
    const held = key as GapFillKey;
    const gaps: GapFillContent['gaps'] = places.map((id) => content.gaps.find((gap) => gap.id === id) ?? { id, type: 'text' });
    return { content: { ...content, gaps }, key: { ...held, gaps: pick(places, (id) => held.gaps[id] ?? { texts: [{ text: '' }] }) } };
  }
  const held = key as ClozeKey;
  const gaps: ClozeContent['gaps'] = places.map((id) => content.gaps.find((gap) => gap.id === id) ?? { id, options: blankItems('ABCD') });
  return { content: { ...content, gaps }, key: { ...held, gaps: pick(places, (id) => held.gaps[id] ?? []) } };
}

function pick<T>(ids: readonly string[], valueOf: (id: string) => T): Record<string, T> {
  return Object.fromEntries(ids.map((id) => [id, valueOf(id)]));
}

export function withoutLeft(content: MatchingContent, key: MatchingKey, id: string): Pair {
  return { content: { ...content, lefts: content.lefts.filter((left) => left.id !== id) }, key: { ...key, pairs: Object.fromEntries(Object.entries(key.pairs).filter(([left]) => left !== id)) } };
}

export function withoutRight(content: MatchingContent, key: MatchingKey, id: string): Pair {
  return { content: { ...content, rights: content.rights.filter((right) => right.id !== id) }, key: { ...key, pairs: Object.fromEntries(Object.entries(key.pairs).filter(([, right]) => right !== id)) } };
}

/** The items stand in the right order while they are edited; candidates see them shuffled. */
export function withItems(content: OrderingContent, key: OrderingKey, items: RichItem[]): Pair {
  return { content: { ...content, items }, key: { ...key, order: items.map(({ id }) => id) } };
}

/** The items of an ordering in the order of its key. */
export function inKeyOrder({ items }: OrderingContent, { order }: OrderingKey): RichItem[] {
  return [...items].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}

export function withCriterion(key: PersonKey): PersonKey {
  return { ...key, rubric: [...key.rubric, { id: freeId(key.rubric.map(({ id }) => id), 'c'), title: '', marks: '' }] };
}

export interface Composite {
  content: CompositeContent;
  key: CompositeKey;
}

export function withPart({ content, key }: Composite, kind: Exclude<QuestionKind, 'composite'>): Composite {
  const id = freeId(content.parts.map((part) => part.id), 'p');
  const pair = emptyPair(kind);
  return { content: { ...content, parts: [...content.parts, { id, marks: '1', content: pair.content }] }, key: { ...key, parts: { ...key.parts, [id]: pair.key } } };
}

export function withoutPart({ content, key }: Composite, id: string): Composite {
  return { content: { ...content, parts: content.parts.filter((part) => part.id !== id) }, key: { ...key, parts: Object.fromEntries(Object.entries(key.parts).filter(([part]) => part !== id)) } };
}

export function changePart({ content, key }: Composite, id: string, pair: Pair): Composite {
  return { content: { ...content, parts: content.parts.map((part) => (part.id === id ? { ...part, content: pair.content } : part)) }, key: { ...key, parts: { ...key.parts, [id]: { ...pair.key, explanation: key.parts[id]?.explanation ?? null } } } };
}

/** Moves one entry of a list by a place; out of the ends nothing moves. */
export function moved<T>(list: readonly T[], from: number, by: number): T[] {
  const to = from + by;
  if (to < 0 || to >= list.length) return [...list];
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), list[from]!, ...rest.slice(to)];
}
