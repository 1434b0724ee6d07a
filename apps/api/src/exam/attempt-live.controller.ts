import { Body, Controller, Get, Header, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AttemptLiveView, EventLogFile, SigningKeyView } from '#lib/contracts';
import { AttemptLive, EventLogs, Incidents, SigningKey } from '#lib/invigilation';
import type { Actor } from '#lib/identity';
import { Answers, AnswersNothing, CurrentActor, InHall, Public, UuidParam } from '../http/decorators.js';
import { AcknowledgeActsDto, EventLogQueryDto, LiveQueryDto, ReportIncidentsDto } from './invigilation.dto.js';

/** What a candidate's page hears and says while it sits, when no socket gets through; and the log of an attempt. */
@ApiTags('Candidate')
@Controller('attempts')
@InHall()
export class AttemptLiveController {
  constructor(private readonly live: AttemptLive, private readonly incidents: Incidents, private readonly logs: EventLogs) {}

  /** State, ends and notices; small, issues no writer, and counts as a sign of life. */
  @Get(':id/live') @Answers('AttemptLiveView')
  view(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Query() { unsent }: LiveQueryDto): Promise<AttemptLiveView> {
    return this.live.view(actor, id, unsent);
  }

  /** The page shows these acts. */
  @Post(':id/acks') @AnswersNothing()
  async acknowledge(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Body() { actIds }: AcknowledgeActsDto): Promise<void> {
    await this.live.acknowledge(actor, id, actIds);
  }

  /** At most twenty at a time; a repeated report is kept once. */
  @Post(':id/incidents') @AnswersNothing()
  async report(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Body() body: ReportIncidentsDto): Promise<void> {
    await this.incidents.report(actor, id, body);
  }

  /** Everything that happened to one attempt, chained and signed; `npm run attempt:verify` checks it offline. */
  @Get(':id/event-log') @Header('Content-Disposition', 'attachment; filename="attempt-log.json"') @Answers('EventLogFile')
  eventLog(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Query() { answers }: EventLogQueryDto): Promise<EventLogFile> {
    return this.logs.export(actor, id, answers ?? false);
  }
}

@ApiTags('Candidate')
@Controller('keys')
export class KeysController {
  constructor(private readonly key: SigningKey) {}

  /** The key that the logs of attempts are checked with. */
  @Get('attempt-log') @Public() @Answers('SigningKeyView')
  attemptLog(): Promise<SigningKeyView> {
    return this.key.view();
  }
}
