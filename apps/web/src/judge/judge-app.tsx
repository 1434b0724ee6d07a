import { lazy, Suspense, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { getSession } from '../api/session.js';
import { LiveConnection } from '../live/live-connection.js';
import { LoadFailed } from '../look/load-failed.js';
import { PlainPage } from '../look/plain-page.js';
import { useLoad } from '../look/use-load.js';
import { usePath } from '../look/use-route.js';
import { Tablet } from './tablet.js';

const ChiefDesk = lazy(() => import('./chief-desk.js').then(({ ChiefDesk: component }) => ({ default: component })));

const StagesPage = lazy(() => import('./stages-page.js').then(({ StagesPage: component }) => ({ default: component })));

/** `/judge/` my stages, `/judge/<stageId>` the tablet, `/judge/<stageId>/chief` the chief's desk. */
export function JudgeApp() {
  const { t } = useTranslation(['judge', 'common']);
  const [, , stageId, desk] = usePath().split('/');
  useEffect(() => { document.title = `${t('judge:stages.title')} · ${t('common:brand')}`; }, [t]);
  if (!stageId) return <Suspense fallback={null}><StagesPage /></Suspense>;
  return <StagePage key={stageId + desk} stageId={stageId} desk={desk === 'chief'} />;
}

function StagePage({ stageId, desk }: { stageId: string; desk: boolean }) {
  const { t } = useTranslation(['judge', 'common']);
  const { data, error, reload } = useLoad(getSession);
  const connection = useConnection(data !== null);
  if (data && connection) return desk ? <Suspense fallback={<PlainPage title={t('judge:loading')}>{null}</PlainPage>}><ChiefDesk stageId={stageId} connection={connection} /></Suspense> : <Tablet stageId={stageId} connection={connection} />;
  return (
    <PlainPage title={t('judge:loading')}>
      {error === null ? <p role="status">{t('common:state.loading')}</p> : <LoadFailed error={error} onRetry={reload} />}
    </PlainPage>
  );
}

/** The socket is opened once somebody is signed in; the live server asks for the session. */
function useConnection(signedIn: boolean): LiveConnection | null {
  const connection = useMemo(() => (signedIn ? new LiveConnection() : null), [signedIn]);
  useEffect(() => () => connection?.close(), [connection]);
  return connection;
}
