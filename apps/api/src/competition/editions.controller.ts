import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Awards, Editions } from '#lib/competition';
import type { EditionListItem, EditionView, Page } from '#lib/contracts';
import type { Actor } from '#lib/identity';
import { Answers, CurrentActor, Idempotent, UuidParam } from '../http/decorators.js';
import { ListQueryDto } from '../http/list-query.dto.js';
import { WriteEditionDto } from './competition.dto.js';

@ApiTags('Competition')
@Controller('editions')
export class EditionsController {
  constructor(private readonly editions: Editions, private readonly awards: Awards) {}

  @Get() @Answers('EditionListItem', { page: true })
  list(@CurrentActor() actor: Actor, @Query() query: ListQueryDto): Promise<Page<EditionListItem>> {
    return this.editions.list(actor, query);
  }

  /** Makes the edition with its tiers, one heat per unit and zone, and the final. */
  @Post() @Idempotent() @Answers('EditionView', { status: 201 })
  create(@CurrentActor() actor: Actor, @Body() body: WriteEditionDto): Promise<EditionView> {
    return this.editions.create(actor, body);
  }

  /** The whole graph. */
  @Get(':id') @Answers('EditionView')
  get(@CurrentActor() actor: Actor, @UuidParam('id') id: string): Promise<EditionView> {
    return this.editions.get(actor, id);
  }

  /** Grants the awards from the confirmed final; repeating it changes nothing. */
  @Post(':id/awards') @Idempotent() @Answers('EditionView')
  grantAwards(@CurrentActor() actor: Actor, @UuidParam('id') id: string): Promise<EditionView> {
    return this.awards.grant(actor, id);
  }
}
