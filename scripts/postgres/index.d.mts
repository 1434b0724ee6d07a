export interface Binaries {
  readonly bin: string;
  readonly lib?: string;
  readonly major: number;
}

export type DatabaseRole = 'postgres' | 'kaosai_owner' | 'kaosai_app';

export interface PostgresServer {
  /** The directory that holds the cluster, its log and its secrets. */
  readonly dir: string;
  readonly pid: number;
  readonly port: number;
  readonly socketDir?: string;
  /** It ran already and was taken over as it was. */
  readonly adopted: boolean;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** The superuser's address: for tests and tools alone. */
  readonly adminUrl: string;
  url(role: DatabaseRole, database?: string): string;
  fields(role: DatabaseRole, database?: string): { host: string; port: number; user: string; password: string; database: string };
  isAlive(): boolean;
  stop(): Promise<void>;
  /** kill -9 of the server and all its processes. */
  kill(): Promise<void>;
}

export interface StartOptions {
  readonly dir: string;
  readonly port?: number;
  readonly socketDir?: string;
  readonly settings?: Readonly<Record<string, string | number>>;
  readonly binaries?: Binaries;
  readonly log?: (line: string) => void;
}

export interface TemporaryPostgres extends PostgresServer {
  readonly directory: string;
  /** Stops without removing, for those who start it again in the same directory. */
  pause(): Promise<void>;
  remove(): void;
}

export function startPostgres(options: StartOptions): Promise<PostgresServer>;
export function startTemporaryPostgres(options?: { settings?: Readonly<Record<string, string | number>>; binaries?: Binaries }): Promise<TemporaryPostgres>;
export function createDatabase(adminUrl: string, name: string, template?: string): Promise<void>;
export function dropDatabase(adminUrl: string, name: string): Promise<void>;
export function embeddedBinaries(): Binaries;
export function installedBinaries(bin: string): Binaries;
export function findInstalledBinaries(): Binaries | undefined;
/** A TCP port of the loopback interface that is free at this moment. */
export function freePort(): Promise<number>;
