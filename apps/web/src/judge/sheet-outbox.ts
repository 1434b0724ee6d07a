import type { SheetView } from '#lib/contracts';
import { NetworkError, ProblemError } from '../api/problem-error.js';
import type { JudgeStore, PendingSheet } from './judge-store.js';

/** A sheet that the server refused, with what it holds instead. */
export interface RefusedSheet {
  sheet: PendingSheet;
  problem: ProblemError;
  present: SheetView | null;
}

export interface SheetOutboxState {
  pending: readonly PendingSheet[];
  refused: RefusedSheet | null;
  /** The newest acknowledgement. */
  delivered: SheetView | null;
  keeps: boolean;
}

export interface SheetServices {
  store: JudgeStore;
  send: (sheet: PendingSheet) => Promise<SheetView>;
  onDelivered: () => void;
  later: (act: () => void, ms: number) => () => void;
}

const retryMs = 3_000;

/** Sheets on their way: kept on the tablet until the server acknowledges that very command, sent one after the other in order. */
export class SheetOutbox {
  private state: SheetOutboxState = { pending: [], refused: null, delivered: null, keeps: true };
  private readonly listeners = new Set<() => void>();
  private sending = false;
  private stopTimer: (() => void) | null = null;

  constructor(private readonly services: SheetServices) {}

  readonly get = (): SheetOutboxState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Takes up what an earlier page of this tablet could not send. */
  async takeUp(stageId: string): Promise<void> {
    const kept = await this.services.store.load(stageId).catch(() => []);
    this.set({ pending: [...kept, ...this.state.pending] });
    void this.flush();
  }

  /** Submits a sheet: stored first, then sent. A sheet of the same performance that certainly never left is replaced. */
  async submit(sheet: PendingSheet): Promise<void> {
    const replaced = this.state.pending.filter((other) => other.command.performanceId === sheet.command.performanceId && other.tries === 0);
    this.set({ pending: [...this.state.pending.filter((other) => !replaced.includes(other)), sheet], refused: null });
    for (const { command } of replaced) await this.services.store.remove(command.commandId).catch(() => undefined);
    await this.services.store.put(sheet).then(() => this.set({ keeps: true }), () => this.set({ keeps: false }));
    await this.flush();
  }

  pendingOf(performanceId: string): PendingSheet | null {
    return this.state.pending.find(({ command }) => command.performanceId === performanceId) ?? null;
  }

  /** Takes back a sheet that certainly never left; false when it may have. */
  async takeBack(performanceId: string): Promise<boolean> {
    const sheet = this.pendingOf(performanceId);
    if (!sheet || sheet.tries > 0) return false;
    this.set({ pending: this.state.pending.filter((other) => other !== sheet) });
    await this.services.store.remove(sheet.command.commandId).catch(() => undefined);
    return true;
  }

  forgetRefused(): void {
    this.set({ refused: null });
  }

  /** Sends what waits; called when the connection comes back, too. */
  readonly flush = async (): Promise<void> => {
    if (this.sending) return;
    this.sending = true;
    try {
      for (let next = this.state.pending[0]; next; next = this.state.pending[0]) {
        if (!(await this.deliver(next))) break;
      }
    } finally {
      this.sending = false;
    }
  };

  stop(): void {
    this.stopTimer?.();
    this.listeners.clear();
  }

  private async deliver(first: PendingSheet): Promise<boolean> {
    const sheet = { ...first, tries: first.tries + 1 };
    try {
      this.replace(first, sheet);
      await this.services.store.put(sheet).catch(() => undefined);
      const delivered = await this.services.send(sheet);
      this.finish(sheet, { delivered });
      return true;
    } catch (error) {
      if (error instanceof ProblemError && error.status < 500 && error.status !== 429 && error.status !== 401) {
        this.finish(sheet, { refused: { sheet, problem: error, present: (error.params.present as SheetView | null | undefined) ?? null } });
        return true;
      }
      // A socket that is down refuses at once: that try never left the tablet.
      if (error instanceof NetworkError && error.message === 'not connected') this.replace(sheet, first);
      this.retry();
      return false;
    }
  }

  private finish(sheet: PendingSheet, part: Partial<SheetOutboxState>): void {
    this.set({ ...part, pending: this.state.pending.filter(({ command }) => command.commandId !== sheet.command.commandId) });
    void this.services.store.remove(sheet.command.commandId).catch(() => undefined);
    this.services.onDelivered();
  }

  private replace(old: PendingSheet, next: PendingSheet): void {
    this.set({ pending: this.state.pending.map((sheet) => (sheet.command.commandId === old.command.commandId ? next : sheet)) });
  }

  private retry(): void {
    this.stopTimer?.();
    this.stopTimer = this.services.later(() => void this.flush(), retryMs);
  }

  private set(part: Partial<SheetOutboxState>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }
}
