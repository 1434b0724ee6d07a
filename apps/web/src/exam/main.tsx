import '../look/look.js'; import { createRoot } from 'react-dom/client'; import { startTexts } from '../i18n/texts.js'; startTexts({}); createRoot(document.getElementById('root')!).render(<p/>);
