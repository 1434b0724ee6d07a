import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsISO8601, IsNumber, IsObject, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import {
  type BulkQuestions, type FindSimilar, type MultipleScoring, type PreviewQuestion, type QuestionContent, type QuestionKey, type QuestionKind, questionKinds, type QuestionState, type RenameTags, type ResponseBody,
  type ReturnQuestion, type ReviewNote, type WriteComment, type WriteQuestion,
} from '#lib/contracts';
import type { QuestionFilter } from '#lib/question-bank';
import { ListQueryDto } from '../http/list-query.dto.js';

const states: readonly QuestionState[] = ['draft', 'in_review', 'published', 'retired'];
const scorings: readonly MultipleScoring[] = ['all_or_nothing', 'partial_per_right', 'right_minus_wrong'];
const bulkActs: readonly BulkQuestions['act'][] = ['submit', 'approve', 'return', 'retire', 'restore', 'move', 'tag', 'untag'];
const marks = /^(?!0+(\.0+)?$)\d{1,4}(\.\d{1,4})?$/;

const Word = (length: number): PropertyDecorator => (target, property) => { ApiPropertyOptional()(target, property); IsOptional()(target, property); IsString()(target, property); MaxLength(length)(target, property); };
const Share = (): PropertyDecorator => (target, property) => {
  ApiPropertyOptional({ type: 'number', minimum: 0, maximum: 1 })(target, property);
  for (const decorate of [IsOptional(), Type(() => Number), IsNumber(), Min(0), Max(1)]) decorate(target, property);
};

export class QuestionQueryDto extends ListQueryDto implements QuestionFilter {
  @ApiPropertyOptional({ enum: questionKinds }) @IsOptional() @IsIn(questionKinds)
  kind?: QuestionKind;

  @ApiPropertyOptional({ enum: states }) @IsOptional() @IsIn(states)
  state?: QuestionState;

  @Word(100)
  subject?: string;

  @Word(100)
  jobField?: string;

  @ApiPropertyOptional({ description: 'Tags, any of which it must have: repeated, or with commas between', isArray: true, type: String }) @IsOptional()
  @Transform(({ value }: { value: string | string[] }) => [value].flat().flatMap((one) => one.split(',')).filter(Boolean))
  @IsArray() @ArrayMaxSize(20) @IsString({ each: true }) @MaxLength(60, { each: true })
  tags?: string[];

  @ApiPropertyOptional({ description: 'With the categories below it' }) @IsOptional() @IsUUID()
  categoryId?: string;

  @ApiPropertyOptional() @IsOptional() @IsUUID()
  orgUnitId?: string;

  @Share()
  difficultyMin?: number;

  @Share()
  difficultyMax?: number;

  @Share()
  facilityMin?: number;

  @Share()
  facilityMax?: number;

  @ApiPropertyOptional({ type: 'boolean', description: 'Whether an exam has held it' }) @IsOptional() @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)) @IsBoolean()
  used?: boolean;

  @ApiPropertyOptional({ format: 'date-time' }) @IsOptional() @IsISO8601()
  notUsedSince?: string;

  @ApiPropertyOptional() @IsOptional() @IsUUID()
  authorId?: string;

  @ApiPropertyOptional({ enum: ['draft', 'in_review'], description: 'A version in work in that state, also beside a published one; `in_review` is the review queue' }) @IsOptional() @IsIn(['draft', 'in_review'])
  work?: 'draft' | 'in_review';
}

export class ShownQueryDto {
  @ApiPropertyOptional({ enum: ['draft', 'published'], default: 'draft' }) @IsOptional() @IsIn(['draft', 'published'])
  shown?: 'draft' | 'published';
}

export class WriteQuestionDto implements WriteQuestion {
  @IsUUID()
  orgUnitId: string;

  @ApiProperty({ nullable: true, type: String }) @ValidateIf((_, value) => value !== null) @IsUUID()
  categoryId: string | null;

  // What stands in them is checked by kind, with a path for every problem.
  @ApiProperty({ type: 'object', additionalProperties: true }) @IsObject()
  content: QuestionContent;

  @ApiProperty({ type: 'object', additionalProperties: true }) @IsObject()
  key: QuestionKey;

  @IsString() @Matches(marks)
  defaultMarks: string;

  @ApiPropertyOptional({ enum: scorings, nullable: true }) @IsOptional() @IsIn(scorings)
  scoring?: MultipleScoring | null;

  @ApiProperty({ nullable: true, type: String }) @ValidateIf((_, value) => value !== null) @IsString() @MaxLength(100)
  subject: string | null;

  @ApiProperty({ nullable: true, type: Number }) @ValidateIf((_, value) => value !== null) @IsNumber() @Min(0) @Max(1)
  difficulty: number | null;

  @IsArray() @ArrayMaxSize(30) @IsString({ each: true }) @Length(1, 60, { each: true })
  tags: string[];

  @IsArray() @ArrayMaxSize(30) @IsString({ each: true }) @Length(1, 100, { each: true })
  jobFields: string[];

  @ApiProperty({ nullable: true, type: String }) @ValidateIf((_, value) => value !== null) @IsString() @MaxLength(500)
  source: string | null;

  @ApiProperty({ nullable: true, type: String }) @ValidateIf((_, value) => value !== null) @IsUUID()
  sourceArticleId: string | null;

  @Word(1_000)
  note?: string;
}

export class ReviewNoteDto implements ReviewNote {
  @Word(5_000)
  note?: string;
}

export class ReturnQuestionDto implements ReturnQuestion {
  @IsString() @Length(1, 5_000) @Matches(/\S/)
  note: string;
}

export class DiffQueryDto {
  @ApiProperty() @IsUUID()
  from: string;

  @ApiProperty() @IsUUID()
  to: string;
}

export class WriteCommentDto implements WriteComment {
  @IsString() @Length(1, 5_000) @Matches(/\S/)
  text: string;
}

export class FindSimilarDto implements FindSimilar {
  @ApiProperty({ type: 'object', additionalProperties: true }) @IsObject()
  content: QuestionContent;

  @IsOptional() @IsUUID()
  excludeId?: string;
}

export class PreviewQuestionDto implements PreviewQuestion {
  @ApiProperty({ type: 'object', additionalProperties: true }) @IsObject()
  content: QuestionContent;

  @ApiProperty({ type: 'object', additionalProperties: true }) @IsObject()
  key: QuestionKey;

  @IsString() @Matches(marks)
  marks: string;

  @ApiPropertyOptional({ enum: scorings, nullable: true }) @IsOptional() @IsIn(scorings)
  scoring?: MultipleScoring | null;

  @ApiPropertyOptional({ type: 'object', additionalProperties: true }) @IsOptional() @IsObject()
  response?: ResponseBody;
}

export class BulkQuestionsDto implements BulkQuestions {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20_000) @IsUUID(undefined, { each: true })
  ids: string[];

  @ApiProperty({ enum: bulkActs }) @IsIn(bulkActs)
  act: BulkQuestions['act'];

  @IsOptional() @IsUUID()
  categoryId?: string;

  @IsOptional() @IsArray() @ArrayMaxSize(30) @IsString({ each: true }) @Length(1, 60, { each: true })
  tags?: string[];

  @Word(5_000)
  note?: string;
}

export class TagQueryDto {
  @Word(60)
  q?: string;
}

export class RenameTagsDto implements RenameTags {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(30) @IsString({ each: true }) @Length(1, 60, { each: true })
  from: string[];

  @ApiProperty({ nullable: true, type: String }) @ValidateIf((_, value) => value !== null) @IsString() @Length(1, 60)
  to: string | null;
}

export class ArticleQueryDto {
  @Word(100)
  q?: string;
}
