import { Module } from '@nestjs/common';
import { Advancements } from './advancements.service.js';
import { FollowAdvancement, FollowEntries, ReadyHeats, ScoreStages } from './contest-handlers.js';
import { ContestSweeper } from './contest-sweeper.js';
import { TierExams } from './tier-exams.service.js';

/** What crosses exams, judging and competitions. */
@Module({ providers: [Advancements, TierExams], exports: [Advancements, TierExams] })
export class ContestFlowModule {}

/** What runs in the worker. */
@Module({ providers: [ReadyHeats, ScoreStages, FollowEntries, FollowAdvancement, ContestSweeper], exports: [ContestSweeper] })
export class ContestFlowWorkerModule {}
