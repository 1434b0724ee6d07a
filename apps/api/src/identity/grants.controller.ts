import { Body, Controller, Delete, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AuditService } from '#lib/audit';
import type { AuditEventView, GrantView, Page } from '#lib/contracts';
import { type Actor, Grants, scopeOf } from '#lib/identity';
import { Answers, AnswersNothing, CurrentActor, Idempotent, UuidParam } from '../http/decorators.js';
import { ListQueryDto } from '../http/list-query.dto.js';
import { GrantRoleDto } from './people.dto.js';

@ApiTags('rights')
@Controller()
export class GrantsController {
  constructor(private readonly grants: Grants, private readonly audit: AuditService) {}

  @Get('grants') @Answers('GrantView', { page: true })
  list(@CurrentActor() actor: Actor, @Query() query: ListQueryDto): Promise<Page<GrantView>> {
    return this.grants.list(actor, query);
  }

  @Post('grants') @Idempotent() @Answers('GrantView', { status: 201 })
  grant(@CurrentActor() actor: Actor, @Body() command: GrantRoleDto): Promise<GrantView> {
    return this.grants.grant(actor, command);
  }

  @Delete('grants/:id') @AnswersNothing()
  revoke(@CurrentActor() actor: Actor, @UuidParam('id') id: string): Promise<void> {
    return this.grants.revoke(actor, id);
  }

  @Get('audit-events') @Answers('AuditEventView', { page: true })
  auditEvents(@CurrentActor() actor: Actor, @Query() query: ListQueryDto): Promise<Page<AuditEventView>> {
    return this.audit.list(scopeOf(actor, 'audit.read'), query);
  }
}
