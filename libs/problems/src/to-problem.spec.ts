import { describe, expect, it } from '@jest/globals';
import { DomainError } from '#lib/kernel';
import { invalidInput, toProblem } from './to-problem.js';

describe('toProblem', () => {
  it.each([
    [new DomainError('exam.running'), 'exam.running', 409],
    [new DomainError('no.such.code'), 'request.invalid', 400],
    [Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), 'service.unavailable', 503],
    [Object.assign(new Error('x'), { code: '57P01' }), 'service.unavailable', 503],
    [new TypeError('a programmer’s mistake'), 'internal', 500],
    ['not even an error', 'internal', 500],
  ])('%s becomes %s', (error, code, status) => {
    expect(toProblem(error, 'en', 'r1')).toMatchObject({ code, status, requestId: 'r1' });
  });

  it('speaks the language and says nothing of the inside', () => {
    const problem = toProblem(new Error('password of the database is hunter2'), 'zh-CN', 'r2');
    expect(problem.title).toContain('系统出错');
    expect(JSON.stringify(problem)).not.toContain('hunter2');
  });
});

describe('invalidInput', () => {
  it('names nested fields by their paths', () => {
    const errors = [{ property: 'sections', children: [{ property: '0', children: [{ property: 'title', constraints: { isString: '' } }] }] }];
    expect(invalidInput(errors as never).errors).toEqual([{ path: 'sections.0.title', code: 'field.isString' }]);
  });
});
