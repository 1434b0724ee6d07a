import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ApartQuestion, BlueprintFeasibility, Page, PaperListItem, PaperView } from '#lib/contracts';
import type { Actor } from '#lib/identity';
import { ApartQuestions, Papers } from '#lib/question-bank';
import { Answers, AnswersNothing, CurrentActor, Idempotent, IfMatch, UuidParam } from '../http/decorators.js';
import { CheckBlueprintDto, PaperQueryDto, WriteApartDto, WritePaperDto } from './papers.dto.js';

@ApiTags('Question bank')
@Controller('papers')
export class PapersController {
  constructor(private readonly papers: Papers) {}

  @Get() @Answers('PaperListItem', { page: true })
  list(@CurrentActor() actor: Actor, @Query() query: PaperQueryDto): Promise<Page<PaperListItem>> {
    return this.papers.list(actor, query);
  }

  @Post() @Idempotent() @Answers('PaperView')
  create(@CurrentActor() actor: Actor, @Body() body: WritePaperDto): Promise<PaperView> {
    return this.papers.create(actor, body);
  }

  /** What the draw rules would find now, and which lack how many; nothing is stored. */
  @Post('feasibility') @HttpCode(200) @Answers('BlueprintFeasibility')
  checkFeasibility(@CurrentActor() actor: Actor, @Body() body: CheckBlueprintDto): Promise<BlueprintFeasibility> {
    return this.papers.checkFeasibility(actor, body);
  }

  @Get(':id') @Answers('PaperView')
  get(@CurrentActor() actor: Actor, @UuidParam('id') id: string): Promise<PaperView> {
    return this.papers.get(actor, id);
  }

  @Put(':id') @Answers('PaperView')
  update(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @IfMatch() version: number, @Body() body: WritePaperDto): Promise<PaperView> {
    return this.papers.update(actor, id, version, body);
  }

  /** A draft that was never published. */
  @Delete(':id') @AnswersNothing()
  remove(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @IfMatch() version: number): Promise<void> {
    return this.papers.remove(actor, id, version);
  }

  /** Freezes the paper with the pools of its rules; from then on exams can use it and nobody can change it. */
  @Post(':id/publish') @Answers('PaperView')
  publish(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @IfMatch() version: number): Promise<PaperView> {
    return this.papers.publish(actor, id, version);
  }

  /** Opens a published paper for a next version; exams keep theirs. */
  @Post(':id/revise') @Answers('PaperView')
  revise(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @IfMatch() version: number): Promise<PaperView> {
    return this.papers.revise(actor, id, version);
  }

  @Post(':id/copy') @Idempotent() @Answers('PaperView')
  copy(@CurrentActor() actor: Actor, @UuidParam('id') id: string): Promise<PaperView> {
    return this.papers.copy(actor, id);
  }

  @Post(':id/retire') @Answers('PaperView')
  retire(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @IfMatch() version: number): Promise<PaperView> {
    return this.papers.retire(actor, id, version);
  }

  @Post(':id/restore') @Answers('PaperView')
  restore(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @IfMatch() version: number): Promise<PaperView> {
    return this.papers.restore(actor, id, version);
  }
}

@ApiTags('Question bank')
@Controller('questions/:id/apart')
export class ApartController {
  constructor(private readonly apart: ApartQuestions) {}

  /** The questions that this one may not meet in a form. */
  @Get() @Answers('ApartQuestion', { array: true })
  list(@CurrentActor() actor: Actor, @UuidParam('id') id: string): Promise<ApartQuestion[]> {
    return this.apart.of(actor, id);
  }

  @Put() @Answers('ApartQuestion', { array: true })
  write(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Body() body: WriteApartDto): Promise<ApartQuestion[]> {
    return this.apart.write(actor, id, body);
  }
}
