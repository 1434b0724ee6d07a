import { totalmem } from 'node:os';

const MiB = 1024 * 1024;

/** The server's settings, given on its command line so that every start has today's. Durability is never traded for speed. */
export function serverSettings({ port, socketDir, overrides = {} }) {
  const buffers = Math.max(64, Math.min(512, Math.floor(totalmem() / MiB / 8)));
  return {
    port,
    listen_addresses: '127.0.0.1',
    ...(socketDir ? { unix_socket_directories: socketDir, unix_socket_permissions: '0700' } : {}),
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    max_connections: 200,
    shared_buffers: `${buffers}MB`,
    effective_cache_size: `${buffers * 3}MB`,
    maintenance_work_mem: '64MB',
    max_wal_size: '1GB',
    random_page_cost: 1.1,
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    password_encryption: 'scram-sha-256',
    // Statements and details carry answers and names: neither belongs in a log.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    // A backend whose client was killed must let go of its row locks, even in the middle of waiting.
    ...(process.platform === 'linux' ? { client_connection_check_interval: '1s' } : {}),
    ...overrides,
  };
}

/** The arguments of initdb: UTF-8, byte order independent of the machine's languages, passwords everywhere. */
export function initialSettings({ directory, passwordFile, major }) {
  const locale = major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'] : ['--locale=C.UTF-8'];
  return ['-D', directory, '--username=postgres', '--encoding=UTF8', ...locale, '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--data-checksums', '--no-instructions'];
}
