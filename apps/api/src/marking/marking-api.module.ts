import { Module } from '@nestjs/common';
import { MarkingModule } from '#lib/marking';
import { MarksController } from './marks.controller.js';

/** Routes of marking by people. */
@Module({ imports: [MarkingModule], controllers: [MarksController] })
export class MarkingApiModule {}
