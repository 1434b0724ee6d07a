import type { DecimalString, Id, Instant, Title } from './wire.js';
import type { HeatState, RankStyle } from './competition.js';

/** GET /api/v1/public/boards/{heatId} and the socket view `board:<heatId>`: public, an allow-list. */
export interface BoardView {
  heatId: Id;
  edition: Title;
  title: Title;
  state: HeatState;
  live: boolean;
  stages: { ordinal: number; title: Title; weight: DecimalString; kind: 'exam' | 'judged' }[];
  /** Shown after the chief has confirmed it, with struck extremes. */
  latest: {
    startNumber: number;
    name: string;
    unit: Title;
    zone: Title | null;
    judges: { seat: number; total: DecimalString; dropped: 'high' | 'low' | null }[];
    stages: { title: Title; score: DecimalString | null; weight: DecimalString; contribution: DecimalString | null }[];
    total: DecimalString | null;
    rank: number | null;
    moved: number;
  } | null;
  onStage: { startNumber: number; arrived: number; judges: number } | null;
  next: { startNumber: number } | null;
  progress: { done: number; total: number };
  rows: { startNumber: number; name: string; unit: Title; stages: (DecimalString | null)[]; total: DecimalString | null; rank: number | null; moved: number; advance: 'advances' | 'reserve' | 'out' | 'pending' }[];
  teams: { unit: Title; zone: Title | null; total: DecimalString; rank: number; members: number }[];
  teamRule: Title;
  rule: Title;
  rankStyle: RankStyle;
  cutAfter: number | null;
  awards: { kind: string; title: Title; place: number; name: string | null; unit: Title; value: DecimalString | null }[];
  revision: number;
  at: Instant;
}

/** GET /api/v1/public/boards: what a spectator can open. */
export interface BoardListItem {
  heatId: Id;
  edition: Title;
  title: Title;
  state: HeatState;
  live: boolean;
}
