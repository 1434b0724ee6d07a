import { Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Page, QuestionListItem, QuestionView } from '#lib/contracts';
import type { Actor } from '#lib/identity';
import { Questions } from '#lib/question-bank';
import { Answers, CurrentActor, IfMatch, UuidParam } from '../http/decorators.js';
import { QuestionQueryDto } from './question-bank.dto.js';

@ApiTags('Question bank')
@Controller('questions')
export class QuestionsController {
  constructor(private readonly questions: Questions) {}

  @Get() @Answers('QuestionListItem', { page: true })
  list(@CurrentActor() actor: Actor, @Query() query: QuestionQueryDto): Promise<Page<QuestionListItem>> {
    return this.questions.list(actor, query);
  }

  @Get(':id') @Answers('QuestionView')
  get(@CurrentActor() actor: Actor, @UuidParam('id') id: string): Promise<QuestionView> {
    return this.questions.get(actor, id);
  }

  /** If-Match: the number of the version that was seen. */
  @Post(':id/retire') @Answers('QuestionView')
  retire(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @IfMatch() number: number): Promise<QuestionView> {
    return this.questions.retire(actor, id, number);
  }
}
