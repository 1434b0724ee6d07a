import type { FieldProblem, Problem } from '#lib/contracts';

/** The server refused, and says why in the language of the page. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(readonly problem: Problem) {
    super(problem.title);
  }

  get code(): string {
    return this.problem.code;
  }

  get status(): number {
    return this.problem.status;
  }

  get params(): Record<string, unknown> {
    return this.problem.params;
  }

  get fields(): FieldProblem[] {
    return this.problem.errors ?? [];
  }
}

/** No answer came: nobody knows whether the request arrived. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
}

export function isProblem(error: unknown, code?: string): error is ProblemError {
  return error instanceof ProblemError && (code === undefined || error.code === code);
}
