import { describe, expect, it } from '@jest/globals';
import { errorCatalogue, type QuestionContent, type QuestionKey } from '#lib/contracts';
import { questionsOfEveryKind } from '../../../test/fixtures/questions-of-every-kind.js';
import { type CheckedQuestion, checkQuestion } from './check-question.js';

const { single, multiple, true_false: truth, gap_fill: gapFill, numeric, short, matching, ordering, cloze, essay, file, composite } = questionsOfEveryKind();
type Sample = { content: QuestionContent; key: QuestionKey };

/** A copy with one thing changed, by its path; `undefined` takes it away. */
function changed({ content, key }: Sample, path: string, value: unknown): CheckedQuestion {
  const copy = structuredClone({ content, key }) as unknown as Record<string, unknown>;
  const names = path.split('.');
  const last = names.pop() as string;
  const holder = names.reduce((at, name) => at[name] as Record<string, unknown>, copy);
  if (value === undefined) Reflect.deleteProperty(holder, last);
  else holder[last] = value;
  return copy as unknown as CheckedQuestion;
}

const found = (question: CheckedQuestion): string[] => checkQuestion({ marks: '6', ...question }).map(({ path, code }) => `${path} ${code}`);
const many = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `o${index}`, html: 'x' }));

describe('checking a question', () => {
  it.each(Object.entries(questionsOfEveryKind()))('finds nothing wrong with a right one: %s', (_, { content, key }) => {
    expect(checkQuestion({ content, key, marks: '6', scoring: 'partial_per_right' })).toEqual([]);
    expect(checkQuestion({ content, key })).toEqual([]);
  });

  it.each<[Sample, string, unknown, string[]]>([
    [single, 'content.kind', 'hologram', ['content.kind question.kind_unknown']], [single, 'content', null, ['content.kind question.kind_unknown']], [single, 'key.kind', 'multiple', ['key.kind question.key_kind']],
    [single, 'key', null, ['key.kind question.key_kind']], [single, 'content.html', ' <p></p>', ['content.html question.text_missing']], [single, 'content.html', 7, ['content.html question.not_a_text']],
    [single, 'content.html', 'x'.repeat(200_001), ['content question.too_large']], [single, 'content.options', 'A', ['content.options question.not_a_list', 'key.correct question.key_unknown']],
    [single, 'content.options.1.id', 'auth-a', ['content.options.1.id question.id_repeated', 'key.correct question.key_unknown']], [single, 'content.options.0.id', 'a b', ['content.options.0.id question.id_invalid']],
    [single, 'content.options.0', null, ['content.options.0.id question.id_invalid', 'content.options.0.html question.not_a_text']], [single, 'content.options.0.html', '', ['content.options.0.html question.text_missing']],
    [single, 'content.options', [{ id: 'auth-b', html: 'x' }], ['content.options question.too_few']], [multiple, 'content.options', [...many(99), ...(single.content as { options: { id: string; html: string }[] } & QuestionContent).options], ['content.options question.too_many']],
    [single, 'key.correct', [], ['key.correct question.key_missing']], [single, 'key.correct', ['auth-a', 'auth-b'], ['key.correct question.key_count']], [single, 'key.correct', ['Z'], ['key.correct question.key_unknown']],
    [multiple, 'key.correct', ['auth-a', 'auth-a'], ['key.correct question.key_unknown']], [single, 'key.explanation', 3, ['key.explanation question.not_a_text']], [single, 'scoring', 'half', ['scoring question.value_unknown']],
    [truth, 'content.options.0.id', 'Y', ['content.options question.truth_options']], [truth, 'key.correct', ['X'], ['key.correct question.key_unknown']],
    [gapFill, 'content.html', '[[auth-a]]', ['content.gaps.1.id question.gap_without_place']], [gapFill, 'content.html', '[[auth-a]] [[auth-b]] [[auth-b]]', ['content.gaps.1.id question.gap_placed_twice']],
    [gapFill, 'content.html', '[[auth-a]] [[auth-b]] [[auth-z]]', ['content.html question.place_without_gap']], [gapFill, 'content.gaps.0.type', 'date', ['content.gaps.0.type question.value_unknown', 'key.gaps.auth-a question.key_kind']],
    [gapFill, 'key.gaps.auth-a', undefined, ['key.gaps.auth-a question.key_missing']], [gapFill, 'key.gaps.auth-z', { texts: [] }, ['key.gaps.auth-z question.key_extra']],
    [gapFill, 'key.gaps.auth-a', { texts: [{ text: 'x' }] }, ['key.gaps.auth-a question.key_kind']], [gapFill, 'key.asSet', true, ['key.asSet question.set_needs_text']], [gapFill, 'key.gaps.auth-b.texts', [], ['key.gaps.auth-b.texts question.key_missing']],
    [gapFill, 'key.gaps.auth-b.texts.2.text', '(', ['key.gaps.auth-b.texts.2.text question.pattern_invalid']], [gapFill, 'key.gaps.auth-b.texts.2.text', '(?=a)', ['key.gaps.auth-b.texts.2.text question.pattern_invalid']],
    [gapFill, 'key.gaps.auth-b.texts.2.text', 'a'.repeat(501), ['key.gaps.auth-b.texts.2.text question.text_too_long']], [gapFill, 'key.gaps.auth-b.texts.0.text', '\u200b', ['key.gaps.auth-b.texts.0.text question.text_missing']],
    [numeric, 'key.numbers', [], ['key.numbers question.key_missing']], [numeric, 'key.numbers.0.value', 'many', ['key.numbers.0.value question.number_invalid']], [numeric, 'key.numbers.0.tolerance.value', '-1', ['key.numbers.0.tolerance.value question.number_invalid']],
    [numeric, 'key.numbers.0.tolerance.type', 'about', ['key.numbers.0.tolerance.type question.value_unknown']], [numeric, 'key.numbers.1.fraction', '1.5', ['key.numbers.1.fraction question.fraction_invalid']],
    [numeric, 'key.units.0.multiplier', '0', ['key.units question.units_invalid']], [numeric, 'content.units', ['', 'm'], ['content.units question.units_invalid']],
    [short, 'key.texts.1.match', 'like', ['key.texts.1.match question.value_unknown']], [short, 'key.compare', { whitespace: 'eat' }, ['key.compare question.value_unknown']], [short, 'content.maxLength', 0, ['content.maxLength question.number_out_of_range']],
    [matching, 'key.pairs.left-1', undefined, ['key.pairs.left-1 question.key_missing']], [matching, 'key.pairs.left-1', 'Z', ['key.pairs.left-1 question.key_unknown']], [matching, 'key.pairs.left-9', 'auth-a', ['key.pairs.left-9 question.key_extra']],
    [matching, 'content.rights', [{ id: 'auth-a', html: 'x' }], ['content.rights question.too_few', 'key.pairs.left-1 question.key_unknown']],
    [ordering, 'key.order', ['auth-a', 'auth-b'], ['key.order question.order_incomplete']], [ordering, 'key.rule', 'nearly', ['key.rule question.value_unknown']],
    [cloze, 'content.gaps.0.options', [], ['content.gaps.0.options question.too_few', 'key.gaps.auth-a question.key_unknown']], [cloze, 'key.gaps.auth-b', ['auth-c'], ['key.gaps.auth-b question.key_unknown']],
    [essay, 'content.minLength', 900, ['content.minLength question.number_out_of_range']], [essay, 'key.rubric.0.marks', '7', ['key.rubric question.rubric_exceeds']], [essay, 'key.rubric.0.title', '', ['key.rubric.0.title question.text_missing']],
    [essay, 'key.rubric.0.marks', 'all', ['key.rubric.0.marks question.marks_invalid']], [essay, 'key.guide', 1, ['key.guide question.not_a_text']], [essay, 'key.rubric', undefined, ['key.rubric question.not_a_list']],
    [file, 'content.accept', ['program'], ['content.accept question.value_unknown']], [file, 'content.maxFiles', 11, ['content.maxFiles question.number_out_of_range']], [file, 'content.maxBytes', 0.5, ['content.maxBytes question.number_out_of_range']],
    [composite, 'content.parts', [], ['content.parts question.too_few', 'key.parts.part-1 question.key_extra', 'key.parts.part-2 question.key_extra', 'key.parts.part-3 question.key_extra']],
    [composite, 'content.parts.0.marks', '0', ['content.parts.0.marks question.marks_invalid']], [composite, 'key.parts.part-2', undefined, ['key.parts.part-2 question.key_missing']],
    [composite, 'key.parts.part-1.correct', ['Z'], ['key.parts.part-1.correct question.key_unknown']], [composite, 'content.parts.0.content', composite.content, ['content.parts.0.content.kind question.nested']],
  ])('%# finds in a question with %2$s', (sample, path, value, problems) => expect(found(changed(sample, path, value))).toEqual(problems));

  it("holds a part's rubric to the part's share", () => {
    const content = { ...composite.content, parts: [{ id: 'p', marks: '1', content: essay.content }, { id: 'q', marks: '3', content: single.content }] } as QuestionContent;
    const key = { ...composite.key, parts: { p: { kind: 'essay', guide: null, rubric: [{ id: 'r', title: 't', marks: '2' }] }, q: single.key } } as unknown as QuestionKey;
    expect(found({ content, key, marks: '4' })).toEqual(['key.parts.p.rubric question.rubric_exceeds']);
    expect(found({ content, key, marks: '8' })).toEqual([]);
  });

  it('has a text in both languages for everything that it finds', () => {
    const codes = [single, gapFill, composite].flatMap((sample) => checkQuestion(changed(sample, 'content', {}))).map(({ code }) => code);
    for (const code of codes) expect(errorCatalogue).toHaveProperty([code]);
  });
});
