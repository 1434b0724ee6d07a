import { useTranslation } from 'react-i18next';
import { clockTime, countdown } from '../i18n/format.js';
import { Dialog } from '../look/dialog.js';
import { Button, Note } from '../look/parts.js';
import type { ExamSession } from './exam-session.js';
import { lastSaved } from './outbox.js';
import type { Cell, PaletteCounts } from './palette.js';
import { useExam } from './use-exam.js';

interface ReviewDialogProps {
  session: ExamSession;
  cells: readonly Cell[];
  counts: PaletteCounts;
  left: number;
  onShow: (slot: string) => void;
  onClose: () => void;
}

/** What submitting would send, in figures, before it is done. */
export function ReviewDialog({ session, cells, counts, left, onShow, onClose }: ReviewDialogProps) {
  const { t } = useTranslation('exam');
  const { outbox, submitting, online } = useExam(session);
  const last = lastSaved(outbox);
  const waiting = counts.waiting > 0;
  const { step, earliestSubmitAt } = session.get().attempt;
  const wait = session.untilSubmit();
  const more = step !== null && step.locked && step.index < step.count - 1;
  return (
    <Dialog title={t('review.title')} onClose={submitting ? undefined : onClose} public className="review">
      <p className="sum">{t('review.summary', { answered: counts.answered, open: counts.open, count: counts.questions })}</p>
      <NumberList title={t('review.open')} cells={cells.filter(({ answered }) => !answered)} onShow={onShow} />
      <NumberList title={t('review.flagged')} cells={cells.filter(({ flagged }) => flagged)} onShow={onShow} />
      {waiting || !online ? <Note tone="warn" icon="upload" live>{t('review.waiting', { count: counts.waiting })}</Note> : last && <Note tone="ok">{t('review.allSaved', { time: clockTime(last.savedAt) })}</Note>}
      {wait > 0 && earliestSubmitAt && <Note tone="info" icon="clock">{t('review.early', { time: clockTime(earliestSubmitAt), left: countdown(wait) })}</Note>}
      {more && <Note tone="warn">{t('review.more', { count: step.count - step.index - 1 })}</Note>}
      <p className="warn-line">{t('review.warning', { time: countdown(left) })}</p>
      <div className="acts">
        <Button data-autofocus disabled={submitting} onClick={onClose}>{t('review.back')}</Button>
        <Button kind="pri" disabled={submitting || waiting || !online || wait > 0} onClick={() => void session.submit()}>{t(submitting ? 'review.submitting' : 'review.submit', { answered: counts.answered })}</Button>
      </div>
    </Dialog>
  );
}

function NumberList({ title, cells, onShow }: { title: string; cells: Cell[]; onShow: (slot: string) => void }) {
  const { t } = useTranslation('exam');
  return (
    <div className="numbers">
      <h3>{title} <b>{cells.length}</b></h3>
      {cells.length === 0 ? <p className="mute">{t('review.none')}</p> : (
        <div className="cells">{cells.map((cell) => <button type="button" key={cell.slot} className={`q ${cell.answered ? 'a' : ''}`} aria-label={t('review.goto', { number: cell.number })} onClick={() => onShow(cell.slot)}>{cell.number}</button>)}</div>
      )}
    </div>
  );
}
