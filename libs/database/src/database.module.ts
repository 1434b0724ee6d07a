import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AppConfig } from '#lib/config';
import { DatabaseReadiness } from './readiness.js';
import { connectionOptions } from './connection.js';
import { PreparingClient } from './prepared.js';
import { Signals } from './signals.js';
import { Transactions } from './transactions.js';

/** The one pool of the process. Platform, not a feature: every library below the apps needs it. */
@Global()
@Module({
  imports: [TypeOrmModule.forRootAsync({
    inject: [AppConfig],
    useFactory: (config: AppConfig) => ({
      type: 'postgres', schema: 'kaosai', synchronize: false, autoLoadEntities: true, retryAttempts: 30, retryDelay: 500,
      extra: { ...connectionOptions(config.databaseUrl), max: config.databasePool, Client: PreparingClient },
    }),
  })],
  providers: [DatabaseReadiness, Signals, Transactions],
  exports: [DatabaseReadiness, Signals, Transactions],
})
export class DatabaseModule {}
