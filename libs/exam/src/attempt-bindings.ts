import { Injectable } from '@nestjs/common';
import type { ExamNavigation } from '#lib/contracts';
import { prepared, Transactions } from '#lib/database';
import { PaperVault, type SealedForm } from '#lib/question-bank';
import { kindOfMedia } from '#lib/storage';
import { stepsOf } from './attempt-steps.js';
import { readForm, type StoredForm } from './draw-form.js';
import { type PreparedBody, shapeOf, type SlotShape } from './response-body.js';

/** What every save is checked against. It never changes, so that a copy in memory is always right. */
export interface AttemptBinding {
  personId: string;
  examId: string;
  slots: ReadonlyMap<string, SlotShape>;
  /** The step of each slot; null when navigation is free. */
  steps: ReadonlyMap<string, number> | null;
  /** The session each writer was issued to; a writer that is not here may have been issued since. */
  sessionOf: Map<number, string>;
}

const kept = 5_000;

/** Whose attempt it is and what its form holds, kept in the process. The state, the clock and the writer are read under the lock instead. */
@Injectable()
export class AttemptBindings {
  private readonly bindings = new Map<string, Promise<AttemptBinding | null>>();

  constructor(private readonly transactions: Transactions, private readonly vault: PaperVault) {}

  /** Null for an unknown attempt. `writers` are looked up again when one of them is not known yet. */
  async get(attemptId: string, writers: readonly number[]): Promise<AttemptBinding | null> {
    let known = this.bindings.get(attemptId);
    if (!known) {
      known = this.read(attemptId);
      this.bindings.set(attemptId, known);
      if (this.bindings.size > kept) this.bindings.delete(this.bindings.keys().next().value as string);
      known.then((binding) => binding ?? this.bindings.delete(attemptId), () => this.bindings.delete(attemptId));
    }
    const binding = await known;
    if (binding && !writers.every((writer) => binding.sessionOf.has(writer))) await this.readWriters(attemptId, binding.sessionOf);
    return binding;
  }

  /** Whether each file was handed in for this attempt and is what its question takes. */
  async hasFiles(attemptId: string, files: PreparedBody['files']): Promise<boolean> {
    const rows = await this.transactions.reader.query<{ id: string; size: string; media_type: string }[]>(
      prepared(`SELECT a.id, a.size, a.media_type FROM asset a JOIN asset_use u ON u.asset_id = a.id WHERE u.object_type = 'attempt' AND u.object_id = $1 AND a.id = ANY($2::uuid[])`),
      [attemptId, files.map(({ id }) => id)]);
    const fileOf = new Map(rows.map((row) => [row.id, row]));
    return files.every(({ id, limit }) => {
      const file = fileOf.get(id);
      const kind = file && kindOfMedia(file.media_type);
      return file && kind && limit && limit.accept.includes(kind) && Number(file.size) <= limit.maxBytes;
    });
  }

  private async read(attemptId: string): Promise<AttemptBinding | null> {
    const [row] = await this.transactions.reader.query<{ person_id: string; exam_id: string; candidate_id: string; paper_version_id: string; content: StoredForm | SealedForm; navigation: ExamNavigation }[]>(
      prepared('SELECT a.person_id, a.exam_id, f.candidate_id, e.paper_version_id, f.content, e.navigation FROM attempt a JOIN form f ON f.id = a.form_id JOIN exam e ON e.id = a.exam_id WHERE a.id = $1'), [attemptId]);
    if (!row) return null;
    const form = readForm(await this.vault.openForm(this.transactions.reader, row.paper_version_id, row.candidate_id, row.content));
    const questions = form.sections.flatMap((section) => section.questions);
    return {
      personId: row.person_id, examId: row.exam_id, sessionOf: new Map(),
      steps: stepsOf(form, row.navigation),
      slots: new Map(questions.map((question) => [question.slot, shapeOf(question)])),
    };
  }

  private async readWriters(attemptId: string, sessionOf: Map<number, string>): Promise<void> {
    const rows = await this.transactions.reader.query<{ writer: number; session_id: string }[]>(prepared('SELECT writer, session_id FROM attempt_writer WHERE attempt_id = $1'), [attemptId]);
    for (const { writer, session_id: sessionId } of rows) sessionOf.set(writer, sessionId);
  }
}
