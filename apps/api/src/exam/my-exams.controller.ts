import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AttemptView, MyExamItem } from '#lib/contracts';
import { Attempts, MyExams } from '#lib/exam';
import type { Actor } from '#lib/identity';
import { Answers, ClientAddress, CurrentActor, InHall, UuidParam } from '../http/decorators.js';
import { StartExamDto } from './exam-set-up.dto.js';

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
  start(@CurrentActor() actor: Actor, @UuidParam('examId') examId: string, @Body() { accessCode }: StartExamDto, @ClientAddress() address: string): Promise<AttemptView> {
    return this.attempts.start(actor, examId, { address, accessCode });
  }
}
