import { useMutation } from '@tanstack/react-query';
import type { ExamView, RoomPassword, RoomView, SittingView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Dialog } from '../../look/dialog.js';
import { Button, Note } from '../../look/parts.js';
import { ActDialog } from '../parts/act-dialog.js';
import { useWords } from '../parts/words.js';
import { useSetUpWords } from './exam-setup-texts.js';

/** Issues a room's password and shows it this once, as a card to be printed. */
export function RoomPasswordDialog({ view, sitting, room, onClose }: { view: ExamView; sitting: SittingView; room: RoomView; onClose: () => void }) {
  const s = useSetUpWords();
  const { t, title, whenFull } = useWords();
  const rotate = useMutation({ mutationFn: () => api.post<RoomPassword>(`/exams/${view.id}/rooms/${room.id}/password`) });
  if (!rotate.data) {
    return <ActDialog title={s('room.passwordTitle', { title: title(room.title) })} act={s('room.passwordAct')} onAct={() => rotate.mutate()} onClose={onClose} busy={rotate.isPending} error={rotate.error}><p>{s('room.passwordText')}</p></ActDialog>;
  }
  return (
    <Dialog title={title(room.title)} onClose={onClose} className="org-dlg room-card-dlg">
      <Note tone="warn">{s('room.passwordShown')}</Note>
      <div className="room-card">
        <p className="serif b">{title(view.title)}</p>
        <p>{title(sitting.title)} · {whenFull(sitting.opensAt)}</p>
        <p className="serif">{title(room.title)}{room.place ? ` · ${room.place}` : ''}</p>
        <p className="pw" aria-label={s('room.password')}>{rotate.data.password.slice(0, 4)} {rotate.data.password.slice(4)}</p>
        <p className="mute">{s('room.cardHow')}</p>
      </div>
      <div className="org-foot"><Button onClick={onClose}>{t('act.close')}</Button><Button kind="pri" icon="print" onClick={() => window.print()}>{s('room.printCard')}</Button></div>
    </Dialog>
  );
}
