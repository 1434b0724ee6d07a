import { describe, expect, it } from '@jest/globals';
import { TokenBucket } from './token-bucket.js';

describe('TokenBucket', () => {
  it('lets a burst through, then its rate', () => {
    const bucket = new TokenBucket(10, 5, 0);
    expect(Array.from({ length: 7 }, () => bucket.take(0)).filter(Boolean)).toHaveLength(5);
    expect(bucket.take(50)).toBe(false);
    expect(bucket.take(110)).toBe(true);
    expect(Array.from({ length: 30 }, () => bucket.take(60_000)).filter(Boolean)).toHaveLength(5);
  });
});
