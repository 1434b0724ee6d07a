import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { signIn } from '../api/session.js';
import { clockTime } from '../i18n/format.js';
import { Dialog } from '../look/dialog.js';
import { Icon } from '../look/icon.js';
import { LanguageSwitch } from '../look/language-switch.js';
import { Button, FieldError, Note } from '../look/parts.js';
import { Seal } from '../look/seal.js';
import { useErrorText } from './failed-page.js';
import { useServerClock } from './use-clock.js';

/** Sign-in on ruled letter paper, with the server's clock below. */
export function SignInPage() {
  const { t } = useTranslation(['shell', 'common']);
  return (
    <div className="login">
      <LetterPaper />
      <main className="fm">
        <div className="top"><Seal /><b>{t('common:brand')}</b><span className="sp" /><LanguageSwitch /></div>
        <h1>{t('shell:signIn.title')}</h1>
        <p className="sub">{t('shell:signIn.subtitle')}</p>
        <SignInForm />
        <Help />
        <ServerLine />
      </main>
    </div>
  );
}

/** 竖格笺: written from right to left; Chinese in either language, as a picture is. */
function LetterPaper() {
  const { t } = useTranslation('shell', { lng: 'zh-CN' });
  const { t: common } = useTranslation('common', { lng: 'zh-CN' });
  return (
    <section className="art" aria-hidden="true" lang="zh-CN">
      <div className="sheet">
        <div className="cols4">
          <p className="big">{common('motto')}</p>
          <p className="say">{t('signIn.say1')}</p>
          <p className="say lo">{t('signIn.say2')}</p>
          <p className="say lo">{t('signIn.say3')}</p>
          <p className="say" />
        </div>
        <Seal size={66} />
      </div>
    </section>
  );
}

function SignInForm() {
  const { t } = useTranslation('shell');
  const [params] = useSearchParams();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [tried, setTried] = useState(false);
  const { busy, error, submit } = useSignIn(params.get('next'));
  const missing = { username: tried && !username.trim(), password: tried && !password };

  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (username.trim() && password) void submit(username.trim(), password);
  };

  return (
    <form onSubmit={onSubmit} noValidate>
      {params.has('ended') && !error && <Note tone="warn" live>{t('signIn.ended')}</Note>}
      {error && <Note tone="bad" live>{error}</Note>}
      <label className={`field ${missing.username ? 'bad' : ''}`}>
        <span className="lab">{t('signIn.username')}</span>
        <input className="inp" name="username" value={username} onChange={(event) => setUsername(event.target.value)} autoComplete="username" autoCapitalize="none" spellCheck={false} aria-invalid={missing.username} aria-describedby={missing.username ? 'no-username' : undefined} />
        {missing.username && <FieldError id="no-username">{t('signIn.required')}</FieldError>}
      </label>
      <div className={`field ${missing.password ? 'bad' : ''}`}>
        <label className="lab" htmlFor="password">{t('signIn.password')}</label>
        <span className="pw">
          <input className="inp" id="password" name="password" type={shown ? 'text' : 'password'} value={password} onChange={(event) => setPassword(event.target.value)} autoComplete="current-password" aria-invalid={missing.password} aria-describedby={missing.password ? 'no-password' : undefined} />
          <button type="button" aria-label={t(shown ? 'signIn.hide' : 'signIn.show')} aria-pressed={shown} onClick={() => setShown(!shown)}><Icon name={shown ? 'eyeoff' : 'eye'} /></button>
        </span>
        {missing.password && <FieldError id="no-password">{t('signIn.required')}</FieldError>}
      </div>
      <Button type="submit" kind="pri" className="go" disabled={busy}>{t(busy ? 'signIn.working' : 'signIn.submit')}</Button>
    </form>
  );
}

function useSignIn(next: string | null) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const text = useErrorText();
  const queries = useQueryClient();
  const navigate = useNavigate();

  const submit = async (username: string, password: string): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      queries.setQueryData(['session'], await signIn({ username, password }));
      const target = safeNext(next);
      // The exam, judge and board pages are entries of their own.
      if (/^\/(exam|judge|board)\//.test(target)) location.assign(target);
      else void navigate(target, { replace: true });
    } catch (problem) {
      setError(text(problem));
      setBusy(false);
    }
  };
  return { busy, error, submit };
}

/** Only a path of this site; anything else could lead a person who has just signed in elsewhere. */
function safeNext(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/';
}

function Help() {
  const { t } = useTranslation(['shell', 'common']);
  const [open, setOpen] = useState<'forgotten' | 'notice' | null>(null);
  return (
    <div className="foot">
      <Button kind="quiet" size="sm" onClick={() => setOpen('forgotten')}>{t('shell:signIn.forgotten')}</Button>
      <a className="btn quiet sm" href="/exam/sign-in">{t('shell:signIn.hall')}</a>
      <a className="btn quiet sm" href="/boards">{t('shell:signIn.boards')}</a>
      <Button kind="quiet" size="sm" icon="book" onClick={() => setOpen('notice')}>{t('shell:signIn.notice')}</Button>
      {open && (
        <Dialog title={t(`shell:signIn.${open}`)} onClose={() => setOpen(null)}>
          {open === 'forgotten' ? <p className="help">{t('shell:signIn.forgottenText')}</p> : (
            <ul className="help">{(['noticeText1', 'noticeText2', 'noticeText3'] as const).map((key) => <li key={key}>{t(`shell:signIn.${key}`)}</li>)}</ul>
          )}
          <div className="acts"><Button kind="pri" data-autofocus onClick={() => setOpen(null)}>{t('common:action.close')}</Button></div>
        </Dialog>
      )}
    </div>
  );
}

function ServerLine() {
  const { t } = useTranslation('shell');
  const { reachable, now, ahead } = useServerClock();
  if (reachable === null) return <p className="sys" role="status" />;
  if (!reachable || now === null || ahead === null) {
    return <p className="sys bad" role="status"><Icon name="offline" />{t('signIn.server.down')}</p>;
  }
  const seconds = Math.round(Math.abs(ahead) / 1_000);
  const device = seconds < 1 ? t('signIn.server.exact') : t(ahead > 0 ? 'signIn.server.ahead' : 'signIn.server.behind', { seconds });
  return (
    <p className="sys">
      <Icon name="checkc" className="jade" />
      <span>{t('signIn.server.ok')} · {t('signIn.server.time', { time: clockTime(now) })} · {device}</span>
    </p>
  );
}
