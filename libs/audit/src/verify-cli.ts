import 'reflect-metadata';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { loadConfig } from '#lib/config';
import { connectionOptions } from '#lib/database';
import pg from 'pg';
import { sealedRowsSql, type SealRecord, toSealedRow } from './audit-rows.js';
import { ChainVerifier, type SealedRow } from './verify-audit-chain.js';

const usage = `Checks the chain of the audit record and names the first broken row.
  npm run audit:verify                        the database of DATABASE_URL
  npm run audit:verify -- --export FILE       the same, and writes what it read, one JSON row a line
  npm run audit:verify -- --file FILE         an export
Exit code: 0 whole, 1 broken, 2 could not be read.
`;

async function* rowsOfFile(path: string): AsyncGenerator<SealedRow> {
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) if (line) yield JSON.parse(line) as SealedRow;
}

async function* rowsOfDatabase(url: string): AsyncGenerator<SealedRow> {
  const client = new pg.Client(connectionOptions(url));
  await client.connect();
  try {
    for (let last = 0; ;) {
      const { rows } = await client.query<SealRecord>(sealedRowsSql, [last, 5_000]);
      for (const row of rows) yield toSealedRow(row);
      if (rows.length === 0) return;
      last = Number(rows[rows.length - 1].seq);
    }
  } finally {
    await client.end();
  }
}

async function verify(rows: AsyncIterable<SealedRow>, copy: WriteStream | null): Promise<boolean> {
  const verifier = new ChainVerifier();
  for await (const row of rows) {
    verifier.add(row);
    copy?.write(`${JSON.stringify(row)}\n`);
    if (!verifier.result().ok && !copy) break;
  }
  if (copy) await new Promise((resolve) => copy.end(resolve));
  const { ok, checked, head, broken } = verifier.result();
  process.stdout.write(ok
    ? `审计链完整：${checked} 行。The audit chain is whole: ${checked} rows. Head ${head}\n`
    : `审计链断裂：第 ${broken!.seq} 环（审计行 ${broken!.eventId}），${broken!.fault}。The audit chain is broken at seal ${broken!.seq} (audit row ${broken!.eventId}): ${broken!.fault}. ${checked} rows before it are good.\n`);
  return ok;
}

const { values } = parseArgs({ options: { file: { type: 'string' }, export: { type: 'string' }, help: { type: 'boolean' } } });
if (values.help) {
  process.stdout.write(usage);
} else {
  try {
    const rows = values.file ? rowsOfFile(values.file) : rowsOfDatabase(loadConfig().databaseUrl);
    process.exitCode = (await verify(rows, values.export ? createWriteStream(values.export) : null)) ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 2;
  }
}
