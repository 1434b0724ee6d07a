import './organizer.css';
import { ConfigProvider } from 'antd';
import english from 'antd/locale/en_US';
import chinese from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Outlet } from 'react-router';
import enTexts from '../i18n/en/organizer.json';
import { addTexts, useLocale } from '../i18n/texts.js';
import zhTexts from '../i18n/zh-CN/organizer.json';
import zhQuestion from '../i18n/zh-CN/question.json';
import { LiveConnection } from '../live/live-connection.js';
import { LiveContext } from './parts/live-context.js';
import { organizerTheme, stillTheme } from './theme.js';

addTexts('organizer', { 'zh-CN': zhTexts, en: enTexts });
addTexts('question', { 'zh-CN': zhQuestion, en: () => import('../i18n/en/question.json') });
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
const stillness = matchMedia('(prefers-reduced-motion: reduce)');

function onStillness(changed: () => void): () => void {
  stillness.addEventListener('change', changed);
  return () => stillness.removeEventListener('change', changed);
}

/** Ant Design in the house's look, in the language of the page, its styles under the page's nonce. */
export function OrganizerRoot() {
  const locale = useLocale();
  const still = useSyncExternalStore(onStillness, () => stillness.matches);
  const [connection] = useState(() => new LiveConnection());
  useEffect(() => () => connection.close(), [connection]);
  dayjs.locale(locale === 'en' ? 'en' : 'zh-cn');
  return (
    <ConfigProvider theme={still ? stillTheme : organizerTheme} locale={locale === 'en' ? english : chinese} csp={{ nonce }} wave={{ disabled: true }} button={{ autoInsertSpace: false }}>
      <LiveContext value={connection}>
        <Outlet />
      </LiveContext>
    </ConfigProvider>
  );
}
