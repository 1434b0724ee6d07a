import { useTranslation } from 'react-i18next';
import type { ChiefView, PerformanceState, PerformanceSummary } from '#lib/contracts';
import type { IconName } from '../look/icon.js';
import { Button, Chip, type ChipTone } from '../look/parts.js';

const looks: Record<PerformanceState, { tone: ChipTone; icon: IconName }> = {
  waiting: { tone: 'plain', icon: 'clock' }, on_stage: { tone: 'live', icon: 'live' }, scored: { tone: 'run', icon: 'check' }, confirmed: { tone: 'ok', icon: 'check' },
};

/** The order of appearance; while nobody is on stage any of those who wait can be called. */
export function DeskOrder({ view, onCall }: { view: ChiefView; onCall: ((performance: PerformanceSummary) => void) | null }) {
  const { t } = useTranslation(['judge', 'desk']);
  return (
    <aside className="order" aria-label={t('desk:order')}>
      <h2 className="h2">{t('desk:order')}</h2>
      <ol tabIndex={0}>
        {view.performances.map((performance) => (
          <li key={performance.id} className={performance.id === view.current?.id ? 'now' : ''}>
            <b className="num">{performance.startNumber}</b><span>{performance.alias}</span><span className="sp" />
            {performance.state !== 'waiting' && performance.state !== 'confirmed' && <span className="mute num">{t('desk:sheets', { sheets: performance.sheets, judges: view.judges })}</span>}
            {onCall && performance.state === 'waiting' ? <Button size="sm" kind="quiet" onClick={() => onCall(performance)}>{t('desk:callAct', { alias: performance.alias })}</Button> : <Chip tone={looks[performance.state].tone} icon={looks[performance.state].icon}>{t(`judge:state.${performance.state}`)}</Chip>}
          </li>
        ))}
      </ol>
    </aside>
  );
}
