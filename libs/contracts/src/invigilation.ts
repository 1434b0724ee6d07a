import type { AttemptState } from './exam.js';
import type { OrgUnitRef } from './people.js';
import type { Id, Instant, ListQuery, Title } from './wire.js';

export type ActKind = 'extend' | 'retract' | 'pause' | 'resume' | 'end' | 'cancel' | 'message' | 'let_in' | 'take_over';

/** On whom: everybody the actor invigilates, one sitting, one room, or these. */
export type ActScope =
  | { kind: 'exam' }
  | { kind: 'sitting'; id: Id }
  | { kind: 'room'; id: Id }
  | { kind: 'candidates'; ids: Id[] };

/** POST /api/v1/exams/{id}/invigilation/preview */
export interface PreviewAct {
  act: ActKind;
  scope: ActScope;
  /** For `extend` and `let_in`. */
  seconds?: number;
  /** For `retract`: the extension that is taken back. */
  undoes?: Id;
}

export type OutOfReach = 'not_started' | 'absent' | 'exempted' | 'submitted' | 'paused' | 'not_paused' | 'started' | 'too_late' | 'already_undone';

export interface ActPerson {
  id: Id;
  name: string;
  seat: number | null;
  roomId: Id | null;
}

/** Exact figures, of the moment `at`, before anything is done. */
export interface ActPreview {
  act: ActKind;
  seconds: number | null;
  at: Instant;
  /** Pass it back with the act: it is refused when it would reach others than these. */
  digest: string;
  /** How many the act reaches. */
  reached: number;
  byState: Partial<Record<AttemptState, number>>;
  /** Who of the scope it does not reach, and why; the first 50. */
  notReached: (ActPerson & { why: OutOfReach })[];
  notReachedCount: number;
  /** Reached, but offline now: they will not see it at once. The first 50. */
  offline: ActPerson[];
  offlineCount: number;
  /** The deadlines of those reached, before and after. A paused one's is as if it went on now. */
  deadlines: { earliest: Instant; latest: Instant; newEarliest: Instant; newLatest: Instant } | null;
  /** Reached, with time or other accommodations of their own. The first 50. */
  accommodated: (ActPerson & { extraSeconds: number })[];
  accommodatedCount: number;
  /** The next sitting in a room that somebody would now still be sitting in; null when none is touched. */
  nextSitting: { title: Title; opensAt: Instant; overlaps: number } | null;
}

/** POST /api/v1/exams/{id}/invigilation/acts */
export interface CarryOutAct extends PreviewAct {
  digest: string;
  /** What the candidates read: the message itself, or the reason. */
  text: string;
}

/** An act as the wall shows it. */
export interface ActView {
  id: Id;
  kind: ActKind;
  scope: ActScope;
  seconds: number | null;
  text: string;
  by: { id: Id; name: string };
  at: Instant;
  operationId: Id;
  /** Of the actor's audience alone. */
  targets: number;
  done: number;
  /** Could not be done any more when it was their turn. */
  void: number;
  /** Whether the pages are to acknowledge it at all. */
  acknowledged: number | null;
  /** Done and to be acknowledged, but not yet; the first 100. */
  waiting: Id[];
  undoes: Id | null;
  undoneBy: Id | null;
}

/** What a candidate is told of an act on them: an allow-list. */
export interface AttemptNotice {
  actId: Id;
  kind: Extract<ActKind, 'extend' | 'retract' | 'pause' | 'resume' | 'end' | 'cancel' | 'message'>;
  at: Instant;
  seconds: number | null;
  text: string;
  /** The invigilator's name. */
  by: string;
  /** What holds since then. */
  deadline: Instant;
  acknowledgedAt: Instant | null;
}

/**
 * GET /api/v1/attempts/{id}/live, and the view of the room `attempt:<id>`. Small: polled while the socket is down, which counts as a sign of life.
 * It issues no writer.
 */
export interface AttemptLiveView {
  revision: number;
  now: Instant;
  state: AttemptState;
  deadline: Instant;
  closesAt: Instant;
  pausedAt: Instant | null;
  /** The newest last; the last 50. */
  notices: AttemptNotice[];
}

/** POST /api/v1/attempts/{id}/acks and `act.ack`: the page shows these. */
export interface AcknowledgeActs {
  actIds: Id[];
}

/** `attempt.beat`: every 10 s over the socket. */
export interface AttemptBeat {
  attemptId: Id;
  /** Answers not yet acknowledged. */
  unsent: number;
}

export type ClientIncidentKind =
  | 'focus_lost' | 'focus_returned' | 'fullscreen_left' | 'fullscreen_returned'
  | 'copy' | 'paste' | 'print' | 'context_menu' | 'second_device';
export type ObservedIncidentKind = 'talking' | 'material' | 'device' | 'impersonation' | 'disorder' | 'other';
export type IncidentKind = ClientIncidentKind | ObservedIncidentKind | 'address_changed';

/** POST /api/v1/attempts/{id}/incidents: at most 20; the ids make a repeated report harmless. */
export interface ReportIncidents {
  items: { id: Id; kind: ClientIncidentKind; at: Instant; seconds?: number }[];
}

/** POST /api/v1/exams/{id}/incidents: what an invigilator saw. */
export interface NoteIncident {
  candidateId: Id;
  kind: ObservedIncidentKind;
  note: string;
}

export type RulingState = 'open' | 'violation' | 'dismissed';

/** POST /api/v1/exams/{id}/incidents/rulings: all of them, or none. `version` as it was seen. */
export interface RuleOnIncidents {
  incidents: { id: Id; version: number }[];
  ruling: 'violation' | 'dismissed';
  reason: string;
}

export interface IncidentView {
  id: Id;
  candidate: ActPerson;
  unit: OrgUnitRef;
  source: 'client' | 'server' | 'invigilator';
  kind: IncidentKind;
  seconds: number | null;
  note: string | null;
  /** By the database's clock. */
  at: Instant;
  /** By the client's. */
  clientAt: Instant | null;
  by: string | null;
  ruling: { state: RulingState; reason: string | null; by: string | null; at: Instant | null };
  /** How many rulings there were. */
  version: number;
}

/** GET /api/v1/exams/{id}/incidents */
export interface IncidentQuery extends ListQuery {
  candidateId?: Id;
  roomId?: Id;
  kind?: IncidentKind;
  state?: RulingState;
}

/** Incidents of one candidate and kind that nobody has ruled on. */
export interface OpenIncidents {
  candidateId: Id;
  kind: IncidentKind;
  count: number;
  seconds: number;
  latest: Instant;
  note: string | null;
  /** The latest 200, with their versions. */
  incidents: { id: Id; version: number }[];
}

/** One candidate on the wall. What depends on the clock alone (silent for how long) the page works out from the moments. */
export interface WallCandidate {
  id: Id;
  name: string;
  staffNumber: string | null;
  unit: OrgUnitRef;
  admissionNumber: string;
  sittingId: Id;
  roomId: Id | null;
  seat: number | null;
  state: AttemptState;
  attemptId: Id | null;
  startedAt: Instant | null;
  deadline: Instant | null;
  pausedAt: Instant | null;
  submittedAt: Instant | null;
  submittedBy: 'candidate' | 'clock' | 'invigilator' | null;
  lastSavedAt: Instant | null;
  answered: number;
  /** Since when nothing was heard of the page; null while it is there, or when it never gave a sign of life of its own. */
  offlineSince: Instant | null;
  /** Answers that the page said it still holds. */
  unsent: number;
  extraSeconds: number;
  letInUntil: Instant | null;
  /** Acts done to them that their page has not acknowledged. */
  waitingActs: number;
  openIncidents: number;
  violations: number;
}

export interface WallRoom {
  id: Id;
  sittingId: Id;
  title: Title;
  place: string | null;
  seatRows: number | null;
  seatColumns: number | null;
  invigilators: string[];
}

/** GET /api/v1/exams/{id}/wall: what this actor invigilates or may watch. */
export interface WallView {
  /** The database's clock, in milliseconds, read before the view: frames go from one such moment to a later one. */
  revision: number;
  now: Instant;
  exam: { id: Id; title: Title; opensAt: Instant; lateUntil: Instant; durationSeconds: number; questions: number };
  /** The live rooms to watch: `wall:<exam id>`, or `wall:<room id>` for each room of somebody who invigilates rooms. */
  live: `wall:${Id}`[];
  mayAct: boolean;
  /** Whether this actor may cancel attempts. */
  mayCancel: boolean;
  /** Online without a save for longer than this is silent. */
  silentAfterSeconds: number;
  sittings: { id: Id; title: Title; opensAt: Instant; lateUntil: Instant }[];
  rooms: WallRoom[];
  candidates: WallCandidate[];
  /** The newest first; the last 30. */
  acts: ActView[];
  incidents: OpenIncidents[];
}

/** What `view.changed` carries in a room `wall:<id>`: whole candidates, and the lists that changed. */
export interface WallFrame {
  now: Instant;
  candidates: WallCandidate[];
  /** No longer in this audience. */
  removed: Id[];
  acts?: ActView[];
  incidents?: OpenIncidents[];
}

/** GET and PUT /api/v1/exams/{id}/invigilators */
export interface InvigilatorsView {
  exam: { personId: Id; name: string; role: 'invigilator' | 'chief_invigilator' }[];
  rooms: { roomId: Id; title: Title; people: { personId: Id; name: string; role: 'invigilator' | 'chief_invigilator' }[] }[];
}

/** PUT: what is not named is not touched; a named place has exactly these people afterwards. */
export interface WriteInvigilators {
  exam?: { personId: Id; role: 'invigilator' | 'chief_invigilator' }[];
  rooms?: { roomId: Id; people: { personId: Id; role: 'invigilator' | 'chief_invigilator' }[] }[];
}

/** One entry of the event log of an attempt; `hash` is over the one before and this entry without it. */
export interface EventLogEntry {
  n: number;
  at: Instant;
  type: string;
  data: Record<string, unknown>;
  hash: string;
}

/** GET /api/v1/attempts/{id}/event-log: everything that happened to one attempt, chained and signed. No names; answers only when asked for by whoever may. */
export interface EventLogFile {
  format: 'kaosai.attempt-log';
  version: 1;
  attemptId: Id;
  examId: Id;
  candidateId: Id;
  exportedAt: Instant;
  entries: EventLogEntry[];
  /** What the entries come to: the verifier works it out again. */
  outcome: {
    state: string;
    deadline: Instant;
    closesAt: Instant;
    submittedAt: Instant | null;
    /** The receipt of the current response of each slot. */
    current: Record<string, string>;
    /** Hash over the receipts of the current responses in slot order; null before submission. */
    receipt: string | null;
  };
  /** Ed25519 over the last hash and everything outside the entries. */
  signature: { algorithm: 'Ed25519'; keyId: string; value: string };
}

/** GET /api/v1/keys/attempt-log */
export interface SigningKeyView {
  algorithm: 'Ed25519';
  keyId: string;
  /** SubjectPublicKeyInfo. */
  pem: string;
}
