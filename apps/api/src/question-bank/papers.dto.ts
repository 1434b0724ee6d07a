import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsInt, IsISO8601, IsNumber, IsObject, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import {
  type CheckBlueprint, type DrawFilter, type DrawRule, type MultipleScoring, type PaperListItem, type PaperSection, type PaperSlot, type QuestionKind, questionKinds, type SealPaper, type WriteApart, type WritePaper,
} from '#lib/contracts';
import type { PapersFilter } from '#lib/question-bank';
import { ListQueryDto } from '../http/list-query.dto.js';
import { TitleDto } from '../http/title.dto.js';

const scorings: readonly MultipleScoring[] = ['all_or_nothing', 'partial_per_right', 'right_minus_wrong'];
const states: readonly PaperListItem['state'][] = ['draft', 'published', 'retired'];
const marksPattern = /^(?!0+(\.0+)?$)\d{1,4}(\.\d{1,4})?$/;
const flag = ({ value }: { value: unknown }): boolean => value === true || value === 'true';

export class PaperQueryDto extends ListQueryDto implements PapersFilter {
  @ApiPropertyOptional({ enum: states }) @IsOptional() @IsIn(states)
  state?: PaperListItem['state'];

  @ApiPropertyOptional({ type: Boolean }) @IsOptional() @Transform(flag) @IsBoolean()
  sealed?: boolean;
}

export class PaperSlotDto implements PaperSlot {
  @IsString() @Matches(/^[\w.-]{1,40}$/)
  slot: string;

  @IsUUID()
  questionVersionId: string;

  @IsString() @Matches(marksPattern)
  marks: string;

  @ApiProperty({ enum: scorings }) @IsIn(scorings)
  scoring: MultipleScoring;
}

export class DifficultyBandDto {
  @ApiPropertyOptional({ type: Number, minimum: 0, maximum: 1 }) @IsOptional() @IsNumber() @Min(0) @Max(1)
  min?: number;

  @ApiPropertyOptional({ type: Number, minimum: 0, maximum: 1 }) @IsOptional() @IsNumber() @Min(0) @Max(1)
  max?: number;
}

export class DrawFilterDto implements DrawFilter {
  @ApiPropertyOptional({ type: [String] }) @IsOptional() @IsArray() @ArrayMaxSize(100) @IsUUID(undefined, { each: true })
  categoryIds?: string[];

  @ApiPropertyOptional({ type: [String] }) @IsOptional() @IsArray() @ArrayMaxSize(100) @IsString({ each: true }) @MaxLength(100, { each: true })
  subjects?: string[];

  @ApiPropertyOptional({ type: [String] }) @IsOptional() @IsArray() @ArrayMaxSize(100) @IsString({ each: true }) @MaxLength(100, { each: true })
  tags?: string[];

  @ApiPropertyOptional({ isArray: true, enum: questionKinds }) @IsOptional() @IsArray() @ArrayMaxSize(20) @IsIn(questionKinds, { each: true })
  kinds?: QuestionKind[];

  @IsOptional() @IsObject() @ValidateNested() @Type(() => DifficultyBandDto)
  difficulty?: DifficultyBandDto;

  @IsOptional() @IsISO8601({ strict: true })
  notUsedSince?: string;
}

export class DrawRuleDto implements DrawRule {
  @IsString() @Matches(/^[\w.-]{1,30}$/)
  id: string;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: 200 }) @IsInt() @Min(1) @Max(200)
  count: number;

  @IsString() @Matches(marksPattern)
  marks: string;

  @ApiProperty({ enum: scorings }) @IsIn(scorings)
  scoring: MultipleScoring;

  @IsObject() @ValidateNested() @Type(() => DrawFilterDto)
  filter: DrawFilterDto;
}

export class PaperSectionDto implements PaperSection {
  @IsObject() @ValidateNested() @Type(() => TitleDto)
  title: TitleDto;

  @IsOptional() @IsObject() @ValidateNested() @Type(() => TitleDto)
  instructions?: TitleDto;

  @ApiProperty({ type: () => [PaperSlotDto] }) @IsArray() @ArrayMaxSize(500) @ValidateNested({ each: true }) @Type(() => PaperSlotDto)
  slots: PaperSlotDto[];

  @ApiPropertyOptional({ type: () => [DrawRuleDto] }) @IsOptional() @IsArray() @ArrayMaxSize(60) @ValidateNested({ each: true }) @Type(() => DrawRuleDto)
  rules?: DrawRuleDto[];

  @IsOptional() @IsBoolean()
  shuffleQuestions?: boolean;

  @IsOptional() @IsBoolean()
  shuffleOptions?: boolean;
}

export class WritePaperDto implements WritePaper {
  @IsUUID()
  orgUnitId: string;

  @IsObject() @ValidateNested() @Type(() => TitleDto)
  title: TitleDto;

  @ApiProperty({ type: () => [PaperSectionDto] }) @IsArray() @ArrayMaxSize(30) @ValidateNested({ each: true }) @Type(() => PaperSectionDto)
  sections: PaperSectionDto[];

  @IsBoolean()
  shuffleQuestions: boolean;

  @IsBoolean()
  shuffleOptions: boolean;
}

export class CheckBlueprintDto implements CheckBlueprint {
  @IsUUID()
  orgUnitId: string;

  @ApiProperty({ type: () => [PaperSectionDto] }) @IsArray() @ArrayMaxSize(30) @ValidateNested({ each: true }) @Type(() => PaperSectionDto)
  sections: PaperSectionDto[];
}

export class PreviewQueryDto {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 9999, default: 1 }) @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(9999)
  number?: number;

  @ApiPropertyOptional({ type: Boolean, description: 'With the keys, for who may see them' }) @IsOptional() @Transform(flag) @IsBoolean()
  keys?: boolean;
}

export class SealPaperDto implements SealPaper {
  @IsISO8601({ strict: true })
  until: string;

  @IsArray() @ArrayMinSize(2) @ArrayMaxSize(20) @IsUUID(undefined, { each: true })
  openerIds: string[];
}

export class WriteApartDto implements WriteApart {
  @IsArray() @ArrayMaxSize(200) @IsUUID(undefined, { each: true })
  questionIds: string[];
}
