export interface ReadyMessage {
  readonly type: 'ready';
  readonly url?: string;
  readonly demoAccounts?: readonly { username: string; password: string; role: string; name: string }[];
  readonly setupUrl?: string;
}

export interface SupervisedApp {
  readonly name: string;
  /** Its first readiness. */
  readonly ready: Promise<ReadyMessage>;
  identity(): { pid: number };
  /** kill -9; resolves when it is back. */
  kill(): Promise<void>;
  stop(): Promise<void>;
  abandon(): void;
}

/** One process of an application, started once. */
export interface SpawnedApp {
  readonly child: import('node:child_process').ChildProcess;
  /** Rejected when it ends before. */
  readonly ready: Promise<ReadyMessage>;
  readonly exited: Promise<{ code: number | string | null; signal: string | null }>;
  lastWords(): string;
  stop(): Promise<void>;
}

export interface SuperviseOptions {
  readonly name: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly logFile: string;
  readonly log: (line: string) => void;
  readonly onMessage?: (message: { type: string }) => void;
  readonly tries?: number;
}

export function supervise(options: SuperviseOptions): SupervisedApp;
export function spawnApp(options: Pick<SuperviseOptions, 'name' | 'env' | 'logFile' | 'onMessage'>): SpawnedApp;
