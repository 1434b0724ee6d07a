import { Module } from '@nestjs/common';
import { Accounts } from './accounts.service.js';
import { Actors } from './actors.js';
import { Dictionaries } from './dictionaries.service.js';
import { DemoGuard } from './demo-guard.js';
import { Grants } from './grants.service.js';
import { Organization } from './organization.service.js';
import { People } from './people.service.js';
import { Sessions } from './sessions.service.js';
import { Setup } from './setup.service.js';

const services = [Accounts, Actors, Dictionaries, Grants, Organization, People, Sessions, Setup];

/** People, organization, rights and sessions. */
@Module({ providers: [...services, DemoGuard], exports: services })
export class IdentityModule {}
