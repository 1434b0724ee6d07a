/** A paper of every kind that a machine marks, and responses to it: right, partly right, wrong and missing ones. */
export const paper = [
  { kind: 'single', marks: '1', options: ['A', 'B', 'C', 'D'], correct: ['B'] },
  { kind: 'single', marks: '1', options: ['A', 'B', 'C', 'D'], correct: ['C'], wrong: '-0.25' },
  { kind: 'multiple', marks: '2', options: ['A', 'B', 'C', 'D', 'E'], correct: ['A', 'C', 'D'], rule: { name: 'partial', missing: 'proportional' } },
  { kind: 'multiple', marks: '2', options: ['A', 'B', 'C', 'D'], correct: ['A', 'B'], rule: { name: 'right-minus-wrong' } },
  { kind: 'true-false', marks: '1', correct: true },
  { kind: 'numeric', marks: '2', accepted: [{ value: '9.81', tolerance: { type: 'relative', value: '0.01' } }] },
  { kind: 'short', marks: '2', accepted: [{ text: '中华人民共和国' }, { match: 'wildcard', text: '*共和国' }] },
  { kind: 'gap-fill', marks: '3', gaps: [{ id: 'a', type: 'text', accepted: [{ text: '宪法' }] }, { id: 'b', type: 'number', accepted: [{ value: '1982' }] }, { id: 'c', type: 'choice', options: ['x', 'y'], correct: ['y'] }] },
  { kind: 'matching', marks: '4', pairs: { a: '1', b: '2', c: '3', d: '4' } },
  { kind: 'ordering', marks: '2', order: ['a', 'b', 'c', 'd'], rule: 'adjacent-pairs' },
];

const answers = [
  ['A', 'B', 'C', null], ['A', 'C', null], [['A', 'C', 'D'], ['A', 'C'], ['A', 'B'], []], [['A', 'B'], ['A', 'C'], ['A']], [true, false, null],
  ['9.81', '9.8 ', '１０', '1,000.5', ''], ['中华人民共和国', ' 共和国', 'no', ''],
  [{ a: '宪法', b: '1982', c: 'y' }, { a: '民法', b: '一九八二' }, {}], [{ a: '1', b: '2', c: '3', d: '4' }, { a: '2', b: '1' }], [['a', 'b', 'c', 'd'], ['b', 'a', 'c', 'd']],
];

/** The n-th response: to which question, and what. */
export function responseAt(n) {
  const question = n % paper.length;
  const choices = answers[question];
  return { question, response: { answer: choices[Math.floor(n / paper.length) % choices.length] } };
}
