import { describe, expect, it } from '@jest/globals';
import type { PreviewQuestion } from '#lib/contracts';
import { previewQuestion } from './question-preview.js';

const single: PreviewQuestion = {
  content: { schemaVersion: 1, kind: 'single', html: '<p>问<script>x</script></p>', options: [{ id: 'A', html: '甲' }, { id: 'B', html: '乙' }] },
  key: { schemaVersion: 1, kind: 'single', correct: ['B'], explanation: '秘密的解析' }, marks: '2',
};

describe('a preview', () => {
  it('shows what the candidate would see and nothing of the key', () => {
    const { question, problems, marking } = previewQuestion(single);
    expect(problems).toEqual([]);
    expect(question).toMatchObject({ kind: 'single', html: '<p>问</p>', marks: '2', options: [{ id: '1', html: '甲' }, { id: '2', html: '乙' }] });
    expect(JSON.stringify(question)).not.toContain('解析');
    expect(marking).toBeNull();
  });

  it('marks a tried response in the ids of the shown form, and says why', () => {
    expect(previewQuestion({ ...single, response: { chosen: ['2'] } }).marking).toMatchObject({ state: 'right', mark: '2', maxMark: '2' });
    expect(previewQuestion({ ...single, response: { chosen: ['1'] } }).marking).toMatchObject({ state: 'wrong', mark: '0' });
    expect(previewQuestion({ ...single, response: {} }).marking).toMatchObject({ state: 'not-answered' });
    expect(previewQuestion({ ...single, response: { chosen: 5 } as never }).marking).toMatchObject({ state: 'not-answered' });
  });

  it('marks partly, and by parts', () => {
    const multiple: PreviewQuestion = {
      content: { schemaVersion: 1, kind: 'multiple', html: '问', options: ['A', 'B', 'C'].map((id) => ({ id, html: id })) },
      key: { schemaVersion: 1, kind: 'multiple', correct: ['A', 'C'], explanation: null }, marks: '4', scoring: 'partial_per_right', response: { chosen: ['1'] },
    };
    expect(previewQuestion(multiple).marking).toMatchObject({ state: 'partial', mark: '2' });
    const composite: PreviewQuestion = {
      content: { schemaVersion: 1, kind: 'composite', html: '材料', parts: [{ id: 'x', marks: '1', content: single.content as never }, { id: 'y', marks: '3', content: { schemaVersion: 1, kind: 'short', html: '答' } }] },
      key: { schemaVersion: 1, kind: 'composite', explanation: null, parts: { x: { kind: 'single', correct: ['B'] }, y: { kind: 'short', texts: [{ text: '是' }] } } }, marks: '8', response: { parts: { 1: { chosen: ['2'] }, 2: { text: '否' } } },
    };
    expect(previewQuestion(composite).marking).toMatchObject({ mark: '2', parts: [{ id: 'x', state: 'right' }, { id: 'y', state: 'wrong' }] });
  });

  it('tells what keeps it from being stored; a broken key still lets the question be seen', () => {
    const keyless = previewQuestion({ ...single, key: { ...single.key, correct: [] } as never, response: { chosen: ['1'] } });
    expect(keyless.question).not.toBeNull();
    expect(keyless.problems.length).toBeGreaterThan(0);
    expect(keyless.marking).toBeNull();
    expect(previewQuestion({ ...single, content: { kind: 'no' } as never })).toMatchObject({ question: null, problems: [{ path: 'content.kind' }], marking: null });
    expect(previewQuestion({ ...single, content: { schemaVersion: 1, kind: 'single', html: 7 } as never }).question).toBeNull();
  });
});
