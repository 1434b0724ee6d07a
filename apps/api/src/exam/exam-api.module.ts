import { Module } from '@nestjs/common';
import { ExamModule } from '#lib/exam';
import { AttemptsController } from './attempts.controller.js';
import { CandidatesController } from './candidates.controller.js';
import { ExamEntryController } from './exam-entry.controller.js';
import { ExamSetUpController } from './exam-set-up.controller.js';
import { ExamsController } from './exams.controller.js';
import { MyExamsController } from './my-exams.controller.js';
import { OpenBookController } from './open-book.controller.js';

/** Routes of exams, for organizers and for candidates. */
@Module({ imports: [ExamModule], controllers: [ExamEntryController, ExamsController, ExamSetUpController, CandidatesController, MyExamsController, AttemptsController, OpenBookController] })
export class ExamApiModule {}
