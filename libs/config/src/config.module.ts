import { type DynamicModule, Module } from '@nestjs/common';
import { AppConfig } from './config.js';

/** Makes the one configuration object injectable everywhere. */
@Module({})
export class ConfigModule {
  static forRoot(config: AppConfig): DynamicModule {
    return { module: ConfigModule, global: true, providers: [{ provide: AppConfig, useValue: config }], exports: [AppConfig] };
  }
}
