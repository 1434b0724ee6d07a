import { Module } from '@nestjs/common';
import { ExamModule } from '#lib/exam';
import { QuestionBankModule } from '#lib/question-bank';
import { MarkAttempt } from './mark-attempt.handler.js';
import { MarkingSweeper } from './marking-sweeper.js';
import { PersonMarks } from './person-marks.service.js';
import { QuestionMarkers } from './question-markers.js';

/** Marking by machine and by people. */
@Module({ imports: [ExamModule], providers: [QuestionMarkers, PersonMarks], exports: [QuestionMarkers, PersonMarks] })
export class MarkingModule {}

/** What runs in the worker. */
@Module({ imports: [MarkingModule, ExamModule, QuestionBankModule], providers: [MarkAttempt, MarkingSweeper], exports: [MarkAttempt, MarkingSweeper] })
export class MarkingWorkerModule {}
