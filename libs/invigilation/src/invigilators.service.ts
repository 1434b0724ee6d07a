import { Injectable } from '@nestjs/common';
import type { InvigilatorsView, Title, WriteInvigilators } from '#lib/contracts';
import { Transactions } from '#lib/database';
import { requireExam } from '#lib/exam';
import { type Actor, peopleInScope, reassign, scopeOf } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import type { EntityManager } from 'typeorm';

type Role = 'invigilator' | 'chief_invigilator';
const roles: readonly Role[] = ['invigilator', 'chief_invigilator'];

interface Row {
  object_id: string;
  person_id: string;
  name: string;
  role: Role;
}

/** Who invigilates an exam, whole or by room. */
@Injectable()
export class Invigilators {
  constructor(private readonly transactions: Transactions) {}

  /** The invigilators of an exam and of each of its rooms. */
  async get(actor: Actor, examId: string): Promise<InvigilatorsView> {
    await requireExam(this.transactions.reader, actor, examId, 'exam.write');
    return readInvigilators(this.transactions.reader, examId);
  }

  /**
   * Makes the invigilators of each place that is named exactly these people, from now on; other places are not touched. Repeated, it changes nothing.
   * @throws DomainError `person.unknown` for people outside the actor's scope, `object.not_found` for a room of another exam.
   */
  async write(actor: Actor, examId: string, { exam, rooms = [] }: WriteInvigilators): Promise<InvigilatorsView> {
    return this.transactions.run(async (manager) => {
      await requireExam(manager, actor, examId, 'exam.write');
      await requireRooms(manager, examId, rooms.map(({ roomId }) => roomId));
      const people = [...(exam ?? []), ...rooms.flatMap((room) => room.people)].map(({ personId }) => personId);
      await peopleInScope(manager, scopeOf(actor, 'person.read'), people, { guests: true });
      for (const role of roles) {
        const of = (list: readonly { personId: string; role: Role }[]): string[] => [...new Set(list.filter((one) => one.role === role).map(({ personId }) => personId))];
        if (exam) await reassign(manager, actor, role, { type: 'exam', id: examId }, of(exam));
        for (const room of rooms) await reassign(manager, actor, role, { type: 'room', id: room.roomId }, of(room.people));
      }
      return readInvigilators(manager, examId);
    });
  }
}

async function requireRooms(manager: EntityManager, examId: string, ids: readonly string[]): Promise<void> {
  const rows = await manager.query<unknown[]>('SELECT 1 FROM room WHERE exam_id = $1 AND id = ANY($2::uuid[])', [examId, ids]);
  if (rows.length !== new Set(ids).size) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
}

async function readInvigilators(manager: EntityManager, examId: string): Promise<InvigilatorsView> {
  const rooms = await manager.query<{ id: string; title: Title }[]>('SELECT r.id, r.title FROM room r JOIN sitting s ON s.id = r.sitting_id WHERE r.exam_id = $1 ORDER BY s.ordinal, r.ordinal, r.id', [examId]);
  const rows = await manager.query<Row[]>(
    `SELECT DISTINCT x.object_id, p.id AS person_id, p.name, x.role FROM assignment x JOIN person p ON p.id = x.person_id
     WHERE x.role IN ('invigilator', 'chief_invigilator') AND (x.valid_to IS NULL OR x.valid_to > kaosai.clock())
       AND ((x.object_type = 'exam' AND x.object_id = $1) OR (x.object_type = 'room' AND x.object_id = ANY($2::uuid[]))) ORDER BY p.name, p.id, x.role`, [examId, rooms.map(({ id }) => id)]);
  const of = (objectId: string): InvigilatorsView['exam'] => rows.filter((row) => row.object_id === objectId).map(({ person_id: personId, name, role }) => ({ personId, name, role }));
  return { exam: of(examId), rooms: rooms.map(({ id, title }) => ({ roomId: id, title, people: of(id) })) };
}
