import { Injectable } from '@nestjs/common';
import type { WallView } from '#lib/contracts';
import { databaseNow, Transactions } from '#lib/database';
import { type Actor } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import { readActs } from './act-views.js';
import { type Audience, audienceOf } from './audience.js';
import { ExamProgress } from './exam-progress.js';
import { readOpenIncidents, readWallCandidates, readWallFrame } from './wall-reader.js';

/** Online without a save for longer than this is silent. */
export const silentAfterSeconds = 120;
const remembered = 50;

/** The wall of an exam, read whole. */
@Injectable()
export class Walls {
  private readonly progress = new Map<string, ExamProgress>();

  constructor(private readonly transactions: Transactions) {}

  /**
   * Everybody the actor invigilates or may watch, as of one moment of the database's clock, which is the view's revision: a frame of the live room that begins at
   * or before it and ends after it brings it up to date.
   */
  async get(actor: Actor, examId: string): Promise<WallView> {
    const { reader } = this.transactions;
    const audience = await audienceOf(reader, actor, examId, 'exam.read');
    const now = await databaseNow(reader);
    const frame = await readWallFrame(reader, audience);
    const candidates = await readWallCandidates(reader, examId, await this.progressOf(examId).refresh(reader));
    return {
      revision: now.getTime(), now: now.toISOString(), ...frame, live: (audience.rooms ?? [examId]).map((id) => `wall:${id}` as const),
      mayAct: audience.mayAct, mayCancel: audience.mayCancel, silentAfterSeconds,
      candidates: candidates.filter(({ roomId }) => isIn(audience, roomId)), acts: await readActs(reader, audience, null), incidents: await readOpenIncidents(reader, audience),
    };
  }

  /** What a live room `wall:<id>` shows: of an exam everybody, of a room its candidates. Null for neither. */
  async roomOf(id: string): Promise<Pick<Audience, 'examId' | 'rooms'> | null> {
    const [row] = await this.transactions.reader.query<{ exam_id: string; room_id: string | null }[]>(
      'SELECT id AS exam_id, NULL::uuid AS room_id FROM exam WHERE id = $1 AND archived_at IS NULL UNION ALL SELECT exam_id, id FROM room WHERE id = $1', [id]);
    return row ? { examId: row.exam_id, rooms: row.room_id ? [row.room_id] : null } : null;
  }

  /** @throws DomainError unless the actor may see everything that the live room shows. */
  async requireWatchable(actor: Actor, id: string): Promise<void> {
    const room = await this.roomOf(id);
    if (!room) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
    const audience = await audienceOf(this.transactions.reader, actor, room.examId, 'exam.read');
    const seen = audience.rooms === null || (room.rooms !== null && room.rooms.every((one) => audience.rooms?.includes(one)));
    if (!seen) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
  }

  private progressOf(examId: string): ExamProgress {
    const known = this.progress.get(examId) ?? new ExamProgress(examId);
    this.progress.delete(examId);
    this.progress.set(examId, known);
    if (this.progress.size > remembered) this.progress.delete(this.progress.keys().next().value as string);
    return known;
  }
}

export function isIn({ rooms }: Pick<Audience, 'rooms'>, roomId: string | null): boolean {
  return rooms === null || (roomId !== null && rooms.includes(roomId));
}
