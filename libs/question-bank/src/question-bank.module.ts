import { Module } from '@nestjs/common';
import { ImportQuestions } from './import-questions.operation.js';
import { Papers } from './papers.service.js';
import { QuestionImports } from './question-imports.service.js';
import { Questions } from './questions.service.js';
import { References } from './references.service.js';

/** Questions, papers and references. */
@Module({ providers: [Questions, QuestionImports, Papers, References], exports: [Questions, QuestionImports, Papers, References] })
export class QuestionBankModule {}

/** What runs in the worker. */
@Module({ imports: [QuestionBankModule], providers: [ImportQuestions] })
export class QuestionBankWorkerModule {}
