import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AttemptView, MyExamItem } from '#lib/contracts';
import { Attempts, MyExams } from '#lib/exam';
import type { Actor } from '#lib/identity';
import { Answers, CurrentActor, InHall, UuidParam } from '../http/decorators.js';

@ApiTags('Candidate')
@Controller('my/exams')
@InHall()
export class MyExamsController {
  constructor(private readonly mine: MyExams, private readonly attempts: Attempts) {}

  @Get() @Answers('MyExamItem', { array: true })
  list(@CurrentActor() actor: Actor): Promise<MyExamItem[]> {
    return this.mine.list(actor);
  }

  /** Starts, or goes on with what was started. */
  @Post(':examId/start') @Answers('AttemptView')
  start(@CurrentActor() actor: Actor, @UuidParam('examId') examId: string): Promise<AttemptView> {
    return this.attempts.start(actor, examId);
  }
}
