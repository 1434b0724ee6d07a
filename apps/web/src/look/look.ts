import './fonts.css';
import './kaosai.css';
import { showIcons } from './show-icons.js';

// Without its drawings every state still has its word.
void showIcons().catch(() => undefined);
