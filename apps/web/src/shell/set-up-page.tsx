import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../api/client.js';
import { LanguageSwitch } from '../look/language-switch.js';
import { Button, FieldError, Note } from '../look/parts.js';
import { Seal } from '../look/seal.js';
import { useErrorText } from './failed-page.js';

const fields = ['organization', 'name', 'username', 'password'] as const;
type Field = (typeof fields)[number];

/** The first administrator of an empty installation; the token stands behind the link's # and is never sent with the page. */
export function SetUpPage() {
  const { t } = useTranslation(['shell', 'common']);
  const [values, setValues] = useState<Record<Field, string>>({ organization: '', name: '', username: '', password: '' });
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const text = useErrorText();
  const navigate = useNavigate();
  const wrong = (field: Field): boolean => tried && !isRight(field, values[field]);

  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (!fields.every((field) => isRight(field, values[field]))) return;
    setBusy(true);
    setError(null);
    try {
      await api.post('/setup', { token: location.hash.slice(1), organization: { zh: values.organization.trim() }, name: values.name.trim(), username: values.username.trim(), password: values.password });
      void navigate('/sign-in', { replace: true });
    } catch (problem) {
      setError(text(problem));
      setBusy(false);
    }
  };

  return (
    <main className="setup">
      <div className="top"><Seal /><b>{t('common:brand')}</b><span className="sp" /><LanguageSwitch /></div>
      <h1 className="h1">{t('shell:setup.title')}</h1>
      <div className="wenwu" />
      <p className="ink2">{t('shell:setup.text')}</p>
      <form onSubmit={(event) => void onSubmit(event)} noValidate>
        {error && <Note tone="bad" live>{error}</Note>}
        {fields.map((field) => (
          <label key={field} className={`field ${wrong(field) ? 'bad' : ''}`}>
            <span className="lab">{t(`shell:setup.${field}`)}</span>
            <input className="inp" name={field} type={field === 'password' ? 'password' : 'text'} value={values[field]} autoComplete={field === 'password' ? 'new-password' : field === 'username' ? 'username' : 'off'}
              onChange={(event) => setValues({ ...values, [field]: event.target.value })} aria-invalid={wrong(field)} aria-describedby={wrong(field) ? `no-${field}` : undefined} />
            {wrong(field) && <FieldError id={`no-${field}`}>{t(`shell:setup.${field}Hint`)}</FieldError>}
          </label>
        ))}
        <Button type="submit" kind="pri" className="go" disabled={busy}>{t('shell:setup.submit')}</Button>
      </form>
    </main>
  );
}

function isRight(field: Field, value: string): boolean {
  if (field === 'password') return value.length >= 12;
  if (field === 'username') return /^[A-Za-z0-9._-]{3,40}$/.test(value.trim());
  return value.trim().length > 0;
}
