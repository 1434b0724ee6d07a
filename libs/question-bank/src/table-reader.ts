import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ImportSource, QuestionImportView } from '#lib/contracts';
import { DomainError } from '#lib/kernel';

/** One row of a file as it stands there; `line` counts from 1 and is where the row begins. */
export interface TableRow {
  line: number;
  /** Its row in a spreadsheet where that differs: cells of several lines come before it. */
  row?: number;
  cells: string[];
  /** What Excel did to a cell: its column, a code of the error catalogue, what stands there now. */
  notes?: [number, string, string][];
}

/** A file as the child process read it: rows, a text, or the questions of our own format. */
export interface SourceFile {
  source: ImportSource;
  encoding: QuestionImportView['encoding'];
  sheets: QuestionImportView['sheets'];
  sheet: string | null;
  rows: TableRow[];
  text?: string;
  questions?: unknown[];
}

interface Answer extends Partial<SourceFile> {
  refused?: { code: string; params: Record<string, unknown> };
}

/** Limits on untrusted files: more is refused before anything of it is kept. */
export const tableLimits = { bytes: 20 * 1024 * 1024, rows: 50_000, columns: 100, recordLength: 400_000, milliseconds: 30_000, megabytes: 512 };

const script = fileURLToPath(new URL('./read-table.mjs', import.meta.url));

/**
 * Reads a workbook (.xlsx), CSV, JSON or plain text, in a child process with memory and time limits. What a file is, its content
 * tells; its name only where the content does not.
 * @param sheet of a workbook; the first one with anything in it when absent.
 * @throws DomainError `import.format_refused`, `import.document_refused`, `import.encrypted`, `import.archive_hostile`, `import.cell_giant`,
 * `import.json_invalid`, `import.json_shape`, `import.json_version`, `import.sheet_unknown`, `import.unreadable`, `request.too_large`.
 */
export async function readTable(fileName: string, file: Buffer, sheet?: string): Promise<SourceFile> {
  if (file.length > tableLimits.bytes) throw new DomainError('request.too_large', { limit: `${tableLimits.bytes / 1024 / 1024} MB` });
  const { refused, source = 'csv', encoding = null, sheets = [], sheet: shown = null, rows = [], text, questions } = await inChild(fileName, file, sheet);
  if (refused) throw new DomainError(refused.code, refused.params);
  return { source, encoding, sheets, sheet: shown, rows, ...(text !== undefined && { text }), ...(questions && { questions }) };
}

function inChild(fileName: string, file: Buffer, sheet: string | undefined): Promise<Answer> {
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
    const { rows, columns, recordLength } = tableLimits;
    child.send({ fileName, file, sheet, limits: { rows, columns, recordLength } }, () => undefined);
  });
}
