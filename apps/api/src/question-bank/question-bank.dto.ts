import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsObject, IsOptional, IsString, IsUUID, Length, MaxLength, ValidateNested } from 'class-validator';
import type { CommitImport, ImportField, MapImport, WriteReference } from '#lib/contracts';
import { TitleDto } from '../http/title.dto.js';

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

export class WriteReferenceDto implements WriteReference {
  @IsUUID()
  orgUnitId: string;

  @IsObject() @ValidateNested() @Type(() => TitleDto)
  title: TitleDto;

  @IsString() @Length(1, 900_000)
  text: string;
}
