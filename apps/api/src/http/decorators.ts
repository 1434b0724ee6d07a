import { applyDecorators, createParamDecorator, type ExecutionContext, HttpCode, Param, ParseUUIDPipe, SetMetadata, UseInterceptors } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiResponse } from '@nestjs/swagger';
import type { Actor } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import type { FastifyRequest } from 'fastify';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';

/** A request as it is after the session guard. */
export type ActorRequest = FastifyRequest & { actor?: Actor };

export const PUBLIC_ROUTE = 'kaosai:public';
export const HALL_ROUTE = 'kaosai:hall';

/** A route that needs no session. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(PUBLIC_ROUTE, true);

/** A route that a session begun in the exam hall may use; every other one is closed to it. */
export const InHall = (): MethodDecorator & ClassDecorator => SetMetadata(HALL_ROUTE, true);

/** A creating POST: repeated with the same `Idempotency-Key` it answers as the first time. */
export const Idempotent = (): MethodDecorator => applyDecorators(
  UseInterceptors(IdempotencyInterceptor),
  ApiHeader({ name: 'Idempotency-Key', required: false, description: 'A UUID of the client; kept for 7 days' }),
);

/** Who acts; the guard has made sure that there is somebody. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<ActorRequest>();
  if (!actor) throw new DomainError('session.required', {}, { kind: 'forbidden' });
  return actor;
});

/** Where the request comes from; behind a proxy of ours, and only then, what it says of the client. */
export const ClientAddress = createParamDecorator((_: unknown, context: ExecutionContext): string => context.switchToHttp().getRequest<FastifyRequest>().ip);

/** The version the client has seen, from `If-Match` (`"3"` or `3`). @throws DomainError `version.missing`, 428 */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  const version = Number(String(header ?? '').replace(/^(W\/)?"?|"$/g, '') || Number.NaN);
  if (!Number.isInteger(version)) throw new DomainError('version.missing', {}, { kind: 'precondition' });
  return version;
});

/** A path parameter that is a UUID; anything else is an object that does not exist. */
export const UuidParam = (name: string): ParameterDecorator => Param(name, new ParseUUIDPipe({
  exceptionFactory: () => new DomainError('object.not_found', {}, { kind: 'not-found' }),
}));

interface AnswerShape {
  page?: boolean;
  array?: boolean;
  status?: number;
}

/** Says in the API description what the route answers: a type of the contracts, a page or an array of it. */
export function Answers(type: string, { page, array, status }: AnswerShape = {}): MethodDecorator {
  const $ref = `#/components/schemas/${type}`;
  const one = { $ref };
  const many = { type: 'array' as const, items: one };
  const schema = page
    ? { type: 'object' as const, required: ['items', 'next'], properties: { items: many, next: { type: 'string' as const, nullable: true }, total: { type: 'integer' as const } } }
    : array ? many : one;
  return applyDecorators(HttpCode(status ?? 200), ApiResponse({ status: status ?? 200, description: type, schema }), problems);
}

/** 204 without a body. */
export const AnswersNothing = (): MethodDecorator => applyDecorators(HttpCode(204), ApiResponse({ status: 204, description: 'Done' }), problems);

const problems = ApiResponse({ status: 'default', description: 'problem+json', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } });

/** Answers a file, told apart by its own media type. */
export function AnswersFile(): MethodDecorator {
  return ApiOkResponse({ content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } });
}
