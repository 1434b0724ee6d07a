import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import type { GrantRole, GrantRoleCommand } from '#lib/contracts';
import type { PeopleQuery } from '#lib/identity';
import { ListQueryDto } from '../http/list-query.dto.js';

const roles: readonly GrantRole[] = ['system_admin', 'security_admin', 'audit_admin', 'organizer', 'question_author', 'question_reviewer', 'team_leader', 'leader', 'supervisor'];

export class PeopleQueryDto extends ListQueryDto implements PeopleQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'This org unit and everything below it' }) @IsOptional() @IsUUID()
  orgUnitId?: string;
}

export class GrantRoleDto implements GrantRoleCommand {
  @IsUUID()
  personId: string;

  @IsIn(roles)
  role: GrantRole;

  @IsUUID()
  orgUnitId: string;
}
