import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, Equals, IsArray, IsIn, IsInt, IsISO8601, IsObject, IsOptional, IsString, IsUUID, Length, Matches, Max, Min, ValidateIf, ValidateNested } from 'class-validator';
import type { AdvanceTier, DecideTie, EnterPeople, ExamMode, RankStyle, ScheduleTierExam, StageKind, TierKind, TierRule, TieAtCut, TieBreakKey, WriteEdition, WriteTier } from '#lib/contracts';
import { TitleDto } from '../http/title.dto.js';

export class StageTieBreakDto {
  @Equals('stage')
  kind: 'stage';

  @IsInt() @Min(1) @Max(20)
  ordinal: number;

  @ApiProperty({ enum: ['desc', 'asc'] }) @IsIn(['desc', 'asc'])
  direction: 'desc' | 'asc';
}

export class TimeTieBreakDto {
  @Equals('submitted_at')
  kind: 'submitted_at';

  @Equals('asc')
  direction: 'asc';
}

/** Chooses the class by `kind`; an unknown kind matches none of them and is refused. */
const tieBreakTypes = { discriminator: { property: 'kind', subTypes: [{ value: StageTieBreakDto, name: 'stage' }, { value: TimeTieBreakDto, name: 'submitted_at' }] }, keepDiscriminatorProperty: true };

export class TierRuleDto implements TierRule {
  @ApiProperty({ type: 'integer', nullable: true }) @ValidateIf((_, value) => value !== null) @IsInt() @Min(1) @Max(1_000)
  quotaPerHeat: number | null;

  @ApiProperty({ enum: ['include_all', 'exclude_all', 'chief_decides'] }) @IsIn(['include_all', 'exclude_all', 'chief_decides'])
  tieAtCut: TieAtCut;

  @IsInt() @Min(0) @Max(100)
  reserves: number;

  @ApiProperty({ enum: ['1224', '1223', 'shared_mean'] }) @IsIn(['1224', '1223', 'shared_mean'])
  rankStyle: RankStyle;

  @ApiProperty({ type: 'array', items: { type: 'object' } }) @IsArray() @ArrayMaxSize(10) @ValidateNested({ each: true }) @Type(() => StageTieBreakDto, tieBreakTypes)
  tieBreaks: TieBreakKey[];

  @IsInt() @Min(0) @Max(4)
  scale: number;

  @ApiProperty({ enum: ['published', 'exact'] }) @IsIn(['published', 'exact'])
  figures: 'published' | 'exact';
}

export class WriteStageDto {
  @ApiProperty({ enum: ['exam', 'judged'] }) @IsIn(['exam', 'judged'])
  kind: StageKind;

  @IsObject() @ValidateNested() @Type(() => TitleDto)
  title: TitleDto;

  @Matches(/^\d{1,3}(\.\d{1,4})?$/)
  weight: string;
}

export class WriteTierDto implements WriteTier {
  @ApiProperty({ enum: ['unit', 'zone', 'system'] }) @IsIn(['unit', 'zone', 'system'])
  kind: TierKind;

  @IsObject() @ValidateNested() @Type(() => TitleDto)
  title: TitleDto;

  @IsObject() @ValidateNested() @Type(() => TierRuleDto)
  rule: TierRuleDto;

  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(10) @ValidateNested({ each: true }) @Type(() => WriteStageDto)
  stages: WriteStageDto[];
}

export class WriteEditionDto implements WriteEdition {
  @IsUUID()
  orgUnitId: string;

  @ApiPropertyOptional() @IsOptional() @IsUUID()
  competitionId?: string;

  @IsObject() @ValidateNested() @Type(() => TitleDto)
  title: TitleDto;

  @ApiPropertyOptional() @IsOptional() @IsObject() @ValidateNested() @Type(() => TitleDto)
  jobField?: TitleDto;

  @IsInt() @Min(2000) @Max(2200)
  year: number;

  @IsUUID()
  zonePlanId: string;

  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(500) @ArrayUnique() @IsUUID(undefined, { each: true })
  unitIds: string[];

  @IsArray() @ArrayMaxSize(3) @ValidateNested({ each: true }) @Type(() => WriteTierDto)
  tiers: WriteTierDto[];

  @ApiPropertyOptional() @IsOptional() @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  finalOn?: string;
}

export class EnterPeopleDto implements EnterPeople {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(1_000) @ArrayUnique() @IsUUID(undefined, { each: true })
  personIds: string[];
}

export class DecideTieDto implements DecideTie {
  @IsArray() @ArrayMaxSize(1_000) @ArrayUnique() @IsUUID(undefined, { each: true })
  entryIds: string[];

  @IsString() @Length(1, 500)
  reason: string;
}

export class ScheduleTierExamDto implements ScheduleTierExam {
  @IsInt() @Min(1) @Max(20)
  stageOrdinal: number;

  @IsObject() @ValidateNested() @Type(() => TitleDto)
  title: TitleDto;

  @IsUUID()
  paperId: string;

  @ApiProperty({ enum: ['closed', 'open', 'restricted'] }) @IsIn(['closed', 'open', 'restricted'])
  mode: ExamMode;

  @IsISO8601({ strict: true })
  opensAt: string;

  @IsISO8601({ strict: true })
  lateUntil: string;

  @IsInt() @Min(1) @Max(86_400)
  durationSeconds: number;

  @IsArray() @ArrayMaxSize(20) @IsUUID(undefined, { each: true })
  referenceIds: string[];
}

export class AdvanceTierDto implements AdvanceTier {
  @Matches(/^[0-9a-f]{64}$/)
  digest: string;
}
