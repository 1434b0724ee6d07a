import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CriterionView, JudgingView, SheetView } from '#lib/contracts';
import { Decimal, newId } from '#lib/kernel';
import { ordinal } from '../i18n/format.js';
import { useLocale, useTitle } from '../i18n/texts.js';
import { Button, Note } from '../look/parts.js';
import { Criteria } from './criteria.js';
import { loadDraft, saveDraft, type PendingSheet } from './judge-store.js';
import { Keypad } from './keypad.js';
import { ReadBack } from './read-back.js';
import { decimalsOf, faultOf, pressKey, showMark, stepMark, totalOf, toWire } from './score-entry.js';
import type { RefusedSheet } from './sheet-outbox.js';
import { WhoOnStage } from './who-on-stage.js';

interface ScoreFormProps {
  view: JudgingView;
  current: NonNullable<JudgingView['current']>;
  elapsed: number | null;
  delivered: SheetView | null;
  reopened: boolean;
  refused: RefusedSheet | null;
  start: { marks: Record<string, string>; comment: string } | null;
  /** Goes back to what was delivered; null while nothing was. */
  onKeep: (() => void) | null;
  onSubmit: (sheet: PendingSheet) => void;
}

/** Criteria by stepper or keypad, the total, a comment; read back before it is submitted. */
export function ScoreForm({ view, current, elapsed, delivered, reopened, refused, start, onKeep, onSubmit }: ScoreFormProps) {
  const { t } = useTranslation('judge');
  const { marks, setMark, comment, setComment } = useEntry(current.id, view.criteria, start);
  const [activeId, setActiveId] = useState(view.criteria[0]?.id ?? '');
  const [fresh, setFresh] = useState(true);
  const [checking, setChecking] = useState(false);
  const active = view.criteria.find(({ id }) => id === activeId) ?? view.criteria[0];
  const faults = view.criteria.filter((criterion) => faultOf(marks[criterion.id] ?? '', criterion) !== null);
  const scale = Math.max(0, ...view.criteria.map(({ step }) => decimalsOf(step)));
  const total = totalOf(Object.values(marks)).toString(scale);
  const select = (id: string): void => {
    setActiveId(id);
    setFresh(true);
  };
  const press = (key: string): void => {
    if (!active) return;
    setMark(active.id, pressKey(marks[active.id] ?? '', key, active, fresh && (marks[active.id] ?? '') !== ''));
    setFresh(false);
  };
  const submit = (): void => onSubmit({
    stageId: view.stageId, alias: current.alias, total, submittedAt: Date.now(), tries: 0,
    command: { commandId: newId(), performanceId: current.id, expectedVersion: (refused?.present ?? delivered)?.version ?? 0, marks: view.criteria.map(({ id }) => ({ criterionId: id, mark: toWire(marks[id] ?? '') })), comment: comment.trim() },
  });

  return (
    <main className="main">
      <WhoOnStage view={view} current={current} elapsed={elapsed} />
      <section className="crit" aria-label={t('crit.title')}>
        {(reopened || delivered || refused) && <FormNote reopened={reopened} delivered={delivered} refused={refused} scale={scale} onKeep={onKeep} />}
        <Criteria criteria={view.criteria} marks={marks} activeId={active?.id ?? ''} onSelect={select} onStep={(criterion, by) => { select(criterion.id); setMark(criterion.id, stepMark(marks[criterion.id] ?? '', by, criterion)); }} />
      </section>
      {active && <Keypad criteria={view.criteria} active={active} onKey={press} onNext={select} marks={marks} />}
      <section className="tot">
        <div className="sum"><span>{t('total')}</span><b aria-live="polite">{total}</b><small>/ {Decimal.sum(view.criteria.map(({ max }) => max)).toString()}</small></div>
        <Comment value={comment} onChange={setComment} />
      </section>
      <div className="send">
        {faults.length > 0 && <p className="missing" role="status">{t('send.missing', { count: faults.length })}</p>}
        <Button kind="pri" disabled={faults.length > 0} onClick={() => setChecking(true)}>{t('send.check')}</Button>
      </div>
      {checking && <ReadBack view={view} current={current} marks={marks} total={total} onBack={() => setChecking(false)} onSubmit={submit} />}
    </main>
  );
}

/** What is entered is a draft on the tablet, so that a reload loses nothing. */
function useEntry(performanceId: string, criteria: readonly CriterionView[], start: ScoreFormProps['start']) {
  const [draft, setDraft] = useState(() => {
    const from = start ?? loadDraft(performanceId) ?? { marks: {}, comment: '' };
    return { comment: from.comment, marks: Object.fromEntries(criteria.map(({ id, step }) => [id, from.marks[id] ? showMark(from.marks[id], step) : ''])) };
  });
  const change = (next: typeof draft): void => {
    setDraft(next);
    saveDraft(performanceId, next);
  };
  return {
    marks: draft.marks,
    comment: draft.comment,
    setMark: (id: string, mark: string) => change({ ...draft, marks: { ...draft.marks, [id]: mark } }),
    setComment: (comment: string) => change({ ...draft, comment }),
  };
}

function FormNote({ reopened, delivered, refused, scale, onKeep }: { reopened: boolean; delivered: SheetView | null; refused: RefusedSheet | null; scale: number; onKeep: (() => void) | null }) {
  const { t } = useTranslation('judge');
  const shown = (value: string): string => Decimal.of(value).toString(scale);
  if (refused) {
    return (
      <Note tone="bad" live>
        <b>{t('stale.title')}</b> {refused.problem.problem.title}
        {refused.present && <p>{t('stale.present', { version: refused.present.version, total: shown(refused.present.total), own: shown(refused.sheet.total) })}</p>}
        {onKeep && refused.present && <Button size="sm" onClick={onKeep}>{t('stale.use')}</Button>}
      </Note>
    );
  }
  if (reopened) return <Note tone="warn" live>{t('reopened')}</Note>;
  if (!delivered) return null;
  return <Note tone="info" icon="edit">{t('correcting', { total: shown(delivered.total) })} {onKeep && <Button size="sm" onClick={onKeep}>{t('keepOld')}</Button>}</Note>;
}

const phrases = ['p1', 'p2', 'p3', 'p4'] as const;

function Comment({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation('judge');
  const add = (phrase: string): void => onChange(value ? `${value.replace(/[；;\s]+$/, '')}；${phrase}` : phrase);
  return (
    <div className="note">
      <label htmlFor="comment">{t('comment')} <small>{t('commentHint')}</small></label>
      <textarea className="inp" id="comment" maxLength={2000} value={value} onChange={(event) => onChange(event.target.value)} />
      <div className="ph">{phrases.map((key) => <Button key={key} onClick={() => add(t(`phrase.${key}`))}>{t(`phrase.${key}`)}</Button>)}</div>
    </div>
  );
}

/** 一、现场研判, or 1. Assessment. */
export function useCriterionName(): (criterion: CriterionView, index: number) => string {
  const title = useTitle();
  const locale = useLocale();
  return (criterion, index) => (locale === 'en' ? `${index + 1}. ${title(criterion.title)}` : `${ordinal(index + 1, locale)}、${title(criterion.title)}`);
}
