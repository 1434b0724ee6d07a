import { Body, Controller, Get, Param, ParseEnumPipe, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { type OperationView, type QuestionKind, questionKinds } from '#lib/contracts';
import type { Actor } from '#lib/identity';
import { QuestionExports, writeTemplate } from '#lib/question-bank';
import type { FastifyReply } from 'fastify';
import { Answers, AnswersFile, CurrentActor, Idempotent, UuidParam } from '../http/decorators.js';
import { ExportQuestionsDto, TemplateQueryDto } from './question-exchange.dto.js';

const templateKinds = Object.fromEntries(['all', ...questionKinds].map((kind) => [kind, kind]));

@ApiTags('Question bank')
@Controller()
export class QuestionExportsController {
  constructor(private readonly exports: QuestionExports) {}

  /** The result of the operation counts the questions and lists those that no cell can hold. */
  @Post('question-exports') @Idempotent() @Answers('OperationView')
  begin(@CurrentActor() actor: Actor, @Body() body: ExportQuestionsDto): Promise<OperationView> {
    return this.exports.begin(actor, body);
  }

  /** The written file, for a day, for whoever asked for it. */
  @Get('question-exports/:id/file') @AnswersFile()
  async file(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return download(reply, await this.exports.open(actor, id));
  }

  /** A workbook with drop-downs, examples and notes, or a CSV with examples; for one kind, or for all. */
  @Get('question-templates/:kind') @AnswersFile() @ApiParam({ name: 'kind', enum: Object.keys(templateKinds) })
  async template(@Param('kind', new ParseEnumPipe(templateKinds)) kind: QuestionKind | 'all', @Query() { format = 'xlsx', lang = 'zh' }: TemplateQueryDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, mediaType, content } = await writeTemplate(kind, format, lang);
    return download(reply, { name, mediaType, size: content.length, content });
  }
}

/** Only ever a download: never shown, never sniffed. */
function download(reply: FastifyReply, { name, mediaType, size, content }: { name: string; mediaType: string; size: number; content: Buffer | NodeJS.ReadableStream }): StreamableFile {
  void reply.headers({ 'X-Content-Type-Options': 'nosniff', 'Content-Security-Policy': "default-src 'none'; sandbox", 'Cache-Control': 'private, no-store' });
  return new StreamableFile(content as Buffer, { type: mediaType, disposition: `attachment; filename="${name}"`, length: size });
}
