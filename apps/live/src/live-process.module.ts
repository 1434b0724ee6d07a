import { type DynamicModule, Module } from '@nestjs/common';
import { AppConfig, ConfigModule } from '#lib/config';
import { DatabaseModule } from '#lib/database';
import { type Logger, ObservabilityModule } from '#lib/observability';
import { HealthController } from './health.controller.js';
import { LiveModule } from './live.module.js';

/** The live process: sockets, and nothing else but its own health. */
@Module({})
export class LiveProcessModule {
  static forRoot(config: AppConfig, logger: Logger): DynamicModule {
    return { module: LiveProcessModule, imports: [ConfigModule.forRoot(config), ObservabilityModule.forRoot(logger), DatabaseModule, LiveModule], controllers: [HealthController] };
  }
}
