import 'virtual:fixed-fonts.css';
import './look.js';
import './fixed-look.css';
