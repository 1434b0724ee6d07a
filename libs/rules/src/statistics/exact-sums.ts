const FLUSH_AT = 2 ** 52;

/** How often each value occurred. */
export type Count = Map<number, number>;

/** A sum of integers below 2^52 each that never loses a unit: a fast double that is emptied into a big integer in time. */
export class ExactSum {
  private big = 0n;
  private small = 0;

  /** Adds an integer of magnitude up to 2^52. */
  add(value: number): void {
    this.small += value;
    if (this.small > FLUSH_AT || this.small < -FLUSH_AT) this.flush();
  }

  /** Adds the exact product of two integers. */
  addProduct(a: number, b: number): void {
    const product = a * b;
    if (product <= FLUSH_AT && product >= -FLUSH_AT) this.add(product);
    else this.big += BigInt(a) * BigInt(b);
  }

  addBig(value: bigint): void {
    this.big += value;
  }

  value(): bigint {
    this.flush();
    return this.big;
  }

  private flush(): void {
    this.big += BigInt(this.small);
    this.small = 0;
  }
}

/** Values ascending with how often each occurred. */
export function sortedCounts(counts: ReadonlyMap<number, number>): [number, number][] {
  return [...counts].sort(([a], [b]) => a - b);
}

/** The median of counted values; of an even number the mean of the middle two. */
export function medianOf(counts: readonly (readonly [number, number])[], total: number): number {
  const at = (position: number): number => {
    let seen = 0;
    for (const [value, times] of counts) {
      seen += times;
      if (seen > position) return value;
    }
    return NaN;
  };
  return (at(Math.floor((total - 1) / 2)) + at(Math.floor(total / 2))) / 2;
}

/** Σ a_i·b_i over two equally long lists, each sorted ascending and given as counts. */
export function sumSortedProducts(a: readonly (readonly [number, number])[], b: readonly (readonly [number, number])[]): bigint {
  let total = 0n;
  let [i, j, leftA, leftB] = [0, 0, a[0]?.[1] ?? 0, b[0]?.[1] ?? 0];
  while (i < a.length && j < b.length) {
    const times = Math.min(leftA, leftB);
    total += BigInt(a[i][0]) * BigInt(b[j][0]) * BigInt(times);
    leftA -= times;
    leftB -= times;
    if (leftA === 0) leftA = a[++i]?.[1] ?? 0;
    if (leftB === 0) leftB = b[++j]?.[1] ?? 0;
  }
  return total;
}
