import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { EventLogFile } from '#lib/contracts';
import { type EventLogReport, verifyEventLog } from './verify-event-log.js';

const usage = `Checks the log of one attempt offline and names the first thing that does not hold.
  npm run attempt:verify -- FILE                    chain, receipts, current responses, times and outcome
  npm run attempt:verify -- FILE --key PUBLIC.pem   the signature as well
Exit code: 0 whole, 1 something does not hold, 2 could not be read.
`;

function describe({ ok, entries, saves, signed, broken }: EventLogReport): string {
  if (ok) {
    const signature = signed ? '签名有效。The signature holds.' : '未核对签名（--key）。The signature was not checked (--key).';
    return `答卷记录完整：${entries} 条，其中保存 ${saves} 次。The log is whole: ${entries} entries, ${saves} of them saves. ${signature}\n`;
  }
  const where = broken?.n ? `第 ${broken.n} 条 entry ${broken.n}` : '整个文件 the file as a whole';
  return `答卷记录不符：${where}，${broken?.fault}：${broken?.detail}。Does not hold. ${entries} entries before it are good.\n`;
}

try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { key: { type: 'string' }, help: { type: 'boolean' } } });
  if (values.help || positionals.length !== 1) {
    process.stdout.write(usage);
    process.exitCode = values.help ? 0 : 2;
  } else {
    const file = JSON.parse(await readFile(positionals[0], 'utf8')) as EventLogFile;
    const report = verifyEventLog(file, values.key ? await readFile(values.key, 'utf8') : undefined);
    process.stdout.write(describe(report));
    process.exitCode = report.ok ? 0 : 1;
  }
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
}
