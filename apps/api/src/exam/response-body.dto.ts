import { ApiPropertyOptional } from '@nestjs/swagger';
import { plainToInstance } from 'class-transformer';
import {
  ArrayMaxSize, IsArray, IsBoolean, IsOptional, IsString, IsUUID, MaxLength, Validate, validateSync, ValidatorConstraint, type ValidatorConstraintInterface,
} from 'class-validator';
import type { ResponseBody } from '#lib/contracts';

function isMap(value: unknown, most: number): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length <= most && Object.keys(value).every((id) => /^[\w-]{1,40}$/.test(id));
}

@ValidatorConstraint({ name: 'textsById' })
class TextsById implements ValidatorConstraintInterface {
  validate(texts: unknown): boolean {
    return isMap(texts, 100) && Object.values(texts).every((text) => typeof text === 'string' && text.length <= 2_000);
  }
}

/** One response without parts; what fits the question is decided by the candidate's form. */
export class SimpleResponseDto implements Omit<ResponseBody, 'parts' | 'flagged'> {
  @IsOptional() @IsArray() @ArrayMaxSize(100) @IsString({ each: true }) @MaxLength(40, { each: true })
  chosen?: string[];

  @IsOptional() @IsString() @MaxLength(20_000)
  text?: string;

  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string' } }) @IsOptional() @Validate(TextsById)
  gaps?: Record<string, string>;

  @IsOptional() @IsArray() @ArrayMaxSize(10) @IsUUID(undefined, { each: true })
  files?: string[];
}

@ValidatorConstraint({ name: 'responsesById' })
class ResponsesById implements ValidatorConstraintInterface {
  /** Decorators do not reach into a map, so that each part is checked here, as strictly. */
  validate(parts: unknown): boolean {
    return isMap(parts, 20) && Object.values(parts).every((part) => typeof part === 'object' && part !== null && !Array.isArray(part)
      && validateSync(plainToInstance(SimpleResponseDto, part), { whitelist: true, forbidNonWhitelisted: true }).length === 0);
  }
}

export class ResponseBodyDto extends SimpleResponseDto implements ResponseBody {
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'object' } }) @IsOptional() @Validate(ResponsesById)
  parts?: Record<string, SimpleResponseDto>;

  @IsOptional() @IsBoolean()
  flagged?: boolean;
}
