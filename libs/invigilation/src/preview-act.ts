import type { ActKind, ActPerson, ActPreview, AttemptState } from '#lib/contracts';
import { transition } from '#lib/exam';
import type { InScope } from './act-targets.js';
import { eventOf } from './reach.js';

const shown = 50;

/** The figures of an act, from everybody in its scope, at the moment `now`. The next sitting is looked up elsewhere. */
export function previewAct(act: ActKind, seconds: number | null, everybody: readonly InScope[], digest: string, now: Date): Omit<ActPreview, 'nextSitting'> {
  const reached = everybody.filter(({ why }) => why === null);
  const missed = everybody.filter(({ why }) => why !== null);
  const offline = reached.filter((one) => one.offline);
  const accommodated = reached.filter((one) => one.accommodated);
  return {
    act, seconds, at: now.toISOString(), digest, reached: reached.length, byState: countStates(reached),
    notReached: missed.slice(0, shown).map((one) => ({ ...toPerson(one), why: one.why as NonNullable<typeof one.why> })), notReachedCount: missed.length,
    offline: offline.slice(0, shown).map(toPerson), offlineCount: offline.length,
    deadlines: deadlinesOf(act, seconds, reached, now),
    accommodated: accommodated.slice(0, shown).map((one) => ({ ...toPerson(one), extraSeconds: one.extraSeconds })), accommodatedCount: accommodated.length,
  };
}

/** When each of them would be done after the act; paused ones as if they went on now. */
export function newDeadlines(act: ActKind, seconds: number | null, reached: readonly InScope[], now: Date): Map<InScope, Date> {
  return new Map(reached.flatMap((one) => {
    if (!one.times || act === 'message' || act === 'let_in' || act === 'take_over') return [];
    const after = transition(one.times, eventOf(act, seconds), now);
    return after ? [[one, (transition(after, { type: 'resume' }, now) ?? after).deadline] as const] : [];
  }));
}

function deadlinesOf(act: ActKind, seconds: number | null, reached: readonly InScope[], now: Date): ActPreview['deadlines'] {
  if (act !== 'extend' && act !== 'retract' && act !== 'resume') return null;
  const before = reached.map(({ times }) => (times?.pausedAt && act !== 'resume' ? transition(times, { type: 'resume' }, now) : times)?.deadline.getTime() ?? 0);
  const after = [...newDeadlines(act, seconds, reached, now).values()].map((moment) => moment.getTime());
  if (before.length === 0 || after.length === 0) return null;
  const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();
  return { earliest: iso(Math.min(...before)), latest: iso(Math.max(...before)), newEarliest: iso(Math.min(...after)), newLatest: iso(Math.max(...after)) };
}

function countStates(reached: readonly InScope[]): Partial<Record<AttemptState, number>> {
  const counts: Partial<Record<AttemptState, number>> = {};
  for (const { state } of reached) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

export function toPerson({ id, name, seat, roomId }: InScope): ActPerson {
  return { id, name, seat, roomId };
}
