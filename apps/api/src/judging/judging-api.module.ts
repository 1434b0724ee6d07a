import { Module } from '@nestjs/common';
import { JudgingModule } from '#lib/judging';
import { JudgingController } from './judging.controller.js';

/** Routes of judged stages. */
@Module({ imports: [JudgingModule], controllers: [JudgingController] })
export class JudgingApiModule {}
