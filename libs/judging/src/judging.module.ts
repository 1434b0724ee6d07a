import { Module } from '@nestjs/common';
import { JudgingService } from './judging.service.js';
import { Panels } from './panels.service.js';

/** Judged stages: panels, performances, score sheets. */
@Module({ providers: [JudgingService, Panels], exports: [JudgingService, Panels] })
export class JudgingModule {}
