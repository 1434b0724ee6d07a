import type { SimpleContent, SimpleKey } from '#lib/contracts';
import { Decimal } from '#lib/kernel';
import { normaliseText } from '#lib/rules';
import { RE2JS } from 're2js';

/** Where the problems of a question are collected. */
export interface Checks {
  report: (path: string, code: string, params?: Record<string, unknown>) => void;
}

const limits = { answers: 100, text: 2_000, pattern: 500, criteria: 50, units: 20 } as const;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a key answers every gap, left side and choice of its content, only those, and in a way that a response can be marked by. */
export function checkKey(checks: Checks, content: SimpleContent, key: SimpleKey, path: string, marks: string | undefined): void {
  switch (key.kind) {
    case 'single': return checkChosen(checks, key.correct, optionIds(content), `${path}.correct`, 'one');
    case 'true_false': return checkChosen(checks, key.correct, ['T', 'F'], `${path}.correct`, 'one');
    case 'multiple': return checkChosen(checks, key.correct, optionIds(content), `${path}.correct`, 'some');
    case 'gap_fill': return checkGapKey(checks, content as Extract<SimpleContent, { kind: 'gap_fill' }>, key, path);
    case 'cloze': return checkClozeKey(checks, content as Extract<SimpleContent, { kind: 'cloze' }>, key, path);
    case 'numeric': return checkQuantity(checks, key, path);
    case 'short': {
      checkComparison(checks, key.compare, path);
      return checkTexts(checks, key.texts, `${path}.texts`, key.compare?.caseSensitive ?? false);
    }
    case 'matching': return checkPairs(checks, content as Extract<SimpleContent, { kind: 'matching' }>, key.pairs, path);
    case 'ordering': return checkOrder(checks, content as Extract<SimpleContent, { kind: 'ordering' }>, key, path);
    case 'essay':
    case 'file': return checkGuide(checks, key, path, marks);
  }
}

function optionIds(content: SimpleContent): string[] {
  return 'options' in content && Array.isArray(content.options) ? idsOf(content.options) : [];
}

function idsOf(list: unknown): string[] {
  return Array.isArray(list) ? list.flatMap((entry: { id?: unknown } | null) => (typeof entry?.id === 'string' ? entry.id : [])) : [];
}

/** `one`: exactly one, or more only where a key was widened to several right ones is not offered here. */
function checkChosen(checks: Checks, correct: unknown, ids: readonly string[], path: string, how: 'one' | 'some'): void {
  if (!Array.isArray(correct) || correct.length === 0) return checks.report(path, 'question.key_missing');
  if (how === 'one' && correct.length > 1) checks.report(path, 'question.key_count');
  if (new Set(correct).size < correct.length || !correct.every((id) => ids.includes(id as string))) checks.report(path, 'question.key_unknown');
}

/** Every id has an entry, and every entry an id. */
function matchKeys(checks: Checks, entries: unknown, ids: readonly string[], path: string): Record<string, unknown> {
  const map = isRecord(entries) ? entries : {};
  for (const id of ids) if (!Object.hasOwn(map, id)) checks.report(`${path}.${id}`, 'question.key_missing');
  for (const id of Object.keys(map)) if (!ids.includes(id)) checks.report(`${path}.${id}`, 'question.key_extra');
  return map;
}

type GapKey = Extract<SimpleKey, { kind: 'gap_fill' }>;

function checkGapKey(checks: Checks, content: Extract<SimpleContent, { kind: 'gap_fill' }>, key: GapKey, path: string): void {
  checkComparison(checks, key.compare, path);
  const ids = idsOf(content.gaps);
  const keys = matchKeys(checks, key.gaps, ids, `${path}.gaps`);
  for (const id of ids.filter((one) => Object.hasOwn(keys, one))) {
    const { type } = content.gaps.find((gap) => gap.id === id) as { type: string };
    const [gap, at] = [keys[id], `${path}.gaps.${id}`];
    if (!isRecord(gap) || (type === 'number' ? !('numbers' in gap) : !('texts' in gap))) checks.report(at, 'question.key_kind');
    else if (type === 'number') checkQuantity(checks, gap, at);
    else checkTexts(checks, gap.texts, `${at}.texts`, key.compare?.caseSensitive ?? false, key.asSet ?? false);
    if (key.asSet && type === 'number') checks.report(`${path}.asSet`, 'question.set_needs_text');
  }
}

function checkClozeKey(checks: Checks, content: Extract<SimpleContent, { kind: 'cloze' }>, key: Extract<SimpleKey, { kind: 'cloze' }>, path: string): void {
  const keys = matchKeys(checks, key.gaps, idsOf(content.gaps), `${path}.gaps`);
  if (!Array.isArray(content.gaps)) return;
  for (const { id, options } of content.gaps.filter((gap) => isRecord(gap) && Object.hasOwn(keys, gap.id))) checkChosen(checks, keys[id], idsOf(options), `${path}.gaps.${id}`, 'some');
}

function checkPairs(checks: Checks, content: Extract<SimpleContent, { kind: 'matching' }>, pairs: unknown, path: string): void {
  const rights = idsOf(content.rights);
  const map = matchKeys(checks, pairs, idsOf(content.lefts), `${path}.pairs`);
  for (const [left, right] of Object.entries(map)) if (!rights.includes(right as string)) checks.report(`${path}.pairs.${left}`, 'question.key_unknown');
}

function checkOrder(checks: Checks, content: Extract<SimpleContent, { kind: 'ordering' }>, { order, rule }: Extract<SimpleKey, { kind: 'ordering' }>, path: string): void {
  if (!Array.isArray(order) || [...order].sort().join() !== idsOf(content.items).sort().join()) checks.report(`${path}.order`, 'question.order_incomplete');
  if (rule !== 'exact' && rule !== 'adjacent_pairs') checks.report(`${path}.rule`, 'question.value_unknown');
}

function checkComparison(checks: Checks, compare: unknown, path: string): void {
  if (compare === undefined) return;
  if (!isRecord(compare) || (compare.whitespace !== undefined && compare.whitespace !== 'collapse' && compare.whitespace !== 'remove')) checks.report(`${path}.compare`, 'question.value_unknown');
}

function checkTexts(checks: Checks, texts: unknown, path: string, caseSensitive: boolean, whole = false): void {
  if (!Array.isArray(texts) || texts.length === 0) return checks.report(path, 'question.key_missing');
  if (texts.length > limits.answers) checks.report(path, 'question.too_many', { most: limits.answers });
  texts.forEach((text: unknown, index) => checkAcceptedText(checks, text, `${path}.${index}`, caseSensitive, whole));
}

function checkAcceptedText(checks: Checks, accepted: unknown, path: string, caseSensitive: boolean, whole: boolean): void {
  if (!isRecord(accepted) || typeof accepted.text !== 'string' || accepted.text.trim() === '') return checks.report(`${path}.text`, 'question.text_missing');
  const { match = 'exact', text } = accepted;
  if (match !== 'exact' && match !== 'wildcard' && match !== 'pattern') checks.report(`${path}.match`, 'question.value_unknown');
  const most = match === 'pattern' ? limits.pattern : limits.text;
  if (text.length > most) checks.report(`${path}.text`, 'question.text_too_long', { most });
  else if (match === 'pattern' && !compiles(text, caseSensitive)) checks.report(`${path}.text`, 'question.pattern_invalid');
  else if (match === 'exact' && normaliseText(text) === '') checks.report(`${path}.text`, 'question.text_missing');
  checkFraction(checks, accepted.fraction, `${path}.fraction`, whole);
}

function compiles(pattern: string, caseSensitive: boolean): boolean {
  try {
    RE2JS.compile(pattern, caseSensitive ? 0 : RE2JS.CASE_INSENSITIVE);
    return true;
  } catch {
    return false;
  }
}

function checkFraction(checks: Checks, fraction: unknown, path: string, whole: boolean): void {
  if (fraction === undefined) return;
  if (!isDecimal(fraction) || Decimal.of(fraction).lt(0) || Decimal.of(fraction).gt(1)) checks.report(path, 'question.fraction_invalid');
  else if (whole && !Decimal.of(fraction).eq(1)) checks.report(path, 'question.set_needs_whole');
}

function checkQuantity(checks: Checks, { numbers, units, unitRequired }: Record<string, unknown> | Extract<SimpleKey, { kind: 'numeric' }>, path: string): void {
  if (!Array.isArray(numbers) || numbers.length === 0) return checks.report(`${path}.numbers`, 'question.key_missing');
  if (numbers.length > limits.answers) checks.report(`${path}.numbers`, 'question.too_many', { most: limits.answers });
  numbers.forEach((number: unknown, index) => checkNumber(checks, number, `${path}.numbers.${index}`));
  if (units !== undefined && (!Array.isArray(units) || units.length > limits.units || !units.every(isUnit))) checks.report(`${path}.units`, 'question.units_invalid');
  if (unitRequired && !(Array.isArray(units) && units.length > 0)) checks.report(`${path}.units`, 'question.units_invalid');
}

function checkNumber(checks: Checks, number: unknown, path: string): void {
  if (!isRecord(number) || !isDecimal(number.value)) return checks.report(`${path}.value`, 'question.number_invalid');
  checkFraction(checks, number.fraction, `${path}.fraction`, false);
  const { tolerance } = number;
  if (tolerance === undefined) return;
  if (!isRecord(tolerance) || !['relative', 'nominal', 'geometric'].includes(String(tolerance.type))) checks.report(`${path}.tolerance.type`, 'question.value_unknown');
  else if (!isDecimal(tolerance.value) || Decimal.of(tolerance.value).lt(0)) checks.report(`${path}.tolerance.value`, 'question.number_invalid');
}

function isUnit(unit: unknown): boolean {
  return isRecord(unit) && typeof unit.unit === 'string' && unit.unit.trim() !== '' && unit.unit.length <= 40 && isDecimal(unit.multiplier) && !Decimal.of(unit.multiplier).isZero();
}

/** A decimal of a size that people write. */
function isDecimal(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 60 && Decimal.isValid(value);
}

function checkGuide(checks: Checks, { guide, rubric }: Extract<SimpleKey, { kind: 'essay' | 'file' }>, path: string, marks: string | undefined): void {
  if (guide !== null && typeof guide !== 'string') checks.report(`${path}.guide`, 'question.not_a_text');
  if (!Array.isArray(rubric)) return checks.report(`${path}.rubric`, 'question.not_a_list');
  if (rubric.length > limits.criteria) checks.report(`${path}.rubric`, 'question.too_many', { most: limits.criteria });
  const ids = idsOf(rubric);
  rubric.forEach((criterion: unknown, index) => {
    const at = `${path}.rubric.${index}`;
    if (!isRecord(criterion) || typeof criterion.id !== 'string' || !/^[A-Za-z0-9_-]{1,32}$/.test(criterion.id)) return checks.report(`${at}.id`, 'question.id_invalid');
    if (ids.indexOf(criterion.id) !== index) checks.report(`${at}.id`, 'question.id_repeated');
    if (typeof criterion.title !== 'string' || criterion.title.trim() === '') checks.report(`${at}.title`, 'question.text_missing');
    if (typeof criterion.marks !== 'string' || !/^\d{1,8}(\.\d{1,4})?$/.test(criterion.marks)) checks.report(`${at}.marks`, 'question.marks_invalid');
  });
  const sum = Decimal.sum(rubric.flatMap((criterion: { marks?: unknown } | null) => (isDecimal(criterion?.marks) ? criterion.marks : [])));
  if (marks !== undefined && Decimal.isValid(marks) && sum.gt(marks)) checks.report(`${path}.rubric`, 'question.rubric_exceeds', { sum: sum.toString(), marks });
}
