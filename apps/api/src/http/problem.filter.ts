import { type ArgumentsHost, BadRequestException, Catch, type ExceptionFilter, HttpException, Inject } from '@nestjs/common';
import { type ErrorCode, errorCatalogue, errorText, type FieldProblem, type Problem } from '#lib/contracts';
import { isUnavailable } from '#lib/database';
import { DomainError } from '#lib/kernel';
import { LOGGER, type Logger } from '#lib/observability';
import type { ValidationError } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ActorRequest } from './decorators.js';

/** Answers every failure as problem+json, in the language of the request. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<ActorRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = toProblem(error, languageOf(request), request.id);
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

/** One mapping from what can go wrong to what the client is told. Nothing of the inside gets out. */
export function toProblem(error: unknown, language: string, requestId: string): Problem {
  const { code, params, errors } = classify(error, requestId);
  const { status } = errorCatalogue[code as ErrorCode] ?? errorCatalogue.internal;
  return { type: `urn:kaosai:problem:${code}`, code, title: errorText(code, language, params), status, params, ...(errors ? { errors } : {}), requestId };
}

function classify(error: unknown, requestId: string): { code: string; params: Record<string, unknown>; errors?: FieldProblem[] } {
  if (error instanceof DomainError) return { code: error.code in errorCatalogue ? error.code : 'request.invalid', params: error.params, errors: error.errors as FieldProblem[] | undefined };
  if (isUnavailable(error)) return { code: 'service.unavailable', params: {} };
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number }).statusCode;
  if (status === 404) return { code: 'route.unknown', params: {} };
  if (status === 413) return { code: 'request.too_large', params: { limit: '1 MB' } };
  if (status !== undefined && status >= 400 && status < 500) return { code: 'request.malformed', params: {} };
  return { code: 'internal', params: { requestId } };
}

/** What the validation pipe throws: the fields, by their paths and the constraints they break. */
export function toFieldProblems(errors: readonly ValidationError[], prefix = ''): FieldProblem[] {
  return errors.flatMap((error) => {
    const path = prefix ? `${prefix}.${error.property}` : error.property;
    const own = Object.keys(error.constraints ?? {}).map((constraint) => ({ path, code: `field.${constraint}` }));
    return [...own, ...toFieldProblems(error.children ?? [], path)];
  });
}

/** Turns class-validator's findings into one typed refusal. */
export function invalidRequest(errors: ValidationError[]): DomainError | BadRequestException {
  return new DomainError('request.invalid', {}, { kind: 'invalid', errors: toFieldProblems(errors) });
}
