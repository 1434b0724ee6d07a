import { Module } from '@nestjs/common';
import { CompetitionModule } from '#lib/competition';
import { IdentityModule } from '#lib/identity';
import { InvigilationLiveModule } from '#lib/invigilation';
import { JudgingModule } from '#lib/judging';
import { RealtimeModule } from '#lib/realtime';
import { AttemptGateway } from './attempt.gateway.js';
import { CommandGuard } from './command.guard.js';
import { JudgingGateway } from './judging.gateway.js';
import { Rooms } from './rooms.service.js';
import { RoomsGateway } from './rooms.gateway.js';
import { SocketSessions } from './socket-sessions.service.js';
import { ViewSources } from './view-sources.service.js';

/** Everything over sockets. Works beside the api in one process, or alone; needs the `LiveIoAdapter`. */
@Module({
  imports: [RealtimeModule, IdentityModule, CompetitionModule, JudgingModule, InvigilationLiveModule],
  providers: [CommandGuard, Rooms, SocketSessions, ViewSources, RoomsGateway, JudgingGateway, AttemptGateway],
})
export class LiveModule {}
