import '../look/look.js';
import './exam.css';
import { createRoot } from 'react-dom/client';
import en from '../i18n/en/exam.json';
import { startTexts } from '../i18n/texts.js';
import zh from '../i18n/zh-CN/exam.json';
import { ExamApp } from './exam-app.js';

startTexts({ exam: { 'zh-CN': zh, en } });
createRoot(document.getElementById('root')!).render(<ExamApp />);
