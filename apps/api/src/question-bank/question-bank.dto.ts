import { Type } from 'class-transformer';
import { IsObject, IsString, IsUUID, Length, ValidateNested } from 'class-validator';
import type { WriteReference } from '#lib/contracts';
import { TitleDto } from '../http/title.dto.js';

export class WriteReferenceDto implements WriteReference {
  @IsUUID()
  orgUnitId: string;

  @IsObject() @ValidateNested() @Type(() => TitleDto)
  title: TitleDto;

  @IsString() @Length(1, 900_000)
  text: string;
}
