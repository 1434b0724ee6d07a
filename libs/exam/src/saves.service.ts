import { Injectable } from '@nestjs/common';
import type { SaveAck, SaveAnswer, SaveCommand, SaveItem } from '#lib/contracts';
import { type Actor, isAllowed } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import { type AttemptBinding, AttemptBindings } from './attempt-bindings.js';
import { notFound, ownAttempt } from './attempt-view.js';
import { prepareBody } from './response-body.js';
import { type Save, SaveGroups, type SaveResult } from './save-groups.js';

/** Saving answers: checked in memory, decided under the attempt's lock, answered after the commit. */
@Injectable()
export class Saves {
  constructor(private readonly bindings: AttemptBindings, private readonly groups: SaveGroups) {}

  /**
   * Stores responses, each by itself, and acknowledges each with its outcome and receipt.
   *
   * A save counts iff the database's clock, after the lock, is not later than `closesAt`. The same save again gets the first answer;
   * the same number with another body is a conflict. A writer that has lost the attempt is kept, but superseded.
   *
   * @throws DomainError `attempt.slot_unknown`, `attempt.body_invalid`, `attempt.file_unknown` (then nothing is stored), `attempt.writer_lost` for a writer
   * that was issued to another session, `service.unavailable`.
   */
  async save(actor: Actor, attemptId: string, { items }: SaveCommand): Promise<SaveAnswer> {
    const binding = await this.bindings.get(attemptId, items.map(({ writer }) => writer));
    if (!binding || !isAllowed(actor, 'attempt.sit', ownAttempt(binding.personId, binding.examId))) throw notFound();
    const saves = items.map((item, index) => prepare(actor, attemptId, binding, item, index));
    await this.requireFiles(attemptId, saves);
    const results = await Promise.all(saves.map((save) => this.groups.save(save)));
    return toAnswer(items, results);
  }

  private async requireFiles(attemptId: string, saves: readonly Save[]): Promise<void> {
    const files = saves.flatMap(({ body }) => body.files);
    if (files.length > 0 && !await this.bindings.hasFiles(attemptId, files)) throw new DomainError('attempt.file_unknown');
  }
}

function prepare(actor: Actor, attemptId: string, binding: AttemptBinding, { slot, writer, seq, body }: SaveItem, index: number): Save {
  if (binding.sessionOf.get(writer) !== actor.sessionId) throw new DomainError('attempt.writer_lost', {}, { kind: 'conflict' });
  const shape = binding.slots.get(slot);
  if (!shape) throw new DomainError('attempt.slot_unknown', {}, { errors: [{ path: `items.${index}.slot`, code: 'attempt.slot_unknown' }] });
  const prepared = prepareBody(body, shape);
  if (!prepared) throw new DomainError('attempt.body_invalid', {}, { errors: [{ path: `items.${index}.body`, code: 'attempt.body_invalid' }] });
  return { attemptId, slot, writer, seq, body: prepared, step: binding.steps?.get(slot) ?? null };
}

function toAnswer(items: readonly SaveItem[], results: readonly SaveResult[]): SaveAnswer {
  const acks = results.map(({ outcome, savedAt, receipt }, index): SaveAck => {
    const { slot, writer, seq } = items[index];
    return { slot, writer, seq, outcome, savedAt: savedAt?.toISOString() ?? null, receipt };
  });
  const latest = results.reduce((last, result) => (result.decidedAt > last.decidedAt ? result : last));
  const closesAt = results.findLast((result) => result.closesAt !== null)?.closesAt ?? latest.decidedAt;
  return { now: latest.decidedAt.toISOString(), closesAt: closesAt.toISOString(), acks };
}
