import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { saveLocale, signOut } from '../api/session.js';
import { dayAndTime } from '../i18n/format.js';
import { useLocale, useTitle } from '../i18n/texts.js';
import { LanguageSwitch } from '../look/language-switch.js';
import { Button, Wenwu } from '../look/parts.js';
import { useSession } from './session.js';

/** Who I am here, what I may do, and the way out. */
export function ProfilePage() {
  const { t } = useTranslation(['shell', 'common']);
  const session = useSession();
  const title = useTitle();
  const locale = useLocale();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const leave = async (): Promise<void> => {
    await signOut().catch(() => undefined);
    queries.clear();
    void navigate('/sign-in', { replace: true });
  };

  return (
    <div className="pg narrow">
      <h1 className="h1">{t('shell:profile.title')}</h1>
      <Wenwu />
      <dl className="facts">
        <dt>{t('shell:profile.name')}</dt><dd>{session.person.name}</dd>
        <dt>{t('shell:profile.username')}</dt><dd>{session.account.username}</dd>
        <dt>{t('shell:profile.unit')}</dt><dd>{title(session.person.unit?.title) || '—'}</dd>
        <dt>{t('shell:profile.roles')}</dt>
        <dd>{session.grants.length === 0 ? t('shell:profile.noRoles') : <ul>{session.grants.map((grant) => <li key={grant.role + grant.orgUnit.id}>{t(`shell:role.${grant.role}`)} · {title(grant.orgUnit.title)}</li>)}</ul>}</dd>
        {session.assignments.length > 0 && <><dt>{t('shell:profile.assignments')}</dt><dd>{[...new Set(session.assignments.map(({ role }) => role))].map((role) => t(`shell:role.${role}`)).join(' · ')}</dd></>}
        <dt>{t('shell:profile.session')}</dt><dd>{dayAndTime(session.expiresAt, locale)}</dd>
        <dt>{t('shell:profile.language')}</dt><dd><LanguageSwitch onChange={(next) => void saveLocale(next).catch(() => undefined)} /></dd>
      </dl>
      <p className="t14 mute">{t('shell:profile.signOutHint')}</p>
      <Button icon="out" onClick={() => void leave()} style={{ marginTop: 12 }}>{t('common:action.signOut')}</Button>
    </div>
  );
}
