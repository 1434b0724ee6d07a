import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { QuestionComment, QuestionDiff, QuestionUses, QuestionVersionItem, QuestionVersionView } from '#lib/contracts';
import type { Actor } from '#lib/identity';
import { QuestionComments, QuestionHistory } from '#lib/question-bank';
import { Answers, CurrentActor, Idempotent, UuidParam } from '../http/decorators.js';
import { DiffQueryDto, WriteCommentDto } from './questions.dto.js';

@ApiTags('Question bank')
@Controller('questions/:id')
export class QuestionHistoryController {
  constructor(private readonly history: QuestionHistory, private readonly comments: QuestionComments) {}

  @Get('versions') @Answers('QuestionVersionItem', { array: true })
  versions(@CurrentActor() actor: Actor, @UuidParam('id') id: string): Promise<QuestionVersionItem[]> {
    return this.history.versions(actor, id);
  }

  @Get('versions/:versionId') @Answers('QuestionVersionView')
  version(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @UuidParam('versionId') versionId: string): Promise<QuestionVersionView> {
    return this.history.version(actor, id, versionId);
  }

  @Get('diff') @Answers('QuestionDiff')
  diff(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Query() { from, to }: DiffQueryDto): Promise<QuestionDiff> {
    return this.history.diff(actor, id, from, to);
  }

  @Get('uses') @Answers('QuestionUses')
  uses(@CurrentActor() actor: Actor, @UuidParam('id') id: string): Promise<QuestionUses> {
    return this.history.uses(actor, id);
  }

  @Get('comments') @Answers('QuestionComment', { array: true })
  listComments(@CurrentActor() actor: Actor, @UuidParam('id') id: string): Promise<QuestionComment[]> {
    return this.comments.list(actor, id);
  }

  @Post('comments') @Idempotent() @Answers('QuestionComment')
  addComment(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Body() body: WriteCommentDto): Promise<QuestionComment> {
    return this.comments.add(actor, id, body);
  }

  @Post('comments/:commentId/resolve') @Answers('QuestionComment')
  resolveComment(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @UuidParam('commentId') commentId: string): Promise<QuestionComment> {
    return this.comments.resolve(actor, id, commentId);
  }
}
