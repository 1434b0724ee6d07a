import type { SaveAnswer } from '#lib/contracts';
import type { SeededRandom } from '#lib/kernel';
import * as browserOutbox from '../../apps/web/src/exam/outbox.js';
import type { ScreenClaim } from './check.js';
import type { Device } from './device.js';

/** The part of the browser's outbox that a page works by. */
export type OutboxRules = Pick<typeof browserOutbox, 'openOutbox' | 'change' | 'nextBatch' | 'markSent' | 'markUnanswered' | 'acknowledge' | 'slotState' | 'bodyOf'>;

export const realOutbox: OutboxRules = browserOutbox;

/** A deliberate defect: what was sent counts as saved, whatever is answered. */
export const clearsOnSend: OutboxRules = {
  ...browserOutbox,
  markSent: (outbox, batch) => browserOutbox.acknowledge(browserOutbox.markSent(outbox, batch), batch.map(({ slot, writer, seq }) => ({ slot, writer, seq, outcome: 'stored', savedAt: new Date().toISOString(), receipt: '-' }))),
};

/** An exam page without a browser: the outbox of the product before the real server. */
export class Page {
  private outbox: browserOutbox.Outbox;

  constructor(private readonly device: Device, private readonly rules: OutboxRules, private readonly random: SeededRandom) {
    this.outbox = rules.openOutbox(device.writer, []);
  }

  /** One change, and one attempt to send what waits. */
  async type(): Promise<void> {
    const { slot, chosen } = this.device.change(this.random.pick(this.device.questions));
    this.outbox = this.rules.change(this.outbox, slot, { chosen: [...chosen] }, Date.now());
    const batch = this.rules.nextBatch(this.outbox);
    if (batch.length === 0) return;
    this.outbox = this.rules.markSent(this.outbox, batch);
    const items = batch.map(({ slot: of, writer, seq, body }) => ({ slot: of, writer, seq, body }));
    const outcome = await this.device.ask<SaveAnswer>('POST', `/attempts/${this.device.attemptId}/saves`, { items });
    this.outbox = outcome.kind === 'done' ? this.rules.acknowledge(this.outbox, outcome.value.acks) : this.rules.markUnanswered(this.outbox);
  }

  /** What its screen calls saved at this moment. */
  claims(): ScreenClaim[] {
    const { attemptId, questions } = this.device;
    return questions.filter(({ slot }) => this.rules.slotState(this.outbox, slot) === 'saved').map(({ slot }) => ({ attemptId, slot, chosen: this.rules.bodyOf(this.outbox, slot).chosen ?? [] }));
  }
}
