import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ChiefView, JudgingView, MyStage } from '#lib/contracts';
import type { Actor } from '#lib/identity';
import { JudgingService, Panels } from '#lib/judging';
import { Answers, CurrentActor, Idempotent, UuidParam } from '../http/decorators.js';
import { WritePanelDto } from './judging.dto.js';

@ApiTags('Judging')
@Controller()
export class JudgingController {
  constructor(private readonly panels: Panels, private readonly judging: JudgingService) {}

  /** Sets the panel up, or changes it while nobody has been called. */
  @Post('stages/:id/panel') @Idempotent() @Answers('ChiefView')
  writePanel(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Body() body: WritePanelDto): Promise<ChiefView> {
    return this.panels.write(actor, id, body);
  }

  /** The chief's desk. */
  @Get('stages/:id/panel') @Answers('ChiefView')
  panel(@CurrentActor() actor: Actor, @UuidParam('id') id: string): Promise<ChiefView> {
    return this.panels.get(actor, id);
  }

  /** The judge's tablet; commands go over the socket. */
  @Get('stages/:id/judging') @Answers('JudgingView')
  tablet(@CurrentActor() actor: Actor, @UuidParam('id') id: string): Promise<JudgingView> {
    return this.judging.getJudging(actor, id);
  }

  @Get('my/stages') @Answers('MyStage', { array: true })
  mine(@CurrentActor() actor: Actor): Promise<MyStage[]> {
    return this.panels.mine(actor);
  }
}
