import { applyDecorators, createParamDecorator, type ExecutionContext, UseFilters, UseGuards, UseInterceptors, UsePipes, ValidationPipe } from '@nestjs/common';
import type { Actor } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import { AckFilter } from './ack.filter.js';
import { CommandLogInterceptor } from './command-log.interceptor.js';
import { CommandGuard } from './command.guard.js';
import type { LiveSocket } from './live-socket.js';
import { invalidInput } from '#lib/problems';

/** What every gateway needs and global pipes, guards and filters do not give it. */
export function CommandGateway(): ClassDecorator {
  return applyDecorators(
    UseGuards(CommandGuard), UseInterceptors(CommandLogInterceptor), UseFilters(AckFilter),
    UsePipes(new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true, transform: true, exceptionFactory: invalidInput })),
  );
}

/** Who sends the command. @throws DomainError `session.required` */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToWs().getClient<LiveSocket>().data;
  if (!actor) throw new DomainError('session.required', {}, { kind: 'forbidden' });
  return actor;
});
