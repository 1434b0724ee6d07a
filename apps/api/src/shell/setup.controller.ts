import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SetUp } from '#lib/contracts';
import { Setup } from '#lib/identity';
import { Type } from 'class-transformer';
import { IsString, Length, Matches, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { AnswersNothing, Public } from '../http/decorators.js';
import { TitleDto } from '../http/title.dto.js';

/** The first administrator's data. */
export class SetUpDto implements SetUp {
  @IsString() @MaxLength(100)
  token: string;

  @ValidateNested() @Type(() => TitleDto)
  organization: TitleDto;

  @IsString() @Length(1, 60)
  name: string;

  @IsString() @Matches(/^[A-Za-z0-9._-]{3,40}$/)
  username: string;

  @IsString() @MinLength(12) @MaxLength(200)
  password: string;
}

@ApiTags('Shell')
@Controller('setup')
export class SetupController {
  constructor(private readonly setup: Setup) {}

  /** Makes the first administrator of an empty installation; the link works once. */
  @Post()
  @Public()
  @AnswersNothing()
  complete(@Body() command: SetUpDto): Promise<void> {
    return this.setup.complete(command);
  }
}
