import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import type { CommitImport, ImportField, MapImport, OperationView, QuestionImportView } from '#lib/contracts';
import { lockRows, Transactions } from '#lib/database';
import { type Actor, pathOfOrgUnit, requireAllowed, scopeOf } from '#lib/identity';
import { DomainError, newId } from '#lib/kernel';
import { OperationsService } from '#lib/queue';
import type { EntityManager } from 'typeorm';
import { checkRows, type DryRun, readRows, withHeadings } from './check-rows.js';
import { headingDigest, missingField, proposeMapping } from './propose-mapping.js';
import { findByContent } from './store-questions.js';
import { readTable, type Table } from './table-reader.js';

/** What the worker needs to carry an import out. */
export interface ImportInput {
  importId: string;
  rows: CommitImport['rows'];
  orgUnitId: string;
  subject: string | null;
}

interface ImportRow {
  id: string;
  created_by: string;
  org_unit_id: string;
  file_name: string;
  encoding: QuestionImportView['encoding'];
  heading_digest: Buffer;
  fields: ImportField[];
  report: DryRun['report'];
  state: QuestionImportView['state'];
  operation_id: string | null;
  version: number;
}

/** Files of questions on their way into the bank: always a dry run first, nothing half imported. */
@Injectable()
export class QuestionImports {
  constructor(private readonly transactions: Transactions, private readonly operations: OperationsService) {}

  /**
   * Reads a file, proposes what its columns mean (as last confirmed for the same headings, else by their names) and tells what
   * would be imported. Nothing reaches the bank.
   * @throws DomainError `import.format_refused`, `import.unreadable`, `request.too_large`.
   */
  async upload(actor: Actor, fileName: string, file: Buffer): Promise<QuestionImportView> {
    const orgUnitId = await this.homeUnit(actor);
    const table = await readTable(fileName, file);
    const headed = withHeadings(table);
    const digest = headingDigest(headed.headings);
    const fields = (await readMapping(this.transactions.reader, orgUnitId, digest)) ?? proposeMapping(headed.headings);
    const { report } = await dryRun(this.transactions.reader, table, fields, orgUnitId);
    return this.transactions.run(async (manager) => {
      const id = newId();
      await manager.query(
        `INSERT INTO question_import (id, created_by, org_unit_id, file_name, encoding, heading_digest, fields, report, state)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'mapped')`,
        [id, actor.personId, orgUnitId, fileName.slice(0, 200), table.encoding, digest, JSON.stringify(fields), JSON.stringify(report)]);
      await manager.query('INSERT INTO question_import_file (import_id, content) VALUES ($1, $2)', [id, file]);
      await appendAudit(manager, actor, 'question_import.upload', 'question_import', id, { rows: report.rows.total });
      return toView(await readImport(manager, actor, id));
    });
  }

  /** The dry run as it stands; only for whoever uploaded the file. */
  async get(actor: Actor, id: string): Promise<QuestionImportView> {
    return toView(await readImport(this.transactions.reader, actor, id));
  }

  /** Says what the columns mean and runs the check again. @throws DomainError `import.unmapped`, `version.stale`. */
  async map(actor: Actor, id: string, version: number, { fields }: MapImport): Promise<QuestionImportView> {
    const present = await readImport(this.transactions.reader, actor, id);
    requireMapping(fields, present.report.columns.length);
    const table = await readTable(present.file_name, await readFile(this.transactions.reader, id));
    const { report } = await dryRun(this.transactions.reader, table, fields, present.org_unit_id);
    return this.transactions.run(async (manager) => {
      const locked = await lockImport(manager, actor, id);
      if (locked.version !== version) throw new DomainError('version.stale', { current: locked.version }, { kind: 'conflict' });
      await manager.query('UPDATE question_import SET fields = $2, report = $3, version = version + 1 WHERE id = $1', [id, JSON.stringify(fields), JSON.stringify(report)]);
      await rememberMapping(manager, locked.org_unit_id, locked.heading_digest, fields);
      return toView(await readImport(manager, actor, id));
    });
  }

  /**
   * Starts the import as an operation: all rows, or the good ones. Duplicates are left out either way.
   * @throws DomainError `import.bad_rows`, `import.no_good_rows`, `import.unmapped`, `import.already_committed`.
   */
  async commit(actor: Actor, id: string, input: CommitImport): Promise<OperationView> {
    return this.transactions.run(async (manager) => {
      requireAllowed(actor, 'question.write', { paths: [await pathOfOrgUnit(manager, input.orgUnitId)] });
      const { fields, report, heading_digest: digest } = await lockImport(manager, actor, id);
      requireMapping(fields, report.columns.length);
      if (input.rows === 'all' && report.rows.bad > 0) throw new DomainError('import.bad_rows', { count: report.rows.bad });
      if (report.rows.good === 0) throw new DomainError('import.no_good_rows');

      const work: ImportInput = { importId: id, rows: input.rows, orgUnitId: input.orgUnitId, subject: input.subject?.trim() || null };
      const operation = await this.operations.create(manager, { kind: 'question.import', input: { ...work }, createdBy: actor.personId, total: report.rows.good });
      await manager.query("UPDATE question_import SET state = 'committing', operation_id = $2, version = version + 1 WHERE id = $1", [id, operation.id]);
      await rememberMapping(manager, input.orgUnitId, digest, fields);
      await appendAudit(manager, actor, 'question_import.commit', 'question_import', id, { operationId: operation.id, rows: input.rows });
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

  /** The topmost unit the actor may write questions in: mappings and duplicates are looked up there until the commit names a unit. */
  private async homeUnit(actor: Actor): Promise<string> {
    const [unit] = await this.transactions.reader.query<{ id: string }[]>(
      'SELECT id FROM org_unit WHERE path = ANY($1::text[]::ltree[]) AND archived_at IS NULL ORDER BY nlevel(path), path LIMIT 1', [scopeOf(actor, 'question.write').paths]);
    if (!unit) throw new DomainError('access.denied', {}, { kind: 'forbidden' });
    return unit.id;
  }
}

/** Reads a stored file again and checks it against a unit's bank. */
export async function dryRun(manager: EntityManager, table: Table, fields: readonly ImportField[], orgUnitId: string): Promise<DryRun> {
  const headed = withHeadings(table);
  const missing = missingField(fields);
  if (missing) {
    const { report } = checkRows(headed, fields, { questions: [], problems: [], bad: headed.rows.length }, new Map());
    return { good: [], report: { ...report, problems: [{ line: headed.headingLine, column: null, code: 'import.unmapped', params: { field: missing } }] } };
  }
  const read = await readRows(headed, fields);
  return checkRows(headed, fields, read, await findByContent(manager, orgUnitId, read.questions.map(({ hash }) => hash)));
}

/** The bytes of an import that is neither committed nor discarded. */
export async function readFile(manager: EntityManager, importId: string): Promise<Buffer> {
  const [row] = await manager.query<{ content: Buffer }[]>('SELECT content FROM question_import_file WHERE import_id = $1', [importId]);
  if (!row) throw new DomainError('import.already_committed', {}, { kind: 'conflict' });
  return row.content;
}

async function readImport(manager: EntityManager, actor: Actor, id: string): Promise<ImportRow> {
  const [row] = await manager.query<(ImportRow & { path: string })[]>(
    `SELECT i.*, u.path::text AS path,
       CASE WHEN i.state = 'committing' AND o.state IN ('cancelled', 'failed') THEN 'mapped' ELSE i.state END AS state
     FROM question_import i JOIN org_unit u ON u.id = i.org_unit_id LEFT JOIN operation o ON o.id = i.operation_id
     WHERE i.id = $1 AND i.created_by = $2`, [id, actor.personId]);
  if (!row) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
  requireAllowed(actor, 'question.write', { paths: [row.path] });
  return row;
}

async function lockImport(manager: EntityManager, actor: Actor, id: string): Promise<ImportRow> {
  await lockRows(manager, 'question_import', [id]);
  const row = await readImport(manager, actor, id);
  if (row.state !== 'mapped') throw new DomainError('import.already_committed', {}, { kind: 'conflict' });
  return row;
}

function requireMapping(fields: readonly ImportField[], columns: number): void {
  const used = fields.filter((field) => field !== 'ignore');
  if (fields.length !== columns || new Set(used).size !== used.length) throw new DomainError('request.invalid', {}, { errors: [{ path: 'fields', code: 'fields.invalid' }] });
  const missing = missingField(fields);
  if (missing) throw new DomainError('import.unmapped', { field: missing });
}

async function readMapping(manager: EntityManager, orgUnitId: string, digest: Buffer): Promise<ImportField[] | null> {
  const [row] = await manager.query<{ fields: ImportField[] }[]>('SELECT fields FROM import_mapping WHERE org_unit_id = $1 AND heading_digest = $2', [orgUnitId, digest]);
  return row?.fields ?? null;
}

async function rememberMapping(manager: EntityManager, orgUnitId: string, digest: Buffer, fields: readonly ImportField[]): Promise<void> {
  await manager.query(
    `INSERT INTO import_mapping (org_unit_id, heading_digest, fields) VALUES ($1, $2, $3)
     ON CONFLICT (org_unit_id, heading_digest) DO UPDATE SET fields = $3, updated_at = kaosai.clock()`, [orgUnitId, digest, JSON.stringify(fields)]);
}

function toView(row: ImportRow): QuestionImportView {
  return { id: row.id, fileName: row.file_name, encoding: row.encoding, state: row.state, ...row.report, operationId: row.operation_id, version: row.version };
}
