import './fonts.css';
import './kaosai.css';
