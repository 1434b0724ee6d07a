import { describe, expect, it } from '@jest/globals';
import { contentSecurityPolicy, pageOf } from './page-policy.js';

describe('pageOf', () => {
  it.each([['/', 'index.html'], ['/exam/123', 'exam.html'], ['/exams/123', 'index.html'], ['/judge/1', 'judge.html'], ['/board/1', 'board.html'], ['/boards', 'index.html']])('%s is served by %s', (path, page) => {
    expect(pageOf(path)).toBe(page);
  });
});

describe('contentSecurityPolicy', () => {
  it('allows no inline style without the nonce and nothing from elsewhere', () => {
    const policy = contentSecurityPolicy('abc');
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("style-src 'self' 'nonce-abc'");
    expect(policy).toContain("script-src 'self';");
  });
});
