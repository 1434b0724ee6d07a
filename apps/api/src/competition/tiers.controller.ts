import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Advancements, TierExams } from '#lib/contest-flow';
import type { AdvancementPreview, AdvancementView, EditionView } from '#lib/contracts';
import type { Actor } from '#lib/identity';
import { Answers, CurrentActor, Idempotent, UuidParam } from '../http/decorators.js';
import { AdvanceTierDto, ScheduleTierExamDto } from './competition.dto.js';

@ApiTags('Competition')
@Controller('tiers')
export class TiersController {
  constructor(private readonly tierExams: TierExams, private readonly advancements: Advancements) {}

  /** One exam for the exam stages of the tier's heats. */
  @Post(':id/exam') @Idempotent() @Answers('EditionView', { status: 201 })
  scheduleExam(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Body() body: ScheduleTierExamDto): Promise<EditionView> {
    return this.tierExams.schedule(actor, id, body);
  }

  /** What advancing would do; nothing is written. */
  @Get(':id/advancement') @Answers('AdvancementPreview')
  preview(@CurrentActor() actor: Actor, @UuidParam('id') id: string): Promise<AdvancementPreview> {
    return this.advancements.preview(actor, id);
  }

  /** Advances the tier once and whole. */
  @Post(':id/advance') @Idempotent() @Answers('AdvancementView')
  advance(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Body() body: AdvanceTierDto): Promise<AdvancementView> {
    return this.advancements.advance(actor, id, body);
  }
}
