import type { Feed } from './live-views.service.js';

/** A room whose source looks for itself: how many sockets are in it, and the moment up to which they were told. */
export class FedRoom {
  private sockets = 0;
  private told: number | null = null;
  private beginning: Promise<number> | null = null;
  private readonly feed: Feed;

  constructor(open: (tell: (from: number, to: number, view: unknown) => void) => Feed, tell: (from: number, to: number, view: unknown) => void) {
    this.feed = open((from, to, view) => {
      this.told = to;
      tell(from, to, view);
    });
  }

  async join(): Promise<number> {
    this.sockets += 1;
    this.beginning ??= this.feed.begin().catch((error: unknown) => {
      this.beginning = null;
      throw error;
    });
    const begun = await this.beginning;
    this.told ??= begun;
    return this.told;
  }

  leave(): number {
    this.sockets -= 1;
    return this.sockets;
  }

  /** Revisions say nothing here. */
  raise(): void {
    // The source looks for itself.
  }

  close(): void {
    this.feed.close();
  }
}
