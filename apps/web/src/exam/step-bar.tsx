import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countdown } from '../i18n/format.js';
import { Dialog } from '../look/dialog.js';
import { Icon } from '../look/icon.js';
import { Button } from '../look/parts.js';

/** The section one is in, what is left of its time, and the way on, which has no way back. */
export function StepBar({ name, left, last, open, busy, onEnter }: { name: string; left: number | null; last: boolean; open: number; busy: boolean; onEnter: () => void }) {
  const { t } = useTranslation('exam');
  const [asking, setAsking] = useState(false);
  return (
    <div className={`step-bar ${left !== null && left <= 60_000 ? 'urgent' : ''}`}>
      <b>{name}</b>
      {left !== null && <span className="num" role="timer" aria-label={t('step.left')}><Icon name="clock" small />{t('step.leftFor', { time: countdown(Math.max(0, left)) })}</span>}
      <span className="sp" />
      {!last && <Button size="sm" iconAfter="right" disabled={busy} onClick={() => setAsking(true)}>{t('step.next')}</Button>}
      {asking && (
        <Dialog title={t('step.title')} public onClose={() => setAsking(false)}>
          <p>{t('step.text')}</p>
          {open > 0 && <p className="b">{t('step.open', { count: open })}</p>}
          <div className="acts"><Button data-autofocus onClick={() => setAsking(false)}>{t('step.stay')}</Button><Button kind="pri" disabled={busy} onClick={() => { setAsking(false); onEnter(); }}>{t('step.next')}</Button></div>
        </Dialog>
      )}
    </div>
  );
}
