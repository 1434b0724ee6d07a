import { describe, expect, it } from '@jest/globals';
import { isSameOrigin } from './same-origin.js';

const direct = { publicUrl: undefined, trustProxy: false };

describe('isSameOrigin', () => {
  it.each([
    ['the page itself', { host: 'exam.local:3000', origin: 'http://exam.local:3000' }, true],
    ['the page over TLS', { host: 'exam.local', origin: 'https://exam.local' }, true],
    ['another site', { host: 'exam.local', origin: 'http://evil.test' }, false],
    ['a look-alike', { host: 'exam.local', origin: 'http://exam.local.evil.test' }, false],
    ['another port', { host: 'exam.local:3000', origin: 'http://exam.local:3001' }, false],
    ['an opaque origin', { host: 'exam.local', origin: 'null' }, false],
    ['a program', { host: 'exam.local' }, true],
    ['a cross-site request without Origin', { host: 'exam.local', 'sec-fetch-site': 'cross-site' }, false],
  ])('%s', (_, headers, expected) => {
    expect(isSameOrigin(headers, direct)).toBe(expected);
  });

  it('goes by the public address when one is configured, whatever Host says', () => {
    const config = { publicUrl: 'https://exam.example.org', trustProxy: false };
    expect(isSameOrigin({ host: 'evil.test', origin: 'http://evil.test' }, config)).toBe(false);
    expect(isSameOrigin({ host: 'inside:3000', origin: 'https://exam.example.org' }, config)).toBe(true);
  });
});
