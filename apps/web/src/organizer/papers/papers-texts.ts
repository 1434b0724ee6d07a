import '../bank/bank-texts.js';
import zh from '../../i18n/zh-CN/papers.json';
import { addTexts } from '../../i18n/texts.js';

addTexts('papers', { 'zh-CN': zh, en: () => import('../../i18n/en/papers.json') });
