import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { DomainError } from '#lib/kernel';
import type { LiveSocket } from './live-socket.js';
import { SocketSessions } from './socket-sessions.service.js';

/** Before every command: not too many, and who sends it and what they may do as of now. */
@Injectable()
export class CommandGuard implements CanActivate {
  constructor(private readonly sessions: SocketSessions) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const socket = context.switchToWs().getClient<LiveSocket>();
    if (!socket.data.bucket.take(performance.now())) throw new DomainError('request.rate_limited', { seconds: 1 }, { kind: 'too-many' });
    await this.sessions.refresh(socket);
    return true;
  }
}
