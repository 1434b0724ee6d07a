import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';

const virtual = '\0kaosai:websocket-transport';

/** Gives socket.io's client WebSocket as its only transport: the live server accepts nothing else, and the light bundles need not carry the others. */
export function webSocketOnly(): Plugin {
  let folder = '';
  return {
    name: 'kaosai:websocket-only',
    enforce: 'pre',
    resolveId(id, importer) {
      if (id !== './transports/index.js' || !importer || !/engine\.io-client[\\/]build[\\/]esm[\\/]socket\.js/.test(importer)) return null;
      folder = dirname(importer);
      return virtual;
    },
    load(id) {
      if (id !== virtual) return null;
      return `import { WS } from ${JSON.stringify(resolve(folder, 'transports/websocket.js'))};\nexport const transports = { websocket: WS };`;
    },
  };
}
