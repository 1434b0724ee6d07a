import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsInt, IsObject, IsOptional, IsUUID, Matches, Max, Min, ValidateIf, ValidateNested } from 'class-validator';
import type { WritePanel } from '#lib/contracts';
import { TitleDto } from '../http/title.dto.js';

export class PanelJudgeDto {
  @IsUUID()
  personId: string;

  @IsInt() @Min(1) @Max(99)
  seat: number;

  @IsBoolean()
  chief: boolean;
}

export class WriteCriterionDto {
  @IsObject() @ValidateNested() @Type(() => TitleDto)
  title: TitleDto;

  @IsOptional() @IsObject() @ValidateNested() @Type(() => TitleDto)
  hint?: TitleDto;

  @Matches(/^\d{1,8}(\.\d{1,4})?$/)
  max: string;

  @Matches(/^\d{1,8}(\.\d{1,4})?$/)
  step: string;
}

export class WritePanelDto implements WritePanel {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(99) @ValidateNested({ each: true }) @Type(() => PanelJudgeDto)
  judges: PanelJudgeDto[];

  @IsArray() @ArrayMaxSize(30) @ValidateNested({ each: true }) @Type(() => WriteCriterionDto)
  criteria: WriteCriterionDto[];

  @IsInt() @Min(0) @Max(20)
  dropHigh: number;

  @IsInt() @Min(0) @Max(20)
  dropLow: number;

  @ApiProperty({ type: 'integer', nullable: true }) @ValidateIf((_, value) => value !== null) @IsInt() @Min(1) @Max(86_400)
  seconds: number | null;
}
