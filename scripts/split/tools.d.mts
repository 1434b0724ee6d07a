/** The names of the Debian packages that the split topology needs and this machine lacks. */
export function missingTools(): string[];

export interface RedisServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a Redis of our own; there must be one on this machine (`missingTools`). */
export function startRedis(options: { directory: string; port: number; password: string }): Promise<RedisServer>;
