import type { Logger } from '#lib/observability';
import type { RoomNews } from './live-views.service.js';

/** Between two pieces of news of one room lies at least this time, in milliseconds: the eye sees no more, and a burst becomes one reading. */
const quietTime = 80;
const retryAfter = 1_000;

/** One room as this process knows it: how many sockets are in it, the revision they hold, and the one they should. */
export class WatchedRoom {
  private sockets = 0;
  /** What the sockets were last told; null until it is known where they begin. */
  private told: number | null = null;
  private wanted = 0;
  private beginning: Promise<number> | null = null;
  private timer: NodeJS.Timeout | null = null;
  private reading = false;
  private closed = false;
  private lastNewsAt = -quietTime;

  constructor(
    private readonly room: string, private readonly readRevision: () => Promise<number>, private readonly readView: (() => Promise<unknown>) | undefined,
    private readonly tell: (news: RoomNews) => void, private readonly logger: Logger,
  ) {}

  async join(): Promise<number> {
    this.sockets += 1;
    this.beginning ??= this.begin();
    await this.beginning;
    return this.told ?? 0;
  }

  leave(): number {
    this.sockets -= 1;
    return this.sockets;
  }

  close(): void {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
  }

  /** The aggregate is at least at this revision. */
  raise(revision: number): void {
    this.wanted = Math.max(this.wanted, revision);
    this.schedule(Math.max(0, this.lastNewsAt + quietTime - performance.now()));
  }

  private async begin(): Promise<number> {
    try {
      this.told = await this.readRevision();
    } catch (error) {
      this.beginning = null;
      throw error;
    }
    this.schedule(0);
    return this.told;
  }

  private schedule(delay: number): void {
    if (this.closed || this.reading || this.timer || this.told === null || this.wanted <= this.told) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      void this.bringNews();
    }, delay);
    this.timer.unref();
  }

  private async bringNews(): Promise<void> {
    this.reading = true;
    let next = quietTime;
    try {
      const news = await this.read();
      this.lastNewsAt = performance.now();
      if (news && !this.closed) this.tell(news);
    } catch (error) {
      next = retryAfter;
      this.logger.warn({ room: this.room, err: error }, 'view not read, trying again');
    } finally {
      this.reading = false;
      this.schedule(next);
    }
  }

  /** The revision is read before the view: a change in between is told again, never lost. */
  private async read(): Promise<RoomNews | null> {
    const from = this.told ?? 0;
    if (!this.readView) {
      this.told = this.wanted;
      return { event: 'revision.raised', message: { room: this.room, to: this.wanted } };
    }
    const hoped = this.wanted;
    const to = await this.readRevision();
    // A signal is ahead of what is stored only if the database was put back; one that came meanwhile must not be forgotten.
    if (this.wanted === hoped) this.wanted = Math.max(to, from);
    if (to <= from) return null;
    const view = await this.readView();
    this.told = to;
    return { event: 'view.changed', message: { room: this.room, from, to, view } };
  }
}
