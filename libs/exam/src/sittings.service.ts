import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import type { RoomPassword, RoomView, SeatPlan, SittingView, WriteRoom, WriteSitting } from '#lib/contracts';
import { lockRows, raiseRevision, Transactions } from '#lib/database';
import { type Actor, hashPassword } from '#lib/identity';
import { DomainError, newId } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { rangesSql, requireRanges } from './address-ranges.js';
import { requireExam } from './exam-queries.js';
import { refreshWindow } from './exam-steps.js';
import { readRoom, readSeatPlan, readSittings } from './sitting-queries.js';

/** Without letters and digits that look alike: it is read off a card. */
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const passwordLength = 8;

/** The time slots of an exam, and their rooms. */
@Injectable()
export class Sittings {
  constructor(private readonly transactions: Transactions) {}

  /** The sittings in order of time, each with its rooms. */
  async list(actor: Actor, examId: string): Promise<SittingView[]> {
    await requireExam(this.transactions.reader, actor, examId, 'exam.read');
    return readSittings(this.transactions.reader, examId);
  }

  /** Adds a time slot. @throws DomainError `exam.window_invalid`, `exam.running` for a cancelled exam. */
  async add(actor: Actor, examId: string, input: WriteSitting): Promise<SittingView> {
    return this.change(actor, examId, 'sitting.create', async (manager) => {
      requireWindow(input);
      const id = newId();
      await manager.query(
        `INSERT INTO sitting (id, exam_id, ordinal, title, opens_at, late_until)
         SELECT $1, $2, coalesce(max(ordinal), 0) + 1, $3, $4, $5 FROM sitting WHERE exam_id = $2`, [id, examId, input.title, input.opensAt, input.lateUntil]);
      await refreshWindow(manager, examId);
      return [id, (await readSittings(manager, examId)).find((sitting) => sitting.id === id) as SittingView];
    });
  }

  /**
   * Changes a time slot. Once papers are being drawn only its title: its times then go through the guard of the exam's changes.
   * @throws DomainError `version.stale`, `exam.window_invalid`, `exam.change_guarded`.
   */
  async write(actor: Actor, examId: string, sittingId: string, version: number, input: WriteSitting): Promise<SittingView> {
    return this.change(actor, examId, 'sitting.change', async (manager, state) => {
      requireWindow(input);
      const sitting = await this.requireSitting(manager, examId, sittingId, version);
      const moved = sitting.opensAt !== new Date(input.opensAt).toISOString() || sitting.lateUntil !== new Date(input.lateUntil).toISOString();
      if (moved && state !== 'draft' && state !== 'failed') throw new DomainError('exam.change_guarded', {}, { kind: 'conflict' });
      await manager.query('UPDATE sitting SET title = $2, opens_at = $3, late_until = $4, version = version + 1 WHERE id = $1', [sittingId, input.title, input.opensAt, input.lateUntil]);
      await refreshWindow(manager, examId);
      return [sittingId, await this.requireSitting(manager, examId, sittingId)];
    });
  }

  /** Takes away a time slot that nothing hangs on. @throws DomainError `version.stale`, `sitting.in_use`. */
  async remove(actor: Actor, examId: string, sittingId: string, version: number): Promise<void> {
    await this.change(actor, examId, 'sitting.remove', async (manager) => {
      const sitting = await this.requireSitting(manager, examId, sittingId, version);
      const others = (await readSittings(manager, examId)).length - 1;
      if (others === 0 || sitting.candidates > 0 || sitting.rooms.length > 0) throw new DomainError('sitting.in_use', {}, { kind: 'conflict' });
      const [ruled] = await manager.query<unknown[]>('SELECT 1 FROM candidate_ruling WHERE sitting_id = $1 LIMIT 1', [sittingId]);
      if (ruled) throw new DomainError('sitting.in_use', {}, { kind: 'conflict' });
      await manager.query('DELETE FROM sitting WHERE id = $1', [sittingId]);
      await refreshWindow(manager, examId);
      return [sittingId, undefined];
    });
  }

  /** Adds a room to a sitting. @throws DomainError `room.grid_invalid`, `exam.address_invalid`, `object.not_found` for a sitting of another exam. */
  async addRoom(actor: Actor, examId: string, input: WriteRoom): Promise<RoomView> {
    return this.change(actor, examId, 'room.create', async (manager) => {
      requireRoom(input);
      await this.requireSitting(manager, examId, input.sittingId);
      const id = newId();
      await manager.query(
        `INSERT INTO room (id, exam_id, sitting_id, ordinal, title, place, capacity, seat_rows, seat_columns, address_ranges)
         SELECT $1, $2, $3, (SELECT coalesce(max(ordinal), 0) + 1 FROM room WHERE sitting_id = $3), $4, $5, $6, $7, $8, ${rangesSql('$9')}`,
        [id, examId, input.sittingId, input.title, input.place ?? null, input.capacity, input.rows ?? null, input.columns ?? null, input.addressRanges ?? []]);
      return [id, await readRoom(manager, examId, id)];
    });
  }

  /** Changes a room. @throws DomainError `version.stale`, `room.too_small` when seats are taken behind its end, `room.grid_invalid`, `exam.address_invalid`. */
  async writeRoom(actor: Actor, examId: string, roomId: string, version: number, input: WriteRoom): Promise<RoomView> {
    return this.change(actor, examId, 'room.change', async (manager) => {
      requireRoom(input);
      const room = await this.requireRoom(manager, examId, roomId, version);
      const [{ last }] = await manager.query<{ last: number | null }[]>('SELECT max(seat) AS last FROM candidate WHERE room_id = $1', [roomId]);
      if (room.candidates > input.capacity || (last ?? 0) > input.capacity) throw new DomainError('room.too_small', { count: room.candidates }, { kind: 'conflict' });
      await manager.query(
        `UPDATE room SET title = $2, place = $3, capacity = $4, seat_rows = $5, seat_columns = $6, address_ranges = ${rangesSql('$7')}, version = version + 1 WHERE id = $1`,
        [roomId, input.title, input.place ?? null, input.capacity, input.rows ?? null, input.columns ?? null, input.addressRanges ?? []]);
      return [roomId, await readRoom(manager, examId, roomId)];
    });
  }

  /** Takes away an empty room. @throws DomainError `version.stale`, `room.in_use`. */
  async removeRoom(actor: Actor, examId: string, roomId: string, version: number): Promise<void> {
    await this.change(actor, examId, 'room.remove', async (manager) => {
      const room = await this.requireRoom(manager, examId, roomId, version);
      if (room.candidates > 0) throw new DomainError('room.in_use', {}, { kind: 'conflict' });
      await manager.query('DELETE FROM room WHERE id = $1', [roomId]);
      return [roomId, undefined];
    });
  }

  /** Gives a room a new password and shows it this once; the old one opens nothing any more, whoever is signed in stays so. */
  async rotatePassword(actor: Actor, examId: string, roomId: string): Promise<RoomPassword> {
    const password = Array.from({ length: passwordLength }, () => alphabet[randomInt(alphabet.length)]).join('');
    const passwordHash = await hashPassword(password);
    return this.transactions.run(async (manager) => {
      await requireExam(manager, actor, examId, 'exam.write');
      await this.requireRoom(manager, examId, roomId);
      await manager.query('UPDATE room SET password_hash = $2, password_set_at = kaosai.clock(), version = version + 1 WHERE id = $1', [roomId, passwordHash]);
      await appendAudit(manager, actor, 'room.password', 'exam', examId, { roomId });
      await raiseRevision(manager, `exam:${examId}`);
      return { roomId, password };
    });
  }

  /** Who sits where: for the plan, the door list and the sign-in sheet. */
  async seatPlan(actor: Actor, examId: string, roomId: string): Promise<SeatPlan> {
    await requireExam(this.transactions.reader, actor, examId, 'exam.read', roomId);
    return readSeatPlan(this.transactions.reader, examId, roomId);
  }

  private async change<T>(actor: Actor, examId: string, action: string, work: (manager: EntityManager, state: string) => Promise<[string, T]>): Promise<T> {
    return this.transactions.run(async (manager) => {
      await requireExam(manager, actor, examId, 'exam.write');
      await lockRows(manager, 'exam', [examId]);
      const [{ state }] = await manager.query<{ state: string }[]>('SELECT state FROM exam WHERE id = $1', [examId]);
      if (state === 'cancelled') throw new DomainError('exam.running', {}, { kind: 'conflict' });
      const [objectId, answer] = await work(manager, state);
      await appendAudit(manager, actor, action, 'exam', examId, { objectId });
      await raiseRevision(manager, `exam:${examId}`);
      return answer;
    });
  }

  private async requireSitting(manager: EntityManager, examId: string, id: string, version?: number): Promise<SittingView> {
    const found = (await readSittings(manager, examId)).find((sitting) => sitting.id === id);
    if (!found) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
    requireVersion(found.version, version);
    return found;
  }

  private async requireRoom(manager: EntityManager, examId: string, id: string, version?: number): Promise<RoomView> {
    const room = await readRoom(manager, examId, id);
    requireVersion(room.version, version);
    return room;
  }
}

function requireVersion(current: number, version: number | undefined): void {
  if (version !== undefined && current !== version) throw new DomainError('version.stale', { current }, { kind: 'conflict' });
}

function requireWindow({ opensAt, lateUntil }: WriteSitting): void {
  if (!(new Date(lateUntil) > new Date(opensAt))) throw new DomainError('exam.window_invalid', {}, { errors: [{ path: 'lateUntil', code: 'exam.window_invalid' }] });
}

function requireRoom({ capacity, rows, columns, addressRanges }: WriteRoom): void {
  requireRanges(addressRanges ?? []);
  const grid = rows ?? columns;
  if (grid != null && (rows ?? 0) * (columns ?? 0) < capacity) throw new DomainError('room.grid_invalid', {}, { errors: [{ path: 'rows', code: 'room.grid_invalid' }] });
}
