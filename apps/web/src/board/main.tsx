import '../look/look.js';
import './board.css';
import { createRoot } from 'react-dom/client';
import { startTexts } from '../i18n/texts.js';
import zh from '../i18n/zh-CN/board.json';
import { BoardApp } from './board-app.js';
import { startTheme } from './theme.js';

startTheme();
void startTexts({ board: { 'zh-CN': zh, en: () => import('../i18n/en/board.json') } }).then(() => createRoot(document.getElementById('root')!).render(<BoardApp />));
