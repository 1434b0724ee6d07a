import { type ArgumentsHost, Catch, Inject, type WsExceptionFilter } from '@nestjs/common';
import { newId } from '#lib/kernel';
import { LOGGER, type Logger } from '#lib/observability';
import type { LiveSocket } from './live-socket.js';
import { toProblem } from '#lib/problems';

/** Answers a refused or failed command by its ack: a client must never wait for an answer that does not come. */
@Catch()
export class AckFilter implements WsExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const socket = host.switchToWs().getClient<LiveSocket>();
    const ack = host.getArgs<unknown[]>().find((argument): argument is (answer: object) => void => typeof argument === 'function');
    const problem = toProblem(error, languageOf(socket), newId());
    if (problem.status >= 500) this.logger.error({ err: error, requestId: problem.requestId, command: host.switchToWs().getPattern() }, 'command failed');
    ack?.({ problem });
  }
}

function languageOf(socket: LiveSocket): string {
  const asked = String(socket.handshake.auth.locale ?? socket.handshake.headers['accept-language'] ?? '').slice(0, 2).toLowerCase();
  return asked === 'en' || asked === 'zh' ? asked : (socket.data.actor?.locale ?? 'zh-CN');
}
