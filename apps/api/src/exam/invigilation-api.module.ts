import { Module } from '@nestjs/common';
import { InvigilationModule } from '#lib/invigilation';
import { AttemptLiveController, KeysController } from './attempt-live.controller.js';
import { InvigilationController } from './invigilation.controller.js';

/** Routes of invigilation, for those who watch and for the pages they watch. */
@Module({ imports: [InvigilationModule], controllers: [InvigilationController, AttemptLiveController, KeysController] })
export class InvigilationApiModule {}
