import { type ErrorCode, errorCatalogue, errorText, type FieldProblem, type Problem } from '#lib/contracts';
import { isUnavailable } from '#lib/database';
import { DomainError } from '#lib/kernel';
import type { ValidationError } from 'class-validator';

/** What went wrong, as a client may know it. */
export interface Fault {
  code: ErrorCode;
  params: Record<string, unknown>;
  errors?: FieldProblem[];
}

/** The body of a refusal, over HTTP and in an ack alike, in a language. Nothing of the inside gets out. */
export function toProblem(error: unknown, language: string, requestId: string): Problem {
  return problemOf(classify(error, requestId), language, requestId);
}

/** The body for a fault that a transport has recognized itself. */
export function problemOf({ code, params, errors }: Fault, language: string, requestId: string): Problem {
  return { type: `urn:kaosai:problem:${code}`, code, title: errorText(code, language, params), status: errorCatalogue[code].status, params, ...(errors ? { errors } : {}), requestId };
}

function classify(error: unknown, requestId: string): Fault {
  if (error instanceof DomainError) {
    const code = error.code in errorCatalogue ? (error.code as ErrorCode) : 'request.invalid';
    return { code, params: error.params, errors: error.errors as FieldProblem[] | undefined };
  }
  if (isUnavailable(error)) return { code: 'service.unavailable', params: {} };
  return { code: 'internal', params: { requestId } };
}

/** Turns what class-validator finds into one refusal that names the fields by their paths. */
export function invalidInput(errors: readonly ValidationError[]): DomainError {
  return new DomainError('request.invalid', {}, { kind: 'invalid', errors: fieldsOf(errors) });
}

function fieldsOf(errors: readonly ValidationError[], prefix = ''): FieldProblem[] {
  return errors.flatMap(({ property, constraints, children }) => {
    const path = `${prefix}${property}`;
    return [...Object.keys(constraints ?? {}).map((constraint) => ({ path, code: `field.${constraint}` })), ...fieldsOf(children ?? [], `${path}.`)];
  });
}
