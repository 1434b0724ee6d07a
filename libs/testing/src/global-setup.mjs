import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from '../../../scripts/building/index.mjs';
import { root } from '../../../scripts/launch/places.mjs';
import { createDatabase, startTemporaryPostgres } from '../../../scripts/postgres/index.mjs';
import { sealTemplate, TEMPLATE } from './template.mjs';

/**
 * One embedded server for the whole run, with one migrated database that every test file clones. Durable settings stay on:
 * a test that passes only without them would prove nothing.
 */
export default async function globalSetup(_globalConfig, project) {
  await prepareBuild(['e2e', 'screens'].includes(project.displayName?.name));
  // Jest calls this once per project; all share the first one's server.
  globalThis.kaosaiTestServer ??= { users: 0, server: start() };
  globalThis.kaosaiTestServer.users += 1;
  await globalThis.kaosaiTestServer.server;
}

async function start() {
  const server = await startTemporaryPostgres();
  try {
    await createDatabase(server.adminUrl, TEMPLATE);
    const { migrate } = await import(pathToFileURL(join(root, 'dist/libs/database/src/migrate.js')).href);
    await migrate(server.url('kaosai_owner', TEMPLATE));
    await sealTemplate(server.adminUrl);
  } catch (error) {
    await server.stop();
    throw error;
  }
  // Jest's workers are started after this and inherit the environment.
  process.env.KAOSAI_TEST_SERVER = JSON.stringify({
    directory: server.dir,
    adminUrl: server.adminUrl,
    ownerUrl: server.url('kaosai_owner', '-'),
    appUrl: server.url('kaosai_app', '-'),
  });
  return server;
}

/** Tests over HTTP need the whole production build; the others only the migrations, so that a half-written part elsewhere does not stop them. */
async function prepareBuild(whole) {
  const log = (line) => process.stderr.write(`${line}\n`);
  try {
    await build({ backend: true, web: whole, log });
  } catch (error) {
    if (whole || !existsSync(join(root, 'dist/libs/database/src/migrate.js'))) throw error;
    log(error.message);
  }
}
