import type { Id, Problem } from './index.js';
import type { BoardView } from './board.js';
import type { AcknowledgeActs, AttemptBeat } from './invigilation.js';
import type { CallPerformance, ChiefView, ConfirmPerformance, JudgingView, ReopenSheet, SheetView, SubmitSheet } from './judging.js';

/** The answer to every command: exactly one of `ok` and `problem`. */
export type Ack<T> = { ok: T; problem?: undefined } | { ok?: undefined; problem: Problem };

/**
 * What a view is of. A room is `<kind>:<id>`; who may join is the policy's to say.
 * `board`: public. `judging`: judges of the stage. `chief`: its chief. `heat`: organizers. `exam`: invigilators and organizers. `attempt`: its candidate, with an AttemptLiveView.
 * `wall`: invigilators, of an exam or of one room, with WallFrames.
 */
export type RoomKind = 'board' | 'judging' | 'chief' | 'heat' | 'edition' | 'exam' | 'attempt' | 'wall';

export interface WatchCommand {
  room: `${RoomKind}:${Id}`;
}

/** The client holds revision `from`; with any other it GETs the snapshot again, with jitter. */
export interface ViewChanged<V = unknown> {
  room: string;
  from: number;
  to: number;
  view: V;
}

/** The aggregate moved to revision `to`; read the snapshot again if it is newer than yours. */
export interface RevisionRaised {
  room: string;
  to: number;
}

export interface ClientEvents {
  watch: (command: WatchCommand, ack: (answer: Ack<{ room: string; revision: number }>) => void) => void;
  unwatch: (command: WatchCommand, ack: (answer: Ack<{ room: string }>) => void) => void;
  'sheet.submit': (command: SubmitSheet, ack: (answer: Ack<SheetView>) => void) => void;
  'sheet.reopen': (command: ReopenSheet, ack: (answer: Ack<ChiefView>) => void) => void;
  'performance.call': (command: CallPerformance, ack: (answer: Ack<JudgingView>) => void) => void;
  'performance.confirm': (command: ConfirmPerformance, ack: (answer: Ack<ChiefView>) => void) => void;
  /** The candidate's page shows these acts. */
  'act.ack': (command: AcknowledgeActs & { attemptId: Id }, ack: (answer: Ack<{ acknowledged: number }>) => void) => void;
  /** The candidate's page is there. */
  'attempt.beat': (command: AttemptBeat, ack: (answer: Ack<{ now: string }>) => void) => void;
}

export interface ServerEvents {
  'view.changed': (message: ViewChanged<BoardView>) => void;
  'revision.raised': (message: RevisionRaised) => void;
  /** The session has ended (signed out, disabled, taken over); the socket closes next. */
  'session.ended': (message: { reason: 'signed_out' | 'disabled' | 'expired' | 'taken_over' }) => void;
  /** The server is stopping; reconnect after the given time, in ms, with jitter. */
  'server.stopping': (message: { retryAfter: number }) => void;
}
