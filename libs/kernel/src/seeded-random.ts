import { sha256Bytes } from './sha256.js';

const RANGE = 2 ** 32;

/**
 * A reproducible stream of numbers: the same seed gives the same stream on every machine and in the browser.
 *
 * The generator is sfc32 (PractRand). Its state a, b, c is the first three big-endian words of SHA-256(UTF-8 seed),
 * its counter starts at 1, and the first 12 outputs are thrown away. Not for secrets: for draws, shuffles and tests.
 */
export class SeededRandom {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  constructor(readonly seed: string) {
    const view = new DataView(sha256Bytes(seed).buffer);
    this.a = view.getUint32(0) | 0;
    this.b = view.getUint32(4) | 0;
    this.c = view.getUint32(8) | 0;
    for (let i = 0; i < 12; i++) this.nextUint32();
  }

  /** The next of 2^32 equally likely integers. */
  nextUint32(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /**
   * An integer from 0 to n − 1, each equally likely (by rejection, no modulo bias).
   *
   * @throws RangeError unless n is an integer from 1 to 2^32.
   */
  nextInt(n: number): number {
    if (!Number.isInteger(n) || n < 1 || n > RANGE) throw new RangeError(`Not an integer from 1 to 2^32: ${n}`);
    const limit = RANGE - (RANGE % n);
    for (;;) {
      const value = this.nextUint32();
      if (value < limit) return value % n;
    }
  }

  /** A shuffled copy, every order equally likely (Fisher–Yates from the end). The argument is not changed. */
  shuffle<T>(items: readonly T[]): T[] {
    const result = [...items];
    for (let last = result.length - 1; last > 0; last--) {
      const other = this.nextInt(last + 1);
      [result[last], result[other]] = [result[other], result[last]];
    }
    return result;
  }

  /** One of the items, each equally likely. @throws RangeError for none. */
  pick<T>(items: readonly T[]): T {
    return items[this.nextInt(items.length)];
  }
}
