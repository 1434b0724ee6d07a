import type { CandidateImport } from '#lib/contracts';

export interface ListedCandidate {
  line: number;
  staffNumber: string;
  /** A sitting's number, when the list says so. */
  sitting: number | null;
}

export interface CandidateList {
  rows: ListedCandidate[];
  problems: CandidateImport['problems'];
}

const staffHeadings = ['工号', '警号', '员工编号', '人员编号', 'staff number', 'staff_number', 'staffnumber', 'staff no', 'number'];
const sittingHeadings = ['场次', 'sitting'];

/**
 * Reads a list of staff numbers, separated by comma, semicolon or tab. With a heading, its columns 工号 and 场次 are looked for; without
 * one the first column is the staff number. Empty lines are skipped; a number that stands twice is a problem of its second line.
 */
export function readCandidateList(text: string): CandidateList {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/).map((line, index) => ({ line: index + 1, cells: cellsOf(line) })).filter(({ cells }) => cells.some((cell) => cell !== ''));
  const heading = lines[0]?.cells.map((cell) => cell.toLowerCase()) ?? [];
  const staff = heading.findIndex((cell) => staffHeadings.includes(cell));
  const sitting = heading.findIndex((cell) => sittingHeadings.includes(cell));
  const body = staff >= 0 ? lines.slice(1) : lines;
  const seen = new Set<string>();
  const list: CandidateList = { rows: [], problems: [] };
  for (const { line, cells } of body) {
    const staffNumber = cells[Math.max(staff, 0)] ?? '';
    const ordinal = sitting >= 0 && cells[sitting] ? Number(cells[sitting]) : null;
    if (staffNumber === '') list.problems.push({ line, staffNumber, code: 'empty' });
    else if (seen.has(staffNumber)) list.problems.push({ line, staffNumber, code: 'duplicate' });
    else if (ordinal !== null && !Number.isSafeInteger(ordinal)) list.problems.push({ line, staffNumber, code: 'sitting_unknown' });
    else list.rows.push({ line, staffNumber, sitting: ordinal });
    seen.add(staffNumber);
  }
  return list;
}

function cellsOf(line: string): string[] {
  const separator = [',', '\t', ';', '，'].find((mark) => line.includes(mark)) ?? ',';
  return line.split(separator).map((cell) => cell.normalize('NFKC').trim().replace(/^"(.*)"$/, '$1').trim());
}
