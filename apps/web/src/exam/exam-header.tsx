import { useTranslation } from 'react-i18next';
import { clockTime, countdown, shortReceipt } from '../i18n/format.js';
import { useTitle } from '../i18n/texts.js';
import { Icon } from '../look/icon.js';
import { LanguageSwitch } from '../look/language-switch.js';
import { Button } from '../look/parts.js';
import { Seal } from '../look/seal.js';
import type { ExamState } from './exam-session.js';
import { keyOf, lastSaved } from './outbox.js';

/** What is sat and by whom; then the pair that must never be far: the save mark and the clock. */
export function ExamHeader({ state, left, onReview }: { state: ExamState; left: number; onReview: () => void }) {
  const { t } = useTranslation('exam');
  const title = useTitle();
  const { attempt, phase } = state;
  const over = left <= 0;
  return (
    <header className="hd">
      <span className="np"><Seal /></span>
      <div className="t">
        <h1>{title(attempt.title)}</h1>
        <p className="who">{attempt.candidate.name} · {t('head.admission', { number: attempt.candidate.admissionNumber })}<span className="x"> · {title(attempt.candidate.unit)}</span></p>
      </div>
      <span className="sp np" />
      <SaveMark state={state} />
      <div className={`clk ${left <= 300_000 ? 'urgent' : ''}`}>
        <span>{phase === 'paused' ? <><Icon name="pause" small />{t('head.paused')}</> : t(over ? 'head.over' : 'head.left')}</span>
        <b role="timer" aria-label={t('head.left')}>{countdown(left)}</b>
      </div>
      <LanguageSwitch className="np" />
      <Button className="np" disabled={phase !== 'writing'} onClick={onReview}>{t('head.review')}</Button>
    </header>
  );
}

/** *Saved* only when the server has acknowledged everything. */
function SaveMark({ state }: { state: ExamState }) {
  const { t } = useTranslation('exam');
  const { outbox, online } = state;
  const waiting = outbox.waiting.size;
  const last = lastSaved(outbox);
  if (!online) {
    const kept = [...outbox.waiting.values()].every((edit) => outbox.kept.has(keyOf(edit)));
    return <Mark tone="off" icon="offline" title={t(kept ? 'save.offline' : 'save.offlineUnkept')} detail={waiting > 0 ? t('save.offlineCount', { count: waiting }) : t('save.offlineNone')} />;
  }
  if (waiting > 0) return <Mark tone="busy" icon="upload" title={t('save.saving')} detail={t('save.waiting', { count: waiting })} />;
  if (!last) return <Mark tone="none" icon="checkc" title={t('save.none')} detail="" />;
  return <Mark tone="" icon="checkc" title={t('save.all')} detail={`${clockTime(last.savedAt)} · ${t('save.receipt', { receipt: shortReceipt(last.receipt).slice(0, 4) })}`} />;
}

function Mark({ tone, icon, title, detail }: { tone: string; icon: 'offline' | 'upload' | 'checkc'; title: string; detail: string }) {
  return (
    <div className={`save ${tone}`} role="status">
      <Icon name={icon} />
      <span><b>{title}</b><small>{detail}</small></span>
    </div>
  );
}
