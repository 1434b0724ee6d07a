import '../bank/bank.css';
import zh from '../../i18n/zh-CN/marks.json';
import { addTexts } from '../../i18n/texts.js';

addTexts('marks', { 'zh-CN': zh, en: () => import('../../i18n/en/marks.json') });
