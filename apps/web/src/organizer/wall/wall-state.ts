import type { OpenIncidents, WallCandidate, WallView } from '#lib/contracts';

/** What the wall calls a candidate: the attempt's state, and what the clock makes of a page's silence. */
export type SeatState = 'writing' | 'offline' | 'silent' | 'paused' | 'submitted' | 'missing' | 'excused';
export const seatStates: readonly SeatState[] = ['writing', 'offline', 'silent', 'paused', 'submitted', 'missing', 'excused'];

/** Since when nothing was saved: the last save, or the start. */
export function quietSince({ lastSavedAt, startedAt }: WallCandidate): number | null {
  const moments = [lastSavedAt, startedAt].filter((moment) => moment !== null).map((moment) => Date.parse(moment));
  return moments.length > 0 ? Math.max(...moments) : null;
}

/** The state of a seat at the server's moment `now` (ms). Offline goes before silent; a paused candidate may well be quiet. */
export function seatState(candidate: WallCandidate, now: number, silentAfterSeconds: number): SeatState {
  switch (candidate.state) {
    case 'in_progress': {
      if (candidate.offlineSince) return 'offline';
      const since = quietSince(candidate);
      return since !== null && now - since > silentAfterSeconds * 1000 ? 'silent' : 'writing';
    }
    case 'paused': return 'paused';
    case 'submitted': case 'marked': case 'released': return 'submitted';
    case 'not_started': case 'absent': return 'missing';
    default: return 'excused';
  }
}

/** How many are in each state. */
export function countSeats(candidates: readonly WallCandidate[], now: number, silentAfterSeconds: number): Record<SeatState, number> {
  const counts = Object.fromEntries(seatStates.map((state) => [state, 0])) as Record<SeatState, number>;
  for (const candidate of candidates) counts[seatState(candidate, now, silentAfterSeconds)] += 1;
  return counts;
}

/** One thing to deal with. */
export type Urgent =
  | { kind: 'offline' | 'silent'; candidate: WallCandidate; seconds: number }
  | { kind: 'incident'; candidate: WallCandidate; open: OpenIncidents };

/** What an invigilator should look at, the most pressing first: who is cut off, the longest first; what waits for a ruling, the latest first; who is silent. */
export function urgentList(candidates: readonly WallCandidate[], incidents: readonly OpenIncidents[], now: number, silentAfterSeconds: number): Urgent[] {
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const since = (state: 'offline' | 'silent', moment: (candidate: WallCandidate) => number): Urgent[] => candidates
    .filter((candidate) => seatState(candidate, now, silentAfterSeconds) === state)
    .map((candidate) => ({ kind: state, candidate, seconds: Math.max(0, Math.round((now - moment(candidate)) / 1000)) }))
    .sort((a, b) => b.seconds - a.seconds);
  return [
    ...since('offline', ({ offlineSince }) => Date.parse(offlineSince as string)),
    ...incidents.flatMap((open): Urgent[] => {
      const candidate = byId.get(open.candidateId);
      return candidate ? [{ kind: 'incident', candidate, open }] : [];
    }),
    ...since('silent', (candidate) => quietSince(candidate) ?? now),
  ];
}

/** The latest deadline of those who still sit; the earliest where somebody ends sooner. Null when nobody sits. */
export function deadlineRange(candidates: readonly WallCandidate[]): { earliest: number; latest: number } | null {
  const ends = candidates.filter(({ state }) => state === 'in_progress' || state === 'paused').flatMap(({ deadline }) => (deadline ? [Date.parse(deadline)] : []));
  return ends.length > 0 ? { earliest: Math.min(...ends), latest: Math.max(...ends) } : null;
}

/** 1:05 or 2:03:09. */
export function span(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (n: number): string => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** Seats as people call them: 17–23、30. */
export function seatNumbers(seats: readonly (number | null)[], separator = '、'): string {
  const sorted = [...new Set(seats.filter((seat) => seat !== null))].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const seat of sorted) {
    const last = runs.at(-1);
    if (last && seat === last[1] + 1) last[1] = seat;
    else runs.push([seat, seat]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(separator);
}

/** The seats of a grid, row by row from the front, an empty one as null; null when the room has no grid or somebody sits outside it. */
export function seatGrid({ seatRows, seatColumns }: WallView['rooms'][number], candidates: readonly WallCandidate[]): (WallCandidate | null)[] | null {
  if (!seatRows || !seatColumns || candidates.some(({ seat }) => seat === null || seat > seatRows * seatColumns)) return null;
  const bySeat = new Map(candidates.map((candidate) => [candidate.seat as number, candidate]));
  const last = Math.max(0, ...bySeat.keys());
  return Array.from({ length: Math.ceil(last / seatColumns) * seatColumns }, (_, index) => bySeat.get(index + 1) ?? null);
}
