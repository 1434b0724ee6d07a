import { type FieldProblem, type FileKind, type MultipleScoring, type QuestionContent, type QuestionKey, questionKinds, type RichItem, type SimpleContent, type SimpleKey } from '#lib/contracts';
import { Decimal } from '#lib/kernel';
import { type Checks, checkKey, isRecord } from './check-key.js';
import { gapPlaces } from './question-orders.js';
import { htmlToPlain } from './rich-text.js';

/** A question as somebody wants to store it; `marks` when they are known already. */
export interface CheckedQuestion {
  content: QuestionContent;
  key: QuestionKey;
  marks?: string;
  scoring?: MultipleScoring | null;
}

/** What a question may have at most. */
export const questionLimits = { options: 100, gaps: 50, parts: 20, bytes: 200_000, files: 10, fileBytes: 2_000_000_000, length: 20_000 } as const;

const idPattern = /^[A-Za-z0-9_-]{1,32}$/;
const scorings = ['all_or_nothing', 'partial_per_right', 'right_minus_wrong'];
const fileKinds: readonly FileKind[] = ['document', 'image', 'audio', 'video'];

/**
 * Everything that keeps a question from being stored, with the path of the field; nothing when it may be. The content must have the shape of its
 * kind, the key must answer all of it and nothing else, and both must be such that a response can be marked. What was not typed by the
 * compiler (an import, a request) may be handed in as it is: a wrong shape is a problem, not an error.
 */
export function checkQuestion({ content, key, marks, scoring }: CheckedQuestion): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const report: Checks['report'] = (path, code, params) => { problems.push({ path, code, ...(params ? { params } : {}) }); };
  if (!isRecord(content) || !questionKinds.includes(content.kind)) report('content.kind', 'question.kind_unknown');
  else if (!isRecord(key) || key.kind !== content.kind) report('key.kind', 'question.key_kind');
  else if (Buffer.byteLength(JSON.stringify([content, key])) > questionLimits.bytes) report('content', 'question.too_large', { limit: `${questionLimits.bytes / 1_000} kB` });
  else if (content.kind === 'composite') checkComposite({ report }, content, key, marks);
  else {
    checkContent({ report }, content, 'content');
    checkKey({ report }, content, key as SimpleKey, 'key', marks);
  }
  if (scoring && !scorings.includes(scoring)) report('scoring', 'question.value_unknown');
  if (isRecord(key) && key.explanation !== null && typeof key.explanation !== 'string') report('key.explanation', 'question.not_a_text');
  return problems;
}

function checkComposite(checks: Checks, content: Extract<QuestionContent, { kind: 'composite' }>, key: QuestionKey, marks: string | undefined): void {
  checkText(checks, content.html, 'content.html');
  const parts = checkList(checks, content.parts, 'content.parts', 1, questionLimits.parts);
  const keys = 'parts' in key && isRecord(key.parts) ? key.parts : {};
  const whole = parts.every((part) => isMarks(part.marks)) ? Decimal.sum(parts.map((part) => part.marks)) : Decimal.zero;
  parts.forEach((part, index) => checkPart(checks, part, keys[part.id], { path: `content.parts.${index}`, keyPath: `key.parts.${part.id}`, share: shareOf(marks, part.marks, whole) }));
  for (const id of Object.keys(keys)) if (!parts.some((part) => part.id === id)) checks.report(`key.parts.${id}`, 'question.key_extra');
}

interface PartPlace {
  path: string;
  keyPath: string;
  share: string | undefined;
}

function checkPart(checks: Checks, part: { marks: string; scoring?: string; content: SimpleContent }, key: SimpleKey | undefined, { path, keyPath, share }: PartPlace): void {
  if (!isMarks(part.marks) || !Decimal.of(part.marks).gt(0)) checks.report(`${path}.marks`, 'question.marks_invalid');
  if (part.scoring !== undefined && !scorings.includes(part.scoring)) checks.report(`${path}.scoring`, 'question.value_unknown');
  const { content } = part;
  if (!isRecord(content) || !questionKinds.includes(content.kind)) return checks.report(`${path}.content.kind`, 'question.kind_unknown');
  if ((content.kind as string) === 'composite') return checks.report(`${path}.content.kind`, 'question.nested');
  checkContent(checks, content, `${path}.content`);
  if (key === undefined) return checks.report(keyPath, 'question.key_missing');
  if (!isRecord(key) || key.kind !== content.kind) return checks.report(`${keyPath}.kind`, 'question.key_kind');
  checkKey(checks, content, key, keyPath, share);
}

/** What a part is worth in the whole question, whose marks it shares in proportion. */
function shareOf(marks: string | undefined, own: string, whole: Decimal): string | undefined {
  if (marks === undefined || whole.isZero() || !isMarks(marks) || !isMarks(own)) return undefined;
  return Decimal.of(marks).mul(own).div(whole).round(4, 'half-up').toString();
}

function isMarks(marks: unknown): marks is string {
  return typeof marks === 'string' && /^\d{1,8}(\.\d{1,4})?$/.test(marks);
}

function checkContent(checks: Checks, content: SimpleContent, path: string): void {
  checkText(checks, content.html, `${path}.html`);
  switch (content.kind) {
    case 'single':
    case 'multiple': return checkItems(checks, content.options, `${path}.options`, 2);
    case 'true_false': return checkTruth(checks, content.options, path);
    case 'gap_fill': return checkGaps(checks, content, path, (gap, at) => { if (gap.type !== 'text' && gap.type !== 'number') checks.report(`${at}.type`, 'question.value_unknown'); });
    case 'cloze': return checkGaps(checks, content, path, ({ options }, at) => checkItems(checks, options, `${at}.options`, 2));
    case 'numeric': return checkUnits(checks, content.units, path);
    case 'short': return checkLength(checks, content.maxLength, `${path}.maxLength`, 1);
    case 'matching': {
      checkItems(checks, content.lefts, `${path}.lefts`, 1);
      return checkItems(checks, content.rights, `${path}.rights`, 2);
    }
    case 'ordering': return checkItems(checks, content.items, `${path}.items`, 2);
    case 'essay': return checkEssay(checks, content, path);
    case 'file': return checkFile(checks, content, path);
  }
}

/** A stem says or shows something. */
function checkText(checks: Checks, html: unknown, path: string): void {
  if (typeof html !== 'string') checks.report(path, 'question.not_a_text');
  else if (htmlToPlain(html) === '' && !html.includes('data-asset=')) checks.report(path, 'question.text_missing');
}

/** The entries of a list that have an id, each once and well-formed. */
function checkList<T extends { id: string }>(checks: Checks, list: readonly T[], path: string, least: number, most: number): T[] {
  if (!Array.isArray(list)) {
    checks.report(path, 'question.not_a_list');
    return [];
  }
  if (list.length < least) checks.report(path, 'question.too_few', { least });
  if (list.length > most) checks.report(path, 'question.too_many', { most });
  const seen = new Set<string>();
  return list.filter((entry, index): entry is T => {
    if (!isRecord(entry) || typeof entry.id !== 'string' || !idPattern.test(entry.id)) checks.report(`${path}.${index}.id`, 'question.id_invalid');
    else if (seen.has(entry.id)) checks.report(`${path}.${index}.id`, 'question.id_repeated');
    else return Boolean(seen.add(entry.id));
    return false;
  });
}

function checkItems(checks: Checks, items: readonly RichItem[], path: string, least: number): void {
  checkList(checks, items, path, least, questionLimits.options);
  if (Array.isArray(items)) items.forEach((item: Partial<RichItem> | null, index) => checkText(checks, item?.html, `${path}.${index}.html`));
}

function checkTruth(checks: Checks, options: readonly RichItem[], path: string): void {
  checkItems(checks, options, `${path}.options`, 2);
  if (Array.isArray(options) && options.map((option: Partial<RichItem> | null) => option?.id).sort().join() !== 'F,T') checks.report(`${path}.options`, 'question.truth_options');
}

function checkGaps<T extends { id: string }>(checks: Checks, { html, gaps }: { html: string; gaps: readonly T[] }, path: string, checkGap: (gap: T, path: string) => void): void {
  const known = checkList(checks, gaps, `${path}.gaps`, 1, questionLimits.gaps);
  const places = typeof html === 'string' ? gapPlaces(html) : [];
  known.forEach((gap) => {
    const at = `${path}.gaps.${gaps.indexOf(gap)}`;
    const count = places.filter((id) => id === gap.id).length;
    if (count !== 1) checks.report(`${at}.id`, count === 0 ? 'question.gap_without_place' : 'question.gap_placed_twice', { id: gap.id });
    checkGap(gap, at);
  });
  for (const id of new Set(places)) if (!known.some((gap) => gap.id === id)) checks.report(`${path}.html`, 'question.place_without_gap', { id });
}

function checkUnits(checks: Checks, units: unknown, path: string): void {
  if (units === undefined) return;
  if (!Array.isArray(units) || units.length > 20 || !units.every((unit) => typeof unit === 'string' && unit.trim() !== '' && unit.length <= 40)) checks.report(`${path}.units`, 'question.units_invalid');
}

function checkLength(checks: Checks, length: unknown, path: string, least: number): void {
  if (length === undefined || length === null) return;
  if (!Number.isInteger(length) || (length as number) < least || (length as number) > questionLimits.length) checks.report(path, 'question.number_out_of_range', { least, most: questionLimits.length });
}

function checkEssay(checks: Checks, { minLength, maxLength }: Extract<SimpleContent, { kind: 'essay' }>, path: string): void {
  checkLength(checks, minLength, `${path}.minLength`, 0);
  checkLength(checks, maxLength, `${path}.maxLength`, 1);
  if (Number.isInteger(minLength) && Number.isInteger(maxLength) && (minLength as number) > (maxLength as number)) checks.report(`${path}.minLength`, 'question.number_out_of_range', { least: 0, most: maxLength });
}

function checkFile(checks: Checks, { accept, maxFiles, maxBytes }: Extract<SimpleContent, { kind: 'file' }>, path: string): void {
  if (!Array.isArray(accept) || accept.length === 0 || !accept.every((kind) => fileKinds.includes(kind))) checks.report(`${path}.accept`, 'question.value_unknown');
  if (!Number.isInteger(maxFiles) || maxFiles < 1 || maxFiles > questionLimits.files) checks.report(`${path}.maxFiles`, 'question.number_out_of_range', { least: 1, most: questionLimits.files });
  if (!Number.isInteger(maxBytes) || maxBytes < 1 || maxBytes > questionLimits.fileBytes) checks.report(`${path}.maxBytes`, 'question.number_out_of_range', { least: 1, most: questionLimits.fileBytes });
}
