import { Body, Controller, Delete, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CategoryView } from '#lib/contracts';
import type { Actor } from '#lib/identity';
import { Categories } from '#lib/question-bank';
import { Answers, AnswersNothing, CurrentActor, Idempotent, IfMatch, UuidParam } from '../http/decorators.js';
import { DeleteCategoryQueryDto, MoveCategoryDto, WriteCategoryDto } from './categories.dto.js';

@ApiTags('Question bank')
@Controller('question-categories')
export class CategoriesController {
  constructor(private readonly categories: Categories) {}

  /** One's own and those shared with one, flat. */
  @Get() @Answers('CategoryView', { array: true })
  list(@CurrentActor() actor: Actor): Promise<CategoryView[]> {
    return this.categories.list(actor);
  }

  @Post() @Idempotent() @Answers('CategoryView')
  create(@CurrentActor() actor: Actor, @Body() body: WriteCategoryDto): Promise<CategoryView> {
    return this.categories.create(actor, body);
  }

  @Put(':id') @Answers('CategoryView')
  update(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @IfMatch() version: number, @Body() body: WriteCategoryDto): Promise<CategoryView> {
    return this.categories.update(actor, id, version, body);
  }

  @Post(':id/move') @Answers('CategoryView')
  move(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @IfMatch() version: number, @Body() { parentId }: MoveCategoryDto): Promise<CategoryView> {
    return this.categories.move(actor, id, version, parentId);
  }

  @Delete(':id') @AnswersNothing()
  delete(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @IfMatch() version: number, @Query() { moveTo }: DeleteCategoryQueryDto): Promise<void> {
    return this.categories.delete(actor, id, version, moveTo);
  }
}
