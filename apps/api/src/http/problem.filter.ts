import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject } from '@nestjs/common';
import type { Problem } from '#lib/contracts';
import { DomainError } from '#lib/kernel';
import { LOGGER, type Logger } from '#lib/observability';
import { problemOf, toProblem } from '#lib/problems';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ActorRequest } from './decorators.js';

/** Answers every failure as problem+json, in the language of the request. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<ActorRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = describe(error, languageOf(request), request.id);
    if (problem.status >= 500) this.logger.error({ err: error, requestId: request.id, code: problem.code }, 'request failed');
    if (problem.status === 503) void reply.header('Retry-After', '2');
    if (typeof problem.params.seconds === 'number' && problem.status === 429) void reply.header('Retry-After', String(problem.params.seconds));
    void reply.status(problem.status).header('Content-Type', 'application/problem+json; charset=utf-8').send(JSON.stringify(problem));
  }
}

/** The language a client is answered in: what it asks for, else what the account has chosen, else Chinese. */
export function languageOf(request: FastifyRequest & { actor?: { locale: string } }): string {
  const asked = String(request.headers['accept-language'] ?? '').slice(0, 2).toLowerCase();
  return asked === 'en' || asked === 'zh' ? asked : (request.actor?.locale ?? 'zh-CN');
}

/** What Nest and Fastify refuse themselves, as faults of ours; everything else by the mapping that sockets use too. */
function describe(error: unknown, language: string, requestId: string): Problem {
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number }).statusCode;
  if (error instanceof DomainError || status === undefined || status >= 500) return toProblem(error, language, requestId);
  if (status === 404) return problemOf({ code: 'route.unknown', params: {} }, language, requestId);
  if (status === 413) return problemOf({ code: 'request.too_large', params: { limit: '1 MB' } }, language, requestId);
  return problemOf({ code: 'request.malformed', params: {} }, language, requestId);
}
