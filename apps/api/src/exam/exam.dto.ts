import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsISO8601, IsObject, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min, ValidateIf, ValidateNested } from 'class-validator';
import type { AddCandidates, AttemptState, ExamMode, ExtendExam, ResponseBody, SaveCommand, SaveItem, TakeoverCommand, WriteExam } from '#lib/contracts';
import type { CandidateFilter } from '#lib/exam';
import { ListQueryDto } from '../http/list-query.dto.js';
import { RecognizedBy } from '../http/input.pipe.js';
import { TitleDto } from '../http/title.dto.js';
import { isSaveCommand } from './is-save-command.js';

const states: readonly AttemptState[] = ['not_started', 'in_progress', 'paused', 'submitted', 'marked', 'released', 'absent', 'postponed', 'cancelled'];

export class WriteExamDto implements WriteExam {
  @IsUUID()
  orgUnitId: string;

  @IsObject() @ValidateNested() @Type(() => TitleDto)
  title: TitleDto;

  @IsUUID()
  paperId: string;

  @ApiProperty({ enum: ['closed', 'open'] }) @IsIn(['closed', 'open'])
  mode: ExamMode;

  @IsISO8601({ strict: true })
  opensAt: string;

  @IsISO8601({ strict: true })
  lateUntil: string;

  @IsInt() @Min(1) @Max(86_400)
  durationSeconds: number;

  @IsOptional() @IsInt() @Min(0) @Max(3_600)
  graceSeconds?: number;

  @ApiPropertyOptional({ type: String, nullable: true }) @ValidateIf((_, value) => value !== undefined && value !== null) @Matches(/^\d{1,8}(\.\d{1,4})?$/)
  passMark?: string | null;

  @IsArray() @ArrayMaxSize(20) @IsUUID(undefined, { each: true })
  referenceIds: string[];
}

export class CandidateQueryDto extends ListQueryDto implements CandidateFilter {
  @ApiPropertyOptional({ enum: states }) @IsOptional() @IsIn(states)
  state?: AttemptState;
}

export class AddCandidatesDto implements AddCandidates {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(5_000) @ArrayUnique() @IsUUID(undefined, { each: true })
  personIds: string[];
}

export class ExtendExamDto implements ExtendExam {
  @IsInt() @Min(1) @Max(14_400)
  seconds: number;

  @IsString() @Length(1, 500)
  reason: string;
}

export class ResponseBodyDto implements ResponseBody {
  @IsArray() @ArrayMaxSize(26) @IsString({ each: true }) @MaxLength(40, { each: true })
  chosen: string[];

  @IsOptional() @IsBoolean()
  flagged?: boolean;
}

export class SaveItemDto implements SaveItem {
  @IsString() @Length(1, 40)
  slot: string;

  @IsInt() @Min(1) @Max(2_147_483_647)
  writer: number;

  @IsInt() @Min(0) @Max(2_147_483_647)
  seq: number;

  @IsObject() @ValidateNested() @Type(() => ResponseBodyDto)
  body: ResponseBodyDto;
}

@RecognizedBy(isSaveCommand)
export class SaveCommandDto implements SaveCommand {
  @ApiProperty({ type: () => [SaveItemDto] }) @IsArray() @ArrayMinSize(1) @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => SaveItemDto)
  items: SaveItemDto[];
}

export class TakeoverCommandDto implements TakeoverCommand {
  @IsOptional() @IsString() @MaxLength(500)
  reason?: string;
}

export class ReferenceSearchDto {
  @IsString() @Length(1, 100)
  q: string;
}
