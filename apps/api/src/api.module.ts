import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { AppConfig, ConfigModule } from '#lib/config';
import { DatabaseModule } from '#lib/database';
import { IdentityModule } from '#lib/identity';
import { type Logger, ObservabilityModule } from '#lib/observability';
import { QueueModule } from '#lib/queue';
import { CompetitionApiModule } from './competition/competition-api.module.js';
import { ExamApiModule } from './exam/exam-api.module.js';
import { InvigilationApiModule } from './exam/invigilation-api.module.js';
import { FilesApiModule } from './files/files-api.module.js';
import { HomeApiModule } from './home/home-api.module.js';
import { ProblemFilter } from './http/problem.filter.js';
import { SessionGuard } from './http/session.guard.js';
import { IdentityApiModule } from './identity/identity-api.module.js';
import { JudgingApiModule } from './judging/judging-api.module.js';
import { MarkingApiModule } from './marking/marking-api.module.js';
import { QuestionBankApiModule } from './question-bank/question-bank-api.module.js';
import { ClockController } from './shell/clock.controller.js';
import { HealthController } from './shell/health.controller.js';
import { OperationsController } from './shell/operations.controller.js';
import { SetupController } from './shell/setup.controller.js';

/** Every route of the product, without anything that runs by itself. */
@Module({
  imports: [IdentityModule, IdentityApiModule, QuestionBankApiModule, ExamApiModule, InvigilationApiModule, CompetitionApiModule, JudgingApiModule, MarkingApiModule, FilesApiModule, HomeApiModule],
  controllers: [ClockController, HealthController, OperationsController, SetupController],
  providers: [
    { provide: APP_GUARD, useClass: SessionGuard },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class ApiRoutesModule {}

/** The api process: the routes on the platform libraries. */
@Module({})
export class ApiModule {
  static forRoot(config: AppConfig, logger: Logger): DynamicModule {
    return {
      module: ApiModule,
      imports: [ConfigModule.forRoot(config), ObservabilityModule.forRoot(logger), DatabaseModule, QueueModule.forRoot(), ApiRoutesModule],
    };
  }
}
