import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsObject, IsOptional, IsUUID, ValidateIf, ValidateNested } from 'class-validator';
import type { MoveCategory, WriteCategory } from '#lib/contracts';
import { TitleDto } from '../http/title.dto.js';

export class WriteCategoryDto implements WriteCategory {
  @IsUUID()
  orgUnitId: string;

  @ApiProperty({ nullable: true, type: String }) @ValidateIf((_, value) => value !== null) @IsUUID()
  parentId: string | null;

  @IsObject() @ValidateNested() @Type(() => TitleDto)
  title: TitleDto;

  @IsBoolean()
  sharedBelow: boolean;

  @IsArray() @ArrayMaxSize(200) @IsUUID(undefined, { each: true })
  sharedWithIds: string[];
}

export class MoveCategoryDto implements MoveCategory {
  @ApiProperty({ nullable: true, type: String }) @ValidateIf((_, value) => value !== null) @IsUUID()
  parentId: string | null;
}

export class DeleteCategoryQueryDto {
  @ApiPropertyOptional({ description: 'Where its questions and categories go first' }) @IsOptional() @IsUUID()
  moveTo?: string;
}
