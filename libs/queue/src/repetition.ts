import type { Logger } from '#lib/observability';

/** Does something again and again, never twice at once, until it is stopped. A failure is logged, and the next time tries again. */
export class Repetition {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<unknown> = Promise.resolve();

  /** @param interval pause between the end of one run and the start of the next, in ms. */
  constructor(private readonly work: () => Promise<unknown>, private readonly interval: number, private readonly logger: Logger, private readonly name: string) {}

  start(): void {
    this.timer ??= setTimeout(() => {
      this.running = this.work()
        .catch((error: unknown) => this.logger.warn({ err: error }, `${this.name} failed`))
        .finally(() => {
          if (!this.timer) return;
          this.timer = null;
          this.start();
        });
    }, this.interval).unref();
  }

  /** Ends it; what is running now is waited for. */
  async stop(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    await this.running;
  }
}
