import type { CallPerformance, ConfirmPerformance, ReopenSheet, SubmitSheet } from '#lib/contracts';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsString, IsUUID, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';

class PerformanceCommandDto {
  @IsUUID()
  readonly commandId: string;

  @IsUUID()
  readonly performanceId: string;

  @IsInt() @Min(0) @Max(2_147_483_647)
  readonly expectedVersion: number;
}

export class CallPerformanceDto extends PerformanceCommandDto implements CallPerformance {}

export class ConfirmPerformanceDto extends PerformanceCommandDto implements ConfirmPerformance {}

export class ReopenSheetDto extends PerformanceCommandDto implements ReopenSheet {
  @IsInt() @Min(1) @Max(99)
  readonly seat: number;

  @IsString() @MaxLength(500)
  readonly reason: string;
}

class MarkDto {
  @IsUUID()
  readonly criterionId: string;

  @Matches(/^\d{1,8}(\.\d{1,4})?$/)
  readonly mark: string;
}

export class SubmitSheetDto extends PerformanceCommandDto implements SubmitSheet {
  @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => MarkDto)
  readonly marks: MarkDto[];

  @IsString() @MaxLength(2_000)
  readonly comment: string;
}
