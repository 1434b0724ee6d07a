import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ExamChanged, ExamChangePreview, ExamListItem, ExamView, OperationView, Page } from '#lib/contracts';
import { ExamChanges, Exams } from '#lib/exam';
import type { Actor } from '#lib/identity';
import { Answers, CurrentActor, Idempotent, IfMatch, UuidParam } from '../http/decorators.js';
import { ListQueryDto } from '../http/list-query.dto.js';
import { ExtendExamDto } from './exam.dto.js';
import { ApplyExamChangeDto, ChangeExamDto, WriteExamDto } from './exam-set-up.dto.js';

@ApiTags('Exams')
@Controller('exams')
export class ExamsController {
  constructor(private readonly exams: Exams, private readonly changes: ExamChanges) {}

  @Get() @Answers('ExamListItem', { page: true })
  list(@CurrentActor() actor: Actor, @Query() query: ListQueryDto): Promise<Page<ExamListItem>> {
    return this.exams.list(actor, query);
  }

  @Post() @Idempotent() @Answers('ExamView')
  create(@CurrentActor() actor: Actor, @Body() body: WriteExamDto): Promise<ExamView> {
    return this.exams.create(actor, body);
  }

  @Get(':id') @Answers('ExamView')
  get(@CurrentActor() actor: Actor, @UuidParam('id') id: string): Promise<ExamView> {
    return this.exams.get(actor, id);
  }

  /** Free before the papers are drawn; afterwards with the digest of a preview. */
  @Put(':id') @Answers('ExamChanged')
  change(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @IfMatch() version: number, @Body() body: ApplyExamChangeDto): Promise<ExamChanged> {
    return this.changes.apply(actor, id, version, body);
  }

  /** What a change would do, and to how many. */
  @Post(':id/changes/preview') @Answers('ExamChangePreview')
  previewChange(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Body() body: ChangeExamDto): Promise<ExamChangePreview> {
    return this.changes.preview(actor, id, body);
  }

  /** Has the forms drawn ahead; the exam is ready when all exist. */
  @Post(':id/prepare') @Answers('ExamView')
  prepare(@CurrentActor() actor: Actor, @UuidParam('id') id: string): Promise<ExamView> {
    return this.exams.prepare(actor, id);
  }

  /** More time for everybody who still sits. */
  @Post(':id/extend') @Idempotent() @Answers('OperationView')
  extend(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Body() body: ExtendExamDto): Promise<OperationView> {
    return this.exams.extend(actor, id, body);
  }

  /** Shows candidates their marks. */
  @Post(':id/release') @Answers('ExamView')
  release(@CurrentActor() actor: Actor, @UuidParam('id') id: string): Promise<ExamView> {
    return this.exams.release(actor, id);
  }

  @Post(':id/cancel') @Answers('ExamView')
  cancel(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @IfMatch() version: number): Promise<ExamView> {
    return this.exams.cancel(actor, id, version);
  }
}
