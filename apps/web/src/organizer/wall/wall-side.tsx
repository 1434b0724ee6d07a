import { useTranslation } from 'react-i18next';
import type { ActView, WallCandidate } from '#lib/contracts';
import { clockTime, hourMinute } from '../../i18n/format.js';
import { Button, Chip } from '../../look/parts.js';
import { seatNumbers } from './wall-state.js';

const delivered = 5;
const logged = 12;

/** Who has not seen an act yet, and what was done. */
export function WallSide({ acts, candidates, mayAct, onUndo }: { acts: readonly ActView[]; candidates: readonly WallCandidate[]; mayAct: boolean; onUndo: (act: ActView) => void }) {
  const { t } = useTranslation('wall');
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const told = acts.filter(({ acknowledged }) => acknowledged !== null).slice(0, delivered);
  const whom = (act: ActView): string => {
    if (act.scope.kind === 'exam') return t('side.everybody');
    if (act.scope.kind === 'room') return t('side.room');
    if (act.scope.kind === 'sitting') return t('side.sitting');
    const seats = act.scope.ids.map((id) => byId.get(id));
    if (seats.length === 1 && seats[0]) return `${seats[0].seat ?? ''} ${seats[0].name}`.trim();
    return t('side.people', { n: act.targets });
  };
  const what = (act: ActView): string => `${whom(act)}${t('side.dot')}${t(`did.${act.kind}`, { minutes: Math.round((act.seconds ?? 0) / 60) })}`;
  const waiting = [...new Set(told.flatMap((act) => act.waiting))].flatMap((id) => byId.get(id) ?? []);
  return (
    <>
      <section aria-labelledby="wall-delivery">
        <div className="sec"><h2 className="h2" id="wall-delivery">{t('side.delivery')}</h2></div>
        {told.length === 0 ? <p className="t14 mute">{t('side.nothing')}</p> : (
          <table className="tbl">
            <tbody>
              {told.map((act) => (
                <tr key={act.id}>
                  <td>{hourMinute(act.at)} {what(act)}<br /><span className="mute t13">{act.text}</span></td>
                  <td className="r b">{act.done > 0 && act.acknowledged === act.done ? <Chip tone="ok" icon="check">{t('side.acknowledged')}</Chip> : <span className="num">{act.acknowledged} / {act.done}</span>}
                    {mayAct && act.kind === 'extend' && !act.undoneBy && <Button kind="quiet" size="sm" onClick={() => onUndo(act)}>{t('side.undo')}</Button>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {waiting.length > 0 && <p className="t13 mute wall-wait">{t('side.waiting', { who: waiting.every(({ seat, roomId }) => seat !== null && roomId === waiting[0]?.roomId) ? seatNumbers(waiting.map(({ seat }) => seat), t('and')) : waiting.slice(0, 8).map(({ name }) => name).join(t('and')) + (waiting.length > 8 ? '…' : '') })}</p>}
      </section>
      <section className="wall-log" aria-labelledby="wall-log">
        <div className="sec"><h2 className="h2" id="wall-log">{t('side.log')}</h2></div>
        {acts.length === 0 && <p className="t14 mute">{t('side.noActs')}</p>}
        <ul>{acts.slice(0, logged).map((act) => <li key={act.id}><time dateTime={act.at}>{clockTime(act.at)}</time><span>{what(act)}{t('side.by', { name: act.by.name })}{act.void > 0 && t('side.void', { n: act.void })}</span></li>)}</ul>
      </section>
    </>
  );
}
