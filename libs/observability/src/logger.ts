import { AsyncLocalStorage } from 'node:async_hooks';
import type { LoggerService } from '@nestjs/common';
import { type Logger, pino, stdTimeFunctions } from 'pino';

/** Ids that tie log lines to the request, job or command they belong to. Ids only: never a name, a token or an answer. */
export interface LogContext {
  requestId?: string;
  jobId?: string;
  commandId?: string;
}

const current = new AsyncLocalStorage<LogContext>();
let running = 0;

/** Runs `work` so that every line it logs carries the ids of `context`. */
export function withLogContext<T>(context: LogContext, work: () => T): T {
  running += 1;
  try {
    const result = current.run({ ...current.getStore(), ...context }, work);
    if (!(result instanceof Promise)) return result;
    running += 1;
    return result.finally(leave) as T;
  } finally {
    leave();
  }
}

/** On Node 20 a storage in use makes every promise of the process dearer: it rests while nobody is in it. */
function leave(): void {
  running -= 1;
  if (running === 0) current.disable();
}

const redacted = ['password', 'token', 'csrfToken', 'body', 'answer', 'name', 'cookie', 'authorization', '*.password', '*.token', '*.csrfToken', '*.body', '*.answer', '*.name', '*.cookie', '*.authorization'];

/** One JSON line per event on standard output. */
export function createLogger(level: string, app: string): Logger {
  return pino({
    level,
    base: { app, pid: process.pid },
    timestamp: stdTimeFunctions.isoTime,
    redact: { paths: redacted, censor: '[redacted]' },
    mixin: () => ({ ...current.getStore() }),
    serializers: { err: describeError, error: describeError },
  });
}

/** What may be logged of an error: its kind, code and stack. Parameters of queries may hold answers and stay out. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: typeof error };
  const { code, constraint, table } = error as Error & { code?: string; constraint?: string; table?: string };
  return { type: error.name, message: error.message, code, constraint, table, stack: error.stack };
}

/** Nest's own messages through the same logger. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}
  log(message: unknown, ...rest: unknown[]): void { this.write('info', message, rest); }
  error(message: unknown, ...rest: unknown[]): void { this.write('error', message, rest); }
  warn(message: unknown, ...rest: unknown[]): void { this.write('warn', message, rest); }
  debug(message: unknown, ...rest: unknown[]): void { this.write('debug', message, rest); }
  verbose(message: unknown, ...rest: unknown[]): void { this.write('trace', message, rest); }

  private write(level: 'info' | 'error' | 'warn' | 'debug' | 'trace', message: unknown, rest: unknown[]): void {
    const context = typeof rest.at(-1) === 'string' ? String(rest.at(-1)) : undefined;
    // Nest tells every route and module at start; that is for debugging.
    const quiet = level === 'info' && context !== undefined && ['RouterExplorer', 'RoutesResolver', 'InstanceLoader', 'WebSocketsController', 'NestFactory'].includes(context);
    if (message instanceof Error) this.logger[level]({ context, err: message }, message.message);
    else this.logger[quiet ? 'debug' : level]({ context, ...(level === 'error' && rest.length > 1 ? { stack: String(rest[0]) } : {}) }, String(message));
  }
}
