/// <reference types="vite/client" />
declare module 'virtual:fixed-fonts.css';
