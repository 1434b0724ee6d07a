import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { AppConfig } from '#lib/config';
import { FileStorage } from './file-storage.js';
import { LocalFileStorage } from './local-file-storage.js';

/** Platform: where files are kept. */
@Global()
@Module({
  providers: [{ provide: FileStorage, inject: [AppConfig], useFactory: ({ dataDirectory }: AppConfig) => new LocalFileStorage(join(dataDirectory, 'files')) }],
  exports: [FileStorage],
})
export class StorageModule {}
