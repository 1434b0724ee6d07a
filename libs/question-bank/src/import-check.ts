import { type ImportField, type ImportProblem, type QuestionImportView, questionKinds } from '#lib/contracts';
import type { Actor } from '#lib/identity';
import type { EntityManager } from 'typeorm';
import { type Between, type HashedQuestion, previewOf, readQuestions, samplesOf, siftDuplicates } from './check-rows.js';
import { type ArticleIds, findArticles, missingArticles, missingAssets } from './import-places.js';
import { findSimilarQuestions } from './import-similar.js';
import type { PreparedFile } from './prepare-file.js';
import { headingDigest, missingField, proposeMapping } from './propose-mapping.js';
import { assetsOfContent } from './question-content.js';
import { writePath } from './read-cells.js';
import { findByContent } from './store-questions.js';

/** What a dry run tells; nothing has been stored. */
export type ImportReport = Pick<
  QuestionImportView, 'source' | 'encoding' | 'sheets' | 'sheet' | 'mappable' | 'columns' | 'rows' | 'questions' | 'byKind' | 'problems' | 'problemCount' | 'preview' | 'categories'>;

export interface DryRun {
  good: HashedQuestion[];
  articles: ArticleIds;
  /** The lines of questions that read almost like another one. */
  similar: ReadonlySet<number>;
  report: ImportReport;
  /** Every problem; the report has the first of them. */
  problems: ImportProblem[];
}

const shown = { problems: 1_000, kept: 20_000 };
const unmapped = { good: [], articles: new Map<string, string>(), similar: new Set<number>() };

/** The columns' meaning as last confirmed for the same headings in the unit, else by their names. */
export async function fieldsOf(manager: EntityManager, file: PreparedFile, orgUnitId: string): Promise<readonly ImportField[]> {
  if (file.fixed) return file.fixed;
  const [row] = await manager.query<{ fields: ImportField[] }[]>('SELECT fields FROM import_mapping WHERE org_unit_id = $1 AND heading_digest = $2', [orgUnitId, headingDigest(file.headings)]);
  return row && row.fields.length === file.headings.length ? row.fields : proposeMapping(file.headings);
}

export interface CheckOptions {
  between?: Between;
  /** Whether near-duplicates are looked for; they are, when nothing is said. */
  alike?: boolean;
}

/** Reads a file against a unit's bank and tells what would be imported and what not, with the place of each problem. */
export async function dryRun(manager: EntityManager, actor: Actor, file: PreparedFile, fields: readonly ImportField[], orgUnitId: string, { between, alike: wanted = true }: CheckOptions = {}): Promise<DryRun> {
  const missing = file.questions || file.rows.length === 0 ? null : missingField(fields);
  if (missing) {
    const problem: ImportProblem = { severity: 'error', sheet: file.sheet, line: file.headingLine, column: null, cell: null, code: 'import.unmapped', params: { field: missing } };
    return { ...unmapped, problems: [problem], report: toReport(file, fields, { rows: file.rows.length, bad: file.rows.length, duplicates: 0 }, [], [problem]) };
  }
  const read = await readQuestions(file, fields, between);
  const assets = await missingAssets(manager, actor, read.questions);
  const shows = (one: HashedQuestion): boolean => assets.size > 0 && assetsOfContent(one.question.content).some((id) => assets.has(id));
  const broken = read.questions.filter(shows);
  const whole = broken.length > 0 ? read.questions.filter((one) => !shows(one)) : read.questions;
  const sifted = siftDuplicates(whole, await findByContent(manager, orgUnitId, whole.map(({ hash }) => hash)), file.sheet);
  const articles = await findArticles(manager, actor, sifted.good);
  const alike = (wanted ? await findSimilarQuestions(manager, actor, sifted.good) : []).map((problem) => ({ ...problem, sheet: file.sheet }));
  const problems = [
    ...read.problems, ...sifted.problems, ...alike, ...missingArticles(sifted.good, articles, file.sheet),
    ...broken.map(({ lines }): ImportProblem => ({ severity: 'error', sheet: file.sheet, line: lines[0], column: null, cell: null, code: 'import.asset_unknown', params: {} })),
    ...(read.rows === 0 ? [{ severity: 'error' as const, sheet: file.sheet, line: file.headingLine, column: null, cell: null, code: 'import.no_rows', params: {} }] : []),
  ].sort((a, b) => a.line - b.line);
  const bad = read.bad + broken.reduce((sum, { lines }) => sum + lines.length, 0);
  return {
    good: sifted.good, articles, similar: new Set(alike.map(({ line }) => line)), problems: problems.slice(0, shown.kept),
    report: toReport(file, fields, { rows: read.rows, bad, duplicates: sifted.duplicates }, sifted.good, problems),
  };
}

function toReport(file: PreparedFile, fields: readonly ImportField[], count: { rows: number; bad: number; duplicates: number }, good: readonly HashedQuestion[], problems: readonly ImportProblem[]): ImportReport {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return {
    source: file.source, encoding: file.encoding, sheets: file.sheets, sheet: file.sheet, mappable: file.fixed === null,
    columns: file.headings.map((heading, index) => ({ index, heading, field: fields[index] ?? 'ignore', samples: samplesOf(file.rows, index) })),
    rows: { total: count.rows, good: good.reduce((sum, { lines }) => sum + lines.length, 0), bad: count.bad, duplicates: count.duplicates },
    questions: good.length, byKind: countKinds(good), problems: problems.slice(0, shown.problems), problemCount: { errors, warnings: problems.length - errors },
    preview: previewOf(good), categories: [...new Set(good.map(({ question }) => writePath(question.category)))].filter((path) => path !== '').sort().slice(0, 200),
  };
}

function countKinds(good: readonly HashedQuestion[]): QuestionImportView['byKind'] {
  return questionKinds.map((kind) => ({ kind, count: good.filter(({ question }) => question.content.kind === kind).length })).filter(({ count }) => count > 0);
}
