export interface ClockReading {
  /** `performance.now()` when the request left and when its answer came. */
  sent: number;
  received: number;
  /** The server's time in the answer, in ms since 1970. */
  server: number;
}

export interface ClockEstimate {
  /** Server time minus monotonic time, in ms. */
  offset: number;
  /** Half the way there and back: the estimate is right within this much. */
  uncertainty: number;
  takenAt: number;
}

/** An estimate older than this gives way to a rougher one, because monotonic clocks drift. */
const freshFor = 120_000;

/** What one answer says about the server's clock: it was read half way between leaving and coming back. */
export function toEstimate({ sent, received, server }: ClockReading): ClockEstimate {
  return { offset: server - (sent + received) / 2, uncertainty: Math.max(0, received - sent) / 2, takenAt: received };
}

/** Keeps the more certain of two estimates; an old one gives way. */
export function betterEstimate(held: ClockEstimate | null, next: ClockEstimate): ClockEstimate {
  if (!held || next.uncertainty <= held.uncertainty || next.takenAt - held.takenAt > freshFor) return next;
  return held;
}

/** True when the device slept or its clock was set between two looks at both clocks. */
export function clocksParted(before: { wall: number; monotonic: number }, after: { wall: number; monotonic: number }): boolean {
  return Math.abs(after.wall - before.wall - (after.monotonic - before.monotonic)) > 1_500;
}

/** The server's clock as this device knows it. The device's own date and time decide nothing. */
export class ServerClock {
  private estimate: ClockEstimate | null = null;

  constructor(private readonly monotonic: () => number = () => performance.now()) {}

  /** Learns from an answer that carries the server's time. */
  learn(sent: number, received: number, serverNow: string): void {
    const server = Date.parse(serverNow);
    if (!Number.isFinite(server)) return;
    this.estimate = betterEstimate(this.estimate, toEstimate({ sent, received, server }));
  }

  /** Lets any next answer replace what was learnt, after the device slept. */
  distrust(): void {
    if (this.estimate) this.estimate = { ...this.estimate, uncertainty: Number.POSITIVE_INFINITY };
  }

  get known(): boolean {
    return this.estimate !== null;
  }

  /** The server's time now, in ms since 1970; null before the first answer. */
  now(): number | null {
    return this.estimate ? this.monotonic() + this.estimate.offset : null;
  }

  /** How much the device's own clock is ahead (+) or behind (−), in ms. */
  deviceAhead(wall: number): number | null {
    const now = this.now();
    return now === null ? null : wall - now;
  }
}
