import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Page, PaperListItem, PaperView } from '#lib/contracts';
import type { Actor } from '#lib/identity';
import { Papers } from '#lib/question-bank';
import { Answers, CurrentActor, Idempotent, IfMatch, UuidParam } from '../http/decorators.js';
import { ListQueryDto } from '../http/list-query.dto.js';
import { WritePaperDto } from './question-bank.dto.js';

@ApiTags('Question bank')
@Controller('papers')
export class PapersController {
  constructor(private readonly papers: Papers) {}

  @Get() @Answers('PaperListItem', { page: true })
  list(@CurrentActor() actor: Actor, @Query() query: ListQueryDto): Promise<Page<PaperListItem>> {
    return this.papers.list(actor, query);
  }

  @Post() @Idempotent() @Answers('PaperView')
  create(@CurrentActor() actor: Actor, @Body() body: WritePaperDto): Promise<PaperView> {
    return this.papers.create(actor, body);
  }

  @Get(':id') @Answers('PaperView')
  get(@CurrentActor() actor: Actor, @UuidParam('id') id: string): Promise<PaperView> {
    return this.papers.get(actor, id);
  }

  @Put(':id') @Answers('PaperView')
  update(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @IfMatch() version: number, @Body() body: WritePaperDto): Promise<PaperView> {
    return this.papers.update(actor, id, version, body);
  }

  /** Freezes the paper; from then on exams can use it and nobody can change it. */
  @Post(':id/publish') @Answers('PaperView')
  publish(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @IfMatch() version: number): Promise<PaperView> {
    return this.papers.publish(actor, id, version);
  }
}
