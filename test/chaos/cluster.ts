import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sealTemplate, TEMPLATE } from '#lib/testing';
import { createDatabase, type PostgresServer, startPostgres, startTemporaryPostgres, type TemporaryPostgres } from '../../scripts/postgres/index.mjs';

const root = join(import.meta.dirname, '..', '..');

/** An embedded PostgreSQL of the harness's own: killed with its whole process tree, and started again at its old address. */
export class Cluster {
  private server: PostgresServer;

  private constructor(private readonly first: TemporaryPostgres, private readonly settings: Readonly<Record<string, string | number>>) {
    this.server = first;
  }

  /** Starts it durable, with one migrated template, and makes `testDatabase()` clone from it. `settings` change only what a control needs. */
  static async start(settings: Readonly<Record<string, string | number>> = {}): Promise<Cluster> {
    const whole = { max_connections: 90, ...settings };
    const first = await startTemporaryPostgres({ settings: whole });
    await createDatabase(first.adminUrl, TEMPLATE);
    const { migrate } = await import(pathToFileURL(join(root, 'dist/libs/database/src/migrate.js')).href) as { migrate: (url: string) => Promise<unknown> };
    await migrate(first.url('kaosai_owner', TEMPLATE));
    await sealTemplate(first.adminUrl);
    process.env.KAOSAI_TEST_SERVER = JSON.stringify({ directory: first.dir, adminUrl: first.adminUrl, ownerUrl: first.url('kaosai_owner', '-'), appUrl: first.url('kaosai_app', '-') });
    return new Cluster(first, whole);
  }

  get port(): number { return this.first.port; }
  get directory(): string { return this.first.directory; }

  /** The address of a role over TCP, by a port of one's choice. */
  url(role: 'kaosai_app' | 'kaosai_owner' | 'postgres', database: string, port = this.port): string {
    const { password } = this.first.fields(role);
    return `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
  }

  /** kill -9 of the server and all its processes, as a power cut would. */
  async kill(): Promise<void> {
    await this.server.kill();
  }

  async restart(): Promise<void> {
    const { directory, port, socketDir } = this.first;
    this.server = await startPostgres({ dir: directory, port, socketDir, settings: this.settings });
  }

  async stop(): Promise<void> {
    await this.server.stop();
    this.first.remove();
  }
}
