import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import { type ExchangedQuestion, type ExportQuestions as ExportRequest, type MultipleScoring, type QuestionContent, type QuestionExchange, type QuestionKey } from '#lib/contracts';
import { databaseNow, Transactions } from '#lib/database';
import { type Actor, Actors } from '#lib/identity';
import { Decimal, DomainError } from '#lib/kernel';
import { HandlesOperation, type OperationHandler, type RunningOperation } from '#lib/queue';
import { FileStorage, insertAsset, useAsset } from '#lib/storage';
import type { EntityManager } from 'typeorm';
import { toExchangeTable } from './exchange-table.js';
import { filterConditions } from './question-search.js';
import { visibleQuestions } from './visible-questions.js';
import { writeWorkbook } from './write-workbook.js';

/** At most so many at once. */
export const exportLimit = 50_000;
export const exportTypes = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', json: 'application/json' } as const;

const batch = 500;

interface ExportedRow {
  id: string;
  code: string;
  content: QuestionContent;
  key: QuestionKey;
  marks: string;
  scoring: MultipleScoring | null;
  subject: string | null;
  difficulty: string | null;
  tags: string[];
  job_fields: string[];
  category: string[] | null;
  source: string | null;
  article: ExchangedQuestion['article'];
}

/** Writes questions into a file, with progress and cancel. Run again it writes the same file. */
@Injectable()
@HandlesOperation('question.export')
export class ExportQuestions implements OperationHandler<ExportRequest & Record<string, unknown>> {
  constructor(private readonly transactions: Transactions, private readonly actors: Actors, private readonly storage: FileStorage) {}

  async run(operation: RunningOperation<ExportRequest & Record<string, unknown>>): Promise<Record<string, unknown>> {
    const { format, withKeys, lang = 'zh' } = operation.input;
    const { reader } = this.transactions;
    const actor = await this.actors.ofPerson(operation.createdBy);
    if (!actor) throw new DomainError('access.denied', {}, { kind: 'forbidden' });
    const total = await countExported(reader, actor, operation.input);
    const rows = await readExported(reader, actor, operation.input, async (done) => {
      await operation.checkpoint();
      await operation.progress(done, total);
    });
    const questions = rows.map((row) => (withKeys ? toExchanged(row) : withoutKey(toExchanged(row))));
    const file = format === 'json' ? { content: await this.toJson(questions), left: [] } : await toWorkbook(questions, lang, withKeys, () => operation.checkpoint());
    await operation.checkpoint();

    const stored = await this.storage.put(file.content);
    return this.transactions.run(async (manager) => {
      const assetId = await insertAsset(manager, stored, exportTypes[format]);
      await useAsset(manager, assetId, 'question_export', operation.id);
      await appendAudit(manager, actor, 'question_export.written', 'operation', operation.id, { count: questions.length, withKeys, format });
      return { questions: questions.length - file.left.length, left: file.left.map(({ index, code }) => ({ questionCode: rows[index].code, code })), assetId, format };
    });
  }

  private async toJson(questions: ExchangedQuestion[]): Promise<Buffer> {
    const exchange: QuestionExchange = { format: 'kaosai-questions', version: 1, exportedAt: (await databaseNow(this.transactions.reader)).toISOString(), questions };
    return Buffer.from(`${JSON.stringify(exchange, null, 1)}\n`);
  }
}

async function toWorkbook(questions: readonly ExchangedQuestion[], lang: 'zh' | 'en', withKeys: boolean, between: () => Promise<void>): Promise<{ content: Buffer; left: { index: number; code: string }[] }> {
  const { sheet, left } = await toExchangeTable(questions, lang, withKeys);
  return { content: await writeWorkbook([sheet], between), left };
}

const tables = 'question q JOIN question_version v ON v.id = q.current_version_id JOIN org_unit u ON u.id = q.org_unit_id';

function conditions(actor: Actor, { ids, filter = {} }: ExportRequest, params: unknown[]): string {
  const { tag, ...rest } = filter;
  return [visibleQuestions(actor, params), 'q.archived_at IS NULL', ...filterConditions({ ...rest, ...(tag && { tags: [tag] }), ...(ids && { ids }) }, params)].join(' AND ');
}

/** How many questions an export would hold: those of the request that the actor sees. */
export async function countExported(manager: EntityManager, actor: Actor, request: ExportRequest): Promise<number> {
  const params: unknown[] = [];
  const [{ count }] = await manager.query<{ count: number }[]>(`SELECT count(*)::int AS count FROM ${tables} WHERE ${conditions(actor, request, params)}`, params);
  return count;
}

async function readExported(manager: EntityManager, actor: Actor, request: ExportRequest, between: (done: number) => Promise<void>): Promise<ExportedRow[]> {
  const rows: ExportedRow[] = [];
  for (let after = ''; rows.length < exportLimit;) {
    const params: unknown[] = [after];
    const part = await manager.query<ExportedRow[]>(
      `SELECT q.id, q.code, v.content, k.key, v.default_marks AS marks, v.scoring, v.subject, v.difficulty, q.tags, q.job_fields, v.source,
         (WITH RECURSIVE up AS (SELECT id, parent_id, title, 1 AS height FROM question_category WHERE id = q.category_id AND archived_at IS NULL
            UNION ALL SELECT c.id, c.parent_id, c.title, height + 1 FROM question_category c JOIN up ON c.id = up.parent_id)
          SELECT array_agg(title->>'zh' ORDER BY height DESC) FROM up) AS category,
         (SELECT jsonb_build_object('regulation', r.title->>'zh', 'label', a.label) FROM reference_article a JOIN reference r ON r.id = a.reference_id WHERE a.id = v.source_article_id) AS article
       FROM ${tables} JOIN question_key k ON k.question_version_id = v.id
       WHERE q.code > $1 AND ${conditions(actor, request, params)} ORDER BY q.code, q.id LIMIT ${batch}`, params);
    rows.push(...part);
    await between(rows.length);
    if (part.length < batch) break;
    after = part[part.length - 1].code;
  }
  return rows;
}

function toExchanged({ content, key, marks, scoring, subject, difficulty, tags, job_fields: jobFields, category, source, article }: ExportedRow): ExchangedQuestion {
  return { content, key, marks: Decimal.of(marks).toString(), scoring, subject, difficulty: difficulty === null ? null : Number(difficulty), tags, jobFields, category: category ?? [], source, article };
}

/** What remains must not give the key away by the order in which its author wrote it. */
export function withoutKey({ key, ...question }: ExchangedQuestion): ExchangedQuestion {
  void key;
  const { content } = question;
  if (content.kind !== 'composite') return { ...question, content: inNoOrder(content) };
  return { ...question, content: { ...content, parts: content.parts.map((part) => ({ ...part, content: inNoOrder(part.content) })) } };
}

function inNoOrder<C extends QuestionContent>(content: C): C {
  const byText = <I extends { html: string }>(items: readonly I[]): I[] => [...items].sort((a, b) => (a.html < b.html ? -1 : a.html > b.html ? 1 : 0));
  // The ids are the author's own and may count the right order.
  const renamed = <I extends { id: string }>(items: readonly I[]): I[] => items.map((item, index) => ({ ...item, id: String(index + 1) }));
  if (content.kind === 'ordering') return { ...content, items: renamed(byText(content.items)) };
  if (content.kind === 'matching') return { ...content, rights: renamed(byText(content.rights)) };
  return content;
}
