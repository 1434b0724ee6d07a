import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import type { ExportQuestions, OperationView } from '#lib/contracts';
import { Transactions } from '#lib/database';
import { type Actor, scopeOf } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import { OperationsService } from '#lib/queue';
import { FileStorage, readAsset } from '#lib/storage';
import { countExported, exportLimit, exportTypes } from './export-questions.operation.js';

/** A written export can be fetched for so many hours. */
const keptHours = 24;

/** A file on its way to whoever asked for it. */
export interface ExportedFile {
  name: string;
  mediaType: string;
  size: number;
  content: Readable;
}

/** Questions on their way out of the bank: what the actor may see, and nothing else. */
@Injectable()
export class QuestionExports {
  constructor(private readonly transactions: Transactions, private readonly operations: OperationsService, private readonly storage: FileStorage) {}

  /** Starts the export as an operation. Of the ids asked for, those that the actor does not see are left out. @throws DomainError `access.denied`, `object.not_found`, `export.nothing`, `export.too_many`. */
  async begin(actor: Actor, request: ExportQuestions): Promise<OperationView> {
    if (!request.ids && !readsBank(actor)) throw new DomainError('access.denied', {}, { kind: 'forbidden' });
    return this.transactions.run(async (manager) => {
      const count = await countExported(manager, actor, request);
      if (count === 0) throw request.ids ? notFound() : new DomainError('export.nothing');
      if (count > exportLimit) throw new DomainError('export.too_many', { count, limit: exportLimit });
      const operation = await this.operations.create(manager, { kind: 'question.export', input: { ...request }, createdBy: actor.personId, total: count });
      await appendAudit(manager, actor, 'question_export.begin', 'operation', operation.id, { count, withKeys: request.withKeys, format: request.format });
      return operation;
    });
  }

  /** The written file, for whoever asked for it and still reads the bank, for a day; every fetch is told to the audit log. @throws DomainError `object.not_found`. */
  async open(actor: Actor, operationId: string): Promise<ExportedFile> {
    if (!readsBank(actor)) throw notFound();
    const { reader } = this.transactions;
    const { kind, state, result, createdAt } = await this.operations.view(actor, operationId);
    const [{ fresh }] = await reader.query<{ fresh: boolean }[]>('SELECT $1::timestamptz > kaosai.clock() - make_interval(hours => $2) AS fresh', [createdAt, keptHours]);
    const assetId = result?.assetId;
    if (kind !== 'question.export' || state !== 'succeeded' || typeof assetId !== 'string' || !fresh) throw notFound();
    const asset = await readAsset(reader, assetId);
    if (!asset) throw notFound();
    await this.transactions.run((manager) => appendAudit(manager, actor, 'question_export.fetch', 'operation', operationId));
    const format = result?.format === 'json' ? 'json' : 'xlsx';
    return { name: `questions-${createdAt.slice(0, 10)}.${format}`, mediaType: exportTypes[format], size: asset.size, content: await this.storage.open(asset.sha256) };
  }
}

function readsBank(actor: Actor): boolean {
  return scopeOf(actor, 'question.read').paths.length > 0;
}

function notFound(): DomainError {
  return new DomainError('object.not_found', {}, { kind: 'not-found' });
}
