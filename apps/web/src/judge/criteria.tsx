import { useTranslation } from 'react-i18next';
import type { CriterionView } from '#lib/contracts';
import { Decimal } from '#lib/kernel';
import { ordinal } from '../i18n/format.js';
import { useLocale, useTitle } from '../i18n/texts.js';
import { Icon } from '../look/icon.js';
import { faultOf, showMark } from './score-entry.js';

interface CriteriaProps {
  criteria: readonly CriterionView[];
  marks: Record<string, string>;
  activeId: string | null;
  onSelect?: (id: string) => void;
  onStep?: (criterion: CriterionView, by: 1 | -1) => void;
}

/** Every criterion with its mark; without `onStep` they are only shown. */
export function Criteria({ criteria, marks, activeId, onSelect, onStep }: CriteriaProps) {
  return <>{criteria.map((criterion, index) => <Criterion key={criterion.id} criterion={criterion} index={index} mark={marks[criterion.id] ?? ''} active={criterion.id === activeId} onSelect={onSelect} onStep={onStep} />)}</>;
}

function Criterion({ criterion, index, mark, active, onSelect, onStep }: { criterion: CriterionView; index: number; mark: string; active: boolean; onSelect?: CriteriaProps['onSelect']; onStep?: CriteriaProps['onStep'] }) {
  const { t } = useTranslation('judge');
  const title = useTitle();
  const locale = useLocale();
  const fault = faultOf(mark, criterion);
  const name = title(criterion.title);
  const shown = mark === '' ? '—' : active || fault ? mark : showMark(mark, criterion.step);
  const hint = [criterion.hint && title(criterion.hint), t('crit.range', { max: Decimal.of(criterion.max).toString(), step: Decimal.of(criterion.step).toString() })].filter(Boolean).join(' · ');
  return (
    <div className={`cr ${active && onStep ? 'on' : ''} ${fault && fault !== 'empty' ? 'bad' : ''}`}>
      <span className="n" aria-hidden="true">{ordinal(index + 1, locale)}</span>
      <div>
        <h2>{name}</h2>
        <p>{fault === 'too_high' ? <span className="fault"><Icon name="warn" small />{t('crit.tooHigh', { max: Decimal.of(criterion.max).toString() })}</span> : fault === 'off_step' ? <span className="fault"><Icon name="warn" small />{t('crit.offStep', { step: Decimal.of(criterion.step).toString() })}</span> : hint}</p>
      </div>
      {onStep && onSelect ? (
        <div className="step" role="group" aria-label={name}>
          <button type="button" aria-label={t('crit.minus', { step: criterion.step })} onClick={() => onStep(criterion, -1)}><Icon name="minus" /></button>
          <button type="button" className="value" aria-pressed={active} aria-label={t('crit.value', { title: name, mark: shown })} onClick={() => onSelect(criterion.id)}>{shown}</button>
          <button type="button" aria-label={t('crit.plus', { step: criterion.step })} onClick={() => onStep(criterion, 1)}><Icon name="plus" /></button>
        </div>
      ) : <div className="step shown"><output>{mark ? showMark(mark, criterion.step) : '—'}</output></div>}
      <div className="bar" aria-hidden="true"><i style={{ width: `${share(mark, criterion.max)}%` }} /></div>
    </div>
  );
}

function share(mark: string, max: string): number {
  const value = Number(mark);
  return Number.isFinite(value) ? Math.min(100, Math.max(0, (value / Number(max)) * 100)) : 0;
}
