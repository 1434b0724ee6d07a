export { Advancements } from './advancements.service.js';
export { ContestFlowModule, ContestFlowWorkerModule } from './contest-flow.module.js';
export { FollowAdvancement, FollowEntries, ReadyHeats, ScoreStages } from './contest-handlers.js';
export { ContestSweeper } from './contest-sweeper.js';
export { TierExams } from './tier-exams.service.js';
