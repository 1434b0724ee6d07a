import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { FileKind, UploadedFile } from '#lib/contracts';
import { databaseNow, Transactions } from '#lib/database';
import { type Actor, requireAllowed } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import { FileStorage, insertAsset, sniffFile, type StoredFile, useAsset } from '#lib/storage';
import { AttemptBindings } from './attempt-bindings.js';
import { effectiveState } from './attempt-state.js';
import { notFound, ownAttempt } from './attempt-view.js';
import { lockAttempts } from './close-attempt.js';
import type { FileLimit } from './draw-form.js';
import type { SlotShape } from './response-body.js';

/** A stored file as it is sent. */
export interface SentFile {
  sha256: string;
  size: number;
  mediaType: string;
}

const mostFiles = 200;

/** Files that candidates hand in: told by their content, kept by it, theirs alone until they are marked. */
@Injectable()
export class AttemptFiles {
  constructor(private readonly transactions: Transactions, private readonly bindings: AttemptBindings, private readonly storage: FileStorage) {}

  /**
   * Stores a file for an attempt that goes on; a response may then name it. Storing the same again gives the same id.
   * @throws DomainError `file.type_refused` for what no question of the form asks for, `request.too_large`, `file.too_many`, `attempt.closed`.
   */
  async upload(actor: Actor, attemptId: string, source: Readable): Promise<UploadedFile> {
    const limits = await this.limitsOf(actor, attemptId);
    const { mediaType, kind, source: whole } = await sniffFile(source);
    const allowed = limits.filter(({ accept }) => kind && accept.includes(kind));
    if (!kind || allowed.length === 0) throw new DomainError('file.type_refused', { type: mediaType });
    const stored = await this.storage.put(whole, Math.max(...allowed.map(({ maxBytes }) => maxBytes)));
    return this.record(attemptId, stored, { mediaType, kind });
  }

  /** A file of one's own attempt. */
  async find(actor: Actor, attemptId: string, assetId: string): Promise<SentFile> {
    await this.requireOwn(actor, attemptId);
    const [file] = await this.transactions.reader.query<(Omit<SentFile, 'size'> & { size: string })[]>(
      `SELECT encode(a.sha256, 'hex') AS sha256, a.size, a.media_type AS "mediaType" FROM asset a JOIN asset_use u ON u.asset_id = a.id
       WHERE a.id = $1 AND u.object_type = 'attempt' AND u.object_id = $2`, [assetId, attemptId]);
    if (!file) throw notFound();
    return { ...file, size: Number(file.size) };
  }

  private async requireOwn(actor: Actor, attemptId: string): Promise<ReadonlyMap<string, SlotShape>> {
    const binding = await this.bindings.get(attemptId, []);
    if (!binding) throw notFound();
    requireAllowed(actor, 'attempt.sit', ownAttempt(binding.personId, binding.examId));
    return binding.slots;
  }

  private async limitsOf(actor: Actor, attemptId: string): Promise<FileLimit[]> {
    const slots = await this.requireOwn(actor, attemptId);
    return [...slots.values()].flatMap(({ files, parts }) => [files, ...[...parts.values()].map((part) => part.files)]).filter((limit) => limit !== null);
  }

  private async record(attemptId: string, stored: StoredFile, { mediaType, kind }: { mediaType: string; kind: FileKind }): Promise<UploadedFile> {
    return this.transactions.run(async (manager) => {
      const [attempt] = await lockAttempts(manager, [attemptId]);
      if (!attempt) throw notFound();
      if (effectiveState(attempt, await databaseNow(manager)) !== 'in_progress') {
        throw new DomainError('attempt.closed', { closedAt: (attempt.submittedAt ?? attempt.closesAt).toISOString() }, { kind: 'conflict' });
      }
      const [{ count }] = await manager.query<{ count: number }[]>("SELECT count(*)::int AS count FROM asset_use WHERE object_type = 'attempt' AND object_id = $1", [attemptId]);
      if (count >= mostFiles) throw new DomainError('file.too_many', { most: mostFiles });
      const id = await insertAsset(manager, stored, mediaType);
      await useAsset(manager, id, 'attempt', attemptId);
      return { id, kind, mediaType, size: stored.size };
    });
  }
}
