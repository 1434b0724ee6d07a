import { isNewer, onChanged, onRaised } from './view-sync.js';
import { jitter, type LiveConnection, type Room } from './live-connection.js';

export interface LiveState<V> {
  view: V | null;
  connected: boolean;
  /** When the view was last known to be right, by the monotonic clock. */
  confirmedAt: number | null;
  error: unknown;
}

const safetyMs = 30_000;

/**
 * A view kept up to date: read once, changed by messages that fit its revision, read again with jitter otherwise, and polled while
 * the socket is down.
 */
export class LiveView<V extends { revision: number }> {
  private state: LiveState<V> = { view: null, connected: false, confirmedAt: null, error: null };
  private readonly listeners = new Set<() => void>();
  private readonly cleanups: (() => void)[] = [];
  private reading = false;
  private readAgain = false;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly connection: LiveConnection, private readonly room: Room, private readonly fetchView: () => Promise<V>, private readonly pollMs = 3_000) {}

  readonly get = (): LiveState<V> => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  start(): void {
    this.cleanups.push(
      this.connection.onChange(() => this.onConnection()),
      this.connection.watch(this.room, {
        changed: (message) => this.act(onChanged(this.held, message), message.view as V),
        raised: (message) => this.act(onRaised(this.held, message), null),
        watching: (revision) => this.act(onRaised(this.held, { to: revision }), null),
      }),
    );
    this.set({ connected: this.connection.connected });
    void this.read();
  }

  stop(): void {
    for (const cleanup of this.cleanups) cleanup();
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.listeners.clear();
  }

  /** Shows what a command's own answer brought, unless something newer is there. */
  show(view: V): void {
    if (isNewer(this.held, view.revision)) this.set({ view, confirmedAt: performance.now(), error: null });
  }

  readonly read = async (): Promise<void> => {
    if (this.reading) {
      this.readAgain = true;
      return;
    }
    this.reading = true;
    try {
      this.show(await this.fetchView());
      this.set({ confirmedAt: performance.now(), error: null });
    } catch (error) {
      this.set({ error });
    } finally {
      this.reading = false;
      const again = this.readAgain;
      this.readAgain = false;
      this.later(again ? jitter(150) : this.connection.connected ? safetyMs : this.pollMs);
    }
  };

  private get held(): number | null {
    return this.state.view?.revision ?? null;
  }

  private act(act: 'apply' | 'read' | 'ignore', view: V | null): void {
    if (act === 'apply' && view) this.show(view);
    else if (act === 'read') this.later(jitter(200));
    else this.set({ confirmedAt: performance.now() });
  }

  private onConnection(): void {
    this.set({ connected: this.connection.connected });
    this.later(this.connection.connected ? jitter(300) : this.pollMs);
  }

  private later(ms: number): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.read(), ms);
  }

  private set(part: Partial<LiveState<V>>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }
}
