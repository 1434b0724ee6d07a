import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import type { CommitImport, ImportField, ImportProblem, MapImport, OperationView, QuestionImportView } from '#lib/contracts';
import { Transactions } from '#lib/database';
import { type Actor, pathOfOrgUnit, requireAllowed, scopeOf } from '#lib/identity';
import { DomainError, newId } from '#lib/kernel';
import { OperationsService } from '#lib/queue';
import type { EntityManager } from 'typeorm';
import { dryRun, fieldsOf } from './import-check.js';
import { type Found, type ImportRow, lockImport, readFile, readImport, rememberMapping, toImportView, unreadReport, writeFound } from './import-rows.js';
import { prepareFile } from './prepare-file.js';
import { missingField } from './propose-mapping.js';
import { requireCategoryOf } from './question-writing.js';
import { mayPublishUnreviewed } from './questions.service.js';
import { readTable } from './table-reader.js';

/** What the worker needs to check a file. */
export interface CheckInput {
  importId: string;
  sheet: string | null;
  /** Null: as remembered for its headings, else as these are called. */
  fields: ImportField[] | null;
}

/** What the worker needs to carry an import out. */
export interface ImportInput extends Omit<CommitImport, 'subject' | 'categoryId'> {
  importId: string;
  subject: string | null;
  categoryId: string | null;
}

/** Files up to so many bytes are checked at once; compressed ones hold more. About a thousand questions. */
const atOnce = { plain: 400_000, compressed: 100_000 };

/** Files of questions on their way into the bank: always a dry run first, nothing half imported. */
@Injectable()
export class QuestionImports {
  constructor(private readonly transactions: Transactions, private readonly operations: OperationsService) {}

  /**
   * Takes a file, reads it, proposes what its columns mean (as last confirmed for the same headings, else by their names) and tells what
   * would be imported. A large one is read by an operation, the import is `checking` until then. Nothing reaches the bank.
   * @throws DomainError what `readTable` throws.
   */
  async upload(actor: Actor, fileName: string, file: Buffer): Promise<QuestionImportView> {
    const orgUnitId = await this.homeUnit(actor);
    const large = isLarge(file);
    const found = large ? null : await this.check(actor, { fileName, file, orgUnitId, sheet: null, fields: null });
    return this.transactions.run(async (manager) => {
      const id = newId();
      await manager.query(
        `INSERT INTO question_import (id, created_by, org_unit_id, file_name, heading_digest, fields, report, state, version)
         VALUES ($1, $2, $3, $4, '', '[]', $5, 'checking', 0)`, [id, actor.personId, orgUnitId, fileName.slice(0, 200), JSON.stringify(unreadReport)]);
      await manager.query('INSERT INTO question_import_file (import_id, content) VALUES ($1, $2)', [id, file]);
      if (found) await writeFound(manager, id, found);
      else await this.beginCheck(manager, actor, { importId: id, sheet: null, fields: null });
      await appendAudit(manager, actor, 'question_import.upload', 'question_import', id, { bytes: file.length });
      return toImportView(await readImport(manager, actor, id));
    });
  }

  /** The dry run as it stands; only for whoever uploaded the file. */
  async get(actor: Actor, id: string): Promise<QuestionImportView> {
    return toImportView(await readImport(this.transactions.reader, actor, id));
  }

  /** Every problem of the dry run, up to 20,000, in the order of the file; the view has the first of them. */
  async problems(actor: Actor, id: string): Promise<ImportProblem[]> {
    await readImport(this.transactions.reader, actor, id);
    const [{ problems }] = await this.transactions.reader.query<{ problems: ImportProblem[] }[]>('SELECT problems FROM question_import WHERE id = $1', [id]);
    return problems;
  }

  /** Says what the columns mean, or takes another sheet, and checks again; a large file by an operation. @throws DomainError `import.unmapped`, `version.stale`. */
  async map(actor: Actor, id: string, version: number, { fields, sheet }: MapImport): Promise<QuestionImportView> {
    const present = await readImport(this.transactions.reader, actor, id);
    const other = sheet !== undefined && sheet !== present.report.sheet;
    if (!other) requireMapping(fields, present);
    const input = { sheet: sheet ?? present.report.sheet, fields: other ? null : fields };
    const file = await readFile(this.transactions.reader, id);
    const found = isLarge(file) ? null : await this.check(actor, { fileName: present.file_name, file, orgUnitId: present.org_unit_id, ...input });
    return this.transactions.run(async (manager) => {
      const locked = await lockImport(manager, actor, id);
      if (locked.version !== version) throw new DomainError('version.stale', { current: locked.version }, { kind: 'conflict' });
      if (!other) await rememberMapping(manager, locked.org_unit_id, locked, fields);
      if (found) await writeFound(manager, id, found);
      else await this.beginCheck(manager, actor, { importId: id, ...input });
      return toImportView(await readImport(manager, actor, id));
    });
  }

  /**
   * Starts the import as an operation: all rows, or the good ones. Duplicates are left out either way. New questions are drafts; whoever
   * may review as well may publish them at once.
   * @throws DomainError `import.bad_rows`, `import.no_good_rows`, `import.unmapped`, `import.already_committed`, `category.other_unit`, `access.denied`.
   */
  async commit(actor: Actor, id: string, input: CommitImport): Promise<OperationView> {
    return this.transactions.run(async (manager) => {
      const path = await pathOfOrgUnit(manager, input.orgUnitId);
      requireAllowed(actor, 'question.write', { paths: [path] });
      if (input.state === 'published' && !mayPublishUnreviewed(actor, path)) throw new DomainError('access.denied', {}, { kind: 'forbidden' });
      if (input.categoryId) await requireCategoryOf(manager, input.categoryId, input.orgUnitId);
      const locked = await lockImport(manager, actor, id);
      if (locked.report.mappable) requireMapping(locked.fields, locked);
      const { problemCount, rows, questions } = locked.report;
      if (input.rows === 'all' && problemCount.errors > 0) throw new DomainError('import.bad_rows', { count: Math.max(rows.bad, 1) });
      if (questions === 0) throw new DomainError('import.no_good_rows');

      const work: ImportInput = { ...input, importId: id, subject: input.subject?.trim() || null, categoryId: input.categoryId ?? null };
      const operation = await this.operations.create(manager, { kind: 'question.import', input: { ...work }, createdBy: actor.personId, total: questions });
      await manager.query("UPDATE question_import SET state = 'committing', operation_id = $2, version = version + 1 WHERE id = $1", [id, operation.id]);
      await rememberMapping(manager, input.orgUnitId, locked, locked.fields);
      await appendAudit(manager, actor, 'question_import.commit', 'question_import', id, { operationId: operation.id, orgUnitId: input.orgUnitId, rows: input.rows, state: input.state ?? 'draft' });
      return operation;
    });
  }

  /** Throws the file away. Doing it twice changes nothing. @throws DomainError `import.already_committed` once it is under way. */
  async discard(actor: Actor, id: string): Promise<void> {
    await this.transactions.run(async (manager) => {
      const { state } = await readImport(manager, actor, id);
      if (state === 'discarded') return;
      await lockImport(manager, actor, id);
      await manager.query("UPDATE question_import SET state = 'discarded', version = version + 1 WHERE id = $1", [id]);
      await manager.query('DELETE FROM question_import_file WHERE import_id = $1', [id]);
    });
  }

  private async beginCheck(manager: EntityManager, actor: Actor, input: CheckInput): Promise<void> {
    const operation = await this.operations.create(manager, { kind: 'question.import-check', input: { ...input }, createdBy: actor.personId });
    await manager.query("UPDATE question_import SET state = 'checking', operation_id = $2, version = version + 1 WHERE id = $1", [input.importId, operation.id]);
  }

  private async check(actor: Actor, { fileName, file, orgUnitId, sheet, fields }: { fileName: string; file: Buffer; orgUnitId: string } & Omit<CheckInput, 'importId'>): Promise<Found> {
    const { reader } = this.transactions;
    const prepared = prepareFile(await readTable(fileName, file, sheet ?? undefined));
    const meant = fields ?? await fieldsOf(reader, prepared, orgUnitId);
    return { fields: meant, ...await dryRun(reader, actor, prepared, meant, orgUnitId) };
  }

  /** The topmost unit the actor may write questions in: mappings and duplicates are looked up there until the commit names a unit. */
  private async homeUnit(actor: Actor): Promise<string> {
    const [unit] = await this.transactions.reader.query<{ id: string }[]>(
      'SELECT id FROM org_unit WHERE path = ANY($1::text[]::ltree[]) AND archived_at IS NULL ORDER BY nlevel(path), path LIMIT 1', [scopeOf(actor, 'question.write').paths]);
    if (!unit) throw new DomainError('access.denied', {}, { kind: 'forbidden' });
    return unit.id;
  }
}

function isLarge(file: Buffer): boolean {
  return file.length > (file.subarray(0, 2).toString('latin1') === 'PK' ? atOnce.compressed : atOnce.plain);
}

function requireMapping(fields: readonly ImportField[], { report }: Pick<ImportRow, 'report'>): void {
  const used = fields.filter((field) => field !== 'ignore');
  if (!report.mappable || fields.length !== report.columns.length || new Set(used).size !== used.length) throw new DomainError('request.invalid', {}, { errors: [{ path: 'fields', code: 'fields.invalid' }] });
  const missing = missingField(fields);
  if (missing) throw new DomainError('import.unmapped', { field: missing });
}
