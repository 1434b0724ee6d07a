import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'pg-connection-string';
import type { PoolConfig } from 'pg';

/** What every connection of ours has in common: the schema, and UTC. */
export function connectionOptions(url: string, schema = 'kaosai'): PoolConfig {
  const { host, port, user, password, database } = parse(url);
  return {
    host: host ?? undefined,
    port: port ? Number(port) : undefined,
    user,
    password,
    database: database ?? undefined,
    options: `-c search_path=${schema},public -c timezone=UTC -c idle_in_transaction_session_timeout=60s`,
    application_name: 'kaosai',
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  };
}

const retryable = new Set(['40P01', '40001', '55P03']);

/** The SQLSTATE of a database error, however it is wrapped. */
export function sqlState(error: unknown): string | undefined {
  const { code, driverError } = error as { code?: string; driverError?: { code?: string } };
  return driverError?.code ?? code;
}

/** The name of the constraint a database error speaks of. */
export function violatedConstraint(error: unknown): string | undefined {
  const { constraint, driverError } = error as { constraint?: string; driverError?: { constraint?: string } };
  return driverError?.constraint ?? constraint;
}

/** True for errors that mean the database cannot be reached or is stopping: the answer is 503, never 2xx. */
export function isUnavailable(error: unknown): boolean {
  const state = sqlState(error) ?? '';
  return /^(08|57P|53)/.test(state) || /ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|Connection terminated|timeout exceeded when trying to connect|terminating connection/i.test(`${state} ${(error as Error)?.message ?? ''}`);
}

/** Runs `work` again, up to three times, after a deadlock, a serialization failure or a lock timeout. */
export async function retrying<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt > 3 || !retryable.has(sqlState(error) ?? '')) throw error;
      await sleep(5 * 2 ** attempt);
    }
  }
}
