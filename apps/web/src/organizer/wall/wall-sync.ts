import type { ViewChanged, WallCandidate, WallFrame, WallView } from '#lib/contracts';

/** What one live room of a wall says that this client holds: the moment up to which it has every change. */
export type Held = Readonly<Record<string, number>>;

/** Begins with a snapshot: every live room is at its moment. */
export function holdSnapshot(view: WallView): Held {
  return Object.fromEntries(view.live.map((room) => [room, view.revision]));
}

/** A frame fits a client that holds a moment within it; an older one says nothing new; after a gap the snapshot is read again. */
export function fits(held: Held, { room, from, to }: Pick<ViewChanged, 'room' | 'from' | 'to'>): 'apply' | 'read' | 'ignore' {
  const at = held[room];
  if (at === undefined || from > at) return 'read';
  return to <= at ? 'ignore' : 'apply';
}

/** The view after a frame. Candidates keep their place and, unless they changed, their identity; lists beside them are those of one live room, the others' rows stay. */
export function applyFrame(view: WallView, room: string, frame: WallFrame): WallView {
  const changed = new Map(frame.candidates.map((candidate) => [candidate.id, candidate]));
  const removed = new Set(frame.removed);
  const known = new Set(view.candidates.map(({ id }) => id));
  const candidates = frame.candidates.length === 0 && removed.size === 0 ? view.candidates : [
    ...view.candidates.filter(({ id }) => !removed.has(id)).map((candidate) => changed.get(candidate.id) ?? candidate),
    ...frame.candidates.filter(({ id }) => !known.has(id)),
  ];
  const ownRoom = room.slice('wall:'.length);
  const isOwn = view.live.length === 1 ? () => true : (candidateId: string) => roomOf(candidates, candidateId) === ownRoom;
  return {
    ...view, now: frame.now, candidates,
    // Somebody who invigilates several rooms reads the list of acts again: the figures of each room are only a part.
    acts: frame.acts && view.live.length === 1 ? frame.acts : view.acts,
    incidents: frame.incidents ? [...frame.incidents, ...view.incidents.filter(({ candidateId }) => !isOwn(candidateId))] : view.incidents,
  };
}

function roomOf(candidates: readonly WallCandidate[], candidateId: string): string | null {
  return candidates.find(({ id }) => id === candidateId)?.roomId ?? null;
}
