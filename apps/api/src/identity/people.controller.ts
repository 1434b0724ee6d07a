import { Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { OrgUnitView, Page, PersonView, ZonePlanView } from '#lib/contracts';
import { Accounts, type Actor, Organization, People } from '#lib/identity';
import { Answers, CurrentActor, IfMatch, UuidParam } from '../http/decorators.js';
import { PeopleQueryDto } from './people.dto.js';

@ApiTags('people')
@Controller()
export class PeopleController {
  constructor(private readonly organization: Organization, private readonly people: People, private readonly accounts: Accounts) {}

  @Get('org-units') @Answers('OrgUnitView', { array: true })
  orgUnits(@CurrentActor() actor: Actor): Promise<OrgUnitView[]> {
    return this.organization.orgUnits(actor);
  }

  @Get('zone-plans') @Answers('ZonePlanView', { array: true })
  zonePlans(@CurrentActor() actor: Actor): Promise<ZonePlanView[]> {
    return this.organization.zonePlans(actor);
  }

  @Get('people') @Answers('PersonView', { page: true })
  list(@CurrentActor() actor: Actor, @Query() query: PeopleQueryDto): Promise<Page<PersonView>> {
    return this.people.list(actor, query);
  }

  @Post('accounts/:id/disable') @Answers('PersonView')
  disable(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @IfMatch() version: number): Promise<PersonView> {
    return this.accounts.disable(actor, id, version);
  }

  @Post('accounts/:id/enable') @Answers('PersonView')
  enable(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @IfMatch() version: number): Promise<PersonView> {
    return this.accounts.enable(actor, id, version);
  }
}
