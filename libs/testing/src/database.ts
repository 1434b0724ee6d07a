import { randomBytes } from 'node:crypto';
import { createDatabase, dropDatabase } from '../../../scripts/postgres/index.mjs';
import { TEMPLATE } from './template.mjs';

/** A database of one test file's own, a clone of the migrated template. */
export interface TestDatabase {
  readonly name: string;
  /** As the app's role, which has no DDL. */
  readonly appUrl: string;
  /** As the owner, who migrates. */
  readonly ownerUrl: string;
  /** Removes it together with the connections that are still open. */
  drop(): Promise<void>;
}

interface TestServer {
  readonly adminUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
}

/** Clones the migrated template. Call it once per file, in `beforeAll`, and `drop()` it in `afterAll`. */
export async function testDatabase(): Promise<TestDatabase> {
  return newDatabase(TEMPLATE);
}

/** A database without a schema, for tests of the migrations themselves. */
export async function emptyDatabase(): Promise<TestDatabase> {
  return newDatabase(undefined);
}

async function newDatabase(template: string | undefined): Promise<TestDatabase> {
  const server = testServer();
  const name = `test_${process.env.JEST_WORKER_ID ?? '0'}_${randomBytes(6).toString('hex')}`;
  await createDatabase(server.adminUrl, name, template);
  return {
    name,
    appUrl: at(server.appUrl, name),
    ownerUrl: at(server.ownerUrl, name),
    drop: () => dropDatabase(server.adminUrl, name),
  };
}

function testServer(): TestServer {
  const written = process.env.KAOSAI_TEST_SERVER;
  if (!written) throw new Error('No test server: this test must run in the Jest project "int" or "e2e".');
  return JSON.parse(written) as TestServer;
}

function at(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}
