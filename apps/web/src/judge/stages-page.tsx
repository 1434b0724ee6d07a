import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { getSession } from '../api/session.js';
import { useTitle } from '../i18n/texts.js';
import { LoadFailed } from '../look/load-failed.js';
import { Chip, EmptyState } from '../look/parts.js';
import { PlainPage } from '../look/plain-page.js';
import { useLoad } from '../look/use-load.js';
import { judgeApi } from './judge-api.js';

/** The stages somebody judges or chairs. */
export function StagesPage() {
  const { t } = useTranslation(['judge', 'common']);
  const title = useTitle();
  const load = useCallback(async () => {
    const [session, stages] = await Promise.all([getSession(), judgeApi.myStages()]);
    return { session, stages };
  }, []);
  const { data, error, reload } = useLoad(load);
  return (
    <PlainPage title={t('judge:stages.title')} who={data?.session.person.name}>
      {error !== null && <LoadFailed error={error} onRetry={reload} />}
      {!data && error === null && <p role="status">{t('common:state.loading')}</p>}
      {data?.stages.length === 0 && <EmptyState title={t('judge:stages.empty')} action={<a className="btn" href="/">{t('common:action.home')}</a>}>{t('judge:stages.emptyHint')}</EmptyState>}
      <ul className="my-stages">
        {data?.stages.map((stage) => (
          <li key={stage.stageId}>
            <div><h2>{title(stage.title)}</h2><p>{title(stage.heat.title)} <Chip tone="run" icon={stage.chief ? 'scale' : 'user'}>{t(stage.chief ? 'judge:stages.chief' : 'judge:stages.judge')}</Chip></p></div>
            <a className={`btn ${stage.chief ? '' : 'pri'}`} href={`/judge/${stage.stageId}`}>{t('judge:stages.open')}</a>
            {stage.chief && <a className="btn pri" href={`/judge/${stage.stageId}/chief`}>{t('judge:stages.desk')}</a>}
          </li>
        ))}
      </ul>
    </PlainPage>
  );
}
