import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsInt, IsObject, IsOptional, IsString, Matches, Max, Min, ValidateNested } from 'class-validator';
import type { WriteDictionaryEntry } from '#lib/contracts';
import { TitleDto } from '../http/title.dto.js';

export class DictionaryQueryDto {
  @ApiPropertyOptional({ type: 'boolean', description: 'Archived entries, too' }) @IsOptional() @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)) @IsBoolean()
  archived?: boolean;
}

export class WriteDictionaryEntryDto implements WriteDictionaryEntry {
  @IsString() @Matches(/^\s*[\p{L}\p{N}._-]{1,40}\s*$/u)
  code: string;

  @IsObject() @ValidateNested() @Type(() => TitleDto)
  title: TitleDto;

  @IsInt() @Min(0) @Max(100_000)
  sort: number;
}
