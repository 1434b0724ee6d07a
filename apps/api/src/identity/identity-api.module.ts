import { Module } from '@nestjs/common';
import { AuditModule } from '#lib/audit';
import { IdentityModule } from '#lib/identity';
import { DictionariesController } from './dictionaries.controller.js';
import { GrantsController } from './grants.controller.js';
import { PeopleController } from './people.controller.js';
import { SessionController } from './session.controller.js';

/** Routes of sessions, people and rights. */
@Module({ imports: [AuditModule, IdentityModule], controllers: [SessionController, PeopleController, GrantsController, DictionariesController] })
export class IdentityApiModule {}
