import dayjs, { type Dayjs } from 'dayjs';
import type { ExamMode, PaperListItem, Title } from '#lib/contracts';

export interface Schedule {
  title: Title;
  paperId: string | null;
  paper: PaperListItem | null;
  mode: ExamMode;
  opensAt: Dayjs | null;
  lateMinutes: number;
  durationMinutes: number;
  referenceIds: string[];
}

/** A start on the next full hour, ninety minutes, half an hour for latecomers. */
export function newSchedule(title: Title, mode: ExamMode = 'open'): Schedule {
  return { title, paperId: null, paper: null, mode, opensAt: dayjs().add(1, 'hour').startOf('hour'), lateMinutes: 30, durationMinutes: 90, referenceIds: [] };
}

export function isComplete({ title, paperId, opensAt, durationMinutes, lateMinutes }: Schedule): boolean {
  return title.zh.trim() !== '' && paperId !== null && opensAt !== null && durationMinutes > 0 && lateMinutes > 0;
}

/** The times and choices of a schedule as the server takes them. */
export function toScheduled({ title, paperId, mode, opensAt, lateMinutes, durationMinutes, referenceIds }: Schedule) {
  const opens = opensAt ?? dayjs();
  return {
    title, paperId: paperId ?? '', mode, opensAt: opens.toISOString(), lateUntil: opens.add(lateMinutes, 'minute').toISOString(),
    durationSeconds: durationMinutes * 60, referenceIds: mode !== 'closed' ? referenceIds : [],
  };
}
