export * from './check-input.js';

export * from './marking/marking-types.js';
export { adjustFraction, type AdjustedFraction } from './marking/adjust-fraction.js';
export { compileMarker, markResponse, type Marker } from './marking/mark-response.js';
export { normaliseText } from './marking/normalise-text.js';
export { parseNumber } from './marking/parse-number.js';

export * from './judging/judging-types.js';
export { checkCriteria, checkSheet } from './judging/check-sheet.js';
export { countOvertime, type Overtime, type OvertimeRule } from './judging/count-overtime.js';
export { type JudgeExplanation, type PanelInput, type PanelRule, type PanelScore, scorePanel } from './judging/score-panel.js';
export { trimMarks, trimmedMean, trimmedSum, type TrimCount, type TrimmedMark } from './judging/trim-marks.js';

export { type RankingEntry, type RankingKey, type RankingRule, type RankingStep, rankStandings, type RankStyle, type Standing } from './ranking/rank-standings.js';
export { scoreTeam, type TeamRule, type TeamScore, type TeamStage, type TeamStageScore } from './ranking/score-team.js';
export { type StageFigure, type StageTotal, totalStages, type TotalRule } from './ranking/total-stages.js';

export type {
  Advanced, Advancement, AdvancementRule, CutLine, HeatEntry, HeatStanding, NotAdvanced, OpenTie, QuotaBase, TieDecisions, TiePolicy,
} from './advancement/advancement-types.js';
export { countPlaces, type Places } from './advancement/count-places.js';
export { selectAdvancing } from './advancement/select-advancing.js';
