import { Injectable } from '@nestjs/common';
import type { CandidateNote, RecordOpenings, WriteCandidateNote } from '#lib/contracts';
import { databaseNow, Transactions } from '#lib/database';
import { type Actor, requireAllowed } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { effectiveState } from './attempt-state.js';
import { notFound, ownAttempt } from './attempt-view.js';

interface OwnAttemptRow {
  person_id: string;
  exam_id: string;
  mode: string;
  state: Parameters<typeof effectiveState>[0]['state'];
  closes_at: Date;
}

const select = `SELECT n.article_id AS "articleId", a.reference_id AS "referenceId", n.bookmarked, n.text, n.updated_at AS "updatedAt"
  FROM candidate_note n JOIN reference_article a ON a.id = n.article_id WHERE n.attempt_id = $1`;

/** A candidate's work with the references of an exam: notes and bookmarks of their own, and the record of what they opened. */
@Injectable()
export class OpenBook {
  constructor(private readonly transactions: Transactions) {}

  /** One's own notes and bookmarks at this attempt, on whatever device they were made. */
  async notes(actor: Actor, attemptId: string): Promise<CandidateNote[]> {
    const { reader } = this.transactions;
    await requireOpenBook(reader, actor, attemptId, false);
    return toNotes(await reader.query<NoteRow[]>(`${select} ORDER BY a.reference_id, a.ordinal`, [attemptId]));
  }

  /** Writes the note and bookmark at one article; an empty one is taken away. @throws DomainError `attempt.closed`, `object.not_found` for an article that is not in the exam. */
  async writeNote(actor: Actor, attemptId: string, articleId: string, { bookmarked, text }: WriteCandidateNote): Promise<CandidateNote> {
    return this.transactions.run(async (manager) => {
      await requireOpenBook(manager, actor, attemptId, true);
      if ((await articlesOf(manager, attemptId, [articleId])).length === 0) throw notFound();
      await manager.query(
        `INSERT INTO candidate_note (attempt_id, article_id, bookmarked, text) VALUES ($1, $2, $3, $4)
         ON CONFLICT (attempt_id, article_id) DO UPDATE SET bookmarked = excluded.bookmarked, text = excluded.text, updated_at = kaosai.clock()`, [attemptId, articleId, bookmarked, text.trim()]);
      const [note] = toNotes(await manager.query<NoteRow[]>(`${select} AND n.article_id = $2`, [attemptId, articleId]));
      return note;
    });
  }

  /** Records what was opened, each time; articles that are not in the exam are left out. */
  async open(actor: Actor, attemptId: string, { articleIds }: RecordOpenings): Promise<void> {
    await this.transactions.run(async (manager) => {
      await requireOpenBook(manager, actor, attemptId, true);
      const known = await articlesOf(manager, attemptId, articleIds);
      await manager.query('INSERT INTO article_opening (attempt_id, article_id) SELECT $1, unnest($2::uuid[])', [attemptId, known]);
    });
  }
}

type NoteRow = Omit<CandidateNote, 'updatedAt'> & { updatedAt: Date };

function toNotes(rows: readonly NoteRow[]): CandidateNote[] {
  return rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() }));
}

async function articlesOf(manager: EntityManager, attemptId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT r.id FROM reference_article r JOIN exam_reference x ON x.reference_id = r.reference_id JOIN attempt a ON a.exam_id = x.exam_id
     WHERE a.id = $1 AND r.id = ANY($2::uuid[])`, [attemptId, ids]);
  return rows.map(({ id }) => id);
}

/** @throws DomainError `object.not_found` unless it is one's own and has references; `attempt.closed` when it must still go on and does not. */
async function requireOpenBook(manager: EntityManager, actor: Actor, attemptId: string, writing: boolean): Promise<void> {
  const [row] = await manager.query<OwnAttemptRow[]>('SELECT a.person_id, a.exam_id, a.state, a.closes_at, e.mode FROM attempt a JOIN exam e ON e.id = a.exam_id WHERE a.id = $1', [attemptId]);
  if (!row) throw notFound();
  requireAllowed(actor, 'attempt.sit', ownAttempt(row.person_id, row.exam_id));
  if (row.mode === 'closed' || row.state === 'cancelled') throw notFound();
  if (!writing) return;
  if (effectiveState({ state: row.state, closesAt: row.closes_at }, await databaseNow(manager)) !== 'in_progress') throw new DomainError('attempt.closed', { closedAt: row.closes_at.toISOString() }, { kind: 'conflict' });
}
