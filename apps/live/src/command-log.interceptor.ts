import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { withLogContext } from '#lib/observability';
import { from, lastValueFrom, type Observable } from 'rxjs';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Every log line of a command carries its id. */
@Injectable()
export class CommandLogInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { commandId } = (context.switchToWs().getData<{ commandId?: unknown } | undefined>() ?? {});
    if (typeof commandId !== 'string' || !uuid.test(commandId)) return next.handle();
    return from(withLogContext({ commandId }, () => lastValueFrom(next.handle())));
  }
}
