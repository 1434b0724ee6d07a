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

export { type CombinedMark, type CombineRule, combineMarks, type MarkerMark } from './marking/combine-marks.js';
export {
  checkControlItems, type ControlFinding, type ControlMark, type ControlRule, mayMark, measureSeverity, placeControlItems, type SeverityMark,
} from './marking/watch-markers.js';

export { type BoundedMean, boundDifference, boundMean } from './statistics/bound-mean.js';
export { DistractorAnalysis, type DistractorStatistics, type OptionStatistics } from './statistics/analyse-distractors.js';
export { type ExamItem, type ExamStatistics, ExamSummary, type ItemStatistics, summariseExam } from './statistics/summarise-exam.js';

export { combineRuns, type Run, type RunsRule, type RunsScore } from './judging/combine-runs.js';
export { type JudgeMark, type Normalisation, normaliseJudges, type RankSum, sumRanks } from './judging/compare-judges.js';
export { type JudgeHealth, meanSpread, measurePanel, type PanelEntry, type PanelHealth, type PanelHealthRule } from './judging/measure-panel.js';
export { type MajorityPlace, placeDance, type PlacedMarks } from './judging/place-by-majority.js';
export { type Dance, placeBySkating, type SkatingPlace, type SkatingResult } from './judging/place-by-skating.js';
export { type DrillBand, type DrillEvent, type DrillGroup, type DrillPerformance, type DrillScore, type DrillStandard, scoreDrill } from './judging/score-drill.js';
export { type JudgementRule, type JudgementScore, type MeasurementRule, scoreJudgement, scoreMeasurement } from './judging/score-judgement.js';

export { awardPoints, grantAwards, grantMedals, type Medal, type MedalRule, type PointsRule, type RankedEntry, type ShareAward, type ShareRule } from './ranking/award-points.js';
export { type MedalCount, rankMedals } from './ranking/count-medals.js';
export { addWorkingDays, endNotice, isWorkingDay, type PublicNotice, type WorkCalendar } from './ranking/count-working-days.js';
export { LiveRanking } from './ranking/live-ranking.js';
export { type MatchMeasures, type MatchSide, measureMatches, type PlayedMatch } from './ranking/measure-matches.js';
export { measureRates, type RateEntry, type RateRule, type Rates } from './ranking/measure-rates.js';
export { type Buzz, type BuzzOrder, orderBuzzes } from './ranking/order-buzzes.js';

export { type AdvancementPlan, type ChangePreview, previewChange, rankHeats, type ScoredHeat } from './advancement/preview-change.js';
export { type LeagueEntry, type LeagueRule, proveMatchStates } from './advancement/prove-match-states.js';
export { type ProofRule, type ProvenState, proveStates, type ScoreRange } from './advancement/prove-states.js';
export { type Replacement, replaceWithdrawn } from './advancement/replace-withdrawn.js';

export { arrange, type Arrangement } from './bracket/arrange.js';
export { balanceByes } from './bracket/balance-byes.js';
export type { Bracket, BracketMatch, BracketPart, MatchSource } from './bracket/bracket-types.js';
export { buildDoubleElimination, buildSingleElimination, type DoubleRule, type SingleRule, type SlotOrder } from './bracket/build-bracket.js';
export { dealGroups, type GroupMethod } from './bracket/deal-groups.js';
export { pairSwiss, type SwissEntry, type SwissHistory, type SwissRound, type SwissRule } from './bracket/pair-swiss.js';
export { type MatchState, resolveBracket, type ResolvedBracket, type ResolvedMatch, type Side } from './bracket/resolve-bracket.js';
export { type RobinRound, scheduleRoundRobin } from './bracket/schedule-round-robin.js';
export { bracketSize, seedOrder } from './bracket/seed-order.js';
export { type SeededEntry, separateUnits } from './bracket/separate-units.js';

export { commitDraw, drawOrder, verifyDraw, verifyOrder } from './draw/commit-draw.js';
export { orderStarts, type StartRule } from './draw/order-starts.js';

export type { ApartFinding, ApartPair, Feasibility, PickedQuestions, PickRule, QuestionClass, QuestionPools, RuleLack, RuleSupply } from './blueprint/blueprint-types.js';
export { checkCounts, checkFeasibility } from './blueprint/check-feasibility.js';
export { pickQuestions, QuestionPicker } from './blueprint/pick-questions.js';
