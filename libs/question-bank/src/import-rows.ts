import type { ImportField, ImportProblem, QuestionImportView } from '#lib/contracts';
import { lockRows } from '#lib/database';
import { type Actor, requireAllowed } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import type { ImportReport } from './import-check.js';
import { headingDigest } from './propose-mapping.js';

/** An import as it is stored. */
export interface ImportRow {
  id: string;
  created_by: string;
  org_unit_id: string;
  file_name: string;
  encoding: QuestionImportView['encoding'];
  sheet: string | null;
  fields: ImportField[];
  report: ImportReport;
  state: QuestionImportView['state'];
  operation_id: string | null;
  version: number;
}

/** What there is to tell of a file that has not been read yet. */
export const unreadReport: ImportReport = {
  source: 'csv', encoding: null, sheets: [], sheet: null, mappable: false, columns: [], rows: { total: 0, good: 0, bad: 0, duplicates: 0 }, questions: 0, byKind: [], problems: [],
  problemCount: { errors: 0, warnings: 0 }, preview: [], categories: [],
};

/** An import of the actor's own. Work on it that ended badly leaves it as it was before. @throws DomainError `object.not_found`. */
export async function readImport(manager: EntityManager, actor: Actor, id: string): Promise<ImportRow> {
  const [row] = await manager.query<(ImportRow & { path: string })[]>(
    `SELECT i.id, i.created_by, i.org_unit_id, i.file_name, i.encoding, i.sheet, i.fields, i.report, i.operation_id, i.version, u.path::text AS path,
       CASE WHEN i.state = 'committing' AND o.state IN ('cancelled', 'failed') THEN 'mapped' WHEN i.state = 'checking' AND o.state IN ('cancelled', 'failed') THEN 'failed' ELSE i.state END AS state
     FROM question_import i JOIN org_unit u ON u.id = i.org_unit_id LEFT JOIN operation o ON o.id = i.operation_id
     WHERE i.id = $1 AND i.created_by = $2`, [id, actor.personId]);
  if (!row) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
  requireAllowed(actor, 'question.write', { paths: [row.path] });
  return row;
}

/** Locks an import on which no work is under way. @throws DomainError `import.already_committed`, `import.busy`. */
export async function lockImport(manager: EntityManager, actor: Actor, id: string): Promise<ImportRow> {
  await lockRows(manager, 'question_import', [id]);
  const row = await readImport(manager, actor, id);
  if (row.state === 'checking') throw new DomainError('import.busy', {}, { kind: 'conflict' });
  if (row.state !== 'mapped' && row.state !== 'failed') throw new DomainError('import.already_committed', {}, { kind: 'conflict' });
  return row;
}

/** The bytes of an import that is neither committed nor discarded. */
export async function readFile(manager: EntityManager, importId: string): Promise<Buffer> {
  const [row] = await manager.query<{ content: Buffer }[]>('SELECT content FROM question_import_file WHERE import_id = $1', [importId]);
  if (!row) throw new DomainError('import.already_committed', {}, { kind: 'conflict' });
  return row.content;
}

/** What a dry run found, in the place of what another one did. */
export interface Found {
  fields: readonly ImportField[];
  report: ImportReport;
  problems: readonly ImportProblem[];
}

export async function writeFound(manager: EntityManager, id: string, { fields, report, problems }: Found): Promise<void> {
  await manager.query(
    "UPDATE question_import SET state = 'mapped', fields = $2, report = $3, problems = $4, encoding = $5, sheet = $6, heading_digest = $7, version = version + 1 WHERE id = $1",
    [id, JSON.stringify(fields), JSON.stringify(report), JSON.stringify(problems), report.encoding, report.sheet, headingDigest(report.columns.map(({ heading }) => heading))]);
}

/** Offers the mapping again for the same headings in the same unit. */
export async function rememberMapping(manager: EntityManager, orgUnitId: string, { report }: Pick<ImportRow, 'report'>, fields: readonly ImportField[]): Promise<void> {
  if (!report.mappable) return;
  await manager.query(
    `INSERT INTO import_mapping (org_unit_id, heading_digest, fields) VALUES ($1, $2, $3)
     ON CONFLICT (org_unit_id, heading_digest) DO UPDATE SET fields = $3, updated_at = kaosai.clock()`, [orgUnitId, headingDigest(report.columns.map(({ heading }) => heading)), JSON.stringify(fields)]);
}

export function toImportView(row: ImportRow): QuestionImportView {
  return { id: row.id, fileName: row.file_name, state: row.state, ...row.report, operationId: row.operation_id, version: row.version };
}
