import type { ActView, OpenIncidents, WallCandidate, WallFrame } from '#lib/contracts';
import { databaseNow, type Transactions } from '#lib/database';
import type { Logger } from '#lib/observability';
import { readActs } from './act-views.js';
import type { Audience } from './audience.js';
import { ExamProgress } from './exam-progress.js';
import { readOpenIncidents, readWallCandidates } from './wall-reader.js';
import { isIn } from './wall.service.js';

/** Saves send no signal, so the wall looks for itself; a change is seen after half of this on average. */
const interval = 500;
/** News without content keeps the clients' moment from falling behind. */
const idleInterval = 5_000;
/** The lists beside the candidates are read when something of the candidates says that they changed, and this often anyhow. */
const listsInterval = 3_000;

/** One live room of a wall. */
export interface WallAudience extends Pick<Audience, 'examId' | 'rooms'> {
  tell(from: number, to: number, frame: WallFrame): void;
}

interface Told {
  at: number;
  listsAt: number;
  /** What of the candidates goes with a change of the lists. */
  key: string;
  candidates: Map<string, string>;
  acts: string;
  incidents: string;
}

/** The wall of one exam as this process knows it: what each of its live rooms was last told, and the difference to now. */
export class WatchedWall {
  private readonly audiences = new Map<WallAudience, Told>();
  private readonly progress: ExamProgress;
  private timer: NodeJS.Timeout | null = null;
  private reading: Promise<void> | null = null;
  private closed = false;

  constructor(private readonly examId: string, private readonly transactions: Transactions, private readonly logger: Logger) {
    this.progress = new ExamProgress(examId);
  }

  /** Answers the moment from which this audience hears every change. */
  async join(audience: WallAudience): Promise<number> {
    await this.reading;
    const { at, candidates } = await this.readCandidates();
    this.audiences.set(audience, await this.toldOf(audience, at, candidates, null));
    this.schedule();
    return at;
  }

  leave(audience: WallAudience): number {
    this.audiences.delete(audience);
    return this.audiences.size;
  }

  close(): void {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    this.audiences.clear();
  }

  private schedule(): void {
    if (this.closed || this.timer) return;
    this.timer = setTimeout(() => {
      this.reading = this.look().catch((error: unknown) => this.logger.warn({ examId: this.examId, err: error }, 'wall not read, trying again')).finally(() => {
        this.timer = null;
        this.reading = null;
        this.schedule();
      });
    }, interval);
    this.timer.unref();
  }

  private async look(): Promise<void> {
    const { at, candidates } = await this.readCandidates();
    for (const [audience, told] of [...this.audiences]) {
      const now = await this.toldOf(audience, at, candidates, told);
      const frame = difference(told, now, candidates);
      const idle = frame.candidates.length === 0 && frame.removed.length === 0 && !frame.acts && !frame.incidents;
      if (!this.audiences.has(audience) || (idle && at - told.at < idleInterval)) continue;
      this.audiences.set(audience, now);
      audience.tell(told.at, at, { now: new Date(at).toISOString(), ...frame });
    }
  }

  /** The moment is read before what is seen at it: a change in between is told again, never lost. */
  private async readCandidates(): Promise<{ at: number; candidates: WallCandidate[] }> {
    const { reader } = this.transactions;
    const at = (await databaseNow(reader)).getTime();
    return { at, candidates: await readWallCandidates(reader, this.examId, await this.progress.refresh(reader)) };
  }

  private async toldOf(audience: WallAudience, at: number, candidates: readonly WallCandidate[], before: Told | null): Promise<Told> {
    const { reader } = this.transactions;
    const own = candidates.filter(({ roomId }) => isIn(audience, roomId));
    const now = { at, key: own.map(keyOf).join(), candidates: new Map(own.map((one) => [one.id, JSON.stringify(one)])) };
    if (before && before.key === now.key && at - before.listsAt < listsInterval) return { ...before, ...now };
    return { ...now, listsAt: at, acts: JSON.stringify(await readActs(reader, audience, null)), incidents: JSON.stringify(await readOpenIncidents(reader, audience)) };
  }
}

function keyOf({ state, waitingActs, openIncidents, violations, letInUntil }: WallCandidate): string {
  return `${state}${waitingActs}.${openIncidents}.${violations}${letInUntil ?? ''}`;
}

function difference(told: Told, now: Told, candidates: readonly WallCandidate[]): Omit<WallFrame, 'now'> {
  const changed = candidates.filter(({ id }) => now.candidates.has(id) && now.candidates.get(id) !== told.candidates.get(id));
  return {
    candidates: changed, removed: [...told.candidates.keys()].filter((id) => !now.candidates.has(id)),
    ...(now.acts === told.acts ? {} : { acts: JSON.parse(now.acts) as ActView[] }), ...(now.incidents === told.incidents ? {} : { incidents: JSON.parse(now.incidents) as OpenIncidents[] }),
  };
}
