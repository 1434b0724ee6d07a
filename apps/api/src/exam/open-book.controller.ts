import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AttemptView, CandidateNote } from '#lib/contracts';
import { Attempts, OpenBook } from '#lib/exam';
import type { Actor } from '#lib/identity';
import { Answers, AnswersNothing, CurrentActor, InHall, UuidParam } from '../http/decorators.js';
import { EnterStepDto, RecordOpeningsDto, WriteCandidateNoteDto } from './open-book.dto.js';

@ApiTags('Candidate')
@Controller('attempts')
@InHall()
export class OpenBookController {
  constructor(private readonly book: OpenBook, private readonly attempts: Attempts) {}

  /** The candidate's own notes and bookmarks, on whatever device they were made. */
  @Get(':id/notes') @Answers('CandidateNote', { array: true })
  notes(@CurrentActor() actor: Actor, @UuidParam('id') id: string): Promise<CandidateNote[]> {
    return this.book.notes(actor, id);
  }

  @Put(':id/notes/:articleId') @Answers('CandidateNote')
  writeNote(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @UuidParam('articleId') articleId: string, @Body() body: WriteCandidateNoteDto): Promise<CandidateNote> {
    return this.book.writeNote(actor, id, articleId, body);
  }

  /** What was opened is recorded. */
  @Post(':id/openings') @AnswersNothing()
  open(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Body() body: RecordOpeningsDto): Promise<void> {
    return this.book.open(actor, id, body);
  }

  /** On to the next section or question; there is no way back. */
  @Post(':id/steps') @Answers('AttemptView')
  enterStep(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Body() body: EnterStepDto): Promise<AttemptView> {
    return this.attempts.enterStep(actor, id, body);
  }
}
