import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { CriterionView } from '#lib/contracts';
import { Decimal } from '#lib/kernel';
import { Icon } from '../look/icon.js';
import { faultOf, fractionKey } from './score-entry.js';
import { useCriterionName } from './score-form.js';

interface KeypadProps {
  criteria: readonly CriterionView[];
  active: CriterionView;
  marks: Record<string, string>;
  onKey: (key: string) => void;
  onNext: (id: string) => void;
}

/** Large keys for the criterion that is being entered; a keyboard's digits do the same. */
export function Keypad({ criteria, active, marks, onKey, onNext }: KeypadProps) {
  const { t } = useTranslation('judge');
  const name = useCriterionName();
  const index = criteria.indexOf(active);
  const fraction = fractionKey(active.step);
  const next = nextOpen(criteria, index, marks);
  useDigitKeys(onKey, fraction);
  return (
    <section className="pad" aria-label={t('pad.title')}>
      <p className="entering">{t('pad.entering')} <b>{name(active, index)}</b>　{t('crit.range', { max: Decimal.of(active.max).toString(), step: Decimal.of(active.step).toString() })}</p>
      <div className="keys">
        {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => <button type="button" key={digit} onClick={() => onKey(digit)}>{digit}</button>)}
        <button type="button" className="fn" disabled={!fraction} aria-label={fraction === '.5' ? `.5 ${t('pad.half')}` : `. ${t('pad.point')}`} onClick={() => fraction && onKey(fraction)}>{fraction ?? '.'}</button>
        <button type="button" onClick={() => onKey('0')}>0</button>
        <button type="button" className="fn" aria-label={t('pad.back')} onClick={() => onKey('back')}><Icon name="bksp" /></button>
        {next ? <button type="button" className="nx" onClick={() => onNext(next.id)}>{t('pad.next', { title: name(next, criteria.indexOf(next)) })} <Icon name="right" /></button> : <p className="nx all-in">{t('pad.done')}</p>}
      </div>
    </section>
  );
}

/** The next criterion in order, or else the first one that is not filled in. */
function nextOpen(criteria: readonly CriterionView[], index: number, marks: Record<string, string>): CriterionView | null {
  return criteria[index + 1] ?? criteria.find((criterion, at) => at !== index && faultOf(marks[criterion.id] ?? '', criterion) !== null) ?? null;
}

function useDigitKeys(onKey: (key: string) => void, fraction: '.5' | '.' | null): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.target instanceof HTMLTextAreaElement || document.querySelector('.scrim')) return;
      if (/^[0-9]$/.test(event.key)) onKey(event.key);
      else if (event.key === '.' && fraction) onKey(fraction);
      else if (event.key === 'Backspace') onKey('back');
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  });
}
