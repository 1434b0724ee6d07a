import { useTranslation } from 'react-i18next';
import type { CandidateBody } from '#lib/contracts';
import type { FieldProps } from './answer-fields.js';
import { plainText } from './plain-text.js';

/** A number or a short text, in one line. */
export function TextField({ question, name, labelledBy, given, onGive }: FieldProps<'numeric' | 'short'> & { labelledBy: string }) {
  const { t } = useTranslation('question');
  const numeric = question.kind === 'numeric';
  const hint = numeric && question.units.length > 0 ? `${name}-units` : undefined;
  return (
    <div className="answer-line">
      <input className={numeric ? 'inp num' : 'inp'} type="text" inputMode={numeric ? 'decimal' : 'text'} autoComplete="off" autoCapitalize="off" spellCheck={false}
        name={`slot-${name}`} aria-labelledby={labelledBy} aria-describedby={hint} placeholder={t(numeric ? 'number' : 'short')} maxLength={numeric ? 100 : question.maxLength}
        value={given.text ?? ''} onChange={(event) => onGive({ text: event.target.value }, 'typed')} />
      {hint && <span className="hint" id={hint}>{t('units', { units: numeric ? question.units.join(t('or')) : '' })}</span>}
    </div>
  );
}

/** One gap where it stands in the text: a line to write on, or a list to choose from. */
export function GapField({ question, gap, name, given, onGive }: FieldProps<'gap_fill' | 'cloze'> & { gap: string }) {
  const { t } = useTranslation('question');
  const number = question.gaps.findIndex(({ id }) => id === gap) + 1;
  if (number === 0) return null;
  const value = given.gaps?.[gap] ?? '';
  const label = t('gap', { number });
  const give = (text: string, pace: 'chosen' | 'typed'): void => onGive({ gaps: { ...given.gaps, [gap]: text } }, pace);
  if (question.kind === 'cloze') {
    return (
      <select className="gap" name={`slot-${name}-${gap}`} aria-label={label} value={value} onChange={(event) => give(event.target.value, 'chosen')}>
        <option value="">{t('choose', { number })}</option>
        {optionsOf(question, gap).map(({ id, html }) => <option key={id} value={id}>{plainText(html)}</option>)}
      </select>
    );
  }
  const { type, width } = question.gaps[number - 1]!;
  return (
    <input className="gap" name={`slot-${name}-${gap}`} aria-label={label} placeholder={`(${number})`} inputMode={type === 'number' ? 'decimal' : 'text'} autoComplete="off" spellCheck={false}
      size={Math.min(Math.max(width ?? 10, 4), 40)} maxLength={1000} value={value} onChange={(event) => give(event.target.value, 'typed')} />
  );
}

function optionsOf(question: Extract<CandidateBody, { kind: 'cloze' }>, gap: string): { id: string; html: string }[] {
  return question.gaps.find(({ id }) => id === gap)?.options ?? [];
}
