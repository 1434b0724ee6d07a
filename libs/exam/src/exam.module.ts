import { Module } from '@nestjs/common';
import { IdentityModule } from '#lib/identity';
import { QuestionBankModule } from '#lib/question-bank';
import { StorageModule } from '#lib/storage';
import { AttemptBindings } from './attempt-bindings.js';
import { AttemptFiles } from './attempt-files.service.js';
import { AttemptSweeper } from './attempt-sweeper.js';
import { Attempts } from './attempts.service.js';
import { ChangeEnds } from './change-exam.operation.js';
import { ExamChanges } from './exam-changes.service.js';
import { CandidateActs } from './candidate-acts.service.js';
import { CandidateLists } from './candidate-lists.service.js';
import { Candidates } from './candidates.service.js';
import { ExamEntry } from './exam-entry.service.js';
import { ExamRevisions } from './exam-revisions.js';
import { Exams } from './exams.service.js';
import { ExtendAttempts } from './extend-exam.operation.js';
import { FrozenPapers } from './frozen-papers.js';
import { MyExams } from './my-exams.service.js';
import { OpenBook } from './open-book.service.js';
import { OpenForms } from './open-forms.handler.js';
import { PaperPreviews } from './paper-preview.service.js';
import { PrepareExam } from './prepare-exam.handler.js';
import { ReadableAssets } from './readable-assets.service.js';
import { SaveGroups } from './save-groups.js';
import { Saves } from './saves.service.js';
import { Seatings } from './seating.service.js';
import { Sittings } from './sittings.service.js';

const setUp = [ExamChanges, Sittings, CandidateLists, CandidateActs, Seatings, ExamEntry];

/** Exams, sittings, candidates, attempts and saves. */
@Module({
  imports: [IdentityModule, QuestionBankModule],
  providers: [...setUp, Exams, Candidates, MyExams, OpenBook, Attempts, Saves, SaveGroups, AttemptBindings, FrozenPapers, PaperPreviews, ExamRevisions],
  exports: [...setUp, Exams, Candidates, MyExams, OpenBook, Attempts, Saves, FrozenPapers, PaperPreviews, AttemptBindings, FrozenPapers, ExamRevisions],
})
export class ExamModule {}

/** Files of attempts and of questions, for the processes that take and send them. */
@Module({ imports: [ExamModule, StorageModule], providers: [AttemptFiles, ReadableAssets], exports: [AttemptFiles, ReadableAssets] })
export class ExamFilesModule {}

/** What runs in the worker: drawing, extending, closing. */
@Module({ imports: [ExamModule, QuestionBankModule], providers: [ChangeEnds, PrepareExam, OpenForms, ExtendAttempts, AttemptSweeper], exports: [AttemptSweeper] })
export class ExamWorkerModule {}
