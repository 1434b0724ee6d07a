import { MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import type { Ack, ChiefView, JudgingView, SheetView } from '#lib/contracts';
import type { Actor } from '#lib/identity';
import { JudgingService } from '#lib/judging';
import { CommandGateway, CurrentActor } from './gateway-parts.js';
import { CallPerformanceDto, ConfirmPerformanceDto, ReopenSheetDto, SubmitSheetDto } from './judging.dto.js';

/** The commands of judges and their chief. */
@WebSocketGateway()
@CommandGateway()
export class JudgingGateway {
  constructor(private readonly judging: JudgingService) {}

  /** Records one judge's marks for the performance on stage. */
  @SubscribeMessage('sheet.submit')
  async submitSheet(@CurrentActor() actor: Actor, @MessageBody() command: SubmitSheetDto): Promise<Ack<SheetView>> {
    return { ok: await this.judging.submitSheet(actor, command) };
  }

  /** Asks one judge to score again. */
  @SubscribeMessage('sheet.reopen')
  async reopenSheet(@CurrentActor() actor: Actor, @MessageBody() command: ReopenSheetDto): Promise<Ack<ChiefView>> {
    return { ok: await this.judging.reopenSheet(actor, command) };
  }

  /** Calls the next performance to the stage. */
  @SubscribeMessage('performance.call')
  async callPerformance(@CurrentActor() actor: Actor, @MessageBody() command: CallPerformanceDto): Promise<Ack<JudgingView>> {
    return { ok: await this.judging.callPerformance(actor, command) };
  }

  /** Confirms the performance: its score goes to the standing and the board. */
  @SubscribeMessage('performance.confirm')
  async confirmPerformance(@CurrentActor() actor: Actor, @MessageBody() command: ConfirmPerformanceDto): Promise<Ack<ChiefView>> {
    return { ok: await this.judging.confirmPerformance(actor, command) };
  }
}
