import { Body, Controller, Get, Param, ParseEnumPipe, Post, Put, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { DictionaryEntry, DictionaryName } from '#lib/contracts';
import { type Actor, Dictionaries } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import { Answers, CurrentActor, Idempotent, UuidParam } from '../http/decorators.js';
import { DictionaryQueryDto, WriteDictionaryEntryDto } from './dictionaries.dto.js';

const names: Record<DictionaryName, DictionaryName> = { subject: 'subject', job_field: 'job_field', service_line: 'service_line', instructor_type: 'instructor_type' };
/** A dictionary that there is; any other does not exist. */
const NameParam = (): ParameterDecorator => Param('name', new ParseEnumPipe(names, { exceptionFactory: () => new DomainError('object.not_found', {}, { kind: 'not-found' }) }));

@ApiTags('people')
@ApiParam({ name: 'name', enum: Object.keys(names) })
@Controller('dictionaries/:name')
export class DictionariesController {
  constructor(private readonly dictionaries: Dictionaries) {}

  @Get() @Answers('DictionaryEntry', { array: true })
  list(@NameParam() name: DictionaryName, @Query() { archived }: DictionaryQueryDto): Promise<DictionaryEntry[]> {
    return this.dictionaries.list(name, archived);
  }

  @Post() @Idempotent() @Answers('DictionaryEntry')
  add(@CurrentActor() actor: Actor, @NameParam() name: DictionaryName, @Body() body: WriteDictionaryEntryDto): Promise<DictionaryEntry> {
    return this.dictionaries.add(actor, name, body);
  }

  @Put(':id') @Answers('DictionaryEntry')
  update(@CurrentActor() actor: Actor, @NameParam() name: DictionaryName, @UuidParam('id') id: string, @Body() body: WriteDictionaryEntryDto): Promise<DictionaryEntry> {
    return this.dictionaries.update(actor, name, id, body);
  }

  @Post(':id/archive') @Answers('DictionaryEntry')
  archive(@CurrentActor() actor: Actor, @NameParam() name: DictionaryName, @UuidParam('id') id: string): Promise<DictionaryEntry> {
    return this.dictionaries.archive(actor, name, id, true);
  }

  @Post(':id/restore') @Answers('DictionaryEntry')
  restore(@CurrentActor() actor: Actor, @NameParam() name: DictionaryName, @UuidParam('id') id: string): Promise<DictionaryEntry> {
    return this.dictionaries.archive(actor, name, id, false);
  }
}
