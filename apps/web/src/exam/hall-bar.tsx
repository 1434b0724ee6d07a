import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import zh from '../i18n/zh-CN/entry.json';
import { signOut } from '../api/session.js';
import { addTexts } from '../i18n/texts.js';
import { Button } from '../look/parts.js';

addTexts('entry', { 'zh-CN': zh, en: () => import('../i18n/en/entry.json') });

/** On a shared PC: the way out, so that the next candidate can sign in. What is not yet sent stays on the device, under its own attempt. */
export function HallBar() {
  const { t } = useTranslation('entry');
  const [busy, setBusy] = useState(false);
  const leave = (): void => {
    setBusy(true);
    void signOut().catch(() => undefined).finally(() => location.assign('/exam/sign-in'));
  };
  return <p className="hall-bar"><span className="mute">{t('signedIn')}</span><Button icon="out" disabled={busy} onClick={leave}>{t(busy ? 'signingOut' : 'signOut')}</Button></p>;
}
