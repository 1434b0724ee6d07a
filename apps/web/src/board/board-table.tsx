import { Fragment, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardView } from '#lib/contracts';
import { useTitle } from '../i18n/texts.js';
import { isLastWithin, padded, rowsPerScreen, scaleOf, screenAt, screensOf, type BoardRow } from './board-rows.js';
import { Move } from './move.js';

const turnMs = 12_000;

/** The standing: ten rows a screen in the hall, taking turns; all of them below each other on a phone. */
export function BoardTable({ view, over }: { view: BoardView; over: boolean }) {
  const { t } = useTranslation('board');
  const narrow = useNarrow();
  const latest = view.latest?.startNumber ?? null;
  const turns = useTurns(`${latest} ${view.latest?.total}`);
  const screens = screensOf(view.rows);
  const shown = narrow ? 0 : screenAt(screens, latest, turns);
  const rows = narrow ? view.rows : screens[shown] ?? [];
  const from = shown * rowsPerScreen;
  const span = screens.length === 1 || narrow ? (view.rows.length > 0 ? t('top', { count: view.rows.length }) : '') : t('page', { from: from + 1, to: from + rows.length, count: view.rows.length });
  return (
    <div className={screens.length > 1 && !narrow ? 'screens' : ''}>
      <h2 className="lab"><b>{t('individuals')}</b>{span}</h2>
      {view.rows.length === 0 ? <p className="no-rows">{t('noRows')}</p> : <Rows view={view} rows={rows} from={from} latest={over ? null : latest} over={over} />}
    </div>
  );
}

function Rows({ view, rows, from, latest, over }: { view: BoardView; rows: readonly BoardRow[]; from: number; latest: number | null; over: boolean }) {
  const { t } = useTranslation('board');
  const title = useTitle();
  const scales = view.stages.map((_, column) => scaleOf(view.rows.map(({ stages }) => stages[column] ?? null)));
  const columns = 5 + view.stages.length;
  return (
    <table className={`tb s${Math.min(5, view.stages.length)}`}>
      <thead><tr><th className="c-rk">{t('rank')}</th><th className="c-mv">{t('move')}</th><th className="c-nm">{t('contestant')}</th><th>{t('unit')}</th>{view.stages.map((stage) => <th key={stage.ordinal} className="r c-st">{title(stage.title)}</th>)}<th className="r c-to">{t('total')}</th></tr></thead>
      <tbody>
        {rows.map((row, index) => (
          <Fragment key={row.startNumber}>
            <tr className={row.startNumber === latest ? 'me' : ''}>
              <td className="rk">{row.rank ?? '—'}</td>
              <td><Move moved={row.moved} /></td>
              <td className="b">{over && view.state === 'published' ? <a href={`/public/heats/${view.heatId}/entries/${row.startNumber}`}>{row.name}<span className="vh"> {t('why', { rank: row.rank ?? '' })}</span></a> : row.name}</td>
              <td className="su un">{title(row.unit)}</td>
              {row.stages.map((score, column) => <td key={column} className="r su st-cell">{padded(score, scales[column] ?? 0)}</td>)}
              <td className="r to">{row.total ?? '—'}</td>
            </tr>
            {isLastWithin(view.rows, from + index, view.cutAfter) && <tr className="cutline"><td colSpan={columns}><span>{t('cut', { count: view.cutAfter ?? 0 })}</span></td></tr>}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

/** Counts intervals since `key` changed, so that a new result is seen first. */
function useTurns(key: string): number {
  const [turns, setTurns] = useState({ key, count: 0 });
  useEffect(() => {
    const timer = setInterval(() => setTurns((held) => ({ key, count: held.key === key ? held.count + 1 : 1 })), turnMs);
    return () => clearInterval(timer);
  }, [key]);
  return turns.key === key ? turns.count : 0;
}

function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(() => innerWidth < 1000);
  useEffect(() => {
    const look = (): void => setNarrow(innerWidth < 1000);
    addEventListener('resize', look);
    return () => removeEventListener('resize', look);
  }, []);
  return narrow;
}
