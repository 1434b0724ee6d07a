import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import type { ApplySeating, OrgUnitRef, PreviewSeating, RoomView, SeatedCandidate, SeatingView } from '#lib/contracts';
import { lockRows, raiseRevision, Transactions } from '#lib/database';
import { type Actor, orgUnitRefSql } from '#lib/identity';
import { DomainError, sha256Hex } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { assignSeats, countSameUnitNeighbours, type SeatRoom } from './assign-seats.js';
import { requireExam } from './exam-queries.js';
import { readSittings } from './sitting-queries.js';

interface PersonRow {
  id: string;
  name: string;
  unit: OrgUnitRef;
  admission_number: string;
  room_id: string | null;
  seat: number | null;
  separate: boolean;
  version: number;
}

interface Plan {
  view: SeatingView;
  places: readonly { personId: string; roomId: string; seat: number }[];
}

/** Who sits where: planned, shown, and applied as it was shown. */
@Injectable()
export class Seatings {
  constructor(private readonly transactions: Transactions) {}

  /** What the seating would be; nothing is stored. The same seed gives the same seats. */
  async preview(actor: Actor, examId: string, request: PreviewSeating): Promise<SeatingView> {
    await requireExam(this.transactions.reader, actor, examId, 'exam.write');
    return (await plan(this.transactions.reader, examId, request)).view;
  }

  /** Seats people as the preview showed. Who sits a room of their own is left alone. @throws DomainError `exam.change_stale` when people or rooms have changed since. */
  async apply(actor: Actor, examId: string, request: ApplySeating): Promise<SeatingView> {
    return this.transactions.run(async (manager) => {
      await requireExam(manager, actor, examId, 'exam.write');
      await lockRows(manager, 'exam', [examId]);
      const { view, places } = await plan(manager, examId, request);
      if (view.digest !== request.digest) throw new DomainError('exam.change_stale', {}, { kind: 'conflict' });
      const ids = places.map(({ personId }) => personId);
      // Emptied first: two people may exchange their seats.
      await manager.query('UPDATE candidate SET room_id = NULL, seat = NULL WHERE id = ANY($1::uuid[])', [ids]);
      await manager.query(
        `UPDATE candidate c SET room_id = r.room_id, seat = r.seat, version = c.version + 1
         FROM unnest($1::uuid[], $2::uuid[], $3::int[]) AS r (id, room_id, seat) WHERE c.id = r.id`, [ids, places.map(({ roomId }) => roomId), places.map(({ seat }) => seat)]);
      await appendAudit(manager, actor, 'exam.seat', 'exam', examId, { sittingId: request.sittingId, method: request.method, seed: view.seed, seated: ids.length });
      await raiseRevision(manager, `exam:${examId}`);
      return view;
    });
  }
}

async function plan(manager: EntityManager, examId: string, { sittingId, method, seed, keepSeated }: PreviewSeating): Promise<Plan> {
  const sitting = (await readSittings(manager, examId)).find(({ id }) => id === sittingId);
  if (!sitting) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
  const people = await manager.query<PersonRow[]>(
    `SELECT c.id, p.name, ${orgUnitRefSql('u')} AS unit, c.admission_number, c.room_id, c.seat, coalesce((c.accommodations->>'separateRoom')::boolean, false) AS separate, c.version
     FROM candidate c JOIN person p ON p.id = c.person_id JOIN org_unit u ON u.id = c.org_unit_id WHERE c.sitting_id = $1 ORDER BY c.admission_number`, [sittingId]);
  const stays = (person: PersonRow): boolean => person.room_id !== null && person.seat !== null && (person.separate || keepSeated === true);
  const rooms = sitting.rooms.map((room) => toSeatRoom(room, people.filter((person) => person.room_id === room.id && stays(person))));
  const due = people.filter((person) => !stays(person) && !person.separate);
  // A seed of its own for each press would never show the same plan twice: unless one is given, the sitting is its own.
  const usedSeed = seed?.trim() || sittingId;
  const { places, unplaced } = assignSeats(due.map(({ id, unit }) => ({ id, unitId: unit.id })), rooms, method, usedSeed);
  const view = toView(sitting, people, stays, places, usedSeed);
  const state = JSON.stringify([method, usedSeed, keepSeated === true, sitting.rooms.map(({ id, capacity, rows, columns }) => [id, capacity, rows, columns]), people.map(({ id, version, room_id: roomId, seat }) => [id, version, roomId, seat])]);
  return {
    places,
    view: { ...view, digest: sha256Hex(state).slice(0, 32), unplaced: unplaced.length, separate: people.filter((person) => person.separate && !stays(person)).length, sameUnitNeighbours: countClashes(rooms, view) },
  };
}

function toSeatRoom({ id, capacity, rows, columns }: RoomView, staying: readonly PersonRow[]): SeatRoom {
  return { id, capacity, rows, columns, taken: new Map(staying.map(({ seat, unit }) => [seat as number, unit.id])) };
}

type Shown = Pick<SeatingView, 'sittingId' | 'seed' | 'rooms'>;

function toView(sitting: { id: string; rooms: readonly RoomView[] }, people: readonly PersonRow[], stays: (person: PersonRow) => boolean, places: Plan['places'], seed: string): Shown {
  const personOf = new Map(people.map((person) => [person.id, person]));
  const seated = [...people.filter(stays).map((person) => ({ roomId: person.room_id as string, ...toSeated(person, person.seat as number) })),
    ...places.map(({ personId, roomId, seat }) => ({ roomId, ...toSeated(personOf.get(personId) as PersonRow, seat) }))];
  return {
    sittingId: sitting.id, seed,
    rooms: sitting.rooms.map(({ id, title, rows, columns, capacity }) => ({
      id, title, rows, columns, capacity, seats: seated.filter(({ roomId }) => roomId === id).map(({ roomId: _, ...seat }) => seat).sort((a, b) => a.seat - b.seat),
    })),
  };
}

function toSeated({ id, name, unit, admission_number: admissionNumber }: PersonRow, seat: number): SeatedCandidate {
  return { candidateId: id, name, unit, admissionNumber, seat };
}

function countClashes(rooms: readonly SeatRoom[], view: Shown): number {
  const at = new Map(view.rooms.flatMap((room) => room.seats.map(({ seat, unit }) => [`${room.id} ${seat}`, unit.id] as const)));
  return countSameUnitNeighbours(rooms, (roomId, seat) => at.get(`${roomId} ${seat}`));
}
