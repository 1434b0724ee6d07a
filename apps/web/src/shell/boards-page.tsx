import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { BoardListItem, HeatState } from '#lib/contracts';
import { api } from '../api/client.js';
import { useTitle } from '../i18n/texts.js';
import { LanguageSwitch } from '../look/language-switch.js';
import { Chip, EmptyState, Wenwu, type ChipTone } from '../look/parts.js';
import { Seal } from '../look/seal.js';
import { Failed } from './failed-page.js';
import { Loading } from './loading.js';

/** Every public board; anybody may open them. */
export function BoardsPage() {
  const { t } = useTranslation(['shell', 'common']);
  return (
    <div className="plain-page">
      <header className="bar-top"><a className="home-link" href="/"><Seal /><b>{t('common:brand')}</b></a><span className="sp" /><LanguageSwitch /></header>
      <main className="sheet-page">
        <h1 className="h1">{t('shell:boards.title')}</h1>
        <p className="ink2 under-h1">{t('shell:boards.subtitle')}</p>
        <Wenwu />
        <BoardList />
      </main>
    </div>
  );
}

function BoardList() {
  const { t } = useTranslation(['shell', 'common']);
  const title = useTitle();
  const { data, error, refetch } = useQuery({ queryKey: ['boards'], queryFn: () => api.get<BoardListItem[]>('/public/boards'), refetchInterval: 30_000 });
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading text={t('common:state.loading')} />;
  if (data.length === 0) return <div className="gap"><EmptyState title={t('shell:boards.empty')}>{t('shell:boards.emptyHint')}</EmptyState></div>;
  return (
    <div className="tbl-wrap gap">
      <table className="tbl boards">
        <thead><tr><th>{t('shell:boards.edition')}</th><th>{t('shell:boards.heat')}</th><th>{t('shell:boards.state')}</th><th className="r"><span className="vh">{t('shell:boards.open')}</span></th></tr></thead>
        <tbody>
          {data.map((board) => (
            <tr key={board.heatId}>
              <td>{title(board.edition)}</td>
              <td className="b">{title(board.title)}</td>
              <td><HeatChip state={board.state} live={board.live} /></td>
              <td className="r"><a className="btn sm" href={`/board/${board.heatId}`}>{t('shell:boards.open')}<span className="vh"> {title(board.title)}</span></a></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const tones: Record<HeatState, ChipTone> = { setup: 'plain', preparing: 'plain', failed: 'warn', ready: 'plain', running: 'live', provisional: 'warn', confirmed: 'ok', published: 'ok' };

/** The state of a heat; vermilion only while it is running. */
export function HeatChip({ state, live }: { state: HeatState; live: boolean }) {
  const { t } = useTranslation('shell');
  if (live) return <Chip tone="live" icon="live">{t('boards.live')}</Chip>;
  const tone = tones[state];
  return <Chip tone={tone === 'live' ? 'run' : tone} icon={tone === 'ok' ? 'check' : tone === 'warn' ? 'warn' : 'clock'}>{t(`heatState.${state}`)}</Chip>;
}
