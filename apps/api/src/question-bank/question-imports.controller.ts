import { Body, Controller, Delete, Get, Post, Put, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { ImportProblem, OperationView, QuestionImportView } from '#lib/contracts';
import type { Actor } from '#lib/identity';
import { QuestionImports } from '#lib/question-bank';
import type { FastifyRequest } from 'fastify';
import { Answers, AnswersNothing, CurrentActor, Idempotent, IfMatch, UuidParam } from '../http/decorators.js';
import { CommitImportDto, MapImportDto } from './question-exchange.dto.js';
import { readUpload } from './read-upload.js';

@ApiTags('Question bank')
@Controller('question-imports')
export class QuestionImportsController {
  constructor(private readonly imports: QuestionImports) {}

  @Post() @Answers('QuestionImportView')
  @ApiConsumes('multipart/form-data') @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  async upload(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<QuestionImportView> {
    const { fileName, content } = await readUpload(request);
    return this.imports.upload(actor, fileName, content);
  }

  @Get(':id') @Answers('QuestionImportView')
  get(@CurrentActor() actor: Actor, @UuidParam('id') id: string): Promise<QuestionImportView> {
    return this.imports.get(actor, id);
  }

  /** Every problem of the dry run, up to 20,000. */
  @Get(':id/problems') @Answers('ImportProblem', { array: true })
  problems(@CurrentActor() actor: Actor, @UuidParam('id') id: string): Promise<ImportProblem[]> {
    return this.imports.problems(actor, id);
  }

  @Put(':id/mapping') @Answers('QuestionImportView')
  map(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @IfMatch() version: number, @Body() body: MapImportDto): Promise<QuestionImportView> {
    return this.imports.map(actor, id, version, body);
  }

  @Post(':id/commit') @Idempotent() @Answers('OperationView')
  commit(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Body() body: CommitImportDto): Promise<OperationView> {
    return this.imports.commit(actor, id, body);
  }

  @Delete(':id') @AnswersNothing()
  discard(@CurrentActor() actor: Actor, @UuidParam('id') id: string): Promise<void> {
    return this.imports.discard(actor, id);
  }
}
