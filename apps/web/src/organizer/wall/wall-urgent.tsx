import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTime } from '../../i18n/format.js';
import { Button, Chip } from '../../look/parts.js';
import type { ActKind, OpenIncidents } from '#lib/contracts';
import { span, type Urgent } from './wall-state.js';

const shownFirst = 6;

/** What to deal with first; each with what is done about it. */
export function WallUrgent({ list, mayAct, questions, roomName, onAct, onRule, onNote }: {
  list: readonly Urgent[]; mayAct: boolean; questions: number; roomName: (roomId: string | null) => string;
  onAct: (act: ActKind, candidateId: string) => void; onRule: (open: OpenIncidents) => void; onNote: (candidateId: string) => void;
}) {
  const { t } = useTranslation('wall');
  const [all, setAll] = useState(false);
  if (list.length === 0) return null;
  const shown = all ? list : list.slice(0, shownFirst);
  return (
    <section aria-labelledby="wall-urgent">
      <div className="sec"><h2 className="h2" id="wall-urgent">{t('urgent.title')}</h2><span className="t14 mute">{t('urgent.note', { n: list.length })}</span></div>
      <ul className="wall-inc">
        {shown.map((one) => {
          const { candidate } = one;
          return (
            <li key={`${one.kind}${candidate.id}${one.kind === 'incident' ? one.open.kind : ''}`}>
              {one.kind === 'incident' ? <Chip tone={one.open.kind.startsWith('focus') || one.open.kind.startsWith('fullscreen') ? 'warn' : 'urgent'} icon="eye">{t('urgent.open')}</Chip>
                : one.kind === 'offline' ? <Chip tone="urgent" icon="offline">{t('counts.offline')}</Chip> : <Chip tone="warn" icon="silent">{t('urgent.silent')}</Chip>}
              <span className="p"><b>{candidate.seat !== null && <span className="num">{candidate.seat} </span>}{candidate.name}</b><small>{roomName(candidate.roomId)}</small></span>
              <span className="tx"><Matter one={one} /><small>{t('urgent.answered', { n: candidate.answered, of: questions })}</small></span>
              {mayAct && (
                <span className="row">
                  {one.kind === 'offline' && <><Button size="sm" onClick={() => onAct('extend', candidate.id)}>{t('act.extend')}</Button><Button size="sm" onClick={() => onAct('take_over', candidate.id)}>{t('act.take_over')}</Button></>}
                  {one.kind === 'silent' && <><Button size="sm" onClick={() => onAct('message', candidate.id)}>{t('act.message')}</Button><Button size="sm" onClick={() => onNote(candidate.id)}>{t('urgent.note_it')}</Button></>}
                  {one.kind === 'incident' && <><Button size="sm" onClick={() => onAct('message', candidate.id)}>{t('act.message')}</Button><Button size="sm" onClick={() => onRule(one.open)}>{t('urgent.rule')}</Button></>}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {list.length > shownFirst && <Button kind="quiet" size="sm" onClick={() => setAll(!all)}>{all ? t('urgent.fewer') : t('urgent.all', { n: list.length })}</Button>}
    </section>
  );
}

function Matter({ one }: { one: Urgent }) {
  const { t } = useTranslation('wall');
  if (one.kind === 'incident') {
    const { kind, count, seconds, note } = one.open;
    const what = t(`incident.${kind}`);
    return <>{note ? `${what}：${note}` : seconds > 0 ? t('urgent.timesAndSeconds', { what, count, seconds }) : t('urgent.times', { what, count })}</>;
  }
  const { lastSavedAt, unsent } = one.candidate;
  const saved = lastSavedAt ? t('urgent.lastSaved', { at: clockTime(lastSavedAt) }) : t('urgent.neverSaved');
  const held = unsent > 0 ? t('urgent.unsent', { n: unsent }) : '';
  return <>{t(one.kind === 'offline' ? 'urgent.offlineFor' : 'urgent.silentFor', { time: span(one.seconds) })}{t('sep')}{held || saved}</>;
}
