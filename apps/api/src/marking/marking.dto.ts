import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { GiveMark } from '#lib/contracts';

export class GiveMarkDto implements GiveMark {
  @Matches(/^\d{1,8}(\.\d{1,4})?$/)
  mark: string;

  @ApiPropertyOptional({ type: String }) @IsOptional() @IsString() @MaxLength(2_000)
  comment?: string;
}
