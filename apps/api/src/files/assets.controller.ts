import { Controller, Get, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { UploadedFile } from '#lib/contracts';
import { ReadableAssets } from '#lib/exam';
import type { Actor } from '#lib/identity';
import { QuestionAssets } from '#lib/question-bank';
import { FileStorage } from '#lib/storage';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Answers, AnswersFile, CurrentActor, InHall, UuidParam } from '../http/decorators.js';
import { receiveFile } from './receive-file.js';
import { sendFile } from './send-file.js';

@ApiTags('Files')
@Controller('assets')
export class AssetsController {
  constructor(private readonly questions: QuestionAssets, private readonly assets: ReadableAssets, private readonly storage: FileStorage) {}

  /** A picture, sound or film for questions, told by its content. */
  @Post() @Answers('UploadedFile')
  @ApiConsumes('multipart/form-data') @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  upload(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<UploadedFile> {
    return receiveFile(request, (source) => this.questions.upload(actor, source));
  }

  /** A file for whoever may see what it is used for; players may ask for a range of it. */
  @Get(':id') @InHall() @AnswersFile()
  async read(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile | undefined> {
    return sendFile(request, reply, this.storage, await this.assets.find(actor, id), true);
  }
}
