import { describe, expect, it } from '@jest/globals';
import { readRange } from './send-file.js';

describe('the range of a request', () => {
  it.each([
    [undefined, null], ['bytes=0-', { start: 0, end: 99 }], ['bytes=10-19', { start: 10, end: 19 }], ['bytes=90-500', { start: 90, end: 99 }], ['bytes=-10', { start: 90, end: 99 }], ['bytes=-500', { start: 0, end: 99 }],
    ['bytes=100-', 'none'], ['bytes=20-10', 'none'], ['bytes=-', null], ['bytes=0-1,5-6', null], ['items=0-1', null], ['bytes=-0', 'none'],
  ])('%s of 100 bytes is %j', (header, range) => expect(readRange(header, 100)).toEqual(range));

  it('of nothing is none', () => expect(readRange('bytes=0-', 0)).toBe('none'));
});
