import { IsOptional, IsString, Length, MaxLength } from 'class-validator';
import type { Title } from '#lib/contracts';

/** A text that organizers write. */
export class TitleDto implements Title {
  @IsString() @Length(1, 500)
  zh: string;

  @IsOptional() @IsString() @MaxLength(500)
  en?: string;
}
