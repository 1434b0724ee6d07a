import 'reflect-metadata';

/** Long work as its handler sees it. */
export interface RunningOperation<I = Record<string, unknown>> {
  readonly id: string;
  readonly kind: string;
  readonly input: I;
  /** The person who asked for it. */
  readonly createdBy: string;
  /** What an earlier run had reached; the handler goes on from what it finds stored. */
  readonly done: number;
  /** Tells how far it is; as often as one likes, written at most four times a second. */
  progress(done: number, total?: number): Promise<void>;
  /** A place where stopping harms nothing: throws when the work was cancelled or the worker is stopping. Call it between chunks. */
  checkpoint(): Promise<void>;
}

/**
 * Does one kind of long work. May be run again from the start after a crash, so it works in chunks with their own commits and
 * skips what is done. What it answers becomes the operation's result; a DomainError becomes its problem.
 */
export interface OperationHandler<I = Record<string, unknown>> {
  run(operation: RunningOperation<I>): Promise<Record<string, unknown>>;
}

/** Thrown by `checkpoint` when somebody asked to stop. */
export class OperationCancelled extends Error {
  constructor() {
    super('Cancelled');
    this.name = 'OperationCancelled';
  }
}

const kindKey = Symbol('operation kind');

/** Marks a provider as the one that does this kind of long work. */
export function HandlesOperation(kind: string): ClassDecorator {
  return (target) => Reflect.defineMetadata(kindKey, kind, target);
}

/** The kind a class was marked with. */
export function handledOperation(target: object): string | undefined {
  return Reflect.getOwnMetadata(kindKey, target) as string | undefined;
}
