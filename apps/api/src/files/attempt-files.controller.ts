import { Controller, Get, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { UploadedFile } from '#lib/contracts';
import { AttemptFiles } from '#lib/exam';
import type { Actor } from '#lib/identity';
import { FileStorage } from '#lib/storage';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Answers, AnswersFile, CurrentActor, InHall, UuidParam } from '../http/decorators.js';
import { receiveFile } from './receive-file.js';
import { sendFile } from './send-file.js';

@ApiTags('Candidate')
@Controller('attempts/:id/files')
@InHall()
export class AttemptFilesController {
  constructor(private readonly files: AttemptFiles, private readonly storage: FileStorage) {}

  /** A file to be handed in; a response of this attempt may then name it. */
  @Post() @Answers('UploadedFile')
  @ApiConsumes('multipart/form-data') @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  upload(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Req() request: FastifyRequest): Promise<UploadedFile> {
    return receiveFile(request, (source) => this.files.upload(actor, id, source));
  }

  /** One's own file, as a download. */
  @Get(':assetId') @AnswersFile()
  async read(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @UuidParam('assetId') assetId: string, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile | undefined> {
    return sendFile(request, reply, this.storage, await this.files.find(actor, id, assetId), false);
  }
}
