import { Controller, Get, Param, ParseIntPipe } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Boards, Explanations } from '#lib/competition';
import type { BoardListItem, BoardView, RankExplanation } from '#lib/contracts';
import { DomainError } from '#lib/kernel';
import { Answers, Public, UuidParam } from '../http/decorators.js';

const startNumber = new ParseIntPipe({ exceptionFactory: () => new DomainError('object.not_found', {}, { kind: 'not-found' }) });

/** What anyone may see, without a session. */
@ApiTags('Public')
@Public()
@Controller('public')
export class PublicController {
  constructor(private readonly boards: Boards, private readonly explanations: Explanations) {}

  @Get('boards') @Answers('BoardListItem', { array: true })
  list(): Promise<BoardListItem[]> {
    return this.boards.list();
  }

  @Get('boards/:heatId') @Answers('BoardView')
  board(@UuidParam('heatId') heatId: string): Promise<BoardView> {
    return this.boards.get(heatId);
  }

  /** Why an entry is placed where it is, once its heat is published. */
  @Get('heats/:id/entries/:startNumber/explanation') @Answers('RankExplanation')
  explanation(@UuidParam('id') id: string, @Param('startNumber', startNumber) number: number): Promise<RankExplanation> {
    return this.explanations.getPublic(id, number);
  }
}
