import { type DynamicModule, Module } from '@nestjs/common';
import { type AppConfig, ConfigModule } from '#lib/config';
import { DatabaseModule } from '#lib/database';
import { type Logger, ObservabilityModule } from '#lib/observability';
import { QueueModule } from '#lib/queue';
import { ApiRoutesModule } from '../../api/src/api.module.js';
import { LiveModule } from '../../live/src/live.module.js';

/** The api and the live part on one pool. */
@Module({})
export class StandaloneModule {
  static forRoot(config: AppConfig, logger: Logger): DynamicModule {
    return {
      module: StandaloneModule,
      imports: [ConfigModule.forRoot(config), ObservabilityModule.forRoot(logger), DatabaseModule, QueueModule.forRoot(), ApiRoutesModule, LiveModule],
    };
  }
}
