import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import type { UploadedFile } from '#lib/contracts';
import { Transactions } from '#lib/database';
import { type Actor, scopeOf } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import { type FileKind, FileStorage, insertAsset, sniffFile, useAsset } from '#lib/storage';

const megabyte = 1024 * 1024;
/** The largest file of each kind that a question may show, in bytes. */
export const assetLimits: Record<Exclude<FileKind, 'document'>, number> = { image: 10 * megabyte, audio: 50 * megabyte, video: 500 * megabyte };
/** What every browser of the halls shows by itself. */
const shown = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'audio/mpeg', 'audio/wav', 'audio/ogg', 'audio/x-m4a', 'audio/mp4', 'audio/aac', 'video/mp4', 'video/webm']);

/** Pictures, sound and film for questions. */
@Injectable()
export class QuestionAssets {
  constructor(private readonly transactions: Transactions, private readonly storage: FileStorage) {}

  /**
   * Stores a file for questions; whoever uploaded it may read it, and everybody who may read a question that shows it. The same content gets the same id.
   * @throws DomainError `file.type_refused` unless it is a picture, sound or film that browsers show; `request.too_large`.
   */
  async upload(actor: Actor, source: Readable): Promise<UploadedFile> {
    if (scopeOf(actor, 'question.write').paths.length === 0) throw new DomainError('access.denied', {}, { kind: 'forbidden' });
    const { mediaType, kind, source: whole } = await sniffFile(source);
    if (!kind || kind === 'document' || !shown.has(mediaType)) throw new DomainError('file.type_refused', { type: mediaType });
    const stored = await this.storage.put(whole, assetLimits[kind]);
    return this.transactions.run(async (manager) => {
      const id = await insertAsset(manager, stored, mediaType);
      await useAsset(manager, id, 'upload', actor.personId);
      await appendAudit(manager, actor, 'asset.upload', 'asset', id);
      return { id, kind, mediaType, size: stored.size };
    });
  }
}
