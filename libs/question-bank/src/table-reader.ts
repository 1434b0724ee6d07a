import { fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DomainError } from '#lib/kernel';

/** One row of a file as it stands there; `line` counts from 1 and is where the row begins. */
export interface TableRow {
  line: number;
  cells: string[];
}

export interface Table {
  encoding: 'utf-8' | 'gb18030';
  rows: TableRow[];
}

interface Answer extends Partial<Table> {
  refused?: { code: string; params: Record<string, unknown> };
}

/** Limits on untrusted files: more is refused before anything of it is kept. */
export const tableLimits = { bytes: 20 * 1024 * 1024, rows: 50_000, columns: 100, recordLength: 400_000, milliseconds: 30_000, megabytes: 512 };

const script = fileURLToPath(new URL('./read-table.mjs', import.meta.url));
const containers: [string, Buffer][] = [['xlsx', Buffer.from('504b0304', 'hex')], ['xls', Buffer.from('d0cf11e0', 'hex')]];
const refusedEndings = ['.xls', '.xlsx', '.xlsm', '.et', '.ods', '.numbers'];

/**
 * Reads a CSV in UTF-8 or GB18030, in a child process with memory and time limits.
 * @throws DomainError `import.format_refused` for spreadsheets, `request.too_large`, `import.unreadable`.
 */
export async function readTable(fileName: string, file: Buffer): Promise<Table> {
  refuseOtherFormats(fileName, file);
  if (file.length > tableLimits.bytes) throw new DomainError('request.too_large', { limit: `${tableLimits.bytes / 1024 / 1024} MB` });
  const { refused, encoding, rows } = await inChild(file);
  if (refused) throw new DomainError(refused.code, refused.params);
  return { encoding: encoding ?? 'utf-8', rows: rows ?? [] };
}

/** By content first: the ending is only what somebody typed. */
function refuseOtherFormats(fileName: string, file: Buffer): void {
  const ending = extname(fileName).toLowerCase();
  const container = containers.find(([, magic]) => file.subarray(0, magic.length).equals(magic));
  if (!container && !refusedEndings.includes(ending)) return;
  throw new DomainError('import.format_refused', { format: refusedEndings.includes(ending) ? ending.slice(1) : container?.[0] });
}

function inChild(file: Buffer): Promise<Answer> {
  return new Promise((resolve) => {
    const child = fork(script, [], { execArgv: [`--max-old-space-size=${tableLimits.megabytes}`], serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'], env: {} });
    const timer = setTimeout(() => child.kill('SIGKILL'), tableLimits.milliseconds);
    let answer: Answer = { refused: { code: 'import.unreadable', params: { reason: 'limits' } } };
    child.once('message', (message) => { answer = message as Answer; });
    child.once('error', () => undefined);
    child.once('close', () => {
      clearTimeout(timer);
      resolve(answer);
    });
    child.send({ file, limits: { rows: tableLimits.rows, columns: tableLimits.columns, recordLength: tableLimits.recordLength } }, () => undefined);
  });
}
