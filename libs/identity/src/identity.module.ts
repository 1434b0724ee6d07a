import { Module } from '@nestjs/common';
import { Actors } from './actors.js';
import { Sessions } from './sessions.service.js';

/** People, organization, rights and sessions. */
@Module({ providers: [Actors, Sessions], exports: [Actors, Sessions] })
export class IdentityModule {}
