import type { SaveItem, SheetView, SubmissionView, SubmitSheet } from '#lib/contracts';
import type { ApiClient } from '../support/api-client.js';

/** One contestant of the simulation. */
export interface Player {
  personId: string;
  name: string;
  unitId: string;
  client: ApiClient;
  /** How likely an answer is right. */
  skill: number;
}

export interface AcknowledgedSave {
  item: SaveItem;
  /** What was chosen, as the bank calls it: a form has names of its own. */
  meant: string[];
  receipt: string;
}

/** What one candidate was told of one attempt. */
export interface SittingRecord {
  player: Player;
  attemptId: string;
  saves: AcknowledgedSave[];
  submission: SubmissionView;
}

/** What one judge was told of one sheet. */
export interface SheetRecord {
  judge: ApiClient;
  seat: number;
  command: SubmitSheet;
  answer: SheetView;
}

/** Everything the server has acknowledged, as those who were told remember it. */
export class Ledger {
  readonly sittings: SittingRecord[] = [];
  readonly sheets: SheetRecord[] = [];
  /** From the chief's confirmation to the board of a spectator, in ms. */
  readonly boardLags: number[] = [];

  get saves(): number {
    return this.sittings.reduce((sum, { saves }) => sum + saves.length, 0);
  }
}
