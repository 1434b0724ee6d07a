import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Page, ReferenceListItem, ReferenceView } from '#lib/contracts';
import type { Actor } from '#lib/identity';
import { References } from '#lib/question-bank';
import { Answers, CurrentActor, Idempotent, UuidParam } from '../http/decorators.js';
import { ListQueryDto } from '../http/list-query.dto.js';
import { WriteReferenceDto } from './question-bank.dto.js';

@ApiTags('Question bank')
@Controller('references')
export class ReferencesController {
  constructor(private readonly references: References) {}

  @Get() @Answers('ReferenceListItem', { page: true })
  list(@CurrentActor() actor: Actor, @Query() query: ListQueryDto): Promise<Page<ReferenceListItem>> {
    return this.references.list(actor, query);
  }

  @Post() @Idempotent() @Answers('ReferenceView')
  create(@CurrentActor() actor: Actor, @Body() body: WriteReferenceDto): Promise<ReferenceView> {
    return this.references.create(actor, body);
  }

  /** The chapters and articles a text would become; nothing is stored. */
  @Post('preview') @Answers('ReferenceView')
  preview(@CurrentActor() actor: Actor, @Body() body: WriteReferenceDto): Promise<ReferenceView> {
    return this.references.preview(actor, body);
  }

  @Get(':id') @Answers('ReferenceView')
  get(@CurrentActor() actor: Actor, @UuidParam('id') id: string): Promise<ReferenceView> {
    return this.references.get(actor, id);
  }
}
