import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { AppConfig } from '#lib/config';
import { LOGGER, type Logger } from '#lib/observability';
import { Repetition } from '#lib/queue';
import { PaperSeals } from './paper-seals.service.js';

const interval = 30_000;

/** Writes papers back in clear once their time has come. Nothing depends on it having run: they read as open from that time on. */
@Injectable()
export class SealSweeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly repetition: Repetition;

  constructor(private readonly seals: PaperSeals, private readonly config: AppConfig, @Inject(LOGGER) logger: Logger) {
    this.repetition = new Repetition(() => this.seals.restoreDue(), interval, logger, 'seal sweep');
  }

  onApplicationBootstrap(): void {
    if (this.config.sweepers && this.config.sealKey) this.repetition.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.repetition.stop();
  }
}
