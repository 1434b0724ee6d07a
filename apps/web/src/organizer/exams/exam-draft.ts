import dayjs, { type Dayjs } from 'dayjs';
import type { Title, WriteExam, WriteRoom } from '#lib/contracts';
import { newRules, type RulesDraft, toRules } from './rules-draft.js';
import { newSchedule, type Schedule, toScheduled } from './schedule.js';
import type { UnitsChosen } from './units-and-entries.js';

export const wizardSteps = ['basics', 'sittings', 'rules', 'people', 'rooms', 'review'] as const;

export interface SittingDraft {
  key: number;
  title: Title;
  opensAt: Dayjs;
  lateMinutes: number;
}

/** Equal rooms for each sitting; they can be changed one by one afterwards. */
export interface RoomsDraft {
  perSitting: number;
  capacity: number;
  rows: number | null;
  columns: number | null;
  place: string;
  seatNow: boolean;
}

export interface ExamDraft {
  orgUnitId: string;
  schedule: Schedule;
  sittings: SittingDraft[];
  rules: RulesDraft;
  people: UnitsChosen;
  rooms: RoomsDraft;
}

export function newExam(first: Title): ExamDraft {
  const opensAt = dayjs().add(1, 'day').hour(9).minute(0).second(0).millisecond(0);
  return {
    orgUnitId: '', schedule: newSchedule({ zh: '' }, 'closed'), sittings: [{ key: 1, title: first, opensAt, lateMinutes: 30 }], rules: newRules(),
    people: { orgUnitIds: [], entryIds: [] }, rooms: { perSitting: 0, capacity: 30, rows: 5, columns: 6, place: '', seatNow: true },
  };
}

/** One more sitting, after the last one. */
export function addSitting(sittings: readonly SittingDraft[], title: Title, durationMinutes: number): SittingDraft[] {
  const last = sittings.at(-1);
  const opensAt = (last?.opensAt ?? dayjs()).add((last?.lateMinutes ?? 0) + durationMinutes, 'minute').add(59, 'minute').startOf('hour');
  return [...sittings, { key: Math.max(0, ...sittings.map(({ key }) => key)) + 1, title, opensAt, lateMinutes: last?.lateMinutes ?? 30 }];
}

/** The steps that still lack something. */
export function unfinishedSteps({ orgUnitId, schedule, sittings, rules, rooms }: ExamDraft): ReadonlySet<number> {
  const open = new Set<number>();
  if (!orgUnitId || !schedule.title.zh.trim() || !schedule.paperId) open.add(0);
  if (schedule.durationMinutes <= 0 || sittings.length === 0 || sittings.some(({ title, lateMinutes }) => !title.zh.trim() || lateMinutes <= 0)) open.add(1);
  if (rules.release === 'at_time' && !rules.releaseAt) open.add(2);
  if (rooms.perSitting > 0 && rooms.rows !== null && rooms.rows * (rooms.columns ?? 0) < rooms.capacity) open.add(4);
  return open;
}

export function toWriteExam({ orgUnitId, schedule, sittings, rules }: ExamDraft): WriteExam {
  const windows = sittings.map(({ title, opensAt, lateMinutes }) => ({ title, opensAt: opensAt.toISOString(), lateUntil: opensAt.add(lateMinutes, 'minute').toISOString() }));
  return { orgUnitId, ...toScheduled(schedule), ...toRules(rules), opensAt: windows[0]?.opensAt ?? '', lateUntil: windows[0]?.lateUntil ?? '', sittings: windows };
}

export function toRooms({ rooms }: ExamDraft, sittingId: string, name: (n: number) => Title): WriteRoom[] {
  return Array.from({ length: rooms.perSitting }, (_, index) => ({ sittingId, title: name(index + 1), place: rooms.place.trim() || null, capacity: rooms.capacity, rows: rooms.rows, columns: rooms.columns }));
}
