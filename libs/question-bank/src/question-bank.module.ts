import { Module } from '@nestjs/common';
import { StorageModule } from '#lib/storage';
import { IdentityModule } from '#lib/identity';
import { BulkQuestionActs } from './bulk-questions.operation.js';
import { Categories } from './categories.service.js';
import { QuestionComments } from './comments.service.js';
import { ApartQuestions } from './draw-apart.service.js';
import { ExportQuestions } from './export-questions.operation.js';
import { CheckImport } from './import-check.operation.js';
import { ImportQuestions } from './import-questions.operation.js';
import { PaperAccess } from './paper-access.js';
import { PaperInsights } from './paper-insights.service.js';
import { PaperSeals } from './paper-seals.service.js';
import { PaperVault } from './paper-vault.js';
import { Papers } from './papers.service.js';
import { QuestionDesk } from './question-desk.service.js';
import { QuestionExports } from './question-exports.service.js';
import { QuestionHistory } from './question-history.service.js';
import { QuestionImports } from './question-imports.service.js';
import { QuestionAssets } from './question-assets.service.js';
import { Questions } from './questions.service.js';
import { RecordQuestionUse } from './record-question-use.handler.js';
import { References } from './references.service.js';
import { SealSweeper } from './seal-sweeper.js';
import { Tags } from './tags.service.js';

const services = [
  Questions, QuestionHistory, QuestionComments, QuestionDesk, Categories, Tags,
  QuestionImports,
  Papers, PaperVault, PaperAccess, PaperSeals, PaperInsights, ApartQuestions,
  References,
];

/** Questions, papers and references. */
@Module({ providers: services, exports: services })
export class QuestionBankModule {}

/** Files of questions, for the processes that take and send them. */
@Module({ imports: [StorageModule], providers: [QuestionAssets, QuestionExports], exports: [QuestionAssets, QuestionExports] })
export class QuestionAssetsModule {}

/** What runs in the worker. */
@Module({ imports: [QuestionBankModule, IdentityModule, StorageModule], providers: [ImportQuestions, CheckImport, ExportQuestions, SealSweeper, BulkQuestionActs, RecordQuestionUse] })
export class QuestionBankWorkerModule {}
