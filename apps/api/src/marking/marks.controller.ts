import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AwaitingMark, MarkGiven, Page } from '#lib/contracts';
import type { Actor } from '#lib/identity';
import { PersonMarks } from '#lib/marking';
import { Answers, CurrentActor, UuidParam } from '../http/decorators.js';
import { ListQueryDto } from '../http/list-query.dto.js';
import { GiveMarkDto } from './marking.dto.js';

@ApiTags('Marking')
@Controller('exams/:id')
export class MarksController {
  constructor(private readonly marks: PersonMarks) {}

  /** Responses that only a person can mark, without names. */
  @Get('awaiting-marks') @Answers('AwaitingMark', { page: true })
  list(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Query() query: ListQueryDto): Promise<Page<AwaitingMark>> {
    return this.marks.list(actor, id, query);
  }

  /** The last mark given counts until the attempt is marked. */
  @Put('marks/:attemptId/:slot') @Answers('MarkGiven')
  give(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @UuidParam('attemptId') attemptId: string, @Param('slot') slot: string, @Body() body: GiveMarkDto): Promise<MarkGiven> {
    return this.marks.give(actor, id, attemptId, slot, body);
  }
}
