import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { WallCandidate, WallRoom, WallView } from '#lib/contracts';
import { clockTime, countdown, hourMinute } from '../../i18n/format.js';
import { useTitle } from '../../i18n/texts.js';
import { deadlineRange } from './wall-state.js';

/** Where one is, who invigilates, how fresh it is, and the clock of those who still sit; the 文武线 is the clock. */
export function WallHead({ view, room, candidates, now, live, onAll, onStaff }: { view: WallView; room: WallRoom | null; candidates: readonly WallCandidate[]; now: number; live: boolean; onAll: (() => void) | null; onStaff: (() => void) | null }) {
  const { t } = useTranslation('wall');
  const title = useTitle();
  const sitting = room ? view.sittings.find(({ id }) => id === room.sittingId) : view.sittings.length === 1 ? view.sittings[0] : null;
  const ends = deadlineRange(candidates);
  const opensAt = Date.parse(sitting?.opensAt ?? view.exam.opensAt);
  const paused = ends !== null && candidates.every(({ state }) => state !== 'in_progress');
  const left = ends ? ends.latest - now : opensAt > now ? opensAt - now : 0;
  const share = ends ? Math.max(0, Math.min(100, (left / (view.exam.durationSeconds * 1000)) * 100)) : 0;
  const window = `${hourMinute(sitting?.opensAt ?? view.exam.opensAt)}–${hourMinute(sitting?.lateUntil ?? view.exam.lateUntil)}`;
  const label = ends ? (paused ? t('head.paused') : t('head.left')) : opensAt > now ? t('head.opensIn') : t('head.over');
  return (
    <header className="wall-head">
      <nav className="crumb" aria-label={t('title')}>
        <Link to="/exams">{t('head.exams')}</Link><span aria-hidden="true">/</span><Link to={`/exams/${view.exam.id}`}>{title(view.exam.title)}</Link><span aria-hidden="true">/</span>
        {onAll ? <><button type="button" className="org-link" onClick={onAll}>{t('title')}</button><span aria-hidden="true">/</span><span>{title(room?.title)}</span></> : <span>{t('title')}</span>}
      </nav>
      <div className="ttl">
        <h1 className="h1">{room ? title(room.title) : title(view.exam.title)}</h1>
        <p className="t14 ink2">{[room?.place, sitting && view.sittings.length > 1 ? title(sitting.title) : null, t('head.entry', { window }), room && room.invigilators.length > 0 ? t('head.by', { names: room.invigilators.join('、') }) : null].filter(Boolean).join(' · ')}<br />
          {live ? t('head.live', { at: clockTime(now) }) : t('head.polled', { at: clockTime(view.now) })}</p>
        {onStaff && <button type="button" className="org-link t14" onClick={onStaff}>{t('staff.title')}</button>}
        <span className="clk"><small>{label}</small><b>{ends || opensAt > now ? countdown(left) : '—'}</b>
          {ends && ends.latest - ends.earliest > 60_000 && <small>{t('head.range', { from: hourMinute(new Date(ends.earliest).toISOString()), to: hourMinute(new Date(ends.latest).toISOString()) })}</small>}</span>
      </div>
      <div className={`rail ${paused ? 'paused' : ''}`} aria-hidden="true"><i style={{ width: `${share}%` }} /></div>
    </header>
  );
}
