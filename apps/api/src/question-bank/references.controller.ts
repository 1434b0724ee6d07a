import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { Page, ReferenceArticle, ReferenceFile, ReferenceListItem, ReferenceView } from '#lib/contracts';
import type { Actor } from '#lib/identity';
import { References } from '#lib/question-bank';
import type { FastifyRequest } from 'fastify';
import { Answers, CurrentActor, Idempotent, UuidParam } from '../http/decorators.js';
import { ListQueryDto } from '../http/list-query.dto.js';
import { WriteReferenceDto } from './question-bank.dto.js';
import { ArticleQueryDto } from './questions.dto.js';
import { readUpload } from './read-upload.js';

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

  /** PDF, Markdown or plain text as text; nothing is stored. */
  @Post('read-file') @Answers('ReferenceFile')
  @ApiConsumes('multipart/form-data') @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  async readFile(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<ReferenceFile> {
    const { content } = await readUpload(request);
    return this.references.readFile(actor, content);
  }

  @Get(':id/articles') @Answers('ReferenceArticle', { array: true })
  articles(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Query() { q }: ArticleQueryDto): Promise<ReferenceArticle[]> {
    return this.references.articles(actor, id, q);
  }

  @Get(':id') @Answers('ReferenceView')
  get(@CurrentActor() actor: Actor, @UuidParam('id') id: string): Promise<ReferenceView> {
    return this.references.get(actor, id);
  }
}
