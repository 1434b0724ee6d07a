import { Body, Controller, Delete, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Page, QuestionListItem, QuestionView } from '#lib/contracts';
import type { Actor } from '#lib/identity';
import { Questions } from '#lib/question-bank';
import { Answers, AnswersNothing, CurrentActor, Idempotent, IfMatch, UuidParam } from '../http/decorators.js';
import { QuestionQueryDto, ReturnQuestionDto, ReviewNoteDto, ShownQueryDto, WriteQuestionDto } from './questions.dto.js';

@ApiTags('Question bank')
@Controller('questions')
export class QuestionsController {
  constructor(private readonly questions: Questions) {}

  @Get() @Answers('QuestionListItem', { page: true })
  list(@CurrentActor() actor: Actor, @Query() query: QuestionQueryDto): Promise<Page<QuestionListItem>> {
    return this.questions.list(actor, query);
  }

  @Post() @Idempotent() @Answers('QuestionView')
  create(@CurrentActor() actor: Actor, @Body() body: WriteQuestionDto): Promise<QuestionView> {
    return this.questions.create(actor, body);
  }

  @Get(':id') @Answers('QuestionView')
  get(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Query() { shown }: ShownQueryDto): Promise<QuestionView> {
    return this.questions.get(actor, id, shown);
  }

  /** Writes the draft; of a published question it begins the next version, and what is in use keeps the present one. */
  @Put(':id') @Answers('QuestionView')
  update(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @IfMatch() version: number, @Body() body: WriteQuestionDto): Promise<QuestionView> {
    return this.questions.update(actor, id, version, body);
  }

  /** Only a draft that was never published. */
  @Delete(':id') @AnswersNothing()
  delete(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @IfMatch() version: number): Promise<void> {
    return this.questions.delete(actor, id, version);
  }

  @Post(':id/submit') @Answers('QuestionView')
  submit(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @IfMatch() version: number, @Body() { note }: ReviewNoteDto): Promise<QuestionView> {
    return this.questions.act(actor, 'submit', id, version, note);
  }

  @Post(':id/withdraw') @Answers('QuestionView')
  withdraw(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @IfMatch() version: number, @Body() { note }: ReviewNoteDto): Promise<QuestionView> {
    return this.questions.act(actor, 'withdraw', id, version, note);
  }

  /** Publishes what is in review; never by anybody who wrote or submitted it. */
  @Post(':id/approve') @Answers('QuestionView')
  approve(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @IfMatch() version: number, @Body() { note }: ReviewNoteDto): Promise<QuestionView> {
    return this.questions.act(actor, 'approve', id, version, note);
  }

  @Post(':id/return') @Answers('QuestionView')
  return(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @IfMatch() version: number, @Body() { note }: ReturnQuestionDto): Promise<QuestionView> {
    return this.questions.act(actor, 'return', id, version, note);
  }

  /** Takes it out of use for new papers; GET uses tells beforehand where it is. */
  @Post(':id/retire') @Answers('QuestionView')
  retire(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @IfMatch() version: number, @Body() { note }: ReviewNoteDto): Promise<QuestionView> {
    return this.questions.act(actor, 'retire', id, version, note);
  }

  @Post(':id/restore') @Answers('QuestionView')
  restore(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @IfMatch() version: number, @Body() { note }: ReviewNoteDto): Promise<QuestionView> {
    return this.questions.act(actor, 'restore', id, version, note);
  }
}
