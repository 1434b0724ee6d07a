import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AttemptResultView, AttemptView, ReferenceHit, ReferenceView, SaveAnswer, SubmissionView } from '#lib/contracts';
import { Attempts, MyExams, Saves } from '#lib/exam';
import type { Actor } from '#lib/identity';
import { Answers, ClientAddress, CurrentActor, InHall, UuidParam } from '../http/decorators.js';
import { ReferenceSearchDto, SaveCommandDto, TakeoverCommandDto } from './exam.dto.js';

@ApiTags('Candidate')
@Controller('attempts')
@InHall()
export class AttemptsController {
  constructor(private readonly attempts: Attempts, private readonly saves: Saves, private readonly mine: MyExams) {}

  /** Each page load gets a writer of its own, as long as this session holds the attempt. */
  @Get(':id') @Answers('AttemptView')
  view(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @ClientAddress() address: string): Promise<AttemptView> {
    return this.attempts.view(actor, id, { address });
  }

  /** Answered after the commit: what it acknowledges is durable. */
  @Post(':id/saves') @Answers('SaveAnswer')
  save(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Body() body: SaveCommandDto): Promise<SaveAnswer> {
    return this.saves.save(actor, id, body);
  }

  @Post(':id/submit') @Answers('SubmissionView')
  submit(@CurrentActor() actor: Actor, @UuidParam('id') id: string): Promise<SubmissionView> {
    return this.attempts.submit(actor, id);
  }

  /** Goes on at this device; the other one's writer no longer counts. */
  @Post(':id/takeover') @Answers('AttemptView')
  takeover(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Body() body: TakeoverCommandDto, @ClientAddress() address: string): Promise<AttemptView> {
    return this.attempts.takeover(actor, id, body, { address });
  }

  @Get(':id/references/search') @Answers('ReferenceHit', { array: true })
  searchReferences(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Query() { q }: ReferenceSearchDto): Promise<ReferenceHit[]> {
    return this.mine.searchReferences(actor, id, q);
  }

  @Get(':id/references/:referenceId') @Answers('ReferenceView')
  reference(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @UuidParam('referenceId') referenceId: string): Promise<ReferenceView> {
    return this.mine.reference(actor, id, referenceId);
  }

  /** The marks, once they are released. */
  @Get(':id/result') @Answers('AttemptResultView')
  result(@CurrentActor() actor: Actor, @UuidParam('id') id: string): Promise<AttemptResultView> {
    return this.mine.result(actor, id);
  }
}
