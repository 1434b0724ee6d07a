import { useTranslation } from 'react-i18next';
import type { JudgingView } from '#lib/contracts';
import { Chip } from '../look/parts.js';

/** The alias is the largest thing on the tablet, so that no score lands on the wrong person. */
export function WhoOnStage({ view, current, elapsed }: { view: JudgingView; current: NonNullable<JudgingView['current']>; elapsed: number | null }) {
  const { t } = useTranslation('judge');
  const over = view.seconds !== null && elapsed !== null && elapsed > view.seconds * 1000;
  return (
    <div className="who">
      <div><span className="k">{t('who.alias')}</span><b className="v code">{current.alias}</b></div>
      <div><span className="k">{t('who.number')}</span><b className="v no">{current.startNumber}</b></div>
      <p className="blind">{t('who.blind')}</p>
      <div className="tm">
        <Chip tone="live" icon="live">{t('who.onStage')}</Chip>
        {elapsed !== null && <b className={over ? 'over' : ''} role="timer" aria-label={t('who.elapsed')}>{minutes(elapsed)}{view.seconds !== null && <small> / {minutes(view.seconds * 1000)}</small>}</b>}
      </div>
    </div>
  );
}

/** Time used counts whole seconds that have passed. */
function minutes(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}
