import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsISO8601, IsObject, IsOptional, IsString, IsUUID, Length, Matches, Max, Min, ValidateNested } from 'class-validator';
import type {
  AcknowledgeActs, ActKind, ActScope, CarryOutAct, ClientIncidentKind, IncidentKind, IncidentQuery, NoteIncident, ObservedIncidentKind, PreviewAct, ReportIncidents, RuleOnIncidents, RulingState, WriteInvigilators,
} from '#lib/contracts';
import { ListQueryDto } from '../http/list-query.dto.js';

const acts: readonly ActKind[] = ['extend', 'retract', 'pause', 'resume', 'end', 'cancel', 'message', 'let_in', 'take_over'];
const reported: readonly ClientIncidentKind[] = ['focus_lost', 'focus_returned', 'fullscreen_left', 'fullscreen_returned', 'copy', 'paste', 'print', 'context_menu', 'second_device'];
const observed: readonly ObservedIncidentKind[] = ['talking', 'material', 'device', 'impersonation', 'disorder', 'other'];
const kinds: readonly IncidentKind[] = [...reported, ...observed, 'address_changed'];
const roles = ['invigilator', 'chief_invigilator'] as const;

/** One shape for all scopes: `id` for a sitting or a room, `ids` for candidates. */
export class ActScopeDto {
  @ApiProperty({ enum: ['exam', 'sitting', 'room', 'candidates'] }) @IsIn(['exam', 'sitting', 'room', 'candidates'])
  kind: ActScope['kind'];

  @IsOptional() @IsUUID()
  id?: string;

  @IsOptional() @IsArray() @ArrayMaxSize(5_000) @ArrayUnique() @IsUUID(undefined, { each: true })
  ids?: string[];
}

/** A scope without what it needs reaches nobody. */
export function toScope({ kind, id, ids }: ActScopeDto): ActScope {
  if (kind === 'exam') return { kind };
  if (kind === 'candidates' || !id) return { kind: 'candidates', ids: kind === 'candidates' ? (ids ?? []) : [] };
  return { kind, id };
}

export class PreviewActDto {
  @ApiProperty({ enum: acts }) @IsIn(acts)
  act: ActKind;

  @IsObject() @ValidateNested() @Type(() => ActScopeDto)
  scope: ActScopeDto;

  @IsOptional() @IsInt() @Min(1) @Max(14_400)
  seconds?: number;

  @IsOptional() @IsUUID()
  undoes?: string;
}

export class CarryOutActDto extends PreviewActDto {
  @Matches(/^[0-9a-f]{64}$/)
  digest: string;

  @IsString() @Length(1, 500)
  text: string;
}

/** The command with its scope as the services take it. */
export function toPreview({ scope, ...input }: PreviewActDto): PreviewAct {
  return { ...input, scope: toScope(scope) };
}

export function toCommand({ scope, ...input }: CarryOutActDto): CarryOutAct {
  return { ...input, scope: toScope(scope) };
}

export class AcknowledgeActsDto implements AcknowledgeActs {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(50) @IsUUID(undefined, { each: true })
  actIds: string[];
}

export class LiveQueryDto {
  @Type(() => Number) @IsOptional() @IsInt() @Min(0) @Max(10_000)
  unsent?: number;
}

class IncidentItemDto {
  @IsUUID()
  id: string;

  @ApiProperty({ enum: reported }) @IsIn(reported)
  kind: ClientIncidentKind;

  @IsISO8601({ strict: true })
  at: string;

  @IsOptional() @IsInt() @Min(0) @Max(86_400)
  seconds?: number;
}

export class ReportIncidentsDto implements ReportIncidents {
  @ApiProperty({ type: () => [IncidentItemDto] }) @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => IncidentItemDto)
  items: IncidentItemDto[];
}

export class NoteIncidentDto implements NoteIncident {
  @IsUUID()
  candidateId: string;

  @ApiProperty({ enum: observed }) @IsIn(observed)
  kind: ObservedIncidentKind;

  @IsString() @Length(1, 500)
  note: string;
}

class RuledIncidentDto {
  @IsUUID()
  id: string;

  @IsInt() @Min(0) @Max(1_000)
  version: number;
}

export class RuleOnIncidentsDto implements RuleOnIncidents {
  @ApiProperty({ type: () => [RuledIncidentDto] }) @IsArray() @ArrayMinSize(1) @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => RuledIncidentDto)
  incidents: RuledIncidentDto[];

  @ApiProperty({ enum: ['violation', 'dismissed'] }) @IsIn(['violation', 'dismissed'])
  ruling: 'violation' | 'dismissed';

  @IsString() @Length(1, 500)
  reason: string;
}

export class IncidentQueryDto extends ListQueryDto implements IncidentQuery {
  @IsOptional() @IsUUID()
  candidateId?: string;

  @IsOptional() @IsUUID()
  roomId?: string;

  @ApiPropertyOptional({ enum: kinds }) @IsOptional() @IsIn(kinds)
  kind?: IncidentKind;

  @ApiPropertyOptional({ enum: ['open', 'violation', 'dismissed'] }) @IsOptional() @IsIn(['open', 'violation', 'dismissed'])
  state?: RulingState;
}

class InvigilatorDto {
  @IsUUID()
  personId: string;

  @ApiProperty({ enum: roles }) @IsIn(roles)
  role: (typeof roles)[number];
}

class RoomInvigilatorsDto {
  @IsUUID()
  roomId: string;

  @ApiProperty({ type: () => [InvigilatorDto] }) @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => InvigilatorDto)
  people: InvigilatorDto[];
}

export class WriteInvigilatorsDto implements WriteInvigilators {
  @ApiPropertyOptional({ type: () => [InvigilatorDto] }) @IsOptional() @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => InvigilatorDto)
  exam?: InvigilatorDto[];

  @ApiPropertyOptional({ type: () => [RoomInvigilatorsDto] }) @IsOptional() @IsArray() @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => RoomInvigilatorsDto)
  rooms?: RoomInvigilatorsDto[];
}

export class EventLogQueryDto {
  /** With the answers themselves; only for whoever may set the exam up. */
  @IsOptional() @Transform(({ value }) => value === true || value === 'true' || value === '1') @IsBoolean()
  answers?: boolean;
}
