import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Entries, Explanations, Standings } from '#lib/competition';
import type { EntryView, RankExplanation, StandingView } from '#lib/contracts';
import type { Actor } from '#lib/identity';
import { Answers, CurrentActor, Idempotent, IfMatch, UuidParam } from '../http/decorators.js';
import { DecideTieDto, EnterPeopleDto } from './competition.dto.js';

@ApiTags('Competition')
@Controller()
export class HeatsController {
  constructor(private readonly entries: Entries, private readonly standings: Standings, private readonly explanations: Explanations) {}

  @Get('heats/:id/entries') @Answers('EntryView', { array: true })
  listEntries(@CurrentActor() actor: Actor, @UuidParam('id') id: string): Promise<EntryView[]> {
    return this.entries.list(actor, id);
  }

  /** Enters people of the heat's units, all or none. */
  @Post('heats/:id/entries') @Idempotent() @Answers('EntryView', { array: true })
  enter(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Body() body: EnterPeopleDto): Promise<EntryView[]> {
    return this.entries.enter(actor, id, body);
  }

  @Post('entries/:id/withdraw') @Answers('EntryView')
  withdraw(@CurrentActor() actor: Actor, @UuidParam('id') id: string): Promise<EntryView> {
    return this.entries.withdraw(actor, id);
  }

  @Get('heats/:id/standing') @Answers('StandingView')
  standing(@CurrentActor() actor: Actor, @UuidParam('id') id: string): Promise<StandingView> {
    return this.standings.get(actor, id);
  }

  /** Confirms the results as they were seen; nothing below changes any more. */
  @Post('heats/:id/confirm') @Answers('StandingView')
  confirm(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @IfMatch() version: number): Promise<StandingView> {
    return this.standings.confirm(actor, id, version);
  }

  /** Decides who goes on of those tied across the cut line. */
  @Post('heats/:id/tie') @Answers('StandingView')
  decideTie(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @IfMatch() version: number, @Body() body: DecideTieDto): Promise<StandingView> {
    return this.standings.decideTie(actor, id, version, body);
  }

  /** Shows the confirmed results to everyone. */
  @Post('heats/:id/publish') @Answers('StandingView')
  publish(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @IfMatch() version: number): Promise<StandingView> {
    return this.standings.publish(actor, id, version);
  }

  /** Why an entry is placed where it is. */
  @Get('heats/:id/entries/:entryId/explanation') @Answers('RankExplanation')
  explanation(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @UuidParam('entryId') entryId: string): Promise<RankExplanation> {
    return this.explanations.get(actor, id, entryId);
  }
}
