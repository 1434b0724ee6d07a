import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CandidateImport, CandidateListItem, CandidateSelection, CandidateView, EntryCode, ExamView, Page, RulingsView } from '#lib/contracts';
import { CandidateActs, CandidateLists, Candidates, ExamEntry } from '#lib/exam';
import type { Actor } from '#lib/identity';
import { Answers, CurrentActor, Idempotent, IfMatch, UuidParam } from '../http/decorators.js';
import {
  AddCandidatesDto, CandidateQueryDto, ImportCandidatesDto, IssueEntryCodeDto, MakeUpDto, RemoveCandidatesDto, RuleOnCandidatesDto, SelectCandidatesDto, WriteCandidateDto,
} from './exam-set-up.dto.js';

@ApiTags('Exams')
@Controller('exams/:id')
export class CandidatesController {
  constructor(private readonly candidates: Candidates, private readonly lists: CandidateLists, private readonly acts: CandidateActs, private readonly entry: ExamEntry) {}

  @Get('candidates') @Answers('CandidateListItem', { page: true })
  list(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Query() query: CandidateQueryDto): Promise<Page<CandidateListItem>> {
    return this.candidates.list(actor, id, query);
  }

  @Get('candidates/:candidateId') @Answers('CandidateView')
  get(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @UuidParam('candidateId') candidateId: string): Promise<CandidateView> {
    return this.candidates.get(actor, id, candidateId);
  }

  @Post('candidates') @Idempotent() @Answers('ExamView')
  add(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Body() body: AddCandidatesDto): Promise<ExamView> {
    return this.lists.addPeople(actor, id, body);
  }

  /** Everybody of these units; a dry run only counts. */
  @Post('candidates/selection') @Idempotent() @Answers('CandidateSelection')
  select(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Body() body: SelectCandidatesDto): Promise<CandidateSelection> {
    return this.lists.select(actor, id, body);
  }

  /** By staff number; all of the list or nobody. */
  @Post('candidates/import') @Idempotent() @Answers('CandidateImport')
  import(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Body() body: ImportCandidatesDto): Promise<CandidateImport> {
    return this.lists.import(actor, id, body);
  }

  @Post('candidates/removal') @Answers('ExamView')
  remove(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Body() body: RemoveCandidatesDto): Promise<ExamView> {
    return this.lists.remove(actor, id, body);
  }

  /** Absent, postponed, cancelled, or as before. */
  @Post('candidates/rulings') @Idempotent() @Answers('RulingsView')
  rule(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Body() body: RuleOnCandidatesDto): Promise<RulingsView> {
    return this.acts.rule(actor, id, body);
  }

  @Post('make-ups') @Idempotent() @Answers('RulingsView')
  makeUp(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Body() body: MakeUpDto): Promise<RulingsView> {
    return this.acts.makeUp(actor, id, body);
  }

  @Put('candidates/:candidateId') @Answers('CandidateView')
  write(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @UuidParam('candidateId') candidateId: string, @IfMatch() version: number, @Body() body: WriteCandidateDto): Promise<CandidateView> {
    return this.acts.write(actor, id, candidateId, version, body);
  }

  /** A code for one candidate: eight digits, ten minutes, one use. */
  @Post('candidates/:candidateId/entry-code') @Answers('EntryCode')
  issueCode(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @UuidParam('candidateId') candidateId: string, @Body() body: IssueEntryCodeDto): Promise<EntryCode> {
    return this.entry.issueCode(actor, id, candidateId, body);
  }
}
