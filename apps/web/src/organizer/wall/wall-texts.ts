import zh from '../../i18n/zh-CN/wall.json';
import { addTexts } from '../../i18n/texts.js';

addTexts('wall', { 'zh-CN': zh, en: () => import('../../i18n/en/wall.json') });
