import { DomainError } from '#lib/kernel';

/** A sortable column: an SQL expression that is never null, and its type for the cursor's comparison. */
export interface SortColumn {
  expression: string;
  type: 'text' | 'timestamptz' | 'numeric' | 'int';
}

export interface PageRequest {
  sort?: string;
  cursor?: string;
  limit?: number;
}

export interface PageQuery {
  /** `ORDER BY … LIMIT n+1`, to append after the WHERE clause. */
  orderAndLimit: string;
  /** A condition with its own placeholders, or `TRUE`. */
  after: string;
  /** Select it beside the row: `(…)::text AS sort_key`. */
  sortKey: string;
  limit: number;
  /** Takes the rows as they came and makes the page of it. */
  toPage<R extends { id: string; sort_key: string }, T>(rows: R[], toItem: (row: R) => T): { items: T[]; next: string | null };
}

/**
 * Keyset paging over an allow-list of sorts: no OFFSET, so that a page costs the same however deep it lies.
 * @param params the statement's parameters so far; the cursor's are appended to it.
 * @throws DomainError `request.invalid` for an unknown sort, a broken cursor or a limit outside 1–200.
 */
export function pageQuery(request: PageRequest, sorts: Record<string, SortColumn>, defaultSort: string, idColumn: string, params: unknown[]): PageQuery {
  const sort = request.sort ?? defaultSort;
  const descending = sort.startsWith('-');
  const column = sorts[descending ? sort.slice(1) : sort];
  const limit = Number(request.limit ?? 50);
  if (!column) throw invalid('sort', { allowed: Object.keys(sorts) });
  if (!Number.isInteger(limit) || limit < 1 || limit > 200) throw invalid('limit', { min: 1, max: 200 });
  const [direction, operator] = descending ? ['DESC', '<'] : ['ASC', '>'];
  let after = 'TRUE';
  if (request.cursor) {
    const [cursorSort, key, id] = decode(request.cursor);
    if (cursorSort !== sort) throw invalid('cursor', {});
    params.push(key, id);
    after = `(${column.expression}, ${idColumn}) ${operator} ($${params.length - 1}::${column.type}, $${params.length}::uuid)`;
  }
  return {
    orderAndLimit: `ORDER BY ${column.expression} ${direction}, ${idColumn} ${direction} LIMIT ${limit + 1}`,
    after,
    sortKey: `(${column.expression})::text AS sort_key`,
    limit,
    toPage: (rows, toItem) => {
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return { items: shown.map(toItem), next: rows.length > limit && last ? encode(sort, last.sort_key, last.id) : null };
    },
  };
}

function invalid(path: string, params: Record<string, unknown>): DomainError {
  return new DomainError('request.invalid', {}, { errors: [{ path, code: `${path}.invalid`, params }] });
}

function encode(...parts: string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

function decode(cursor: string): [string, string, string] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parts) && parts.length === 3 && parts.every((part) => typeof part === 'string') && /^[0-9a-f-]{36}$/.test(parts[2])) return parts as [string, string, string];
  } catch { /* a broken cursor is answered below */ }
  throw invalid('cursor', {});
}
