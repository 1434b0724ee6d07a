import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { RankExplanation } from '#lib/contracts';
import { api } from '../api/client.js';
import type { ClientPath } from '../api/paths.js';
import { LanguageSwitch } from '../look/language-switch.js';
import { Seal } from '../look/seal.js';
import { Failed } from '../shell/failed-page.js';
import { Loading } from '../shell/loading.js';
import { Explanation } from './explanation.js';
import './results.css';

/** For organizers and the contestant, inside the frame. */
export function EntryExplanationPage() {
  const { heatId, entryId } = useParams();
  return <div className="pg"><Loaded path={`/heats/${heatId}/entries/${entryId}/explanation`} /></div>;
}

/** For anybody, once the heat is published. */
export function PublicExplanationPage() {
  const { t } = useTranslation(['results', 'common']);
  const { heatId, startNumber } = useParams();
  return (
    <div className="plain-page">
      <header className="bar-top"><a className="home-link" href={`/board/${heatId}`}><Seal /><b>{t('common:brand')}</b><span className="vh"> {t('results:board')}</span></a><span className="sp" /><LanguageSwitch /></header>
      <main className="sheet-page wide"><Loaded path={`/public/heats/${heatId}/entries/${startNumber}/explanation`} /></main>
    </div>
  );
}

function Loaded({ path }: { path: ClientPath }) {
  const { t } = useTranslation('common');
  const { data, error, refetch } = useQuery({ queryKey: ['explanation', path], queryFn: () => api.get<RankExplanation>(path) });
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  return data ? <Explanation explanation={data} /> : <Loading text={t('state.loading')} />;
}
