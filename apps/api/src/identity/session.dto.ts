import { IsIn, IsString, Length, MaxLength } from 'class-validator';
import type { Locale, SetLocale, SignIn } from '#lib/contracts';

export class SignInDto implements SignIn {
  @IsString() @Length(1, 64)
  username: string;

  @IsString() @MaxLength(256)
  password: string;
}

export class SetLocaleDto implements SetLocale {
  @IsIn(['zh-CN', 'en'])
  locale: Locale;
}
