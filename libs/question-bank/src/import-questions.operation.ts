import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import { lockRows, Transactions } from '#lib/database';
import { type Actor, Actors, pathOfOrgUnit, requireAllowed } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import { HandlesOperation, type OperationHandler, type RunningOperation } from '#lib/queue';
import type { EntityManager } from 'typeorm';
import type { HashedQuestion } from './check-rows.js';
import { type DryRun, dryRun } from './import-check.js';
import { articleIdOf, CategoryPaths } from './import-places.js';
import { type ImportRow, readFile } from './import-rows.js';
import { prepareFile } from './prepare-file.js';
import type { ImportInput } from './question-imports.service.js';
import { mayPublishUnreviewed } from './questions.service.js';
import { type NewQuestion, storeQuestions } from './store-questions.js';
import { readTable } from './table-reader.js';

const batch = 500;

/** Carries an import out: in batches, with progress and cancel, and all or nothing, in one transaction. Run again it changes nothing. */
@Injectable()
@HandlesOperation('question.import')
export class ImportQuestions implements OperationHandler<ImportInput> {
  constructor(private readonly transactions: Transactions, private readonly actors: Actors) {}

  async run(operation: RunningOperation<ImportInput>): Promise<Record<string, unknown>> {
    const { importId, orgUnitId, rows: wanted, leaveOutSimilar = false } = operation.input;
    const actor = await this.actors.ofPerson(operation.createdBy);
    if (!actor) throw new DomainError('access.denied', {}, { kind: 'forbidden' });
    return this.transactions.run(async (manager) => {
      await lockRows(manager, 'question_import', [importId]);
      const [row] = await manager.query<(ImportRow & { imported: number | null })[]>("SELECT *, (report->>'imported')::int AS imported FROM question_import WHERE id = $1", [importId]);
      if (row?.state === 'committed') return { importId, imported: row.imported };
      await this.requireStillAllowed(manager, actor, operation.input);

      // The file is checked against the bank as it is now, not as it was when somebody looked.
      const prepared = prepareFile(await readTable(row.file_name, await readFile(manager, importId), row.sheet ?? undefined));
      const found = await dryRun(manager, actor, prepared, row.fields, orgUnitId, { between: () => operation.checkpoint(), alike: leaveOutSimilar });
      if (wanted === 'all' && found.report.problemCount.errors > 0) throw new DomainError('import.bad_rows', { count: found.report.rows.bad });
      const good = leaveOutSimilar ? found.good.filter(({ lines }) => !found.similar.has(lines[0])) : found.good;
      await this.store(manager, operation, good, found);
      await operation.checkpoint();
      await manager.query("UPDATE question_import SET state = 'committed', report = $2, version = version + 1 WHERE id = $1", [importId, JSON.stringify({ ...found.report, imported: good.length })]);
      await manager.query('DELETE FROM question_import_file WHERE import_id = $1', [importId]);
      await appendAudit(manager, actor, 'question_import.stored', 'question_import', importId, { orgUnitId, count: good.length, state: operation.input.state ?? 'draft' });
      const { rows: { duplicates, bad } } = found.report;
      return { importId, imported: good.length, duplicates, bad, similar: found.good.length - good.length, orgUnitId, state: operation.input.state ?? 'draft' };
    });
  }

  /** Rights may have been taken away since the work was asked for. */
  private async requireStillAllowed(manager: EntityManager, actor: Actor, { orgUnitId, state }: ImportInput): Promise<void> {
    const path = await pathOfOrgUnit(manager, orgUnitId);
    requireAllowed(actor, 'question.write', { paths: [path] });
    if (state === 'published' && !mayPublishUnreviewed(actor, path)) throw new DomainError('access.denied', {}, { kind: 'forbidden' });
  }

  private async store(manager: EntityManager, operation: RunningOperation<ImportInput>, good: readonly HashedQuestion[], { articles }: DryRun): Promise<void> {
    const { orgUnitId, categoryId, createCategories = false, subject, tags = [], state = 'draft' } = operation.input;
    const paths = new Map(good.map(({ question: { category } }) => [category.join('\n'), category]));
    const categories = await CategoryPaths.of(manager, { orgUnitId, categoryId, personId: operation.createdBy }, [...paths.values()], createCategories);
    for (let done = 0; done < good.length; done += batch) {
      await operation.checkpoint();
      const questions = good.slice(done, done + batch).map(({ question }): NewQuestion => ({
        ...question, subject: question.subject ?? subject, tags: [...question.tags, ...tags], categoryId: categories.idOf(question.category), sourceArticleId: articleIdOf(articles, question),
      }));
      await storeQuestions(manager, questions, { orgUnitId, createdBy: operation.createdBy, state });
      await operation.progress(Math.min(done + batch, good.length), good.length);
    }
  }
}
