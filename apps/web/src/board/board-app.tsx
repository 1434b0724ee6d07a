import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardView } from '#lib/contracts';
import { api } from '../api/client.js';
import { isProblem } from '../api/problem-error.js';
import { useTitle } from '../i18n/texts.js';
import { LiveConnection } from '../live/live-connection.js';
import { useLiveView } from '../live/use-live-view.js';
import { LoadFailed } from '../look/load-failed.js';
import { EmptyState } from '../look/parts.js';
import { Board } from './board.js';

/** `/board/<heatId>`: one heat's public board; without an id it leads to the list. */
export function BoardApp() {
  const [, , heatId] = location.pathname.split('/');
  const [connection] = useState(() => (heatId ? new LiveConnection() : null));
  useEffect(() => {
    if (!heatId) location.replace('/boards');
    return () => connection?.close();
  }, [heatId, connection]);
  return heatId && connection ? <LiveBoard heatId={heatId} connection={connection} /> : null;
}

function LiveBoard({ heatId, connection }: { heatId: string; connection: LiveConnection }) {
  const { t } = useTranslation(['board', 'common']);
  const title = useTitle();
  const read = useCallback(() => api.get<BoardView>(`/public/boards/${heatId}`, undefined, { timeoutMs: 6_000 }), [heatId]);
  const { view, error, connected, confirmedAt, live } = useLiveView<BoardView>(connection, `board:${heatId}`, read);
  useEffect(() => { document.title = view ? `${title(view.title)} · ${t('board:title')}` : t('board:title'); }, [view, title, t]);

  if (view) return <Board view={view} connected={connected} confirmedAt={confirmedAt} />;
  return (
    <main className="before">
      <h1 className="h1">{t('board:title')}</h1>
      {error ? (isProblem(error, 'object.not_found')
        ? <EmptyState title={t('board:notFound')} action={<a className="btn" href="/boards">{t('board:all')}</a>} />
        : <LoadFailed error={error} onRetry={() => void live.read()} />) : <p role="status">{t('board:loading')}</p>}
    </main>
  );
}
