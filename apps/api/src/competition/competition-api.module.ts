import { Module } from '@nestjs/common';
import { CompetitionModule } from '#lib/competition';
import { ContestFlowModule } from '#lib/contest-flow';
import { EditionsController } from './editions.controller.js';
import { HeatsController } from './heats.controller.js';
import { PublicController } from './public.controller.js';
import { TiersController } from './tiers.controller.js';

/** Routes of competitions, for organizers and for everyone. */
@Module({ imports: [CompetitionModule, ContestFlowModule], controllers: [EditionsController, HeatsController, TiersController, PublicController] })
export class CompetitionApiModule {}
