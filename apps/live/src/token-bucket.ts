/** Lets through `rate` acts a second, and `burst` at once. Times in milliseconds of any monotonic clock. */
export class TokenBucket {
  private tokens: number;

  constructor(private readonly rate: number, private readonly burst: number, private at: number) {
    this.tokens = burst;
  }

  /** Takes one; false when there is none. */
  take(now: number): boolean {
    this.tokens = Math.min(this.burst, this.tokens + ((now - this.at) / 1_000) * this.rate);
    this.at = now;
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }
}
