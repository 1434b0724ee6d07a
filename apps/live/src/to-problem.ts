import { type ErrorCode, errorCatalogue, errorText, type FieldProblem, type Problem } from '#lib/contracts';
import { isUnavailable } from '#lib/database';
import { DomainError } from '#lib/kernel';
import type { ValidationError } from 'class-validator';

/** The body of an ack that refuses, in a language. Nothing of the inside gets out. */
export function toProblem(error: unknown, language: string, requestId: string): Problem {
  const { code, params, errors } = classify(error, requestId);
  return { type: `urn:kaosai:problem:${code}`, code, title: errorText(code, language, params), status: errorCatalogue[code].status, params, ...(errors ? { errors } : {}), requestId };
}

function classify(error: unknown, requestId: string): { code: ErrorCode; params: Record<string, unknown>; errors?: FieldProblem[] } {
  if (error instanceof DomainError) {
    const code = error.code in errorCatalogue ? (error.code as ErrorCode) : 'request.invalid';
    return { code, params: error.params, errors: error.errors as FieldProblem[] | undefined };
  }
  if (isUnavailable(error)) return { code: 'service.unavailable', params: {} };
  return { code: 'internal', params: { requestId } };
}

/** Turns what class-validator finds into one refusal that names the fields. */
export function invalidCommand(errors: readonly ValidationError[]): DomainError {
  return new DomainError('request.invalid', {}, { errors: fieldsOf(errors) });
}

function fieldsOf(errors: readonly ValidationError[], prefix = ''): { path: string; code: string }[] {
  return errors.flatMap(({ property, constraints, children }) => {
    const path = `${prefix}${property}`;
    return [...Object.keys(constraints ?? {}).map((constraint) => ({ path, code: `field.${constraint}` })), ...fieldsOf(children ?? [], `${path}.`)];
  });
}
