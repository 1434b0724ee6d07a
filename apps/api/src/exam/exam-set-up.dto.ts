import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsISO8601, IsObject, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min, Validate, ValidateIf, ValidateNested, ValidatorConstraint, type ValidatorConstraintInterface } from 'class-validator';
import type {
  Accommodations, AddCandidates, ApplyExamChange, ApplySeating, AttemptPolicy, AttemptState, CandidateRuling, ChangeExam, ExamMode, ExamNavigation, ExamSignIn, ImportCandidates, IssueEntryCode, MakeUp,
  PreviewSeating, ReleasePolicy, RemoveCandidates, ReviewMoment, ReviewPolicy, RuleOnCandidates, SelectCandidates, StartExam, WriteCandidate, WriteExam, WriteExamRules, WriteRoom, WriteSitting,
} from '#lib/contracts';
import type { CandidateFilter } from '#lib/exam';
import { ListQueryDto } from '../http/list-query.dto.js';
import { TitleDto } from '../http/title.dto.js';

const states: readonly AttemptState[] = ['not_started', 'in_progress', 'paused', 'submitted', 'marked', 'released', 'absent', 'postponed', 'cancelled'];
const modes: readonly ExamMode[] = ['closed', 'open', 'restricted'];
const whens = ['never', 'after_release', 'at_time'] as const;
const given = (_: unknown, value: unknown): boolean => value !== undefined && value !== null;

@ValidatorConstraint({ name: 'secondsOrNull' })
class SecondsOrNull implements ValidatorConstraintInterface {
  validate(seconds: unknown): boolean {
    return seconds === null || (Number.isInteger(seconds) && (seconds as number) >= 1 && (seconds as number) <= 86_400);
  }
}

export class ReviewMomentDto implements ReviewMoment {
  @ApiProperty({ enum: whens }) @IsIn(whens)
  when: ReviewMoment['when'];

  @ValidateIf((moment: ReviewMomentDto) => moment.when === 'at_time' || moment.at !== undefined) @IsISO8601({ strict: true })
  at?: string;
}

export class ReviewPolicyDto implements ReviewPolicy {
  @IsObject() @ValidateNested() @Type(() => ReviewMomentDto)
  marks: ReviewMomentDto;

  @IsObject() @ValidateNested() @Type(() => ReviewMomentDto)
  responses: ReviewMomentDto;

  @IsObject() @ValidateNested() @Type(() => ReviewMomentDto)
  keys: ReviewMomentDto;

  @IsObject() @ValidateNested() @Type(() => ReviewMomentDto)
  explanations: ReviewMomentDto;
}

export class WriteSittingDto implements WriteSitting {
  @IsObject() @ValidateNested() @Type(() => TitleDto)
  title: TitleDto;

  @IsISO8601({ strict: true })
  opensAt: string;

  @IsISO8601({ strict: true })
  lateUntil: string;
}

class ExamRulesDto implements WriteExamRules {
  @IsOptional() @IsInt() @Min(0) @Max(86_400)
  earliestSubmitSeconds?: number;

  @IsOptional() @IsInt() @Min(1) @Max(10)
  attemptsAllowed?: number;

  @ApiPropertyOptional({ enum: ['best', 'last', 'first'] }) @IsOptional() @IsIn(['best', 'last', 'first'])
  attemptPolicy?: AttemptPolicy;

  @ApiPropertyOptional({ enum: ['free', 'by_section', 'forward'] }) @IsOptional() @IsIn(['free', 'by_section', 'forward'])
  navigation?: ExamNavigation;

  @ApiPropertyOptional({ type: 'array', items: { type: 'integer', nullable: true }, nullable: true })
  @ValidateIf(given) @IsArray() @ArrayMaxSize(50) @Validate(SecondsOrNull, { each: true })
  sectionSeconds?: (number | null)[] | null;

  @ApiPropertyOptional({ enum: ['manual', 'when_marked', 'at_time'] }) @IsOptional() @IsIn(['manual', 'when_marked', 'at_time'])
  release?: ReleasePolicy;

  @ApiPropertyOptional({ type: String, nullable: true }) @ValidateIf(given) @IsISO8601({ strict: true })
  releaseAt?: string | null;

  @IsOptional() @IsObject() @ValidateNested() @Type(() => ReviewPolicyDto)
  review?: ReviewPolicyDto;

  @ApiPropertyOptional({ type: () => TitleDto, nullable: true }) @ValidateIf(given) @IsObject() @ValidateNested() @Type(() => TitleDto)
  instructions?: TitleDto | null;

  @IsOptional() @IsArray() @ArrayMaxSize(50) @IsString({ each: true }) @MaxLength(50, { each: true })
  addressRanges?: string[];

  @ApiPropertyOptional({ type: String, nullable: true }) @ValidateIf(given) @IsString() @Length(4, 40)
  accessCode?: string | null;
}

export class WriteExamDto extends ExamRulesDto implements WriteExam {
  @IsUUID()
  orgUnitId: string;

  @IsObject() @ValidateNested() @Type(() => TitleDto)
  title: TitleDto;

  @IsUUID()
  paperId: string;

  @ApiProperty({ enum: modes }) @IsIn(modes)
  mode: ExamMode;

  @IsISO8601({ strict: true })
  opensAt: string;

  @IsISO8601({ strict: true })
  lateUntil: string;

  @IsInt() @Min(1) @Max(86_400)
  durationSeconds: number;

  @IsOptional() @IsInt() @Min(0) @Max(3_600)
  graceSeconds?: number;

  @ApiPropertyOptional({ type: String, nullable: true }) @ValidateIf(given) @Matches(/^\d{1,8}(\.\d{1,4})?$/)
  passMark?: string | null;

  @IsArray() @ArrayMaxSize(20) @IsUUID(undefined, { each: true })
  referenceIds: string[];

  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => WriteSittingDto)
  sittings?: WriteSittingDto[];
}

class ChangeSittingDto {
  @IsUUID()
  id: string;

  @IsOptional() @IsObject() @ValidateNested() @Type(() => TitleDto)
  title?: TitleDto;

  @IsOptional() @IsISO8601({ strict: true })
  opensAt?: string;

  @IsOptional() @IsISO8601({ strict: true })
  lateUntil?: string;
}

export class ChangeExamDto extends ExamRulesDto implements ChangeExam {
  @IsOptional() @IsObject() @ValidateNested() @Type(() => TitleDto)
  title?: TitleDto;

  @IsOptional() @IsUUID()
  paperId?: string;

  @ApiPropertyOptional({ enum: modes }) @IsOptional() @IsIn(modes)
  mode?: ExamMode;

  @IsOptional() @IsInt() @Min(1) @Max(86_400)
  durationSeconds?: number;

  @IsOptional() @IsInt() @Min(0) @Max(3_600)
  graceSeconds?: number;

  @ApiPropertyOptional({ type: String, nullable: true }) @ValidateIf(given) @Matches(/^\d{1,8}(\.\d{1,4})?$/)
  passMark?: string | null;

  @IsOptional() @IsArray() @ArrayMaxSize(20) @IsUUID(undefined, { each: true })
  referenceIds?: string[];

  @IsOptional() @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => ChangeSittingDto)
  sittings?: ChangeSittingDto[];
}

export class ApplyExamChangeDto extends ChangeExamDto implements ApplyExamChange {
  @IsOptional() @IsString() @MaxLength(100)
  digest?: string;
}

export class WriteRoomDto implements WriteRoom {
  @IsUUID()
  sittingId: string;

  @IsObject() @ValidateNested() @Type(() => TitleDto)
  title: TitleDto;

  @ApiPropertyOptional({ type: String, nullable: true }) @ValidateIf(given) @IsString() @MaxLength(200)
  place?: string | null;

  @IsInt() @Min(1) @Max(2_000)
  capacity: number;

  @ApiPropertyOptional({ type: 'integer', nullable: true }) @ValidateIf(given) @IsInt() @Min(1) @Max(100)
  rows?: number | null;

  @ApiPropertyOptional({ type: 'integer', nullable: true }) @ValidateIf(given) @IsInt() @Min(1) @Max(100)
  columns?: number | null;

  @IsOptional() @IsArray() @ArrayMaxSize(50) @IsString({ each: true }) @MaxLength(50, { each: true })
  addressRanges?: string[];
}

export class CandidateQueryDto extends ListQueryDto implements CandidateFilter {
  @ApiPropertyOptional({ enum: states }) @IsOptional() @IsIn(states)
  state?: AttemptState;

  @IsOptional() @IsUUID()
  sittingId?: string;

  @IsOptional() @IsUUID()
  roomId?: string;

  @IsOptional() @Transform(({ value }) => value === 'true' || value === true) @IsBoolean()
  withoutRoom?: boolean;
}

export class AddCandidatesDto implements AddCandidates {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(5_000) @ArrayUnique() @IsUUID(undefined, { each: true })
  personIds: string[];

  @IsOptional() @IsUUID()
  sittingId?: string;
}

export class SelectCandidatesDto implements SelectCandidates {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(500) @IsUUID(undefined, { each: true })
  orgUnitIds: string[];

  @IsArray() @ArrayMaxSize(100) @IsUUID(undefined, { each: true })
  entryIds: string[];

  @IsOptional() @IsUUID()
  sittingId?: string;

  @IsBoolean()
  dryRun: boolean;
}

export class ImportCandidatesDto implements ImportCandidates {
  @IsString() @Length(1, 900_000)
  text: string;

  @IsOptional() @IsUUID()
  sittingId?: string;

  @IsBoolean()
  dryRun: boolean;
}

export class RemoveCandidatesDto implements RemoveCandidates {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(5_000) @IsUUID(undefined, { each: true })
  candidateIds: string[];
}

export class AccommodationsDto implements Accommodations {
  @IsOptional() @IsInt() @Min(0) @Max(300)
  extraPercent?: number;

  @IsOptional() @IsInt() @Min(0) @Max(86_400)
  extraSeconds?: number;

  @IsOptional() @IsBoolean()
  largerText?: boolean;

  @IsOptional() @IsBoolean()
  reader?: boolean;

  @IsOptional() @IsBoolean()
  separateRoom?: boolean;

  @IsOptional() @IsString() @MaxLength(500)
  note?: string;
}

export class WriteCandidateDto implements WriteCandidate {
  @IsUUID()
  sittingId: string;

  @ApiProperty({ type: String, nullable: true }) @ValidateIf((_, value) => value !== null) @IsUUID()
  roomId: string | null;

  @ApiProperty({ type: 'integer', nullable: true }) @ValidateIf((_, value) => value !== null) @IsInt() @Min(1) @Max(2_000)
  seat: number | null;

  @IsObject() @ValidateNested() @Type(() => AccommodationsDto)
  accommodations: AccommodationsDto;
}

export class RuleOnCandidatesDto implements RuleOnCandidates {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(500) @IsUUID(undefined, { each: true })
  candidateIds: string[];

  @ApiProperty({ enum: ['absent', 'postponed', 'cancelled', 'restored'] }) @IsIn(['absent', 'postponed', 'cancelled', 'restored'])
  ruling: CandidateRuling;

  @IsString() @Length(1, 500)
  reason: string;
}

export class MakeUpDto implements MakeUp {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(500) @IsUUID(undefined, { each: true })
  candidateIds: string[];

  @IsUUID()
  examId: string;

  @IsUUID()
  sittingId: string;

  @IsString() @Length(1, 500)
  reason: string;
}

export class PreviewSeatingDto implements PreviewSeating {
  @IsUUID()
  sittingId: string;

  @ApiProperty({ enum: ['by_unit', 'random', 'by_list'] }) @IsIn(['by_unit', 'random', 'by_list'])
  method: PreviewSeating['method'];

  @IsOptional() @IsString() @MaxLength(100)
  seed?: string;

  @IsOptional() @IsBoolean()
  keepSeated?: boolean;
}

export class ApplySeatingDto extends PreviewSeatingDto implements ApplySeating {
  @IsString() @MaxLength(100)
  digest: string;
}

export class IssueEntryCodeDto implements IssueEntryCode {
  @IsOptional() @Matches(/^\d{6}$/)
  deviceNumber?: string;
}

export class ExamSignInDto implements ExamSignIn {
  @IsString() @Length(1, 40)
  admissionNumber: string;

  @ValidateIf((body: ExamSignInDto) => body.oneTimeCode === undefined) @IsString() @Length(1, 100)
  roomPassword?: string;

  @IsOptional() @IsString() @Length(1, 20)
  oneTimeCode?: string;
}

export class StartExamDto implements StartExam {
  @IsOptional() @IsString() @MaxLength(40)
  accessCode?: string;
}
