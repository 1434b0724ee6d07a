import pg from 'pg';

const names = new Map<string, string>();

/**
 * Marks a statement that runs again and again: each connection parses and plans it once, which is most of a small statement's cost.
 * For constant texts alone (they are kept for ever), with parameters, and with their columns by name: a `*` would break when a
 * migration adds one.
 */
export function prepared(text: string): string {
  if (!names.has(text)) names.set(text, `kaosai_${names.size}`);
  return text;
}

type Query = (text: unknown, values?: unknown, callback?: unknown) => unknown;

/** A connection that knows the marked statements by name. */
export class PreparingClient extends pg.Client {
  override query = ((text: unknown, values?: unknown, callback?: unknown): unknown => {
    const name = typeof text === 'string' && typeof values !== 'function' ? names.get(text) : undefined;
    const run = super.query.bind(this) as Query;
    return name === undefined ? run(text, values, callback) : run({ name, text, values }, callback);
  }) as pg.Client['query'];
}
