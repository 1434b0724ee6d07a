import { Module } from '@nestjs/common';
import { ExamModule } from '#lib/exam';
import { AttemptsController } from './attempts.controller.js';
import { ExamsController } from './exams.controller.js';
import { MyExamsController } from './my-exams.controller.js';

/** Routes of exams, for organizers and for candidates. */
@Module({ imports: [ExamModule], controllers: [ExamsController, MyExamsController, AttemptsController] })
export class ExamApiModule {}
