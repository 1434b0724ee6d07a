import { useTranslation } from 'react-i18next';
import type { FieldProps } from './answer-fields.js';
import { countWriting } from './options.js';

/** A long text, with its length as people count it. */
export function EssayField({ question, name, labelledBy, given, onGive }: FieldProps<'essay'> & { labelledBy: string }) {
  const { t } = useTranslation('question');
  const text = given.text ?? '';
  const length = countWriting(text);
  const { minLength: least, maxLength: most } = question;
  const over = most !== null && length > most;
  const limits = least !== null && most !== null ? t('between', { least, most }) : least !== null ? t('atLeast', { least }) : most !== null ? t('atMost', { most }) : '';
  return (
    <div className="essay">
      <textarea className="inp" rows={10} name={`slot-${name}`} aria-labelledby={labelledBy} aria-describedby={`${name}-length`} maxLength={20_000} value={text} onChange={(event) => onGive({ text: event.target.value }, 'typed')} />
      <p className={over ? 'essay-length over' : 'essay-length'} id={`${name}-length`}><span>{limits}</span><b>{t('written', { count: length })}</b></p>
    </div>
  );
}
