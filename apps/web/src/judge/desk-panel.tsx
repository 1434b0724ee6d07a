import { useTranslation } from 'react-i18next';
import type { ChiefView, PerformanceSummary } from '#lib/contracts';
import { Decimal } from '#lib/kernel';
import { clockTime } from '../i18n/format.js';
import { useTitle } from '../i18n/texts.js';
import { Button, Chip } from '../look/parts.js';
import { decimalsOf, showMark } from './score-entry.js';

/** Every judge's sheet of the performance that is shown: marks, total, what is struck, who is awaited. */
export function DeskPanel({ view, shown, onReopen }: { view: ChiefView; shown: PerformanceSummary; onReopen: (seat: number) => void }) {
  const { t } = useTranslation(['judge', 'desk']);
  const title = useTitle();
  const open = view.current !== null;
  const missing = view.panel.filter(({ total }) => total === null).length;
  const comments = view.panel.filter(({ sheet, total }) => total !== null && sheet?.comment);
  return (
    <>
      <div className="desk-head">
        <div><span className="k">{t(open ? 'desk:now' : 'desk:last')}</span><b className="code">{shown.alias}</b></div>
        <div><span className="k">{t('judge:who.number')}</span><b className="no">{shown.startNumber}</b></div>
        <span className="sp" />
        {view.spread !== null && <Chip tone="line" icon="scale">{t('desk:spread', { spread: view.spread })}</Chip>}
        <p className="res"><span className="k">{t('desk:result')}</span>{view.result !== null ? <b>{view.result}</b> : <em>{t('desk:resultWait', { count: missing })}</em>}</p>
      </div>
      <div className="tbl-wrap" tabIndex={0} role="region" aria-label={t('desk:panel')}>
        <table className="tbl desk-tbl">
          <thead>
            <tr><th>{t('desk:seat')}</th><th>{t('desk:name')}</th>{view.criteria.map((criterion) => <th key={criterion.id} className="r">{title(criterion.title)}</th>)}<th className="r">{t('desk:total')}</th><th>{t('desk:state')}</th>{open && <th className="r"><span className="vh">{t('desk:act')}</span></th>}</tr>
          </thead>
          <tbody>{view.panel.map((seat) => <SeatRow key={seat.seat} view={view} seat={seat} open={open} onReopen={onReopen} />)}</tbody>
        </table>
      </div>
      {comments.length > 0 && (
        <section className="comments"><h2 className="h2">{t('desk:comments')}</h2><dl>{comments.map(({ seat, name, sheet }) => <div key={seat}><dt>{seat} · {name}</dt><dd>{sheet?.comment}</dd></div>)}</dl></section>
      )}
    </>
  );
}

function SeatRow({ view, seat, open, onReopen }: { view: ChiefView; seat: ChiefView['panel'][number]; open: boolean; onReopen: (seat: number) => void }) {
  const { t } = useTranslation(['judge', 'desk']);
  const counted = seat.total !== null && seat.sheet !== null;
  const scale = Math.max(0, ...view.criteria.map(({ step }) => decimalsOf(step)));
  return (
    <tr className={seat.dropped ? 'struck' : ''}>
      <td className="num">{seat.seat}</td>
      <td className="b nw">{seat.name}{seat.chief && <span className="mute"> {t('judge:stages.chief')}</span>}</td>
      {view.criteria.map((criterion) => <td key={criterion.id} className="r">{counted ? showMark(seat.sheet?.marks.find(({ criterionId }) => criterionId === criterion.id)?.mark ?? '', criterion.step) : '—'}</td>)}
      <td className="r total">{seat.total === null ? '—' : seat.dropped ? <s>{Decimal.of(seat.total).toString(scale)}</s> : Decimal.of(seat.total).toString(scale)}</td>
      <td><SeatState seat={seat} /></td>
      {open && <td className="r">{counted && <Button size="sm" kind="quiet" onClick={() => onReopen(seat.seat)}>{t('desk:reopen')}<span className="vh"> {seat.name}</span></Button>}</td>}
    </tr>
  );
}

function SeatState({ seat }: { seat: ChiefView['panel'][number] }) {
  const { t } = useTranslation(['judge', 'desk']);
  if (seat.total === null) {
    if (seat.sheet) return <Chip tone="warn" icon="refresh">{t('desk:reopenedState')}</Chip>;
    return seat.online ? <Chip icon="clock">{t('desk:awaited')}</Chip> : <Chip tone="urgent" icon="offline">{t('desk:awaited')} · {t('desk:offline')}</Chip>;
  }
  if (seat.dropped) return <Chip tone="line" icon={seat.dropped === 'high' ? 'up' : 'down'}>{t(seat.dropped === 'high' ? 'desk:high' : 'desk:low')}</Chip>;
  return <Chip tone="ok" icon="check">{t('desk:sent', { time: clockTime(seat.sheet?.submittedAt ?? 0) })}</Chip>;
}
