import { describe, expect, it } from '@jest/globals';
import type { ExchangedQuestion, QuestionKey, SimpleContent, SimpleKey, UnitMultiplier } from '#lib/contracts';
import { fc } from '../../../test/property.js';
import { guardCell } from './cell-text.js';
import { type ReadFile, readQuestions } from './check-rows.js';
import { checkQuestion } from './check-question.js';
import { readBack, toExchangeTable } from './exchange-table.js';
import { prepareFile } from './prepare-file.js';
import { proposeMapping } from './propose-mapping.js';
import { sanitizeContent } from './question-content.js';
import { sanitizeKey } from './store-questions.js';
import { readTable } from './table-reader.js';
import { questionWords } from './question-words.js';
import { writeRows } from './write-row.js';
import { writeWorkbook } from './write-workbook.js';
import { plainToHtml, sanitizeHtml } from './rich-text.js';

/** Texts that spreadsheets, XML, our own marks and people make difficult. */
const hard = fc.constantFrom('=1+1', '+86', '-3', '@sum', "'=x", '[html]', '1-2', '007', '1.50', '甲|乙', '*甲', '左=右', 'a；b', 'a/b', '_x0041_', '$x^2$ 与 $5', '第一行\n第二行', '$$\\frac{1}{2}$$', 'TRUE', '以上都对', 'A. 甲', '（　　）', '____', '12（5分）', '\\|', 'é😀', '<b>');
const plainWord = fc.oneof({ weight: 3, arbitrary: hard }, { weight: 4, arbitrary: fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }) }).map((text) => text.replace(/\[\[/g, '[ [').trim()).filter((text) => text !== '' && plainToHtml(text) !== '');
const html = fc.oneof(
  { weight: 5, arbitrary: plainWord.map(plainToHtml) },
  { weight: 1, arbitrary: plainWord.map((text) => `<p>${plainToHtml(text)} <strong>强</strong><span data-formula="a&lt;b"></span></p>`) },
).map(sanitizeHtml).filter((text) => text.replace(/<[^>]*>|\s/g, '') !== '');
const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,6}$/);
const ids = (least: number, most: number): fc.Arbitrary<string[]> => fc.oneof(
  fc.uniqueArray(id, { minLength: least, maxLength: most }),
  fc.integer({ min: least, max: most }).map((count) => Array.from({ length: count }, (_, index) => String(index + 1))),
  fc.integer({ min: least, max: most }).map((count) => Array.from({ length: count }, (_, index) => String.fromCharCode(65 + index))),
);
const itemsOf = (least: number, most: number): fc.Arbitrary<{ id: string; html: string }[]> => ids(least, most).chain((names) => fc.tuple(...names.map((name) => html.map((text) => ({ id: name, html: text })))).map((list) => list));
const decimal = fc.integer({ min: -9999, max: 9999 }).map((value) => String(value / 100)).filter((text) => !text.includes('e'));
const positive = fc.integer({ min: 1, max: 400 }).map((value) => String(value / 4));
const accepted = fc.record({ text: plainWord, match: fc.constantFrom('exact' as const, 'wildcard' as const) }, { requiredKeys: ['text'] });
const quantity = fc.record({ value: decimal, tolerance: fc.record({ type: fc.constantFrom('relative' as const, 'nominal' as const, 'geometric' as const), value: fc.constantFrom('0.1', '0.05', '1') }) }, { requiredKeys: ['value'] });
const units = fc.record({ units: fc.constantFrom<UnitMultiplier[]>([{ unit: 'm/s', multiplier: '1' }], [{ unit: 'kg', multiplier: '1' }, { unit: 'g', multiplier: '0.001' }]), unitRequired: fc.constant(true) }, { requiredKeys: [] });

interface Pair {
  content: SimpleContent;
  key: SimpleKey;
}

const choice = fc.tuple(fc.constantFrom('single' as const, 'multiple' as const), itemsOf(2, 6), html, fc.boolean()).chain(([kind, options, text, last]) => fc.subarray(options.map((option) => option.id), { minLength: 1, maxLength: kind === 'single' ? 1 : options.length })
  .map((correct): Pair => ({ content: { schemaVersion: 1, kind, html: text, options: options.map((option, index) => ({ ...option, ...(last && index === 0 && { keepLast: true }) })) }, key: { kind, correct } } as Pair)));
const truth = fc.tuple(html, fc.constantFrom('T', 'F')).map(([text, right]): Pair => ({ content: { schemaVersion: 1, kind: 'true_false', html: text, options: [{ id: 'T', html: '正确' }, { id: 'F', html: '错误' }] }, key: { kind: 'true_false', correct: [right] } }));
const gapFill = fc.tuple(html, ids(1, 4)).chain(([text, names]) => fc.tuple(...names.map(() => fc.oneof(fc.array(accepted, { minLength: 1, maxLength: 3 }).map((texts) => ({ texts })), fc.tuple(fc.array(quantity, { minLength: 1, maxLength: 2 }), units).map(([numbers, unit]) => ({ numbers, ...unit })))))
  .map((keys): Pair => ({
    content: { schemaVersion: 1, kind: 'gap_fill', html: `${text} ${names.map((name) => `[[${name}]]`).join('、')}`, gaps: names.map((name, index) => ({ id: name, type: 'numbers' in keys[index] ? 'number' : 'text' })) },
    key: { kind: 'gap_fill', gaps: Object.fromEntries(names.map((name, index) => [name, keys[index]])) },
  })));
const cloze = fc.tuple(html, ids(1, 3), itemsOf(2, 4)).chain(([text, names, options]) => fc.tuple(...names.map(() => fc.subarray(options.map((option) => option.id), { minLength: 1 })))
  .map((rights): Pair => ({ content: { schemaVersion: 1, kind: 'cloze', html: `${text}${names.map((name) => `[[${name}]]`).join('')}`, gaps: names.map((name) => ({ id: name, options })) }, key: { kind: 'cloze', gaps: Object.fromEntries(names.map((name, index) => [name, rights[index]])) } })));
const numeric = fc.tuple(html, fc.array(quantity, { minLength: 1, maxLength: 3 }), units).map(([text, numbers, unit]): Pair => ({ content: { schemaVersion: 1, kind: 'numeric', html: text, ...(unit.units && { units: unit.units.map((one) => one.unit) }) }, key: { kind: 'numeric', numbers, ...unit } }));
const short = fc.tuple(html, fc.array(accepted, { minLength: 1, maxLength: 3 }), fc.option(fc.integer({ min: 1, max: 900 }), { nil: undefined })).map(([text, texts, maxLength]): Pair => ({ content: { schemaVersion: 1, kind: 'short', html: text, ...(maxLength && { maxLength }) }, key: { kind: 'short', texts } }));
const matching = fc.tuple(html, itemsOf(2, 5), itemsOf(2, 6)).chain(([text, lefts, rights]) => fc.tuple(...lefts.map(() => fc.constantFrom(...rights.map((right) => right.id))))
  .map((chosen): Pair => ({ content: { schemaVersion: 1, kind: 'matching', html: text, lefts, rights }, key: { kind: 'matching', pairs: Object.fromEntries(lefts.map((left, index) => [left.id, chosen[index]])) } })));
const ordering = fc.tuple(html, itemsOf(2, 5), fc.constantFrom('exact' as const, 'adjacent_pairs' as const)).chain(([text, all, rule]) => fc.shuffledSubarray(all.map((one) => one.id), { minLength: all.length })
  .map((order): Pair => ({ content: { schemaVersion: 1, kind: 'ordering', html: text, items: all }, key: { kind: 'ordering', order, rule } })));
const guide = fc.record({ guide: fc.option(html), rubric: fc.array(fc.record({ title: plainWord.filter((text) => !text.includes('\n')), marks: fc.constantFrom('0.01', '0.02') }), { maxLength: 3 }) });
const essay = fc.tuple(html, guide, fc.constantFrom([null, null], [100, 800], [null, 500], [50, null])).map(([text, help, [minLength, maxLength]]): Pair => ({
  content: { schemaVersion: 1, kind: 'essay', html: text, minLength, maxLength }, key: { kind: 'essay', guide: help.guide, rubric: help.rubric.map((one, index) => ({ id: String(index + 1), ...one })) },
}));
const file = fc.tuple(html, guide, fc.subarray(['document', 'image', 'audio', 'video'] as const, { minLength: 1 }), fc.integer({ min: 1, max: 10 }), fc.constantFrom(1_048_576, 5_000_000)).map(([text, help, accept, maxFiles, maxBytes]): Pair => ({
  content: { schemaVersion: 1, kind: 'file', html: text, accept: [...accept], maxFiles, maxBytes }, key: { kind: 'file', guide: help.guide, rubric: [] },
}));
const simple = fc.oneof(choice, truth, gapFill, cloze, numeric, short, matching, ordering, essay, file);
const scoring = fc.constantFrom(null, 'partial_per_right' as const, 'right_minus_wrong' as const, 'all_or_nothing' as const);
const composite = fc.tuple(html, ids(1, 3)).chain(([text, names]) => fc.tuple(...names.map(() => fc.tuple(simple, positive, scoring, fc.option(html)))).map((parts) => ({
  content: { schemaVersion: 1 as const, kind: 'composite' as const, html: text, parts: parts.map(([{ content }, marks, rule], index) => ({ id: names[index], marks, ...(rule && { scoring: rule }), content })) },
  key: { kind: 'composite' as const, parts: Object.fromEntries(parts.map(([{ key }, , , explanation], index) => [names[index], { ...key, ...(explanation && { explanation }) }])) },
})));
const word = fc.constantFrom('消防', '=危险', 'a,b', '法律/法规', 'x');
const question: fc.Arbitrary<ExchangedQuestion> = fc.tuple(
  fc.oneof({ weight: 4, arbitrary: simple }, { weight: 1, arbitrary: composite }), fc.option(html), fc.record({
    marks: positive, scoring, subject: fc.option(word), difficulty: fc.option(fc.integer({ min: 0, max: 1000 }).map((value) => value / 1000)), tags: fc.uniqueArray(word, { maxLength: 3 }), jobFields: fc.uniqueArray(word, { maxLength: 2 }),
    category: fc.array(word, { maxLength: 3 }), source: fc.option(fc.constantFrom('《公务员法》第五条', '教材 12 页', '+1')), article: fc.option(fc.constantFrom({ regulation: '公务员法', label: '第五条' }, { regulation: '=法', label: '第1条' })),
  }),
).map(([{ content, key }, explanation, rest]) => ({ content: sanitizeContent(content), key: sanitizeKey({ schemaVersion: 1, explanation, ...key } as QuestionKey), ...rest }))
  .filter(({ content, key, marks, scoring: rule }) => checkQuestion({ content, key, marks, scoring: rule }).length === 0);

/** Two questions that read the same are one for an import; the number tells them apart. */
const several = (minLength: number, maxLength: number): fc.Arbitrary<ExchangedQuestion[]> => fc.array(question, { minLength, maxLength }).map((list) => list.map((one, index) => ({ ...one, content: { ...one.content, html: `${index + 1} ${one.content.html}` } })))
  .filter((list) => list.every(({ content, key, marks }) => checkQuestion({ content, key: key as QuestionKey, marks }).length === 0));

const runs = fc.readConfigureGlobal().numRuns ?? 100;

async function expectSame(read: ReadFile, list: readonly ExchangedQuestion[]): Promise<void> {
  expect(read.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(read.questions.map((one) => one.question)).toEqual(list);
}

describe('from the bank into a file and back', () => {
  it.each(['zh', 'en'] as const)('is the identity by a table, for every kind (%s)', async (lang) => {
    await fc.assert(fc.asyncProperty(several(1, 4), async (list) => {
      const { sheet, left } = await toExchangeTable(list, lang, true);
      expect(left).toEqual([]);
      const headings = { line: 1, cells: sheet.columns.map(({ heading }) => heading) };
      const rows = [headings, ...sheet.rows.map((cells, index) => ({ line: index + 2, cells: cells.map(guardCell) }))];
      const prepared = prepareFile({ source: 'xlsx', encoding: null, sheets: [], sheet: 'x', rows });
      await expectSame(await readQuestions(prepared, proposeMapping(prepared.headings)), list);
    }), { numRuns: runs });
  }, 300_000);

  it('is the identity by a workbook, for every kind', async () => {
    await fc.assert(fc.asyncProperty(several(60, 80), async (list) => {
      const { sheet } = await toExchangeTable(list, 'zh', true);
      const prepared = prepareFile(await readTable('export.xlsx', await writeWorkbook([sheet])));
      for (const { cells } of prepared.rows) for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      await expectSame(await readQuestions(prepared, proposeMapping(prepared.headings)), list);
    }), { numRuns: Math.ceil(runs / 20), endOnFailure: true });
  }, 300_000);

  it('is the identity by JSON, for every kind', async () => {
    await fc.assert(fc.asyncProperty(several(20, 30), async (questions) => {
      const file = Buffer.from(JSON.stringify({ format: 'kaosai-questions', version: 1, exportedAt: '2026-11-23T00:00:00.000Z', questions }));
      const read = await readQuestions(prepareFile(await readTable('export.json', file)), []);
      await expectSame(read, questions);
    }), { numRuns: Math.ceil(runs / 20), endOnFailure: true });
  }, 300_000);

  it('says plain questions in plain columns, without the data column', () => {
    const plain: ExchangedQuestion = {
      content: { schemaVersion: 1, kind: 'multiple', html: '下列属于灭火方法的有', options: [{ id: 'A', html: '冷却' }, { id: 'B', html: '隔离' }, { id: 'C', html: '观望' }] },
      key: { schemaVersion: 1, kind: 'multiple', correct: ['A', 'B'], explanation: '见教材。' }, marks: '2', scoring: 'partial_per_right', subject: '安全', difficulty: 0.5, tags: ['消防', '常识'], jobFields: [], category: ['安全', '消防'], source: null, article: null,
    };
    const rows = writeRows(plain, questionWords.zh, '1');
    expect(rows).toEqual([{ kind: '多选题', stem: '下列属于灭火方法的有', optionA: '冷却', optionB: '隔离', optionC: '观望', key: 'AB', marks: '2', scoring: '漏选得分', explanation: '见教材。', subject: '安全', difficulty: '0.5', tags: '消防；常识', category: '安全/消防' }]);
    expect(readBack(rows)).toEqual(plain);
  });

  it('does not take a data cell whose row says something else', async () => {
    const list = [{ content: { schemaVersion: 1 as const, kind: 'single' as const, html: '<p>原题</p>', options: [{ id: 'x', html: '甲' }, { id: 'y', html: '乙' }] }, key: { schemaVersion: 1 as const, kind: 'single' as const, correct: ['x'], explanation: null }, marks: '1', scoring: null, subject: null, difficulty: null, tags: [], jobFields: [], category: [], source: null, article: null }];
    const { sheet } = await toExchangeTable(list, 'zh', true);
    const changed = { ...sheet, rows: sheet.rows.map((row) => row.map((cell) => (cell === '甲' ? '改过的甲' : cell))) };
    const prepared = prepareFile(await readTable('export.xlsx', await writeWorkbook([changed])));
    const read = await readQuestions(prepared, proposeMapping(prepared.headings));
    expect(read).toMatchObject({ bad: 1, problems: [{ code: 'import.data_contradicts', line: 2 }] });
  });
});
