import '../look/look.js';
import './shell.css';
import { createRoot } from 'react-dom/client';
import { startTexts } from '../i18n/texts.js';
import zhExplain from '../i18n/zh-CN/results.json';
import zhShell from '../i18n/zh-CN/shell.json';
import { App } from './app.js';

void startTexts({
  shell: { 'zh-CN': zhShell, en: () => import('../i18n/en/shell.json') },
  results: { 'zh-CN': zhExplain, en: () => import('../i18n/en/results.json') },
}).then(() => createRoot(document.getElementById('root')!).render(<App />));
