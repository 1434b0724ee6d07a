import { ConnectedSocket, MessageBody, type OnGatewayDisconnect, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import type { Ack } from '#lib/contracts';
import type { Actor } from '#lib/identity';
import { AttemptLive, Presence } from '#lib/invigilation';
import { AcknowledgeActsDto, AttemptBeatDto } from './attempt.dto.js';
import { CommandGateway, CurrentActor } from './gateway-parts.js';
import type { LiveSocket } from './live-socket.js';

/** What a candidate's page says while it sits. Answers are never saved here: saves do not wait for a socket. */
@WebSocketGateway()
@CommandGateway()
export class AttemptGateway implements OnGatewayDisconnect {
  private readonly beating = new WeakMap<LiveSocket, string>();

  constructor(private readonly live: AttemptLive, private readonly presence: Presence) {}

  /** The page is there. */
  @SubscribeMessage('attempt.beat')
  async beat(@ConnectedSocket() socket: LiveSocket, @CurrentActor() actor: Actor, @MessageBody() { attemptId, unsent }: AttemptBeatDto): Promise<Ack<{ now: string }>> {
    const ok = await this.live.beat(actor, attemptId, unsent);
    this.beating.set(socket, attemptId);
    return { ok };
  }

  /** The page shows these acts. */
  @SubscribeMessage('act.ack')
  async acknowledge(@CurrentActor() actor: Actor, @MessageBody() { attemptId, actIds }: AcknowledgeActsDto): Promise<Ack<{ acknowledged: number }>> {
    return { ok: await this.live.acknowledge(actor, attemptId, actIds) };
  }

  handleDisconnect(socket: LiveSocket): void {
    const attemptId = this.beating.get(socket);
    if (attemptId) this.presence.gone(attemptId);
  }
}
