import 'virtual:fixed-fonts.css';
import './fonts.css';
import './kaosai.css';
