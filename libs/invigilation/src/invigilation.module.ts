import { Module } from '@nestjs/common';
import { ExamModule } from '#lib/exam';
import { InvigilationActs } from './acts.service.js';
import { AttemptLive } from './attempt-live.service.js';
import { CarryOutAct } from './carry-out-act.operation.js';
import { EventLogs } from './event-logs.service.js';
import { Incidents } from './incidents.service.js';
import { Invigilators } from './invigilators.service.js';
import { Presence } from './presence.service.js';
import { SigningKey } from './signing-key.service.js';
import { WallFeeds } from './wall-feeds.service.js';
import { Walls } from './wall.service.js';

/** What live processes need: the walls, and the pages they watch. No queue, no exam services. */
@Module({ providers: [AttemptLive, Presence, Walls, WallFeeds], exports: [AttemptLive, Presence, Walls, WallFeeds] })
export class InvigilationLiveModule {}

/** Watching over exams that are being sat. */
@Module({
  imports: [ExamModule, InvigilationLiveModule],
  providers: [InvigilationActs, Incidents, Invigilators, EventLogs, SigningKey],
  exports: [InvigilationLiveModule, InvigilationActs, Incidents, Invigilators, EventLogs, SigningKey],
})
export class InvigilationModule {}

/** What runs in the worker: acts on more than fifty. */
@Module({ imports: [InvigilationModule], providers: [CarryOutAct] })
export class InvigilationWorkerModule {}
