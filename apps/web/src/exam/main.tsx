import '../look/fixed-look.js';
import './exam.css';
import { createRoot } from 'react-dom/client';
import { startTexts } from '../i18n/texts.js';
import zh from '../i18n/zh-CN/exam.json';
import zhQuestion from '../i18n/zh-CN/question.json';
import { ExamApp } from './exam-app.js';

void startTexts({ question: { 'zh-CN': zhQuestion, en: () => import('../i18n/en/question.json') }, exam: { 'zh-CN': zh, en: () => import('../i18n/en/exam.json') } }).then(() => createRoot(document.getElementById('root')!).render(<ExamApp />));
