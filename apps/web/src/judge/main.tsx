import '../look/fixed-look.js';
import './judge.css';
import { createRoot } from 'react-dom/client';
import { startTexts } from '../i18n/texts.js';
import zh from '../i18n/zh-CN/judge.json';
import { JudgeApp } from './judge-app.js';

void startTexts({ judge: { 'zh-CN': zh, en: () => import('../i18n/en/judge.json') } }).then(() => createRoot(document.getElementById('root')!).render(<JudgeApp />));
