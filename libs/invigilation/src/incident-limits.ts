const burst = 60;
const perSecond = 0.5;
const remembered = 5_000;

/** How many incidents a page may report: sixty at once, then one in two seconds. Kept per process and attempt. */
export class IncidentLimits {
  private readonly buckets = new Map<string, { tokens: number; at: number }>();

  /** Takes `count` at the moment `now` (milliseconds of a monotonic clock); false when there are not so many, and then takes none. */
  take(attemptId: string, count: number, now: number): boolean {
    const known = this.buckets.get(attemptId) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, known.tokens + ((now - known.at) / 1_000) * perSecond);
    const allowed = tokens >= count;
    this.buckets.delete(attemptId);
    this.buckets.set(attemptId, { tokens: allowed ? tokens - count : tokens, at: now });
    if (this.buckets.size > remembered) this.buckets.delete(this.buckets.keys().next().value as string);
    return allowed;
  }
}
