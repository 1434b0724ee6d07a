import { useId, type ReactNode } from 'react';
import { Input } from 'antd';
import type { Title } from '#lib/contracts';
import { Icon } from '../../look/icon.js';
import { useWords } from './words.js';

interface Controlled {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
  status: 'error' | '';
}

/** Label above, hint below; an error says what to do and leaves the input as it is. */
export function Field({ label, hint, error, children, className = '' }: {
  label: string; hint?: ReactNode; error?: string | undefined; className?: string; children: (control: Controlled) => ReactNode;
}) {
  const id = useId();
  const note = `${id}note`;
  const noted = Boolean(hint) || Boolean(error);
  return (
    <div className={`field org-field ${error ? 'bad' : ''} ${className}`}>
      <label className="lab" htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': noted ? note : undefined, 'aria-invalid': error ? true : undefined, status: error ? 'error' : '' })}
      {noted && <div id={note}>{error && <p className="org-error"><Icon name="warn" small />{error}</p>}{hint && <p className="hint">{hint}</p>}</div>}
    </div>
  );
}

/** A text in Chinese and, if wished, in English. */
export function TitleFields({ label, value, onChange, error, hint, required = true }: {
  label: string; value: Title; onChange: (value: Title) => void; error?: string | undefined; hint?: string; required?: boolean;
}) {
  const { t } = useWords();
  return (
    <div className="org-two">
      <Field label={t('field.inChinese', { label })} error={error} hint={hint}>
        {({ status, ...control }) => <Input {...control} status={status} required={required} value={value.zh} onChange={(event) => onChange({ ...value, zh: event.target.value })} />}
      </Field>
      <Field label={t('field.inEnglish', { label })} hint={hint === undefined ? undefined : t('field.optional')}>
        {({ status, ...control }) => <Input {...control} status={status} value={value.en ?? ''} onChange={(event) => onChange(withEnglish(value, event.target.value))} />}
      </Field>
    </div>
  );
}

function withEnglish({ zh }: Title, en: string): Title {
  return en ? { zh, en } : { zh };
}
