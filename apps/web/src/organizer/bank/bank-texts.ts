import zh from '../../i18n/zh-CN/bank.json';
import { addTexts } from '../../i18n/texts.js';

addTexts('bank', { 'zh-CN': zh, en: () => import('../../i18n/en/bank.json') });
