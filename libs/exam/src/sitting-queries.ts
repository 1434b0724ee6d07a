import type { AttemptState, OrgUnitRef, RoomView, SeatPlan, SittingView, Title } from '#lib/contracts';
import { orgUnitRefSql } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { candidateState } from './exam-queries.js';

interface SittingRow {
  id: string;
  ordinal: number;
  title: Title;
  opens_at: Date;
  late_until: Date;
  candidates: number;
  without_room: number;
  version: number;
}

interface RoomRow {
  id: string;
  sitting_id: string;
  title: Title;
  place: string | null;
  capacity: number;
  seat_rows: number | null;
  seat_columns: number | null;
  address_ranges: string[];
  candidates: number;
  seated: number;
  password_set_at: Date | null;
  version: number;
}

interface SeatRow {
  id: string;
  name: string;
  staff_number: string | null;
  unit: OrgUnitRef;
  admission_number: string;
  seat: number | null;
  state: AttemptState;
}

const selectRooms = `SELECT r.id, r.sitting_id, r.title, r.place, r.capacity, r.seat_rows, r.seat_columns, r.address_ranges::text[] AS address_ranges, r.password_set_at, r.version,
  k.candidates, k.seated
  FROM room r CROSS JOIN LATERAL (SELECT count(*)::int AS candidates, count(seat)::int AS seated FROM candidate c WHERE c.room_id = r.id) k`;

/** The sittings of an exam in order of time, each with its rooms. */
export async function readSittings(manager: EntityManager, examId: string): Promise<SittingView[]> {
  const sittings = await manager.query<SittingRow[]>(
    `SELECT s.id, s.ordinal, s.title, s.opens_at, s.late_until, s.version, k.candidates, k.without_room
     FROM sitting s CROSS JOIN LATERAL (SELECT count(*)::int AS candidates, count(*) FILTER (WHERE c.room_id IS NULL)::int AS without_room FROM candidate c WHERE c.sitting_id = s.id) k
     WHERE s.exam_id = $1 ORDER BY s.opens_at, s.ordinal`, [examId]);
  const rooms = await manager.query<RoomRow[]>(`${selectRooms} WHERE r.exam_id = $1 ORDER BY r.ordinal, r.id`, [examId]);
  return sittings.map(({ id, ordinal, title, opens_at, late_until, candidates, without_room, version }) => ({
    id, ordinal, title, opensAt: opens_at.toISOString(), lateUntil: late_until.toISOString(), candidates, withoutRoom: without_room, version,
    rooms: rooms.filter((room) => room.sitting_id === id).map(toRoomView),
  }));
}

/** @throws DomainError `object.not_found` for a room of another exam. */
export async function readRoom(manager: EntityManager, examId: string, roomId: string): Promise<RoomView> {
  const [row] = await manager.query<RoomRow[]>(`${selectRooms} WHERE r.exam_id = $1 AND r.id = $2`, [examId, roomId]);
  if (!row) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
  return toRoomView(row);
}

/** Who sits where in a room, by seat; those without one last. */
export async function readSeatPlan(manager: EntityManager, examId: string, roomId: string): Promise<SeatPlan> {
  const room = await readRoom(manager, examId, roomId);
  const [sitting] = await manager.query<{ id: string; title: Title; opens_at: Date; late_until: Date }[]>('SELECT id, title, opens_at, late_until FROM sitting WHERE id = $1', [room.sittingId]);
  const rows = await manager.query<SeatRow[]>(
    `SELECT c.id, p.name, p.staff_number, ${orgUnitRefSql('u')} AS unit, c.admission_number, c.seat, ${candidateState} AS state
     FROM candidate c JOIN sitting s ON s.id = c.sitting_id JOIN person p ON p.id = c.person_id JOIN org_unit u ON u.id = c.org_unit_id LEFT JOIN attempt a ON a.candidate_id = c.id AND a.latest
     WHERE c.room_id = $1 ORDER BY c.seat NULLS LAST, c.admission_number`, [roomId]);
  return {
    room, sitting: { id: sitting.id, title: sitting.title, opensAt: sitting.opens_at.toISOString(), lateUntil: sitting.late_until.toISOString() },
    seats: rows.map((row) => ({ candidateId: row.id, name: row.name, staffNumber: row.staff_number, unit: row.unit, admissionNumber: row.admission_number, seat: row.seat, state: row.state })),
  };
}

function toRoomView(row: RoomRow): RoomView {
  return {
    id: row.id, sittingId: row.sitting_id, title: row.title, place: row.place, capacity: row.capacity, rows: row.seat_rows, columns: row.seat_columns,
    addressRanges: row.address_ranges, candidates: row.candidates, seated: row.seated, passwordSetAt: row.password_set_at?.toISOString() ?? null, version: row.version,
  };
}
