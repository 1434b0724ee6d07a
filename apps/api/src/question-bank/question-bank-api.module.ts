import { Module } from '@nestjs/common';
import { QuestionBankModule } from '#lib/question-bank';
import { CategoriesController } from './categories.controller.js';
import { PapersController } from './papers.controller.js';
import { QuestionHistoryController } from './question-history.controller.js';
import { QuestionImportsController } from './question-imports.controller.js';
import { QuestionsController } from './questions.controller.js';
import { ReferencesController } from './references.controller.js';

/** Routes of questions, papers and references. */
@Module({ imports: [QuestionBankModule], controllers: [QuestionImportsController, QuestionsController, QuestionHistoryController, CategoriesController, PapersController, ReferencesController] })
export class QuestionBankApiModule {}
