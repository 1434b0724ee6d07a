import { useTranslation } from 'react-i18next';
import type { JudgingView, SheetView } from '#lib/contracts';
import { Decimal } from '#lib/kernel';
import { clockTime } from '../i18n/format.js';
import { Icon } from '../look/icon.js';
import { Button, Stamp } from '../look/parts.js';
import { Criteria } from './criteria.js';
import type { PendingSheet } from './judge-store.js';
import { decimalsOf } from './score-entry.js';
import { WhoOnStage } from './who-on-stage.js';

interface SentProps {
  view: JudgingView;
  current: NonNullable<JudgingView['current']>;
  elapsed: number | null;
  /** Still on the tablet. */
  sheet: PendingSheet | null;
  delivered: SheetView | null;
  mayTakeBack: boolean;
  onCorrect: () => void;
}

/** The seal stands only for a sheet that the server has acknowledged; one that is still here says so. */
export function Sent({ view, current, elapsed, sheet, delivered, mayTakeBack, onCorrect }: SentProps) {
  const { t } = useTranslation('judge');
  const marks = (sheet?.command ?? delivered)?.marks ?? [];
  const scale = Math.max(0, ...view.criteria.map(({ step }) => decimalsOf(step)));
  const total = Decimal.of(sheet?.total ?? delivered?.total ?? '0').toString(scale);
  return (
    <main className="main is-sent">
      <WhoOnStage view={view} current={current} elapsed={elapsed} />
      <section className="crit" aria-label={t('crit.title')}><Criteria criteria={view.criteria} marks={Object.fromEntries(marks.map(({ criterionId, mark }) => [criterionId, mark]))} activeId={null} /></section>
      <section className="done" role="status">
        {delivered ? <Stamp>{t('sent.stamp')}</Stamp> : <span className="kept-mark"><Icon name="upload" />{t('sent.kept')}</span>}
        <p className="big">{t('sent.line', { alias: current.alias, total })}</p>
        <p className="mute mono">{delivered ? t('sent.receipt', { time: clockTime(delivered.submittedAt), version: delivered.version }) : clockTime(sheet?.submittedAt ?? 0)}</p>
        {delivered ? <><Pips judges={view.judges} sheets={current.sheets} /><p className="ink2">{t('sent.count', { judges: view.judges, sheets: current.sheets })}</p></> : <p className="ink2 kept-text">{t('sent.keptText')}</p>}
        {mayTakeBack && current.state !== 'confirmed' && <Button className="tall" icon="edit" onClick={onCorrect}>{t(delivered ? 'sent.correct' : 'sent.takeBack')}</Button>}
      </section>
    </main>
  );
}

/** How many sheets are in; whose they are stays with the chief. */
function Pips({ judges, sheets }: { judges: number; sheets: number }) {
  const { t } = useTranslation('judge');
  return (
    <ul className="pips" aria-hidden="true">
      {Array.from({ length: judges }, (_, index) => (
        <li key={index} className={index === 0 ? 'me' : index < sheets ? '' : 'w'}><Icon name={index < sheets ? 'check' : 'clock'} />{index === 0 ? t('sent.me') : t(index < sheets ? 'sent.arrived' : 'sent.awaited')}</li>
      ))}
    </ul>
  );
}
