import type { ImportField, ImportProblem } from '#lib/contracts';
import type { TableRow } from './table-reader.js';
import { unguardCell } from './cell-text.js';

/** What the columns of a table mean, and how its cells are called. */
export interface Columns {
  fields: readonly ImportField[];
  headings: readonly string[];
  sheet: string | null;
  /** Whether people know its cells as B12. */
  lettered: boolean;
}

export const maxCellLength = 20_000;
/** What Excel made of a cell matters in these only when somebody reads it. */
const unread: readonly ImportField[] = ['ignore', 'number', 'data'];
const aside: readonly ImportField[] = ['ignore', 'number', 'data', 'group'];

/** `A` for 0, `Z` for 25, `AA` for 26. */
export function columnLetters(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnLetters(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));
}

/** The cells of one row by what they mean, and the problems found in them. */
export class RowCells {
  readonly problems: ImportProblem[] = [];
  readonly line: number;
  private readonly row: number;
  private readonly texts = new Map<ImportField, string>();

  constructor(row: TableRow, private readonly columns: Columns) {
    this.line = row.line;
    this.row = row.row ?? row.line;
    columns.fields.forEach((field, index) => {
      const cell = unguardCell((row.cells[index] ?? '').trim());
      if (field === 'ignore' || cell === '') return;
      if (cell.length > maxCellLength && field !== 'data') this.report(field, 'import.cell_too_long', { limit: maxCellLength });
      this.texts.set(field, cell);
    });
    for (const [index, code, value] of row.notes ?? []) {
      const field = columns.fields[index] ?? 'ignore';
      if (unread.includes(field)) continue;
      if (code === 'import.cell_date_kept') this.warn(field, code, { value });
      else this.report(field, code, { value });
    }
  }

  text(field: ImportField): string {
    return this.texts.get(field) ?? '';
  }

  has(field: ImportField): boolean {
    return this.texts.has(field);
  }

  /** A problem for which the row is not imported. */
  report(field: ImportField | null, code: string, params: Record<string, unknown> = {}): void {
    this.problems.push({ severity: 'error', ...this.placeOf(field), code, params });
  }

  warn(field: ImportField | null, code: string, params: Record<string, unknown> = {}): void {
    this.problems.push({ severity: 'warning', ...this.placeOf(field), code, params });
  }

  get failed(): boolean {
    return this.problems.some(({ severity }) => severity === 'error');
  }

  /** Whether the cells say exactly what a written row does; its number, its group and the data column do not count. */
  shows(row: Partial<Record<ImportField, string>>): boolean {
    return this.columns.fields.every((field) => aside.includes(field) || this.text(field) === (row[field] ?? '').trim());
  }

  /** Where a cell stands, for people. */
  placeOf(field: ImportField | null): Pick<ImportProblem, 'sheet' | 'line' | 'column' | 'cell'> {
    const { fields, headings, sheet, lettered } = this.columns;
    const index = field === null ? -1 : fields.indexOf(field);
    return { sheet, line: this.line, column: headings[index] || null, cell: lettered && index >= 0 ? `${columnLetters(index)}${this.row}` : null };
  }
}
