import { useTranslation } from 'react-i18next';
import type { ActKind, WallCandidate } from '#lib/contracts';
import { Button } from '../../look/parts.js';

/** The acts, on those who are selected, or on everybody shown. */
export function BulkBar({ picked, everybody, seats, mayCancel, onClear, onAct, onNote, onCode }: {
  picked: readonly WallCandidate[]; everybody: string; seats: string; mayCancel: boolean; onClear: () => void; onAct: (act: ActKind) => void;
  onNote: (candidate: WallCandidate) => void; onCode: (candidate: WallCandidate) => void;
}) {
  const { t } = useTranslation('wall');
  const one = picked.length === 1 ? picked[0] : undefined;
  return (
    <div className="wall-bulk" role="toolbar" aria-label={t('bulk.label')}>
      <b>{picked.length > 0 ? t('bulk.selected', { n: picked.length }) : everybody}</b>
      {picked.length > 0 && <><span className="mute t14 seats">{one ? one.name : seats && t('bulk.seats', { seats })}</span><Button kind="quiet" size="sm" onClick={onClear}>{t('bulk.clear')}</Button></>}
      <span className="sp" />
      {one && <><Button size="sm" icon="edit" onClick={() => onNote(one)}>{t('bulk.note')}</Button><Button size="sm" icon="lock" onClick={() => onCode(one)}>{t('bulk.code')}</Button><Button size="sm" icon="refresh" onClick={() => onAct('take_over')}>{t('act.take_over')}</Button></>}
      <Button size="sm" icon="msg" onClick={() => onAct('message')}>{t('act.message')}</Button>
      <Button size="sm" icon="pause" onClick={() => onAct('pause')}>{t('act.pause')}</Button>
      <Button size="sm" icon="play" onClick={() => onAct('resume')}>{t('act.resume')}</Button>
      <Button size="sm" icon="user" onClick={() => onAct('let_in')}>{t('act.let_in')}</Button>
      {mayCancel && one && <Button kind="danger" size="sm" icon="x" onClick={() => onAct('cancel')}>{t('act.cancel')}</Button>}
      <Button kind="danger" size="sm" icon="ban" onClick={() => onAct('end')}>{t('act.end')}</Button>
      <Button kind="pri" size="sm" icon="clock" onClick={() => onAct('extend')}>{t('act.extendMore')}</Button>
    </div>
  );
}
