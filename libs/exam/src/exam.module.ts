import { Module } from '@nestjs/common';
import { AttemptBindings } from './attempt-bindings.js';
import { AttemptSweeper } from './attempt-sweeper.js';
import { Attempts } from './attempts.service.js';
import { Candidates } from './candidates.service.js';
import { ExamRevisions } from './exam-revisions.js';
import { Exams } from './exams.service.js';
import { ExtendAttempts } from './extend-exam.operation.js';
import { FrozenPapers } from './frozen-papers.js';
import { MyExams } from './my-exams.service.js';
import { PrepareExam } from './prepare-exam.handler.js';
import { SaveGroups } from './save-groups.js';
import { Saves } from './saves.service.js';

/** Exams, sittings, candidates, attempts and saves. */
@Module({
  providers: [Exams, Candidates, MyExams, Attempts, Saves, SaveGroups, AttemptBindings, FrozenPapers, ExamRevisions],
  exports: [Exams, Candidates, MyExams, Attempts, Saves, ExamRevisions],
})
export class ExamModule {}

/** What runs in the worker: drawing, extending, closing. */
@Module({ imports: [ExamModule], providers: [PrepareExam, ExtendAttempts, AttemptSweeper], exports: [AttemptSweeper] })
export class ExamWorkerModule {}
