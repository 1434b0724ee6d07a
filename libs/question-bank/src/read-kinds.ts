import type { AcceptedQuantity, QuestionKind, RichItem, SimpleContent, SimpleKey } from '#lib/contracts';
import { cellToHtml } from './cell-text.js';
import { putGaps } from './put-gaps.js';
import {
  letters, readAccepted, readAlternatives, readFileKinds, readLength, readLetters, readOrder, readQuantity, readsAsNeighbours, readTolerance, readTruth, readUnits, shortened, staysLast,
} from './read-cells.js';
import type { RowCells } from './row-cells.js';

interface Read {
  content: SimpleContent;
  key: SimpleKey;
}

type Option = { id: string; text: string };

const gapFields = ['gap1', 'gap2', 'gap3', 'gap4', 'gap5', 'gap6', 'gap7', 'gap8', 'gap9', 'gap10'] as const;
const optionFields = letters.map((letter) => `option${letter}` as 'optionA');

const readers: Record<Exclude<QuestionKind, 'composite'>, (cells: RowCells) => Read | null> = {
  single: (cells) => readChoice(cells, 'single'),
  multiple: (cells) => readChoice(cells, 'multiple'),
  true_false: readTrueFalse,
  gap_fill: readGapFill,
  cloze: readCloze,
  numeric: readNumeric,
  short: readShort,
  matching: readMatching,
  ordering: readOrdering,
  essay: readEssay,
  file: readFile,
};

/** The content and the key of a row of this kind; null with the reasons in the cells' problems. */
export function readKeyOf(kind: Exclude<QuestionKind, 'composite'>, cells: RowCells): Read | null {
  const read = readers[kind](cells);
  return cells.failed ? null : read;
}

function common<K extends QuestionKind>(kind: K, cells: RowCells): { schemaVersion: 1; kind: K; html: string } {
  return { schemaVersion: 1, kind, html: cellToHtml(cells.text('stem')) };
}

/** The options, without the letters that people write before them. */
function optionsOf(cells: RowCells): Option[] {
  const given = cells.has('options')
    ? cells.text('options').split('\n').map((line) => line.trim()).filter((line) => line !== '').slice(0, 26).map((text, index) => ({ id: letters[index], text }))
    : letters.filter((_, index) => cells.has(optionFields[index])).map((id) => ({ id, text: cells.text(`option${id}` as 'optionA') }));
  const lettered = given.map(({ id, text }) => new RegExp(`^(?:[（(]${id}[)）]|${id}\\s*[.．、:：)）])\\s*`, 'i').exec(text.normalize('NFC')));
  if (given.length === 0 || lettered.some((found, index) => !found || found[0].length >= given[index].text.length)) return given;
  return given.map(({ id, text }, index) => ({ id, text: text.slice(lettered[index]?.[0].length) }));
}

function readChoice(cells: RowCells, kind: 'single' | 'multiple'): Read | null {
  const options = optionsOf(cells);
  if (options.length < 2) cells.report(cells.has('options') ? 'options' : 'optionA', 'import.options_missing');
  const correct = readCorrect(cells, kind, options);
  return {
    content: { ...common(kind, cells), options: options.map(({ id, text }) => ({ id, html: cellToHtml(text), ...(staysLast(text) ? { keepLast: true } : {}) })) },
    key: { kind, correct },
  } as Read;
}

function readCorrect(cells: RowCells, kind: 'single' | 'multiple', options: readonly Option[]): string[] {
  const key = cells.text('key');
  if (key === '') {
    cells.report('key', 'import.key_missing');
    return [];
  }
  const chosen = readLetters(key) ?? sameText(key, options);
  const known = chosen?.every((letter) => options.some(({ id }) => id === letter)) ?? false;
  if (!chosen || !known) cells.report('key', 'import.key_not_an_option', { value: shortened(key) });
  else if (kind === 'single' && chosen.length !== 1) cells.report('key', 'import.key_count', { value: shortened(key) });
  return chosen ?? [];
}

/** A key that repeats the option's text. */
function sameText(key: string, options: readonly Option[]): string[] | null {
  const same = options.filter(({ text }) => text.trim() === key.trim());
  return same.length === 1 ? [same[0].id] : null;
}

function readTrueFalse(cells: RowCells): Read | null {
  const key = cells.text('key');
  const truth = readTruth(key) ?? truthOfOption(key, optionsOf(cells));
  if (key === '') cells.report('key', 'import.key_missing');
  else if (!truth) cells.report('key', 'import.key_not_an_option', { value: shortened(key) });
  const options = [{ id: 'T', html: '正确' }, { id: 'F', html: '错误' }];
  return { content: { ...common('true_false', cells), options }, key: { kind: 'true_false', correct: truth ? [truth] : [] } };
}

/** A true/false question written as options A 正确, B 错误 with the key `A`. */
function truthOfOption(key: string, given: readonly Option[]): 'T' | 'F' | null {
  const [letter] = readLetters(key) ?? [];
  const option = given.find(({ id }) => id === letter);
  if (option) return readTruth(option.text);
  return letter === 'A' ? 'T' : letter === 'B' ? 'F' : null;
}

function toleranceOf(cells: RowCells): AcceptedQuantity['tolerance'] | null {
  const tolerance = readTolerance(cells.text('tolerance'));
  if (tolerance === undefined) cells.report('tolerance', 'import.tolerance_invalid', { value: shortened(cells.text('tolerance')) });
  return tolerance ?? null;
}

function unitsOf(cells: RowCells): NonNullable<ReturnType<typeof readUnits>> {
  const units = readUnits(cells.text('units'));
  if (!units) cells.report('units', 'import.units_invalid', { value: shortened(cells.text('units')) });
  return units ?? { units: [], required: false };
}

/** One cell per gap, or one key for all: parted by ；, else by a mark that parts it into as many as there are gaps. */
function gapTexts(cells: RowCells): string[] {
  const filled = gapFields.filter((field) => cells.has(field));
  if (filled.length > 0) return gapFields.slice(0, gapFields.indexOf(filled[filled.length - 1]) + 1).map((field) => cells.text(field));
  return cells.text('key').split(/[;；\n]/).map((text) => text.replace(/^[（(]?\d{1,2}(?:[)）、]|\.(?!\d))\s*/, '').trim());
}

function readGapFill(cells: RowCells): Read | null {
  let texts = gapTexts(cells);
  if (texts.every((text) => text === '')) {
    cells.report('key', 'import.key_missing');
    return null;
  }
  const put = putGaps(cells.text('stem'), texts.length, (wanted) => {
    const parted = [/[、]/, /[,，]/, /\s{2,}/, /\s+/].map((mark) => cells.text('key').trim().split(mark)).find((parts) => parts.length === wanted);
    if (parted) texts = parted.map((text) => text.trim());
    return texts.length;
  });
  if (put.ids.length === 0) cells.report('stem', 'import.gap_missing');
  else if (put.ids.length !== texts.length) cells.report('key', 'import.gaps_differ', { gaps: put.ids.length, keys: texts.length });
  if (put.appended) cells.warn('stem', 'import.gap_appended');
  if (cells.failed) return null;
  const keys = texts.map((text) => gapKeyOf(cells, text));
  return {
    content: { ...common('gap_fill', cells), html: cellToHtml(put.text), gaps: put.ids.map((id, index) => ({ id, type: 'numbers' in keys[index] ? 'number' as const : 'text' as const })) },
    key: { kind: 'gap_fill', gaps: Object.fromEntries(put.ids.map((id, index) => [id, keys[index]])) },
  };
}

/** A number where it has a tolerance or units; a text otherwise, a year or a telephone number too. */
function gapKeyOf(cells: RowCells, text: string): Extract<SimpleKey, { kind: 'gap_fill' }>['gaps'][string] {
  const alternatives = readAlternatives(text);
  if (alternatives.length === 0) cells.report('key', 'import.key_missing');
  const measured = alternatives.some((one) => one.includes('±')) || cells.has('tolerance') || cells.has('units');
  const numbers = measured ? alternatives.map((one) => readQuantity(one, toleranceOf(cells))) : [null];
  if (numbers.includes(null)) return { texts: alternatives.map(readAccepted) };
  const { units, required } = unitsOf(cells);
  return { numbers: numbers as AcceptedQuantity[], ...(units.length > 0 && { units }), ...(required && { unitRequired: true }) };
}

/** Each gap's cell lists its choices, the right ones with a star: `甲|*乙|丙`. */
function readCloze(cells: RowCells): Read | null {
  const gaps = gapFields.filter((field) => cells.has(field)).map((field) => ({ field, choices: readAlternatives(cells.text(field)) }));
  if (gaps.length === 0) {
    cells.report('gap1', 'import.key_missing');
    return null;
  }
  for (const { field, choices } of gaps) {
    if (choices.length < 2) cells.report(field, 'import.options_missing');
    if (!choices.some((choice) => choice.startsWith('*'))) cells.report(field, 'import.choice_unmarked');
  }
  const put = putGaps(cells.text('stem'), gaps.length);
  if (put.ids.length !== gaps.length) cells.report('stem', 'import.gaps_differ', { gaps: put.ids.length, keys: gaps.length });
  if (cells.failed) return null;
  const options = gaps.map(({ choices }) => choices.slice(0, 26).map((choice, index) => ({ id: letters[index], html: cellToHtml(choice.replace(/^\*\s*/, '')), right: choice.startsWith('*') })));
  return {
    content: { ...common('cloze', cells), html: cellToHtml(put.text), gaps: put.ids.map((id, index) => ({ id, options: options[index].map(({ id: letter, html }) => ({ id: letter, html })) })) },
    key: { kind: 'cloze', gaps: Object.fromEntries(put.ids.map((id, index) => [id, options[index].filter(({ right }) => right).map(({ id: letter }) => letter)])) },
  };
}

function readNumeric(cells: RowCells): Read | null {
  const tolerance = toleranceOf(cells);
  const { units, required } = unitsOf(cells);
  const alternatives = readAlternatives(cells.text('key'));
  if (alternatives.length === 0) cells.report('key', 'import.key_missing');
  const numbers = alternatives.map((text) => readQuantity(text, tolerance));
  if (numbers.includes(null)) cells.report('key', 'import.number_invalid', { value: shortened(cells.text('key')) });
  return {
    content: { ...common('numeric', cells), ...(units.length > 0 && { units: units.map(({ unit }) => unit) }) },
    key: { kind: 'numeric', numbers: numbers as AcceptedQuantity[], ...(units.length > 0 && { units }), ...(required && { unitRequired: true }) },
  };
}

function readShort(cells: RowCells): Read | null {
  const texts = readAlternatives(cells.text('key')).map(readAccepted);
  if (texts.length === 0) cells.report('key', 'import.key_missing');
  const { maxLength } = lengthOf(cells);
  return { content: { ...common('short', cells), ...(maxLength !== null && { maxLength }) }, key: { kind: 'short', texts } };
}

function lengthOf(cells: RowCells): { minLength: number | null; maxLength: number | null } {
  const length = readLength(cells.text('length'));
  if (!length) cells.report('length', 'import.length_invalid', { value: shortened(cells.text('length')) });
  return length ?? { minLength: null, maxLength: null };
}

/** A line per pair, `左=右`; a right side that belongs to nothing is written `=右`. */
function readMatching(cells: RowCells): Read | null {
  const field = cells.has('pairs') ? 'pairs' : 'key';
  const lines = cells.text(field).split(cells.text(field).includes('\n') ? '\n' : /[;；]/).map((line) => line.trim()).filter((line) => line !== '');
  if (lines.length === 0) cells.report('pairs', 'import.key_missing');
  const pairs = lines.map((line) => /^(.*?)\s*(?:=|＝|→|->|——)\s*(.+)$/.exec(line));
  if (pairs.includes(null)) {
    cells.report(field, 'import.pair_invalid', { value: shortened(lines[pairs.indexOf(null)]) });
    return null;
  }
  const texts = pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? ''] as const);
  const lefts = texts.filter(([left]) => left !== '');
  const rights = [...new Set(texts.map(([, right]) => right))];
  if (lefts.length < 2 && lines.length > 0) cells.report(field, 'import.pairs_few');
  const rightId = (right: string): string => letters[rights.indexOf(right)] ?? `R${rights.indexOf(right) + 1}`;
  return {
    content: { ...common('matching', cells), lefts: items(lefts.map(([left]) => left)), rights: rights.map((right) => ({ id: rightId(right), html: cellToHtml(right) })) },
    key: { kind: 'matching', pairs: Object.fromEntries(lefts.map(([, right], index) => [String(index + 1), rightId(right)])) },
  };
}

/** The items in their right order, a line each; or lettered options with the order as the key. */
function readOrdering(cells: RowCells): Read | null {
  const rule = readsAsNeighbours(cells.text('scoring')) ? 'adjacent_pairs' : 'exact';
  const options = optionsOf(cells);
  if (!cells.has('items') && options.length > 0) {
    const order = readOrder(cells.text('key'));
    if (!order || [...order].sort().join() !== options.map(({ id }) => id).join()) cells.report('key', 'import.order_invalid', { value: shortened(cells.text('key')) });
    return { content: { ...common('ordering', cells), items: options.map(({ id, text }) => ({ id, html: cellToHtml(text) })) }, key: { kind: 'ordering', order: order ?? [], rule } };
  }
  const lines = (cells.text('items') || cells.text('key')).split(/\n|[;；]/).map((line) => line.trim()).filter((line) => line !== '');
  if (lines.length < 2) cells.report('items', 'import.items_few');
  const all = items(lines);
  return { content: { ...common('ordering', cells), items: all }, key: { kind: 'ordering', order: all.map(({ id }) => id), rule } };
}

function items(texts: readonly string[]): RichItem[] {
  return texts.map((text, index) => ({ id: String(index + 1), html: cellToHtml(text) }));
}

function readEssay(cells: RowCells): Read | null {
  return { content: { ...common('essay', cells), ...lengthOf(cells) }, key: { kind: 'essay', ...guideOf(cells) } };
}

function readFile(cells: RowCells): Read | null {
  const accept = cells.has('fileKinds') ? readFileKinds(cells.text('fileKinds')) : ['document' as const];
  if (!accept) cells.report('fileKinds', 'import.file_kind_unknown', { value: shortened(cells.text('fileKinds')) });
  const maxFiles = figure(cells, 'maxFiles', 1, 10);
  const megabytes = figure(cells, 'maxMegabytes', 100, 1_900);
  return { content: { ...common('file', cells), accept: accept ?? [], maxFiles, maxBytes: megabytes * 1_048_576 }, key: { kind: 'file', ...guideOf(cells) } };
}

function figure(cells: RowCells, field: 'maxFiles' | 'maxMegabytes', otherwise: number, most: number): number {
  if (!cells.has(field)) return otherwise;
  const value = Number(cells.text(field).normalize('NFKC').replace(/\s*(MB?|个)$/i, ''));
  if (!Number.isInteger(value) || value < 1 || value > most) cells.report(field, 'import.figure_invalid', { value: shortened(cells.text(field)), most });
  return value;
}

/** What markers are given; the key's cell where there is no guide. A rubric has a line per criterion: `要点=5` or `要点（5分）：说明`. */
function guideOf(cells: RowCells): { guide: string | null; rubric: { id: string; title: string; marks: string; description?: string }[] } {
  const guide = cells.text('guide') || cells.text('key');
  const lines = cells.text('rubric').split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const rubric = lines.map((line, index) => {
    const [, title, marks, description] = /^(.{1,200}?)\s*(?:[=＝]\s*|[（(]\s*)(\d{1,4}(?:\.\d{1,4})?)\s*分?\s*[)）]?(?:\s*[:：]\s*(.+))?$/.exec(line) ?? [];
    if (title === undefined) cells.report('rubric', 'import.rubric_invalid', { value: shortened(line) });
    return { id: String(index + 1), title: title ?? '', marks: marks ?? '0', ...(description && { description }) };
  });
  return { guide: guide === '' ? null : cellToHtml(guide), rubric };
}
