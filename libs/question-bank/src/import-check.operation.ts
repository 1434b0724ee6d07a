import { Injectable } from '@nestjs/common';
import { lockRows, Transactions } from '#lib/database';
import { Actors } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import { HandlesOperation, type OperationHandler, type RunningOperation } from '#lib/queue';
import { dryRun, fieldsOf } from './import-check.js';
import { readFile, readImport, writeFound } from './import-rows.js';
import { prepareFile } from './prepare-file.js';
import type { CheckInput } from './question-imports.service.js';
import { readTable } from './table-reader.js';

/** Checks a large file, with progress and cancel. Nothing is stored in the bank; run again it finds the same. */
@Injectable()
@HandlesOperation('question.import-check')
export class CheckImport implements OperationHandler<CheckInput> {
  constructor(private readonly transactions: Transactions, private readonly actors: Actors) {}

  async run(operation: RunningOperation<CheckInput>): Promise<Record<string, unknown>> {
    const { importId, sheet, fields } = operation.input;
    const { reader } = this.transactions;
    const actor = await this.actors.ofPerson(operation.createdBy);
    if (!actor) throw new DomainError('access.denied', {}, { kind: 'forbidden' });
    const present = await readImport(reader, actor, importId);
    if (present.state !== 'checking') return { importId };
    await operation.checkpoint();
    const prepared = prepareFile(await readTable(present.file_name, await readFile(reader, importId), sheet ?? undefined));
    const meant = fields ?? await fieldsOf(reader, prepared, present.org_unit_id);
    const found = await dryRun(reader, actor, prepared, meant, present.org_unit_id, { between: async (done, total) => {
      await operation.checkpoint();
      await operation.progress(done, total);
    } });
    await operation.checkpoint();
    await this.transactions.run(async (manager) => {
      await lockRows(manager, 'question_import', [importId]);
      const { state } = await readImport(manager, actor, importId);
      if (state === 'checking') await writeFound(manager, importId, { fields: meant, ...found });
    });
    return { importId, ...found.report.rows };
  }
}
