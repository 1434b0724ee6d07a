import { Injectable } from '@nestjs/common';
import { lockRows, Transactions } from '#lib/database';
import { DomainError } from '#lib/kernel';
import { HandlesOperation, type OperationHandler, type RunningOperation } from '#lib/queue';
import type { ImportField } from '#lib/contracts';
import { dryRun, type ImportInput, readFile } from './question-imports.service.js';
import { storeQuestions } from './store-questions.js';
import { readTable } from './table-reader.js';

const batch = 500;

/** Carries an import out: in batches, with progress and cancel, and all or nothing, in one transaction. Run again it changes nothing. */
@Injectable()
@HandlesOperation('question.import')
export class ImportQuestions implements OperationHandler<ImportInput> {
  constructor(private readonly transactions: Transactions) {}

  async run(operation: RunningOperation<ImportInput>): Promise<Record<string, unknown>> {
    const { importId, orgUnitId, rows: wanted, subject } = operation.input;
    return this.transactions.run(async (manager) => {
      await lockRows(manager, 'question_import', [importId]);
      const [row] = await manager.query<{ state: string; file_name: string; fields: ImportField[]; imported: number }[]>(
        "SELECT state, file_name, fields, (report->'rows'->>'good')::int AS imported FROM question_import WHERE id = $1", [importId]);
      if (row?.state === 'committed') return { importId, imported: row.imported };

      const { good, report } = await dryRun(manager, await readTable(row.file_name, await readFile(manager, importId)), row.fields, orgUnitId);
      if (wanted === 'all' && report.rows.bad > 0) throw new DomainError('import.bad_rows', { count: report.rows.bad });
      for (let done = 0; done < good.length; done += batch) {
        await operation.checkpoint();
        const questions = good.slice(done, done + batch).map((question) => ({ ...question, subject: question.subject ?? subject }));
        await storeQuestions(manager, questions, { orgUnitId, createdBy: operation.createdBy, state: 'published' });
        await operation.progress(Math.min(done + batch, good.length), good.length);
      }
      await operation.checkpoint();
      await manager.query("UPDATE question_import SET state = 'committed', report = $2, version = version + 1 WHERE id = $1", [importId, JSON.stringify(report)]);
      await manager.query('DELETE FROM question_import_file WHERE import_id = $1', [importId]);
      return { importId, imported: good.length, duplicates: report.rows.duplicates, bad: report.rows.bad };
    });
  }
}
