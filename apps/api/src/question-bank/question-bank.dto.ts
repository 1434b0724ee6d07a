import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsObject, IsOptional, IsString, IsUUID, Length, Matches, MaxLength, ValidateNested } from 'class-validator';
import type { CommitImport, ImportField, MapImport, MultipleScoring, PaperSection, PaperSlot, WritePaper, WriteReference } from '#lib/contracts';
import { TitleDto } from '../http/title.dto.js';

const scorings: readonly MultipleScoring[] = ['all_or_nothing', 'partial_per_right', 'right_minus_wrong'];
const fields: readonly ImportField[] = [
  'ignore', 'number', 'kind', 'stem', 'key', 'marks', 'explanation', 'subject', 'difficulty', 'source',
  'optionA', 'optionB', 'optionC', 'optionD', 'optionE', 'optionF', 'optionG', 'optionH',
];

export class MapImportDto implements MapImport {
  @ApiProperty({ isArray: true, enum: fields, description: 'One per column of the file' }) @IsArray() @ArrayMaxSize(100) @IsIn(fields, { each: true })
  fields: ImportField[];
}

export class CommitImportDto implements CommitImport {
  @ApiProperty({ enum: ['all', 'good'] }) @IsIn(['all', 'good'])
  rows: 'all' | 'good';

  @IsOptional() @IsString() @MaxLength(100)
  subject?: string;

  @IsUUID()
  orgUnitId: string;
}

export class PaperSlotDto implements PaperSlot {
  @IsString() @Matches(/^[\w.-]{1,40}$/)
  slot: string;

  @IsUUID()
  questionVersionId: string;

  @IsString() @Matches(/^(?!0+(\.0+)?$)\d{1,4}(\.\d{1,4})?$/)
  marks: string;

  @ApiProperty({ enum: scorings }) @IsIn(scorings)
  scoring: MultipleScoring;
}

export class PaperSectionDto implements PaperSection {
  @IsObject() @ValidateNested() @Type(() => TitleDto)
  title: TitleDto;

  @IsOptional() @IsObject() @ValidateNested() @Type(() => TitleDto)
  instructions?: TitleDto;

  @ApiProperty({ type: () => [PaperSlotDto] }) @IsArray() @ArrayMaxSize(500) @ValidateNested({ each: true }) @Type(() => PaperSlotDto)
  slots: PaperSlotDto[];
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

export class WriteReferenceDto implements WriteReference {
  @IsUUID()
  orgUnitId: string;

  @IsObject() @ValidateNested() @Type(() => TitleDto)
  title: TitleDto;

  @IsString() @Length(1, 900_000)
  text: string;
}
