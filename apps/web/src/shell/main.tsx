import '../look/look.js';
import './shell.css';
import { createRoot } from 'react-dom/client';
import enExplain from '../i18n/en/results.json';
import enShell from '../i18n/en/shell.json';
import { startTexts } from '../i18n/texts.js';
import zhExplain from '../i18n/zh-CN/results.json';
import zhShell from '../i18n/zh-CN/shell.json';
import { App } from './app.js';

startTexts({ shell: { 'zh-CN': zhShell, en: enShell }, results: { 'zh-CN': zhExplain, en: enExplain } });
createRoot(document.getElementById('root')!).render(<App />);
