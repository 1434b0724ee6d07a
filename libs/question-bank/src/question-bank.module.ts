import { Module } from '@nestjs/common';
import { Categories } from './categories.service.js';
import { QuestionComments } from './comments.service.js';
import { ApartQuestions } from './draw-apart.service.js';
import { ImportQuestions } from './import-questions.operation.js';
import { PaperAccess } from './paper-access.js';
import { PaperInsights } from './paper-insights.service.js';
import { PaperSeals } from './paper-seals.service.js';
import { PaperVault } from './paper-vault.js';
import { Papers } from './papers.service.js';
import { QuestionHistory } from './question-history.service.js';
import { QuestionImports } from './question-imports.service.js';
import { Questions } from './questions.service.js';
import { References } from './references.service.js';
import { SealSweeper } from './seal-sweeper.js';

const services = [
  Questions, QuestionHistory, QuestionComments, Categories,
  QuestionImports,
  Papers, PaperVault, PaperAccess, PaperSeals, PaperInsights, ApartQuestions,
  References,
];

/** Questions, papers and references. */
@Module({ providers: services, exports: services })
export class QuestionBankModule {}

/** What runs in the worker. */
@Module({ imports: [QuestionBankModule], providers: [ImportQuestions, SealSweeper] })
export class QuestionBankWorkerModule {}
