import type { AttemptLiveView, AttemptNotice, AttemptStep, AttemptView, ResponseBody, SaveAnswer, SubmissionView } from '#lib/contracts';
import { isProblem, NetworkError, ProblemError } from '../api/problem-error.js';
import { ServerClock } from '../clock/server-clock.js';
import type { Pace } from '../question/answer-fields.js';
import type { ExamApi } from './exam-api.js';
import { acknowledge, bodyOf, change, keep, markSent, markUnanswered, nextBatch, openOutbox, recover, sameBody, settled, type Edit, type Outbox } from './outbox.js';
import type { OutboxStore } from './outbox-store.js';

/**
 * writing: questions open. closing: time is over, the last changes are on their way. submitted: the end.
 * lost: another device writes. ended: nobody is signed in; answers wait on this device. paused: hidden by an invigilator.
 */
export type Phase = 'writing' | 'paused' | 'closing' | 'submitted' | 'lost' | 'ended';

export interface ExamState {
  phase: Phase;
  attempt: AttemptView;
  outbox: Outbox;
  online: boolean;
  /** What the screen counts down to, in the server's ms; moves when somebody extends. */
  deadline: number;
  /** Changes of this device that another device has overtaken; the candidate decides. */
  contested: Edit[];
  submission: SubmissionView | null;
  /** Pressed by the candidate and not answered yet. */
  submitting: boolean;
  problem: ProblemError | null;
  /** False when this device can keep nothing over a reload. */
  keeps: boolean;
  /** Changes that did not arrive before the end; they do not count, and this device still has them. */
  unsent: number;
  /** When the pause began, in the server's ms; the time left stands still from there. */
  pausedAt: number | null;
  /** What invigilators did and said, the newest last. */
  notices: AttemptNotice[];
  /** Notices that the candidate has put away. */
  dismissed: ReadonlySet<string>;
  /** On the way to the next section or question. */
  stepping: boolean;
}

export interface ExamServices {
  api: Pick<ExamApi, 'save' | 'submit' | 'takeover' | 'attempt' | 'acknowledge' | 'enterStep'>;
  store: OutboxStore;
  clock: ServerClock;
  /** One quick question to the server's clock; rejects when it cannot be reached. */
  probe: () => Promise<void>;
  wallClock: () => number;
  later: (act: () => void, ms: number) => () => void;
}

/** A change is sent this long after it was made, so that quick changes travel together; what is typed, when the writer pauses. */
const debounceMs = { chosen: 300, typed: 1_200 };
/** Whoever types without a pause is saved this often. */
const typingMs = 5_000;
const busyMs = 400;
/** While paused nothing is taken; what waits is kept on this device. */
const pausedMs = 5_000;
/** How often an unreachable server is asked again. */
const probeMs = 700;

/** Everything one candidate's page does with the attempt: keeps, sends, counts down, closes. The screen only shows it. */
export class ExamSession {
  private state: ExamState;
  private readonly listeners = new Set<() => void>();
  private stopTimer: (() => void) | null = null;
  private flushing: Promise<void> | null = null;
  private waitingSince = 0;
  private readonly graceMs: number;

  constructor(attempt: AttemptView, private readonly services: ExamServices) {
    this.graceMs = Date.parse(attempt.closesAt) - Date.parse(attempt.deadline);
    this.state = {
      phase: phaseOf(attempt),
      attempt,
      outbox: openOutbox(attempt.writer, attempt.responses),
      online: true,
      deadline: Date.parse(attempt.deadline),
      contested: [],
      submission: attempt.submission,
      submitting: false,
      problem: null,
      keeps: true,
      unsent: 0,
      pausedAt: null,
      notices: [],
      dismissed: new Set(),
      stepping: false,
    };
  }

  readonly get = (): ExamState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Takes up what an earlier page of this device could not send. */
  async takeUpKept(): Promise<void> {
    const { attempt, outbox } = this.state;
    const kept = await this.services.store.load(attempt.id).catch(() => []);
    if (this.state.phase === 'submitted') this.set({ unsent: kept.length });
    if (kept.length === 0 || outbox.writer === null) return;
    const { resend, contested } = recover(kept, outbox.writer, outbox.saved);
    for (const edit of resend) this.put(edit.slot, edit.body, edit.editedAt);
    this.set({ contested });
    this.schedule(0);
  }

  /** Time left in ms by the server's clock; while paused it stands still. */
  timeLeft(): number {
    const { deadline, phase, pausedAt } = this.state;
    return deadline - (phase === 'paused' && pausedAt !== null ? pausedAt : this.now());
  }

  /** Time left of the section that runs, in ms; null when it has no time of its own. */
  stepLeft(): number | null {
    const { attempt, phase, pausedAt } = this.state;
    if (!attempt.step?.closesAt) return null;
    return Date.parse(attempt.step.closesAt) - (phase === 'paused' && pausedAt !== null ? pausedAt : this.now());
  }

  /** How long submitting is still refused, in ms; 0 when it is not. */
  untilSubmit(): number {
    const { earliestSubmitAt } = this.state.attempt;
    return earliestSubmitAt ? Math.max(0, Date.parse(earliestSubmitAt) - this.now()) : 0;
  }

  bodyOf(slot: string): ResponseBody {
    return bodyOf(this.state.outbox, slot);
  }

  /** The device slept or its clock was set: ask the server for the time again. */
  wake(): void {
    this.services.clock.distrust();
    void this.reach();
  }

  /** Gives an answer: kept on this device at once, sent soon. */
  answer(slot: string, body: ResponseBody, pace: Pace = 'chosen'): void {
    if (this.state.phase !== 'writing' || sameBody(bodyOf(this.state.outbox, slot), body)) return;
    if (this.state.outbox.waiting.size === 0) this.waitingSince = this.services.wallClock();
    this.put(slot, body, this.now());
    const overdue = this.services.wallClock() - this.waitingSince >= typingMs;
    this.schedule(overdue ? 0 : debounceMs[pace]);
  }

  /** The candidate's word on changes that another device has overtaken. */
  settleContested(useThisDevice: boolean): void {
    const { contested, attempt } = this.state;
    this.set({ contested: [] });
    for (const edit of contested) {
      if (useThisDevice) this.put(edit.slot, edit.body, this.now());
      else void this.services.store.remove(attempt.id, edit).catch(() => undefined);
    }
    if (useThisDevice) this.schedule(0);
  }

  /** Submits once every change has been acknowledged. */
  async submit(): Promise<void> {
    this.set({ submitting: true, problem: null });
    await this.flush();
    if (this.state.outbox.waiting.size > 0 && this.state.phase === 'writing') return this.set({ submitting: false });
    await this.sendSubmit();
  }

  /** Goes on here; the other device stops. Nothing that it saved is lost. */
  async takeOver(): Promise<void> {
    try {
      const attempt = await this.services.api.takeover(this.state.attempt.id);
      this.set({ attempt, outbox: openOutbox(attempt.writer, attempt.responses), phase: phaseOf(attempt), submission: attempt.submission, problem: null });
      this.learnCloses(attempt.closesAt);
      await this.takeUpKept();
    } catch (error) {
      this.fail(error);
    }
  }

  /** Called a few times a second: closes the attempt when time is over. */
  tick(): void {
    if (this.state.phase === 'writing' && this.services.clock.known && this.timeLeft() <= 0) {
      this.set({ phase: 'closing' });
      this.schedule(0);
    }
  }

  /** What the live view says: the closing time, a pause, an end, and what invigilators told the candidate. The pen stays with this page. */
  learnLive(view: AttemptLiveView): void {
    const { phase, notices } = this.state;
    if (!['writing', 'paused', 'closing'].includes(phase)) return;
    this.learnCloses(view.closesAt);
    const pausedAt = view.pausedAt === null ? null : Date.parse(view.pausedAt);
    if (JSON.stringify(notices) !== JSON.stringify(view.notices) || this.state.pausedAt !== pausedAt) this.set({ notices: view.notices, pausedAt });
    if (view.state === 'paused' && phase === 'writing') this.set({ phase: 'paused' });
    if (view.state === 'in_progress' && phase === 'paused') this.resume();
    if (['submitted', 'marked', 'released', 'cancelled'].includes(view.state)) void this.sendSubmit();
  }

  /** The page shows these notices: the invigilator may know. Told again until it is known. */
  readonly acknowledge = async (actIds: string[]): Promise<void> => {
    await this.services.api.acknowledge(this.state.attempt.id, actIds).catch(() => undefined);
  };

  dismiss(actId: string): void {
    this.set({ dismissed: new Set(this.state.dismissed).add(actId) });
  }

  /** Goes on to the next section or question once what was written has arrived; with time per section its questions come with the answer. */
  async enterStep(step: number): Promise<boolean> {
    if (this.state.stepping) return false;
    this.set({ stepping: true, problem: null });
    await this.flush();
    try {
      const attempt = await this.services.api.enterStep(this.state.attempt.id, step);
      this.set({ attempt: { ...this.state.attempt, sections: attempt.sections, step: attempt.step }, stepping: false, online: true });
      this.learnCloses(attempt.closesAt);
      return true;
    } catch (error) {
      this.set({ stepping: false });
      this.fail(error);
      return false;
    }
  }

  /** With `forward` the page has gone on; the server learns it from the next answer, too. */
  goOn(step: AttemptStep): void {
    this.set({ attempt: { ...this.state.attempt, step } });
    void this.services.api.enterStep(this.state.attempt.id, step.index).catch(() => undefined);
  }

  private resume(): void {
    this.set({ phase: 'writing', pausedAt: null });
    // What was typed in the moment of the pause goes out now.
    this.schedule(0);
    void this.readStep();
  }

  /** A pause moves the end of a section, too. */
  private async readStep(): Promise<void> {
    const { attempt } = this.state;
    if (attempt.step?.closesAt) await this.enterStep(attempt.step.index);
  }

  /** The network is back, says the browser: try at once. */
  readonly retryNow = (): void => {
    if (this.state.outbox.waiting.size > 0 || !this.state.online || this.state.phase === 'closing') this.schedule(0);
  };

  /** The page is going away: one last try that outlives it. What it does not reach is kept on this device. */
  readonly leave = (): void => {
    const { attempt, outbox } = this.state;
    const batch = [...outbox.waiting.values()].sort((a, b) => a.seq - b.seq).slice(0, 50);
    if (batch.length > 0 && !outbox.lost && !outbox.closed) void this.services.api.save(attempt.id, batch.map(toItem), true).catch(() => undefined);
  };

  stop(): void {
    this.stopTimer?.();
    this.listeners.clear();
  }

  private now(): number {
    return this.services.clock.now() ?? this.services.wallClock();
  }

  private put(slot: string, body: ResponseBody, editedAt: number): void {
    const outbox = change(this.state.outbox, slot, body, editedAt);
    const edit = outbox.waiting.get(slot);
    if (outbox === this.state.outbox || !edit) return;
    this.set({ outbox });
    this.services.store.put(this.state.attempt.id, edit).then(
      () => this.set({ outbox: keep(this.state.outbox, edit), keeps: true }),
      () => this.set({ keeps: false }),
    );
  }

  private schedule(ms: number): void {
    this.stopTimer?.();
    this.stopTimer = this.services.later(() => {
      this.stopTimer = null;
      void this.run();
    }, ms);
  }

  private async run(): Promise<void> {
    if (!this.state.online && !(await this.reach())) return this.schedule(probeMs);
    await this.flush();
    if (this.state.phase === 'closing' && !this.state.submitting && this.mayCloseNow()) await this.sendSubmit();
    else if (this.state.phase === 'closing') this.schedule(busyMs);
  }

  private mayCloseNow(): boolean {
    return this.state.outbox.waiting.size === 0 || this.state.outbox.closed || this.timeLeft() + this.graceMs <= 0;
  }

  private async reach(): Promise<boolean> {
    try {
      await this.services.probe();
      this.set({ online: true });
      return true;
    } catch {
      return false;
    }
  }

  /** Sends what waits, one request after the other. A second call waits for the first. */
  private flush(): Promise<void> {
    this.flushing ??= this.sendAll().finally(() => { this.flushing = null; });
    return this.flushing;
  }

  private async sendAll(): Promise<void> {
    for (let batch = nextBatch(this.state.outbox); batch.length > 0; batch = nextBatch(this.state.outbox)) {
      if (!(await this.send(batch))) return;
    }
  }

  /** True when the batch was answered and more may follow at once. */
  private async send(batch: Edit[]): Promise<boolean> {
    this.set({ outbox: markSent(this.state.outbox, batch) });
    const sent = performance.now();
    try {
      const answer = await this.services.api.save(this.state.attempt.id, batch.map(toItem));
      this.services.clock.learn(sent, performance.now(), answer.now);
      return this.accept(answer);
    } catch (error) {
      this.set({ outbox: markUnanswered(this.state.outbox) });
      this.fail(error);
      return false;
    }
  }

  private accept(answer: SaveAnswer): boolean {
    const before = this.state.outbox;
    const outbox = acknowledge(before, answer.acks);
    for (const edit of settled(before, outbox)) void this.services.store.remove(this.state.attempt.id, edit).catch(() => undefined);
    this.set({ outbox, online: true });
    this.learnCloses(answer.closesAt);
    if (outbox.lost) this.set({ phase: 'lost' });
    if (outbox.closed && this.state.phase === 'writing') this.set({ phase: 'closing' });
    const busy = answer.acks.some(({ outcome }) => outcome === 'busy');
    if (busy) this.schedule(this.state.phase === 'paused' ? pausedMs : busyMs);
    if (outbox.closed && !busy) this.schedule(0);
    return !busy && !outbox.closed && !outbox.lost;
  }

  private async sendSubmit(): Promise<void> {
    this.set({ submitting: true });
    try {
      const submission = await this.services.api.submit(this.state.attempt.id);
      this.set({ submission, phase: 'submitted', submitting: false, online: true, unsent: this.state.outbox.waiting.size });
    } catch (error) {
      this.set({ submitting: false });
      this.fail(error);
      if (this.state.phase === 'closing') this.schedule(probeMs);
    }
  }

  private fail(error: unknown): void {
    if (error instanceof NetworkError || (error instanceof ProblemError && error.status >= 500)) {
      this.set({ online: false });
      this.schedule(probeMs);
    } else if (isProblem(error, 'attempt.writer_lost')) {
      this.set({ phase: 'lost', outbox: { ...this.state.outbox, lost: true } });
    } else if (isProblem(error, 'attempt.closed')) {
      this.set({ phase: 'closing', outbox: { ...this.state.outbox, closed: true } });
      this.schedule(0);
    } else if (error instanceof ProblemError && error.status === 401) {
      this.set({ phase: 'ended', problem: error });
    } else if (error instanceof ProblemError) {
      this.set({ problem: error });
      if (error.status === 429) this.schedule(Number(error.params.seconds ?? 3) * 1000);
    } else {
      throw error;
    }
  }

  private learnCloses(closesAt: string): void {
    const deadline = Date.parse(closesAt) - this.graceMs;
    if (deadline !== this.state.deadline) this.set({ deadline });
    if (this.state.phase === 'closing' && !this.state.outbox.closed && this.timeLeft() > 0) this.set({ phase: 'writing' });
  }

  private set(part: Partial<ExamState>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }
}

function phaseOf(attempt: AttemptView): Phase {
  if (attempt.submission || ['submitted', 'marked', 'released'].includes(attempt.state)) return 'submitted';
  if (attempt.state === 'paused') return 'paused';
  return attempt.writer === null ? 'lost' : 'writing';
}

function toItem({ slot, writer, seq, body }: Edit): { slot: string; writer: number; seq: number; body: ResponseBody } {
  return { slot, writer, seq, body };
}
