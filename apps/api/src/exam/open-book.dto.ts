import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsInt, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import type { EnterStep, RecordOpenings, WriteCandidateNote } from '#lib/contracts';

export class WriteCandidateNoteDto implements WriteCandidateNote {
  @IsBoolean() bookmarked!: boolean;
  @IsString() @MaxLength(2000) text!: string;
}

export class RecordOpeningsDto implements RecordOpenings {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(50) @IsUUID(undefined, { each: true }) articleIds!: string[];
}

export class EnterStepDto implements EnterStep {
  @IsInt() @Min(0) @Max(1000) step!: number;
}
