import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { OperationView, QuestionPreview, QuestionTag, RenamedTags, SimilarQuestion } from '#lib/contracts';
import type { Actor } from '#lib/identity';
import { QuestionDesk, Tags } from '#lib/question-bank';
import { Answers, CurrentActor, Idempotent } from '../http/decorators.js';
import { BulkQuestionsDto, FindSimilarDto, PreviewQuestionDto, RenameTagsDto, TagQueryDto } from './questions.dto.js';

@ApiTags('Question bank')
@Controller()
export class QuestionDeskController {
  constructor(private readonly desk: QuestionDesk, private readonly tags: Tags) {}

  /** Stores nothing: the question as a candidate would see it, its problems, and how a tried response is marked. */
  @Post('questions/preview') @Answers('QuestionPreview')
  preview(@CurrentActor() actor: Actor, @Body() body: PreviewQuestionDto): QuestionPreview {
    return this.desk.preview(actor, body);
  }

  @Post('questions/similar') @Answers('SimilarQuestion', { array: true })
  similar(@CurrentActor() actor: Actor, @Body() body: FindSimilarDto): Promise<SimilarQuestion[]> {
    return this.desk.similar(actor, body);
  }

  /** The operation's result is a BulkResult. */
  @Post('questions/bulk') @Idempotent() @Answers('OperationView')
  bulk(@CurrentActor() actor: Actor, @Body() body: BulkQuestionsDto): Promise<OperationView> {
    return this.desk.bulk(actor, body);
  }

  /** The most used first. */
  @Get('question-tags') @Answers('QuestionTag', { array: true })
  listTags(@CurrentActor() actor: Actor, @Query() { q }: TagQueryDto): Promise<QuestionTag[]> {
    return this.tags.list(actor, q);
  }

  @Post('question-tags/rename') @Answers('RenamedTags')
  renameTags(@CurrentActor() actor: Actor, @Body() body: RenameTagsDto): Promise<RenamedTags> {
    return this.tags.rename(actor, body);
  }
}
