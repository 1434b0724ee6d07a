import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsNumber, IsObject, IsOptional, IsString, IsUUID, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { type CommitImport, type ExportQuestions, importFields, type ImportField, type MapImport, type QuestionKind, questionKinds, type QuestionState } from '#lib/contracts';

const languages = ['zh', 'en'] as const;
const states: readonly QuestionState[] = ['draft', 'in_review', 'published', 'retired'];

export class MapImportDto implements MapImport {
  @ApiProperty({ isArray: true, enum: importFields, description: 'One per column of the sheet; none when the sheet changes' }) @IsArray() @ArrayMaxSize(100) @IsIn(importFields, { each: true })
  fields: ImportField[];

  @ApiPropertyOptional({ description: 'Another sheet of the workbook' }) @IsOptional() @IsString() @MaxLength(100)
  sheet?: string;
}

export class CommitImportDto implements CommitImport {
  @ApiProperty({ enum: ['all', 'good'] }) @IsIn(['all', 'good'])
  rows: 'all' | 'good';

  @IsUUID()
  orgUnitId: string;

  @IsOptional() @IsString() @MaxLength(100)
  subject?: string;

  @IsOptional() @IsUUID()
  categoryId?: string;

  @IsOptional() @IsBoolean()
  createCategories?: boolean;

  @IsOptional() @IsArray() @ArrayMaxSize(20) @IsString({ each: true }) @MaxLength(50, { each: true })
  tags?: string[];

  @ApiPropertyOptional({ enum: ['draft', 'published'] }) @IsOptional() @IsIn(['draft', 'published'])
  state?: 'draft' | 'published';

  @IsOptional() @IsBoolean()
  leaveOutSimilar?: boolean;
}

class ExportFilterDto implements NonNullable<ExportQuestions['filter']> {
  @IsOptional() @IsString() @MaxLength(200)
  q?: string;

  @ApiPropertyOptional({ enum: questionKinds }) @IsOptional() @IsIn(questionKinds)
  kind?: QuestionKind;

  @ApiPropertyOptional({ enum: states }) @IsOptional() @IsIn(states)
  state?: QuestionState;

  @IsOptional() @IsString() @MaxLength(100)
  subject?: string;

  @IsOptional() @IsUUID()
  categoryId?: string;

  @IsOptional() @IsString() @MaxLength(100)
  tag?: string;

  @IsOptional() @IsNumber() @Min(0) @Max(1)
  difficultyMin?: number;

  @IsOptional() @IsNumber() @Min(0) @Max(1)
  difficultyMax?: number;
}

export class ExportQuestionsDto implements ExportQuestions {
  @ApiProperty({ enum: ['xlsx', 'json'] }) @IsIn(['xlsx', 'json'])
  format: 'xlsx' | 'json';

  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(5_000) @IsUUID(undefined, { each: true })
  ids?: string[];

  @IsOptional() @IsObject() @ValidateNested() @Type(() => ExportFilterDto)
  filter?: ExportFilterDto;

  @IsBoolean()
  withKeys: boolean;

  @ApiPropertyOptional({ enum: languages }) @IsOptional() @IsIn(languages)
  lang?: 'zh' | 'en';
}

export class TemplateQueryDto {
  @ApiPropertyOptional({ enum: ['xlsx', 'csv'] }) @IsOptional() @IsIn(['xlsx', 'csv'])
  format?: 'xlsx' | 'csv';

  @ApiPropertyOptional({ enum: languages }) @IsOptional() @IsIn(languages)
  lang?: 'zh' | 'en';
}
