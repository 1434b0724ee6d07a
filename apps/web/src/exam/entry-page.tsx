import { useEffect, useId, useState, type FormEvent, type InputHTMLAttributes } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExamDevice, ExamSignIn, SessionView } from '#lib/contracts';
import { api, rememberSession } from '../api/client.js';
import zh from '../i18n/zh-CN/entry.json';
import { addTexts } from '../i18n/texts.js';
import { NetworkError, ProblemError } from '../api/problem-error.js';
import { Button, FieldError, Note } from '../look/parts.js';
import { PlainPage } from '../look/plain-page.js';
import { goTo } from '../look/use-route.js';

addTexts('entry', { 'zh-CN': zh, en: () => import('../i18n/en/entry.json') });

/** Signing in on the day, at any PC of the hall: admission number, and the room's password or a code. */
export function EntryPage() {
  const { t } = useTranslation('entry');
  const [admissionNumber, setAdmissionNumber] = useState('');
  const [byCode, setByCode] = useState(false);
  const [secret, setSecret] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, error, enter } = useEntry();
  const missing = { number: tried && !admissionNumber.trim(), secret: tried && !secret.trim() };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (admissionNumber.trim() && secret.trim()) void enter({ admissionNumber: admissionNumber.trim(), ...(byCode ? { oneTimeCode: secret.trim() } : { roomPassword: secret.trim() }) });
  };
  const choose = (code: boolean) => () => { setByCode(code); setSecret(''); setTried(false); };
  return (
    <PlainPage title={t('title')}>
      <form className="entry" onSubmit={onSubmit} noValidate>
        <p className="ink2">{t('hint')}</p>
        {error !== null && <Refused error={error} />}
        <Entry label={t('admission')} hint={t('admissionHint')} missing={missing.number} name="admissionNumber" inputMode="numeric" value={admissionNumber} onChange={(event) => setAdmissionNumber(event.target.value)} />
        <fieldset className="entry-how">
          <legend className="vh">{t('how')}</legend>
          {[false, true].map((code) => <label key={String(code)} className={byCode === code ? 'on' : ''}><input type="radio" name="how" checked={byCode === code} onChange={choose(code)} />{t(code ? 'byCode' : 'byPassword')}</label>)}
        </fieldset>
        <Entry key={String(byCode)} label={t(byCode ? 'byCode' : 'byPassword')} hint={t(byCode ? 'codeHint' : 'passwordHint')} missing={missing.secret} name="secret" inputMode={byCode ? 'numeric' : 'text'} autoCapitalize="characters" value={secret} onChange={(event) => setSecret(event.target.value)} />
        <Button type="submit" kind="pri" size="big" disabled={busy}>{t(busy ? 'working' : 'submit')}</Button>
        <Device />
        <p><a className="btn quiet sm" href={`/sign-in?next=${encodeURIComponent('/exam/')}`}>{t('account')}</a></p>
      </form>
    </PlainPage>
  );
}

function Entry({ label, hint, missing, ...input }: { label: string; hint: string; missing: boolean } & InputHTMLAttributes<HTMLInputElement>) {
  const { t } = useTranslation('entry');
  const id = useId();
  return (
    <div className={`field ${missing ? 'bad' : ''}`}>
      <label className="lab" htmlFor={id}>{label}</label>
      <input id={id} className="inp num" autoComplete="off" spellCheck={false} maxLength={40} aria-invalid={missing} aria-describedby={`${id}hint${missing ? ` ${id}bad` : ''}`} {...input} />
      <p className="hint" id={`${id}hint`}>{hint}</p>
      {missing && <FieldError id={`${id}bad`}>{t('required')}</FieldError>}
    </div>
  );
}

/** Here a refusal is no lost session: it says what to try again. */
function Refused({ error }: { error: unknown }) {
  const { t } = useTranslation('common');
  return <Note tone="bad" live>{error instanceof ProblemError ? error.problem.title : t(error instanceof NetworkError ? 'error.network' : 'error.unexpected')}</Note>;
}

/** The number by which an invigilator binds a code to this device. */
function Device() {
  const { t } = useTranslation('entry');
  const [number, setNumber] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    api.get<ExamDevice>('/session/exam').then(({ deviceNumber }) => { if (!gone) setNumber(deviceNumber); }, () => undefined);
    return () => { gone = true; };
  }, []);
  if (!number) return null;
  return <p className="entry-device"><span>{t('device')}</span> <b className="num">{number.slice(0, 3)} {number.slice(3)}</b> <span className="mute">{t('deviceHint')}</span></p>;
}

function useEntry() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const enter = async (command: ExamSignIn): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const { exam } = rememberSession(await api.post<SessionView>('/session/exam', command));
      goTo(exam ? `/exam/${exam.id}` : '/exam/');
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  };
  return { busy, error, enter };
}
