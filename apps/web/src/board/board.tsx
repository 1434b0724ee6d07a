import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardView } from '#lib/contracts';
import { clockTime } from '../i18n/format.js';
import { useTitle } from '../i18n/texts.js';
import { useTicking } from '../live/use-ticking.js';
import { freshness } from '../live/view-sync.js';
import { Icon } from '../look/icon.js';
import { LanguageSwitch } from '../look/language-switch.js';
import { Button, Wenwu } from '../look/parts.js';
import { Seal } from '../look/seal.js';
import { BoardTable } from './board-table.js';
import { Latest } from './latest.js';
import { Awards, Teams } from './teams.js';
import { currentTheme, setTheme, type Theme } from './theme.js';

/** The hall board: left the story of the latest result, right the standing; one highlighted row joins them. */
export function Board({ view, connected, confirmedAt }: { view: BoardView; connected: boolean; confirmedAt: number | null }) {
  const { t } = useTranslation('board');
  const title = useTitle();
  const over = !view.live && (view.state === 'published' || view.state === 'confirmed');
  const done = t(view.live ? 'progress' : 'counted', { done: view.progress.done, count: view.progress.total });
  return (
    <>
      <header className="hd">
        <a href="/boards" aria-label={t('all')} className="seal-link"><Seal size={60} /></a>
        <h1>{title(view.edition)} · {title(view.title)}</h1>
        <p className="st"><b>{view.stages.map((stage) => title(stage.title)).join(' · ')}</b>{done}</p>
        <span className="sp" />
        {view.live ? <span className="livec"><Icon name="live" />{t('live')}</span> : <span className="livec quiet"><Icon name={over ? 'checkc' : 'clock'} />{t(`state.${view.state}`)}</span>}
        <Freshness view={view} connected={connected} confirmedAt={confirmedAt} over={over} />
      </header>
      <Wenwu />
      <main className="main">
        <section className="now">{view.awards.length > 0 && over ? <Awards view={view} /> : <Latest view={view} over={over} />}</section>
        <section className="standing">
          <BoardTable view={view} over={over} />
          <Teams view={view} />
        </section>
      </main>
      <footer className="ft">
        {view.next && <span className="nw">{t('next')} <b>{t('number', { number: view.next.startNumber })}</b></span>}
        <span className="tools"><LanguageSwitch /><ThemeSwitch /></span>
        <span className="sp" />
        <span className="rule">{title(view.rule)}</span>
      </footer>
    </>
  );
}

const staleAfter = 10_000;

function Freshness({ view, connected, confirmedAt, over }: { view: BoardView; connected: boolean; confirmedAt: number | null; over: boolean }) {
  const { t } = useTranslation('board');
  const now = useTicking(1_000);
  const { kind, seconds } = freshness(connected, confirmedAt, now, staleAfter);
  if (kind === 'stale') return <p className="upd stale" role="status"><b><Icon name="offline" />{t('stale', { seconds })}</b>{t('reconnecting')}</p>;
  return <p className="upd"><b>{t('updated', { time: clockTime(view.at) })}</b>{over ? t('final') : kind === 'live' ? t('liveHint') : t('polling', { seconds: 3 })}</p>;
}

function ThemeSwitch() {
  const { t } = useTranslation('board');
  const [theme, setHeld] = useState<Theme>(currentTheme);
  useEffect(() => setTheme(theme), [theme]);
  const other = theme === 'dark' ? 'light' : 'dark';
  return <Button kind="quiet" size="sm" onClick={() => setHeld(other)}>{t(other)}</Button>;
}
