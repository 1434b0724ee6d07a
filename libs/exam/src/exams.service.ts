import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import type { ExamListItem, ExamView, ExtendExam, ListQuery, OperationView, Page, WriteExam } from '#lib/contracts';
import { appendToOutbox, lockRows, pageQuery, raiseRevision, type SortColumn, Transactions } from '#lib/database';
import { type Actor, assignedObjects, inScope, pathOfOrgUnit, requireAllowed, scopeOf } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import { OperationsService } from '#lib/queue';
import type { EntityManager } from 'typeorm';
import { countStates, examColumns, type ExamRow, readExamView, requireExam, toExamListItem } from './exam-queries.js';
import { createExam, prepareExam } from './exam-steps.js';
import { releaseMarked } from './release-marks.js';

const sorts: Record<string, SortColumn> = {
  opensAt: { expression: 'e.opens_at', type: 'timestamptz' },
  title: { expression: "(e.title->>'zh') COLLATE \"zh-x-icu\"", type: 'text' },
};

/** Exams as organizers set them up and watch them. */
@Injectable()
export class Exams {
  constructor(private readonly transactions: Transactions, private readonly operations: OperationsService) {}

  /** One page of the exams in the actor's scope, and of those they are assigned to, latest first. */
  async list(actor: Actor, query: ListQuery): Promise<Page<ExamListItem>> {
    const params: unknown[] = [assignedObjects(actor, 'exam.read', 'exam')];
    const conditions = [`(e.id = ANY($1::uuid[]) OR ${inScope(scopeOf(actor, 'exam.read'), 'u.path', params)})`, 'e.archived_at IS NULL'];
    if (query.q) conditions.push(`strpos(lower(concat(e.title->>'zh', ' ', e.title->>'en')), lower($${params.push(query.q)})) > 0`);
    const page = pageQuery(query, sorts, '-opensAt', 'e.id', params);
    const { reader } = this.transactions;
    const rows = await reader.query<ExamRow[]>(
      `SELECT ${examColumns}, ${page.sortKey} FROM exam e JOIN org_unit u ON u.id = e.org_unit_id WHERE ${conditions.join(' AND ')} AND ${page.after} ${page.orderAndLimit}`, params);
    const counts = await countStates(reader, rows.map(({ id }) => id));
    return page.toPage(rows, (row) => toExamListItem(row, counts.get(row.id) as ExamListItem['counts']));
  }

  /** One exam with its paper, references and how many are in which state at this moment. */
  async get(actor: Actor, id: string): Promise<ExamView> {
    await requireExam(this.transactions.reader, actor, id, 'exam.read');
    return readExamView(this.transactions.reader, id);
  }

  /** Sets up an exam of one sitting, without candidates. @throws DomainError `exam.window_invalid`, `paper.not_published`. */
  async create(actor: Actor, input: WriteExam): Promise<ExamView> {
    return this.transactions.run(async (manager) => {
      requireAllowed(actor, 'exam.write', { paths: [await pathOfOrgUnit(manager, input.orgUnitId)] });
      return readExamView(manager, await createExam(manager, actor, input));
    });
  }

  /** Has the forms drawn ahead of the exam. Repeating it changes nothing. @throws DomainError `exam.no_candidates`. */
  async prepare(actor: Actor, id: string): Promise<ExamView> {
    return this.transactions.run(async (manager) => {
      await requireExam(manager, actor, id, 'exam.write');
      await prepareExam(manager, id);
      await appendAudit(manager, actor, 'exam.prepare', 'exam', id);
      await raiseRevision(manager, `exam:${id}`);
      return readExamView(manager, id);
    });
  }

  /** Gives everybody who still sits more time, as an operation in chunks; nobody gets it twice. */
  async extend(actor: Actor, id: string, { seconds, reason }: ExtendExam): Promise<OperationView> {
    return this.transactions.run(async (manager) => {
      await requireExam(manager, actor, id, 'exam.invigilate');
      const operation = await this.operations.create(manager, { kind: 'exam.extend', input: { examId: id, seconds, reason }, createdBy: actor.personId });
      await appendAudit(manager, actor, 'exam.extend', 'exam', id, { seconds, operationId: operation.id });
      return operation;
    });
  }

  /** Shows candidates their marks: those marked by now at once, the others as soon as they are marked. Repeating it changes nothing. */
  async release(actor: Actor, id: string): Promise<ExamView> {
    const first = await this.transactions.run(async (manager) => {
      await requireExam(manager, actor, id, 'exam.write');
      await lockRows(manager, 'exam', [id]);
      await manager.query("UPDATE exam SET release = 'when_marked' WHERE id = $1", [id]);
      await appendAudit(manager, actor, 'exam.release', 'exam', id);
      await appendToOutbox(manager, 'exam.released', { examId: id });
      await raiseRevision(manager, `exam:${id}`);
      return readExamView(manager, id);
    });
    const released = await releaseMarked(this.transactions, id);
    return released > 0 ? readExamView(this.transactions.reader, id) : first;
  }

  /** Calls an exam off before anybody sits it. @throws DomainError `version.stale`, `exam.running`. */
  async cancel(actor: Actor, id: string, version: number): Promise<ExamView> {
    return this.transactions.run(async (manager) => {
      await requireExam(manager, actor, id, 'exam.write');
      await requireUntouched(manager, id, version);
      await manager.query("UPDATE exam SET state = 'cancelled', version = version + 1 WHERE id = $1", [id]);
      await appendAudit(manager, actor, 'exam.cancel', 'exam', id);
      await raiseRevision(manager, `exam:${id}`);
      return readExamView(manager, id);
    });
  }
}

/** Whoever starts at this moment holds the exam's row for key share; this waits for them, and they for this. */
async function requireUntouched(manager: EntityManager, id: string, version: number): Promise<void> {
  const [exam] = await manager.query<{ version: number }[]>('SELECT version FROM exam WHERE id = $1 FOR UPDATE', [id]);
  if (exam.version !== version) throw new DomainError('version.stale', { current: exam.version }, { kind: 'conflict' });
  const [started] = await manager.query<unknown[]>('SELECT 1 FROM attempt WHERE exam_id = $1 LIMIT 1', [id]);
  if (started) throw new DomainError('exam.running', {}, { kind: 'conflict' });
}
