import { useTranslation } from 'react-i18next';
import type { BoardView } from '#lib/contracts';
import { useTitle } from '../i18n/texts.js';
import { Icon } from '../look/icon.js';
import { padded, scaleOf } from './board-rows.js';
import { Move } from './move.js';

/** The latest result told in order: marks, struck extremes, weights, total, rank; and how far the next one is. */
export function Latest({ view, over }: { view: BoardView; over: boolean }) {
  const { t } = useTranslation('board');
  const { latest, onStage } = view;
  if (!latest) {
    return (
      <>
        <p className="lab"><Icon name={onStage ? 'live' : 'clock'} />{onStage ? t('live') : t(`state.${view.state}`)}</p>
        <p className="nm waiting-nm"><b>{onStage ? t('number', { number: onStage.startNumber }) : t('waiting')}</b></p>
        <p className="wait-hint">{t('waitingHint')}</p>
        {onStage && <OnStage onStage={onStage} />}
      </>
    );
  }
  return <Story key={`${latest.startNumber} ${latest.total}`} latest={latest} onStage={onStage} over={over} />;
}

function Story({ latest, onStage, over }: { latest: NonNullable<BoardView['latest']>; onStage: BoardView['onStage']; over: boolean }) {
  const { t } = useTranslation('board');
  const title = useTitle();
  const scale = scaleOf(latest.judges.map(({ total }) => total));
  return (
    <>
      <p className="lab"><Icon name="checkc" />{t('just', { number: latest.startNumber })}</p>
      <p className="nm"><b>{latest.name}</b><span>{title(latest.unit)}<br />{title(latest.zone)}</span></p>
      {latest.judges.length > 0 && (
        <ul className={`jm n${Math.min(9, latest.judges.length)}`}>
          {latest.judges.map(({ seat, total, dropped }, index) => (
            <li key={seat} className={dropped ? 'cut' : ''} style={{ animationDelay: `${(index + 1) * 110}ms` }}>
              <small>{t('judge', { seat })}</small><b>{padded(total, scale)}</b>{dropped ? <em>{t(dropped)}</em> : <em aria-hidden="true">·</em>}
            </li>
          ))}
        </ul>
      )}
      <table className="fm"><tbody>
        {latest.stages.map((stage, index) => (
          <tr key={index}><td>{title(stage.title)}</td><td className="m">{stage.score === null ? '—' : `${stage.score} × ${Number(stage.weight)}%`}</td><td className="r">{stage.contribution ?? '—'}</td></tr>
        ))}
      </tbody></table>
      <div className="mid">{onStage && <OnStage onStage={onStage} />}</div>
      <div className="res">
        <div><p className="k">{t('total')}</p><p className="v">{latest.total ?? '—'}</p></div>
        {latest.rank !== null && <p className="rk"><Move moved={latest.moved} words />{<b>{t(over ? 'rankFinal' : 'rankSoFar', { rank: latest.rank })}</b>}</p>}
      </div>
    </>
  );
}

/** Who is on stage, by number only, and how many sheets are in. */
function OnStage({ onStage }: { onStage: NonNullable<BoardView['onStage']> }) {
  const { t } = useTranslation('board');
  return (
    <div className="on-stage" role="status">
      <span><Icon name="live" />{t('onStage', { number: onStage.startNumber })}</span>
      <span className="pips" aria-hidden="true">{Array.from({ length: onStage.judges }, (_, index) => <i key={index} className={index < onStage.arrived ? 'in' : ''} />)}</span>
      <span>{t('arrived', { arrived: onStage.arrived, judges: onStage.judges })}</span>
    </div>
  );
}
