import { describe, expect, it } from '@jest/globals';
import type { ResponseBody } from '#lib/contracts';
import { newId } from '#lib/kernel';
import type { FormQuestion } from './draw-form.js';
import { prepareBody, shapeOf } from './response-body.js';

const question = (kind: FormQuestion['kind'], orders: FormQuestion['orders'] = {}, more: Partial<FormQuestion> = {}): FormQuestion => ({ slot: 'q', versionId: 'v', kind, marks: '1', scoring: 'all_or_nothing', orders, ...more });
const [fileA, fileB, fileC] = [newId(), newId(), newId()];
const questions: Record<string, FormQuestion> = {
  single: question('single', { '': ['A', 'B', 'C'] }), multiple: question('multiple', { '': ['A', 'B', 'C'] }), true_false: question('true_false', { '': ['T', 'F'] }),
  ordering: question('ordering', { '': ['A', 'B', 'C'] }), matching: question('matching', { '': ['R', 'S'], lefts: ['L', 'M', 'N'] }),
  gap_fill: question('gap_fill', { '': ['a', 'b'] }, { limit: 5 }), cloze: question('cloze', { '': ['a', 'b'], g1: ['x', 'y'], g2: ['x', 'y', 'z'] }),
  numeric: question('numeric', {}, { limit: 10 }), short: question('short', {}, { limit: 4 }), essay: question('essay', {}, { limit: 20_000 }), file: question('file', {}, { limit: 2 }),
  composite: question('composite', { '': ['one', 'two', 'three'], p1: ['A', 'B'], 'p2': ['a'], 'p2.g1': ['x', 'y'] }, { parts: [{ kind: 'single' }, { kind: 'cloze' }, { kind: 'short', limit: 4 }] }),
  old: question('single', { '': ['B', 'A'] }, { authorIds: true }), unknown: question('hologram' as never),
};
const prepare = (kind: string, body: ResponseBody) => prepareBody(body, shapeOf(questions[kind]));

describe('the body of a response', () => {
  it('has one written form, whatever the order it came in', () => {
    const prepared = prepare('multiple', { chosen: ['3', '1'] });
    expect(prepared?.text).toBe('{"chosen":["1","3"]}');
    expect(prepare('multiple', { chosen: ['1', '3'], flagged: false, text: '', gaps: {} })).toEqual(prepared);
    expect(prepare('multiple', { chosen: ['1', '3'], flagged: true })?.hash).not.toEqual(prepared?.hash);
    expect(prepare('matching', { gaps: { 3: '1', 1: '2', 2: '' } })?.text).toBe(prepare('matching', { gaps: { 1: '2', 3: '1' } })?.text);
  });

  it.each<[string, ResponseBody, string]>([
    ['single', { chosen: [] }, '{"chosen":[]}'], ['single', { chosen: ['2'] }, '{"chosen":["2"]}'], ['true_false', { chosen: ['1'] }, '{"chosen":["1"]}'], ['old', { chosen: ['A'] }, '{"chosen":["A"]}'],
    ['multiple', { chosen: ['1', '2', '3'] }, '{"chosen":["1","2","3"]}'], ['ordering', { chosen: ['3', '1', '2'] }, '{"chosen":["3","1","2"]}'], ['ordering', { chosen: [] }, '{"chosen":[]}'],
    ['short', { text: '甲乙 ' }, '{"text":"甲乙 "}'], ['numeric', { text: '1e3' }, '{"text":"1e3"}'], ['essay', { text: '长'.repeat(20_000) }, `{"text":"${'长'.repeat(20_000)}"}`], ['essay', { text: ' ' }, '{}'],
    ['essay', { chosen: [], flagged: true }, '{"flagged":true}'], ['gap_fill', { gaps: { 2: '乙', 1: '' } }, '{"gaps":{"2":"乙"}}'], ['cloze', { gaps: { 2: '3' } }, '{"gaps":{"2":"3"}}'],
    ['matching', { gaps: { 1: '2', 3: '2' } }, '{"gaps":{"1":"2","3":"2"}}'], ['file', { files: [fileB, fileA] }, `{"files":["${fileB}","${fileA}"]}`], ['file', {}, '{}'],
    ['composite', { parts: { 3: { text: '答' }, 1: { chosen: ['2'] }, 2: { gaps: {} } } }, '{"parts":{"1":{"chosen":["2"]},"3":{"text":"答"}}}'], ['composite', { chosen: [] }, '{}'],
  ])('takes for %s %j', (kind, body, text) => expect(prepare(kind, body)?.text).toBe(text));

  it.each<[string, ResponseBody]>([
    ['single', { chosen: ['1', '2'] }], ['single', { chosen: ['4'] }], ['single', { chosen: ['A'] }], ['single', { text: 'x' }], ['old', { chosen: ['1'] }], ['multiple', { chosen: ['1', '1'] }], ['true_false', { chosen: ['3'] }],
    ['true_false', { chosen: ['1', '2'] }], ['ordering', { chosen: ['1', '2'] }], ['ordering', { chosen: ['1', '2', '2'] }], ['short', { text: '一二三四五' }], ['numeric', { text: '12345678901' }],
    ['essay', { text: 'x'.repeat(20_001) }], ['essay', { chosen: ['1'] }], ['gap_fill', { gaps: { 3: 'x' } }], ['gap_fill', { gaps: { 1: '123456' } }], ['cloze', { gaps: { 1: '3' } }], ['cloze', { gaps: { 3: '1' } }],
    ['matching', { gaps: { 1: '3' } }], ['matching', { gaps: { 4: '1' } }], ['file', { files: [fileA, fileB, fileC] }], ['file', { files: [fileA, fileA] }], ['file', { files: ['../etc/passwd'] }],
    ['composite', { parts: { 4: { text: 'x' } } }], ['composite', { parts: { 1: { text: 'x' } } }], ['composite', { chosen: ['1'] }], ['composite', { parts: { 2: { gaps: { 1: '3' } } } }], ['unknown', { chosen: ['1'] }], ['unknown', { text: 'x' }],
  ])('refuses for %s %j', (kind, body) => expect(prepare(kind, body)).toBeNull());

  it('names its files, in its parts too', () => {
    const files = { accept: ['video' as const], maxBytes: 10 };
    expect(prepare('file', { files: [fileA] })?.files).toEqual([{ id: fileA, limit: null }]);
    const composite = shapeOf(question('composite', { '': ['one'] }, { parts: [{ kind: 'file', limit: 2, files }] }));
    expect(prepareBody({ parts: { 1: { files: [fileA] } } }, composite)?.files).toEqual([{ id: fileA, limit: files }]);
  });

  it('is refused when it is larger than 200 kB', () => {
    const gaps = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [String(index + 1), '长'.repeat(1_500)]));
    const shape = shapeOf(question('gap_fill', { '': Object.keys(gaps) }, { limit: 1_500 }));
    expect(prepareBody({ gaps }, shape)).toBeNull();
  });
});
