import type { AcknowledgeActs, AttemptBeat } from '#lib/contracts';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, IsUUID, Max, Min } from 'class-validator';

export class AcknowledgeActsDto implements AcknowledgeActs {
  @IsUUID()
  readonly attemptId: string;

  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(50) @IsUUID(undefined, { each: true })
  readonly actIds: string[];
}

export class AttemptBeatDto implements AttemptBeat {
  @IsUUID()
  readonly attemptId: string;

  @IsInt() @Min(0) @Max(10_000)
  readonly unsent: number;
}
