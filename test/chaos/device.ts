import { setTimeout as sleep } from 'node:timers/promises';
import type { AttemptView, Problem, SaveAnswer, SubmissionView } from '#lib/contracts';
import type { SeededRandom } from '#lib/kernel';
import type { Ledger, Operation } from './ledger.js';
import { type Answer, call, NoAnswer, type Pass } from './wire.js';

/** What a candidate's form lets one answer. */
export interface Question {
  slot: string;
  options: readonly string[];
  many: boolean;
}

/** A change that is to be saved: its key and its body. */
export interface Change {
  slot: string;
  writer: number;
  seq: number;
  chosen: readonly string[];
}

/** What became of a request for which the answer matters as a whole. */
export type Outcome<T> = { kind: 'done'; value: T } | { kind: 'refused'; status: number; code: string } | { kind: 'unknown' };

/** One device of one candidate: sends what it is told to, and writes down what it is told. */
export class Device {
  attemptId = '';
  writer = 0;
  questions: Question[] = [];
  private seq = 0;

  constructor(private readonly pass: Pass, private readonly ledger: Ledger, private readonly ports: readonly number[], private readonly random: SeededRandom) {}

  /** Starts the exam, or goes on with it. */
  async start(examId: string): Promise<Outcome<AttemptView>> {
    return this.enter(await this.ask<AttemptView>('POST', `/my/exams/${examId}/start`, {}));
  }

  async view(): Promise<Outcome<AttemptView>> {
    return this.ask<AttemptView>('GET', `/attempts/${this.attemptId}`);
  }

  async takeover(attemptId = this.attemptId): Promise<Outcome<AttemptView>> {
    return this.enter(await this.ask<AttemptView>('POST', `/attempts/${attemptId}/takeover`, { reason: '换机' }));
  }

  async submit(): Promise<Outcome<SubmissionView>> {
    const outcome = await this.ask<SubmissionView>('POST', `/attempts/${this.attemptId}/submit`, {});
    if (outcome.kind === 'done') this.ledger.submissions.push(outcome.value);
    return outcome;
  }

  /** A new answer to a question, under the next number. */
  change(question = this.random.pick(this.questions)): Change {
    this.seq += 1;
    const chosen = question.many ? question.options.filter(() => this.random.nextInt(2) === 0) : [this.random.pick(question.options)];
    return { slot: question.slot, writer: this.writer, seq: this.seq, chosen };
  }

  /** Sends changes once. True when every one of them has been decided, so that there is nothing to repeat. */
  async save(changes: readonly Change[], port = this.random.pick(this.ports)): Promise<boolean> {
    const operations = changes.map((change) => this.ledger.send(this.attemptId, change));
    const items = changes.map(({ slot, writer, seq, chosen }) => ({ slot, writer, seq, body: { chosen } }));
    const answer = await this.send('POST', `/attempts/${this.attemptId}/saves`, { items }, port);
    if (!answer || answer.status >= 500) {
      operations.forEach((operation) => this.ledger.lose(operation));
      return false;
    }
    if (answer.status !== 200 && answer.status !== 201) {
      operations.forEach((operation) => this.ledger.refuse(operation));
      return answer.status !== 429;
    }
    const { acks } = answer.body as SaveAnswer;
    operations.forEach((operation, index) => this.ledger.answer(operation, acks[index]));
    return acks.every(({ outcome }) => outcome !== 'busy');
  }

  /** Sends changes again and again, as a page does, until each is decided or the patience of `tries` is over. */
  async persist(changes: readonly Change[], tries: number, pause = 150): Promise<boolean> {
    for (let attempt = 1; attempt <= tries; attempt += 1) {
      if (await this.save(changes)) return true;
      await sleep(pause * (0.5 + this.random.nextInt(100) / 100));
    }
    return false;
  }

  /** What this device remembers of its own operations under a number. */
  operations(): Operation[] {
    return [...this.ledger.operations.values()].filter(({ attemptId }) => attemptId === this.attemptId);
  }

  async ask<T>(method: string, path: string, body?: unknown, port = this.random.pick(this.ports)): Promise<Outcome<T>> {
    const answer = await this.send(method, path, body, port);
    if (!answer || answer.status >= 500) return { kind: 'unknown' };
    if (answer.status >= 400) return { kind: 'refused', status: answer.status, code: (answer.body as Problem).code };
    return { kind: 'done', value: answer.body as T };
  }

  /** Null when nobody answered. */
  private async send(method: string, path: string, body: unknown, port: number): Promise<Answer | null> {
    try {
      return await call(port, method, `/api/v1${path}`, { pass: this.pass, body });
    } catch (error) {
      if (error instanceof NoAnswer) return null;
      throw error;
    }
  }

  private enter(outcome: Outcome<AttemptView>): Outcome<AttemptView> {
    if (outcome.kind !== 'done' || outcome.value.writer === null) return outcome;
    const { id, writer, sections } = outcome.value;
    this.attemptId = id;
    this.writer = writer;
    this.seq = 0;
    this.questions = sections.flatMap(({ questions }) => questions).flatMap((question) => ('options' in question ? [{ slot: question.slot, options: question.options.map((option) => option.id), many: question.kind === 'multiple' }] : []));
    this.ledger.writers.push({ attemptId: id, writer });
    return outcome;
  }
}

/** Does something again until it is done. @throws Error when it is refused, or not done in `tries`. */
export async function insist<T>(act: () => Promise<Outcome<T>>, tries = 60): Promise<T> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const outcome = await act();
    if (outcome.kind === 'done') return outcome.value;
    if (outcome.kind === 'refused' && outcome.status !== 429) throw new Error(`refused: ${outcome.status} ${outcome.code}`);
    await sleep(150);
  }
  throw new Error(`not done in ${tries} tries`);
}
