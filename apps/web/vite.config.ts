import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { fixedFonts } from './vite/fixed-fonts.js';
import { lightBudget } from './vite/light-budget.js';
import { webSocketOnly } from './vite/websocket-only.js';

const here = import.meta.dirname;
const repository = resolve(here, '../..');

// eslint-disable-next-line no-restricted-syntax -- the tool reads the default export
export default defineConfig({
  root: here,
  publicDir: resolve(here, 'public'),
  cacheDir: resolve(repository, '.cache/vite'),
  plugins: [
    react(),
    webSocketOnly(),
    fixedFonts({
      texts: resolve(here, 'src/i18n/zh-CN'),
      areas: ['common', 'exam', 'judge'],
      fonts: resolve(repository, 'node_modules/@expo-google-fonts'),
      cache: resolve(repository, '.cache/fixed-fonts'),
    }),
    lightBudget({ entries: ['exam', 'judge', 'board'], limit: 120_000 }),
  ],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    outDir: resolve(repository, 'dist/web'),
    emptyOutDir: true,
    target: 'chrome86',
    cssTarget: 'chrome86',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
    rollupOptions: {
      input: Object.fromEntries(['index', 'exam', 'judge', 'board'].map((name) => [name, resolve(here, `${name}.html`)])),
    },
  },
  server: { proxy: { '/api': 'http://localhost:3000', '/socket.io': { target: 'http://localhost:3000', ws: true } } },
});
