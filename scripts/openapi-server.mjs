import { fork } from 'node:child_process';
import { join } from 'node:path';
import { root } from './launch/places.mjs';
import { createDatabase, freePort, startTemporaryPostgres } from './postgres/index.mjs';

/** Starts the built server on an empty database of its own, reads its description and stops it. */
export async function describeRunningServer() {
  const server = await startTemporaryPostgres();
  try {
    await createDatabase(server.adminUrl, 'describe');
    const port = await freePort();
    const app = fork(join(root, 'dist/apps/standalone/src/main.js'), {
      env: { ...process.env, DATABASE_URL: server.url('kaosai_app', 'describe'), DATABASE_OWNER_URL: server.url('kaosai_owner', 'describe'), PORT: String(port), KAOSAI_DEMO: '0', LOG_LEVEL: 'warn' },
    });
    const ended = new Promise((resolve) => app.once('exit', resolve));
    try {
      await new Promise((resolve, reject) => {
        app.on('message', (message) => { if (message.type === 'ready') resolve(); });
        app.once('exit', () => reject(new Error('the server did not start')));
      });
      return await (await fetch(`http://127.0.0.1:${port}/api/docs-json`)).json();
    } finally {
      app.kill('SIGTERM');
      await ended;
    }
  } finally {
    await server.stop();
  }
}
