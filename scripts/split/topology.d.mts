import type { ReadyMessage, SupervisedApp } from '../launch/apps.mjs';
import type { PostgresServer } from '../postgres/index.mjs';

export interface SplitTopology {
  readonly baseUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly redisUrl: string;
  readonly demoAccounts: NonNullable<ReadyMessage['demoAccounts']>;
  readonly setupUrl?: string;
  readonly database: PostgresServer;
  /** api-1, api-2, live-1, live-2, worker-1, worker-2. */
  readonly apps: Readonly<Record<string, SupervisedApp & { readonly port: number }>>;
  stop(): Promise<void>;
}

export interface SplitOptions {
  readonly directory: string;
  readonly port?: number;
  readonly demo?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly log?: (line: string) => void;
}

export function startSplit(options: SplitOptions): Promise<SplitTopology>;
