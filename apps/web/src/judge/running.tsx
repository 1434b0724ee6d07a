import { useTranslation } from 'react-i18next';
import type { JudgingView } from '#lib/contracts';
import { Decimal } from '#lib/kernel';
import { hourMinute } from '../i18n/format.js';
import { useWallClock } from '../live/use-ticking.js';
import { Chip } from '../look/parts.js';
import { decimalsOf } from './score-entry.js';

/** Who was, who is next, who comes after. */
export function Running({ view }: { view: JudgingView }) {
  const { t } = useTranslation('judge');
  const now = useWallClock();
  const previous = [...view.performances].reverse().find(({ state }) => state === 'confirmed');
  const [next, after] = view.performances.filter(({ state }) => state === 'waiting');
  const scale = Math.max(0, ...view.criteria.map(({ step }) => decimalsOf(step)));
  return (
    <footer className="next">
      <ul>
        {previous && <li className="prv">{t('foot.previous')} <b>{previous.alias}</b> {previous.ownTotal !== null && Decimal.of(previous.ownTotal).toString(scale)} <Chip tone="ok" icon="check">{t('foot.confirmed')}</Chip></li>}
        {next && <li>{t('foot.next')} <b>{next.startNumber} · {next.alias}</b></li>}
        {after && <li className="aft">{t('foot.after')} <b>{after.startNumber} · {after.alias}</b></li>}
      </ul>
      <span className="sp" />
      <span className="t14 mute">{hourMinute(now)}</span>
    </footer>
  );
}
