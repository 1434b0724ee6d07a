import { Module } from '@nestjs/common';
import { ExamModule } from '#lib/exam';
import { QuestionAssetsModule, QuestionBankModule } from '#lib/question-bank';
import { CategoriesController } from './categories.controller.js';
import { PaperDeskController } from './paper-desk.controller.js';
import { ApartController, PapersController } from './papers.controller.js';
import { QuestionDeskController } from './question-desk.controller.js';
import { QuestionExportsController } from './question-exports.controller.js';
import { QuestionHistoryController } from './question-history.controller.js';
import { QuestionImportsController } from './question-imports.controller.js';
import { QuestionsController } from './questions.controller.js';
import { ReferencesController } from './references.controller.js';

/** Routes of questions, papers and references. */
@Module({ imports: [QuestionBankModule, QuestionAssetsModule, ExamModule], controllers: [QuestionImportsController, QuestionExportsController, QuestionDeskController, QuestionsController, QuestionHistoryController, CategoriesController, PapersController, PaperDeskController, ApartController, ReferencesController] })
export class QuestionBankApiModule {}
