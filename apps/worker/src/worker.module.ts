import { type DynamicModule, Module } from '@nestjs/common';
import { AuditWorkerModule } from '#lib/audit';
import { AppConfig, ConfigModule } from '#lib/config';
import { ContestFlowWorkerModule } from '#lib/contest-flow';
import { DatabaseModule } from '#lib/database';
import { ExamWorkerModule } from '#lib/exam';
import { InvigilationWorkerModule } from '#lib/invigilation';
import { MarkingWorkerModule } from '#lib/marking';
import { type Logger, ObservabilityModule } from '#lib/observability';
import { QuestionBankWorkerModule } from '#lib/question-bank';
import { QueueModule } from '#lib/queue';

/** Written for what is to come; nobody listens yet. */
const unheard = ['performance.confirmed'];

/** Everything that runs by itself: relay, consumers, long work, sweepers, the audit's sealer. Any number of these may run. */
@Module({})
export class WorkerModule {
  static forRoot(config: AppConfig, logger: Logger): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        ConfigModule.forRoot(config), ObservabilityModule.forRoot(logger), DatabaseModule, QueueModule.forWorker({ unheard }),
        AuditWorkerModule, QuestionBankWorkerModule, ExamWorkerModule, InvigilationWorkerModule, MarkingWorkerModule, ContestFlowWorkerModule,
      ],
    };
  }
}
