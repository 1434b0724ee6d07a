import type { QuestionContent, QuestionDiff, QuestionKey, RichItem, SimpleContent } from '#lib/contracts';
import { diffArrays } from 'diff';
import { htmlToPlain } from './rich-text.js';

/** What of a version can differ. */
export interface ComparedVersion {
  content: QuestionContent;
  /** Absent for readers who may not see keys: then nothing of it is compared. */
  key?: QuestionKey;
  defaultMarks: string;
  scoring: string | null;
  subject: string | null;
  difficulty: number | null;
  source: string | null;
}

type Change = QuestionDiff['changes'][number];
type Part = Change['parts'][number];

const words = new Intl.Segmenter('zh', { granularity: 'word' });
/** Beyond it a comparison word by word is no longer read by anybody, and costs the square of it. */
const longest = 20_000;

/**
 * Two versions field by field, in the order of the first; a field that only one has is all added or all removed. Within a field words are
 * marked, Chinese by the segmenter's words. Fields that are equal are left out. Options, gaps, items and parts are told by their ids, so that a
 * moved one does not look rewritten.
 */
export function diffVersions(from: ComparedVersion, to: ComparedVersion): Change[] {
  const [before, after] = [fieldsOf(from), fieldsOf(to)];
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names.flatMap((field) => {
    const [old, present] = [before.get(field) ?? '', after.get(field) ?? ''];
    return old === present ? [] : [{ field, parts: diffText(old, present) }];
  });
}

/** The words that are the same, added and removed, in reading order; neighbours of one kind are joined. */
export function diffText(from: string, to: string): Part[] {
  if (from.length > longest || to.length > longest) return [part('removed', from), part('added', to)].filter(({ text }) => text !== '');
  return diffArrays(segments(from), segments(to)).map(({ value, added, removed }) => part(added ? 'added' : removed ? 'removed' : 'same', value.join('')));
}

function segments(text: string): string[] {
  return [...words.segment(text)].map(({ segment }) => segment);
}

function part(op: Part['op'], text: string): Part {
  return { op, text };
}

type Fields = Map<string, string>;

function fieldsOf({ content, key, defaultMarks, scoring, subject, difficulty, source }: ComparedVersion): Fields {
  const fields: Fields = new Map();
  addContent(fields, '', content);
  if (key) addValue(fields, 'key', key);
  const facts: [string, string | number | null][] = [['marks', defaultMarks], ['scoring', scoring], ['subject', subject], ['difficulty', difficulty], ['source', source]];
  for (const [name, value] of facts) if (value !== null) fields.set(name, String(value));
  return fields;
}

function addContent(fields: Fields, path: string, content: QuestionContent | SimpleContent): void {
  const { kind, html, schemaVersion: _schema, ...rest } = content as unknown as Record<string, unknown> & { kind: string; html: string };
  fields.set(`${path}kind`, kind);
  addHtml(fields, `${path}html`, html);
  for (const [name, value] of Object.entries(rest)) addValue(fields, `${path}${name}`, value);
}

/** Objects field by field, lists of things with ids by their id and, beside, their order; everything else as text. */
function addValue(fields: Fields, path: string, value: unknown): void {
  if (value === null || value === undefined) return;
  if (Array.isArray(value) && value.every(hasId)) {
    if (value.length > 1) fields.set(`${path}.order`, value.map(({ id }) => id).join(' '));
    for (const { id, ...item } of value) addItem(fields, `${path}.${id}`, item);
  } else if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) {
    fields.set(path, value.join(' '));
  } else if (typeof value === 'object') {
    for (const [name, inner] of Object.entries(value)) {
      if (name !== 'schemaVersion') addValue(fields, `${path}.${name}`, inner);
    }
  } else if (/(^|\.)(html|explanation|guide)$/.test(path)) {
    addHtml(fields, path, String(value));
  } else {
    fields.set(path, String(value));
  }
}

function addItem(fields: Fields, path: string, item: object): void {
  const { html, content, ...rest } = item as Partial<RichItem> & { content?: SimpleContent };
  if (html !== undefined) addHtml(fields, path, html);
  if (content) addContent(fields, `${path}.`, content);
  for (const [name, value] of Object.entries(rest)) addValue(fields, `${path}.${name}`, value);
}

/** Read as text; when only tags differ, the tags are what is told. */
function addHtml(fields: Fields, path: string, html: string): void {
  fields.set(path, htmlToPlain(html));
  const tags = html.match(/<[^>]+>/g);
  if (tags) fields.set(`${path}.format`, tags.join(' '));
}

function hasId(value: unknown): value is { id: string } {
  return typeof value === 'object' && value !== null && typeof (value as { id?: unknown }).id === 'string';
}
