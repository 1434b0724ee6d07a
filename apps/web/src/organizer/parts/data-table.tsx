import type { ReactNode } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Page } from '#lib/contracts';
import { api } from '../../api/client.js';
import type { ClientPath } from '../../api/paths.js';
import { Icon } from '../../look/icon.js';
import { Button } from '../../look/parts.js';
import { ProblemNote } from './problem.js';
import { useWords } from './words.js';

export interface Column<T> {
  key: string;
  title: string;
  /** The list's name for this order, when it can be sorted by it. */
  sort?: string;
  align?: 'r' | 'c';
  /** The row's name: leads the row on small screens, too. */
  lead?: boolean;
  className?: string;
  cell: (row: T) => ReactNode;
}

/** A 三线表. On small screens every row becomes a block of named lines. */
export function Table<T>({ columns, rows, rowKey, caption, sort, onSort, rowClass, choice }: {
  columns: Column<T>[]; rows: readonly T[]; rowKey: (row: T) => string; caption: string; sort?: string | undefined; onSort?: (sort: string) => void;
  rowClass?: (row: T) => string; choice?: Choice<T> | undefined;
}) {
  return (
    <table className="tbl org-tbl">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          {choice && <th scope="col" className="org-choice"><ChooseAll choice={choice} rows={rows} /></th>}
          {columns.map((column) => <HeadCell key={column.key} column={column} sort={sort} onSort={onSort} />)}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} className={rowClass?.(row)}>
            {choice && <td className="org-choice"><ChooseOne choice={choice} row={row} /></td>}
            {columns.map(({ key, title, align = '', lead, className = '', cell }) => (
              <td key={key} className={`${align} ${lead ? 'lead' : ''} ${className}`} data-label={lead ? undefined : title}>{cell(row)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function HeadCell<T>({ column, sort, onSort }: { column: Column<T>; sort: string | undefined; onSort: ((sort: string) => void) | undefined }) {
  const { title, align = '', className = '', sort: field } = column;
  if (!field || !onSort) return <th scope="col" className={`${align} ${className}`}>{title}</th>;
  const down = sort === `-${field}`;
  const on = down || sort === field;
  return (
    <th scope="col" className={`${align} ${className}`} aria-sort={on ? (down ? 'descending' : 'ascending') : 'none'}>
      <button type="button" className={`org-sort ${on ? 'on' : ''}`} onClick={() => onSort(on && !down ? `-${field}` : field)}>
        {title}<Icon name={down ? 'down' : 'up'} small className={on ? '' : 'off'} />
      </button>
    </th>
  );
}

/** Rows a person ticks. */
export interface Choice<T> {
  chosen: ReadonlySet<string>;
  id: (row: T) => string;
  name: (row: T) => string;
  disabled?: (row: T) => boolean;
  toggle: (rows: T[], on: boolean) => void;
}

function ChooseAll<T>({ choice, rows }: { choice: Choice<T>; rows: readonly T[] }) {
  const { t } = useWords();
  const open = rows.filter((row) => !choice.disabled?.(row));
  const all = open.length > 0 && open.every((row) => choice.chosen.has(choice.id(row)));
  return <label className="org-tick"><input type="checkbox" checked={all} disabled={open.length === 0} onChange={() => choice.toggle(open, !all)} aria-label={t('list.chooseAll')} /></label>;
}

function ChooseOne<T>({ choice, row }: { choice: Choice<T>; row: T }) {
  const { t } = useWords();
  const on = choice.chosen.has(choice.id(row));
  return (
    <label className="org-tick">
      <input type="checkbox" checked={on} disabled={choice.disabled?.(row) ?? false} onChange={() => choice.toggle([row], !on)} aria-label={t('list.choose', { name: choice.name(row) })} />
    </label>
  );
}

/** One list of the server, page after page by its cursor. */
export function usePages<T>(path: ClientPath, query: Record<string, string | number | undefined>, options: { enabled?: boolean; limit?: number } = {}) {
  const { limit = 50, enabled = true } = options;
  const found = useInfiniteQuery({
    queryKey: [path, query, limit],
    enabled,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => api.get<Page<T>>(path, { ...query, limit, cursor: pageParam ?? undefined }),
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  });
  const rows = found.data?.pages.flatMap(({ items }) => items) ?? [];
  return { ...found, rows, total: found.data?.pages[0]?.total };
}

export type Pages<T> = ReturnType<typeof usePages<T>>;

/** A list with its states: reading, refused, empty, no match, more to come. */
export function PagedTable<T>({ pages, empty, filtered, onClear, ...table }: {
  pages: Pages<T>; empty: ReactNode; filtered: boolean; onClear?: () => void;
} & Omit<Parameters<typeof Table<T>>[0], 'rows'>) {
  const { t } = useWords();
  const { rows, total, isPending, error, hasNextPage, isFetchingNextPage, isPlaceholderData } = pages;
  if (error && rows.length === 0) return <ProblemNote error={error}><Button size="sm" icon="refresh" onClick={() => void pages.refetch()}>{t('act.again')}</Button></ProblemNote>;
  if (isPending) return <p className="org-reading" role="status">{t('list.reading')}</p>;
  if (rows.length === 0 && !filtered) return <>{empty}</>;
  if (rows.length === 0) {
    return (
      <div className="empty org-empty"><p className="b">{t('list.noMatch')}</p><p>{t('list.noMatchHint')}</p>{onClear && <Button onClick={onClear}>{t('list.clear')}</Button>}</div>
    );
  }
  return (
    <div className={isPlaceholderData ? 'org-stale' : undefined} aria-busy={isPlaceholderData}>
      <Table {...table} rows={rows} />
      <div className="org-more">
        <span className="t14 mute" role="status">{total === undefined ? t('list.shown', { n: rows.length }) : t('list.shownOf', { n: rows.length, total })}</span>
        {hasNextPage && <Button size="sm" icon="down" disabled={isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{isFetchingNextPage ? t('list.reading') : t('list.more')}</Button>}
      </div>
    </div>
  );
}
