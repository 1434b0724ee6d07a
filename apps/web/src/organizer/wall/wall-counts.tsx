import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../../look/icon.js';
import type { SeatState } from './wall-state.js';

export type Filter = SeatState | 'all';

export const seatLooks: Record<SeatState, { icon: IconName; tone: string }> = {
  writing: { icon: 'play', tone: 'run' }, offline: { icon: 'offline', tone: 'off' }, silent: { icon: 'silent', tone: 'sil' }, paused: { icon: 'pause', tone: 'pau' },
  submitted: { icon: 'check', tone: 'sub' }, missing: { icon: 'dash', tone: 'abs' }, excused: { icon: 'ban', tone: 'abs' },
};
const shown: readonly SeatState[] = ['writing', 'offline', 'silent', 'paused', 'submitted', 'missing'];

/** The counts, which are the filters. */
export function WallCounts({ counts, total, filter, minutes, onFilter }: { counts: Record<SeatState, number>; total: number; filter: Filter; minutes: number; onFilter: (filter: Filter) => void }) {
  const { t } = useTranslation('wall');
  const entries: [Filter, number, IconName, string][] = [['all', total, 'users', ''], ...[...shown, ...(counts.excused > 0 ? ['excused' as const] : [])].map((state): [Filter, number, IconName, string] => [state, counts[state], seatLooks[state].icon, counts[state] > 0 ? seatLooks[state].tone : ''])];
  return (
    <div className="wall-sum" role="group" aria-label={t('counts.label')}>
      {entries.map(([key, n, icon, tone]) => (
        <button key={key} type="button" className={`${filter === key ? 'sel' : ''} ${tone}`} aria-pressed={filter === key} onClick={() => onFilter(key)}>
          <b>{n}</b><span><Icon name={icon} small />{t(`counts.${key}`, { minutes })}</span>
        </button>
      ))}
    </div>
  );
}
