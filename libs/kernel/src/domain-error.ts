/** What sort of refusal this is; each transport maps it once (HTTP status, socket ack). */
export type DomainErrorKind = 'invalid' | 'forbidden' | 'not-found' | 'conflict' | 'precondition' | 'unavailable' | 'too-many';

/** One field that was refused, and why. */
export interface FieldError {
  /** Path of the field, e.g. `criteria.0.weight`. */
  readonly path: string;
  readonly code: string;
  readonly params?: object;
}

/** More about a refusal. */
export interface DomainErrorOptions {
  readonly kind?: DomainErrorKind;
  readonly errors?: readonly FieldError[];
  readonly cause?: unknown;
}

/**
 * A refusal that the caller can act on. The `code` is stable and has a text in both languages; `params` fill that text.
 * Mistakes of the program are RangeError or TypeError instead.
 */
export class DomainError extends Error {
  readonly kind: DomainErrorKind;
  readonly errors?: readonly FieldError[];

  constructor(readonly code: string, readonly params: Record<string, unknown> = {}, options: DomainErrorOptions = {}) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.kind = options.kind ?? 'invalid';
    if (options.errors) this.errors = options.errors;
  }
}
