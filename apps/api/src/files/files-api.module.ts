import { Module } from '@nestjs/common';
import { ExamFilesModule } from '#lib/exam';
import { QuestionAssetsModule } from '#lib/question-bank';
import { StorageModule } from '#lib/storage';
import { AssetsController } from './assets.controller.js';
import { AttemptFilesController } from './attempt-files.controller.js';

/** Routes of files. */
@Module({ imports: [ExamFilesModule, QuestionAssetsModule, StorageModule], controllers: [AssetsController, AttemptFilesController] })
export class FilesApiModule {}
