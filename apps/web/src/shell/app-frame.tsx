import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet } from 'react-router';
import { saveLocale } from '../api/session.js';
import { useTitle } from '../i18n/texts.js';
import { Icon } from '../look/icon.js';
import { LanguageSwitch } from '../look/language-switch.js';
import { Button } from '../look/parts.js';
import { Seal } from '../look/seal.js';
import { navigationOf, type NavItem } from './navigation.js';
import { useSession } from './session.js';

/** The page furniture of everybody who is not sitting an exam or judging: brand, navigation, who is signed in, and the page itself. */
export function AppFrame() {
  const { t } = useTranslation(['shell', 'common']);
  const [open, setOpen] = useState(false);
  const session = useSession();
  const { main, supervision } = navigationOf(session);
  const close = (): void => setOpen(false);

  return (
    <div className={`app ${open ? 'nav-open' : ''}`}>
      <a className="skip" href="#content">{t('common:skip')}</a>
      <header className="app-top">
        <Button className="icon" icon="menu" aria-label={t('shell:nav.menu')} aria-expanded={open} aria-controls="side" onClick={() => setOpen(!open)} />
        <Seal size={30} />
        <b className="serif">{t('common:brand')}</b>
      </header>
      <nav className="side" id="side" aria-label={t('shell:nav.main')}>
        <div className="brand"><Seal />{t('common:brand')}</div>
        {main.map((item) => <Item key={item.key} item={item} onGo={close} />)}
        {supervision.length > 0 && <div className="grp">{t('shell:nav.supervision')}</div>}
        {supervision.map((item) => <Item key={item.key} item={item} onGo={close} />)}
        <WhoAmI onGo={close} />
        <LanguageSwitch onChange={(locale) => void saveLocale(locale).catch(() => undefined)} />
      </nav>
      <main className="app-main" id="content" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}

function Item({ item, onGo }: { item: NavItem; onGo: () => void }) {
  const { t } = useTranslation('shell');
  const words = <><Icon name={item.icon} />{t(`nav.${item.key}`)}</>;
  if (item.outside) return <a href={item.to}>{words}</a>;
  return <NavLink to={item.to} end={item.to === '/'} onClick={onGo}>{words}</NavLink>;
}

function WhoAmI({ onGo }: { onGo: () => void }) {
  const { t } = useTranslation('shell');
  const title = useTitle();
  const { person, grants, assignments } = useSession();
  const role = grants[0]?.role ?? assignments[0]?.role ?? 'none';
  return (
    <Link className="whoami" to="/me" onClick={onGo}>
      <Icon name="user" />
      <span><b>{person.name}</b><br />{[title(person.unit?.title), t(`role.${role}`)].filter(Boolean).join(' · ')}</span>
    </Link>
  );
}
