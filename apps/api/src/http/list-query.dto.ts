import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import type { ListQuery } from '#lib/contracts';

/** What every list accepts; a list with filters extends it. */
export class ListQueryDto implements ListQuery {
  @ApiPropertyOptional({ description: 'Search text' }) @IsOptional() @IsString() @MaxLength(100)
  q?: string;

  @ApiPropertyOptional({ description: 'A sortable field, with - before it for descending' }) @IsOptional() @IsString() @MaxLength(40)
  sort?: string;

  @ApiPropertyOptional({ description: '`next` of the page before' }) @IsOptional() @IsString() @MaxLength(600)
  cursor?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 200, default: 50 }) @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200)
  limit?: number;
}
