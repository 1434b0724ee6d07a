import { describe, expect, it } from '@jest/globals';
import { isSameOrigin } from './same-origin.js';

describe('isSameOrigin', () => {
  it.each<[string, string | undefined, Record<string, string>, { publicUrl?: string; trustProxy: boolean }, boolean]>([
    ['a page of this site', 'http://localhost:3000', {}, { trustProxy: false }, true],
    ['a client that is not a browser', undefined, {}, { trustProxy: false }, true],
    ['a page without an origin', 'null', {}, { trustProxy: false }, false],
    ['another site', 'http://evil.example', {}, { trustProxy: false }, false],
    ['another port', 'http://localhost:3001', {}, { trustProxy: false }, false],
    ['a look-alike after the name', 'http://localhost:3000.evil.example', {}, { trustProxy: false }, false],
    ['a look-alike before the name', 'http://evil-localhost:3000', {}, { trustProxy: false }, false],
    ['a forged proxy header without a proxy', 'http://evil.example', { 'x-forwarded-host': 'evil.example' }, { trustProxy: false }, false],
    ['a page of this site behind our proxy', 'https://exam.example.org', { 'x-forwarded-host': 'exam.example.org' }, { trustProxy: true }, true],
    ['the public address', 'https://exam.example.org', {}, { publicUrl: 'https://exam.example.org/', trustProxy: false }, true],
    ['the public name without its encryption', 'http://exam.example.org', {}, { publicUrl: 'https://exam.example.org', trustProxy: false }, false],
    ['the host when the public address is another', 'http://localhost:3000', {}, { publicUrl: 'https://exam.example.org', trustProxy: false }, false],
  ])('of %s', (_, origin, more, config, expected) => {
    expect(isSameOrigin({ host: 'localhost:3000', ...(origin === undefined ? {} : { origin }), ...more }, config)).toBe(expected);
  });
});
