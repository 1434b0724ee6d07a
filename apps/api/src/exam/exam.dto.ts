import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, IsObject, IsOptional, IsString, Length, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import type { ExtendExam, SaveCommand, SaveItem, TakeoverCommand } from '#lib/contracts';
import { RecognizedBy } from '../http/input.pipe.js';
import { isSaveCommand } from './is-save-command.js';
import { ResponseBodyDto } from './response-body.dto.js';

export class ExtendExamDto implements ExtendExam {
  @IsInt() @Min(1) @Max(14_400)
  seconds: number;

  @IsString() @Length(1, 500)
  reason: string;
}

export class SaveItemDto implements SaveItem {
  @IsString() @Length(1, 40)
  slot: string;

  @IsInt() @Min(1) @Max(2_147_483_647)
  writer: number;

  @IsInt() @Min(0) @Max(2_147_483_647)
  seq: number;

  @IsObject() @ValidateNested() @Type(() => ResponseBodyDto)
  body: ResponseBodyDto;
}

@RecognizedBy(isSaveCommand)
export class SaveCommandDto implements SaveCommand {
  @ApiProperty({ type: () => [SaveItemDto] }) @IsArray() @ArrayMinSize(1) @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => SaveItemDto)
  items: SaveItemDto[];
}

export class TakeoverCommandDto implements TakeoverCommand {
  @IsOptional() @IsString() @MaxLength(500)
  reason?: string;
}

export class ReferenceSearchDto {
  @IsString() @Length(1, 100)
  q: string;
}
