import type { ImportField, ImportProblem } from '#lib/contracts';
import { letters, readKindWord, readLetters, readTruth } from './read-cells.js';
import type { TableRow } from './table-reader.js';
import { isAnswerList, type ListedAnswer, readAnswerList } from './text-answers.js';
import { type NumberedLine, partAtLabels, readLabel, readMaterialHead, readNumberedLine, readSectionHead, readStemMarks, type TextLabel } from './text-lines.js';
import { findOptions } from './text-options.js';

/** The columns into which a text is read. */
export const textFields: readonly ImportField[] = [
  'number', 'kind', 'stem', 'key', 'marks', 'explanation', 'subject', 'difficulty', 'tags', 'source', 'guide', 'rubric', 'material', 'group', ...letters.map((letter): ImportField => `option${letter}` as 'optionA'),
];

/** A text as rows of a table, and what of it could not be placed. */
export interface TextQuestions {
  rows: TableRow[];
  problems: ImportProblem[];
}

type Section = NonNullable<ReturnType<typeof readSectionHead>>;

interface Material {
  id: string;
  lines: string[];
  from: number | null;
  to: number | null;
}

interface Block extends NumberedLine {
  line: number;
  section: Section | null;
  material: Material | null;
  stem: string[];
  labelled: Map<TextLabel, string[]>;
}

/**
 * Reads questions as teachers write them in a document: numbered, lettered, with 答案： and 解析： behind each or all answers at the
 * end, under headings such as 一、单项选择题（每题2分）, several on one passage. What each row holds is read like a table's row.
 */
export function readTextQuestions(text: string): TextQuestions {
  const reader = new TextReader();
  text.split('\n').forEach((line, index) => reader.take(line.replace(/\u00a0/g, ' ').trimEnd(), index + 1));
  return reader.finish();
}

class TextReader {
  private readonly blocks: Block[] = [];
  private readonly problems: ImportProblem[] = [];
  private readonly listed: { line: number; text: string }[] = [];
  private section: Section | null = null;
  private material: Material | null = null;
  private materialOpen = false;
  private label: TextLabel | null = null;
  private inList = false;

  take(line: string, at: number): void {
    if (this.inList) {
      this.listed.push({ line: at, text: line });
      return;
    }
    if (line.trim() === '') {
      this.blank();
      return;
    }
    const head = readSectionHead(line);
    if (head && this.mayBeHead(line)) this.openSection(head);
    else if (this.opensMaterial(line, at)) return;
    else this.takeParts(line, at);
  }

  finish(): TextQuestions {
    const answers = readAnswerList(this.listed);
    const rows = this.blocks.map((block) => toRow(block, answerOf(block, answers)));
    const unmatched = answers.filter(({ number, kind }) => !this.blocks.some((block) => block.number === number && (!kind || !block.section || block.section.kind === kind)));
    for (const { line, number, key } of unmatched) this.warn(line, 'import.answer_unmatched', { number, value: key.slice(0, 40) });
    return { rows, problems: this.problems };
  }

  private get current(): Block | undefined {
    return this.blocks[this.blocks.length - 1];
  }

  private blank(): void {
    // A paragraph's end inside a stem or an explanation says nothing; inside a passage it is kept.
    if (this.materialOpen && this.material && this.material.lines.length > 0) this.material.lines.push('');
  }

  /** A line such as 判断题的特点是… is no heading: headings are short, or numbered, or tell marks. */
  private mayBeHead(line: string): boolean {
    const numbered = readNumberedLine(line);
    return line.length <= 24 || numbered?.style === 'chinese' || /^\s*第?[一二三四五六七八九十]/.test(line) || /每(?:小)?题|共\s*\d+/.test(line);
  }

  private openSection(head: Section): void {
    this.section = head;
    this.material = null;
    this.materialOpen = false;
    this.label = null;
  }

  private opensMaterial(line: string, at: number): boolean {
    if (this.current && !isComplete(this.current) && this.current.stem.length > 0 && !this.materialOpen) return false;
    const head = readMaterialHead(line);
    if (!head) return false;
    this.material = { id: `M${at}`, lines: head.rest === '' ? [] : [head.rest], from: head.from, to: head.to };
    this.materialOpen = true;
    this.label = null;
    return true;
  }

  private takeParts(line: string, at: number): void {
    const numbered = readNumberedLine(line);
    if (numbered && this.begins(numbered)) {
      this.begin(numbered, at);
      this.takeLabelled(numbered.rest, at);
    } else if (this.materialOpen && this.material) {
      this.material.lines.push(line);
    } else {
      this.takeLabelled(line, at);
    }
  }

  /** The next number begins the next question; another one only where the last is finished, so that lists stay inside their question. */
  private begins({ number, style, rest }: NumberedLine): boolean {
    const { current } = this;
    if (!current) return true;
    if (this.materialOpen && this.material) return this.material.from === null ? style === current.style || number === 1 : number === this.material.from || number === 1;
    if (current.section !== this.section && number === 1) return true;
    if (current.style !== style) return current.section !== this.section;
    if (!isComplete(current)) return number === current.number + 1 && !(current.stem.length === 0) && !looksLikeItem(rest);
    return number === current.number + 1 || (this.label !== 'explanation' && number > current.number && number <= current.number + 50) || (number === 1 && this.label !== 'explanation' && this.label !== 'guide');
  }

  private begin(numbered: NumberedLine, at: number): void {
    const { material } = this;
    const within = material && (material.to === null || (numbered.number >= (material.from ?? 0) && numbered.number <= material.to));
    if (!within) this.material = null;
    this.materialOpen = false;
    this.label = null;
    this.blocks.push({ ...numbered, line: at, section: this.section, material: this.material, stem: [], labelled: new Map() });
  }

  private takeLabelled(line: string, at: number): void {
    for (const part of partAtLabels(line)) {
      const labelled = readLabel(part);
      if (labelled?.label === 'key' && this.opensList(labelled.rest, at)) return;
      if (labelled && this.current) {
        this.label = labelled.label;
        this.put(labelled.rest);
      } else {
        this.put(part, at);
      }
    }
  }

  /** 参考答案： over a list of numbers, or alone on its line when the last question has its own answer or none had one. */
  private opensList(rest: string, at: number): boolean {
    const alone = rest.trim() === '' && (!this.current || isAnswered(this.current) || this.blocks.every((block) => !isAnswered(block)));
    if (!isAnswerList(rest) && !alone) return false;
    if (this.section?.kind === 'gap_fill' && this.current && !isAnswered(this.current) && /[;；]/.test(rest)) return false;
    this.inList = true;
    if (rest.trim() !== '') this.listed.push({ line: at, text: rest });
    return true;
  }

  private put(text: string, at?: number): void {
    const { current } = this;
    if (!current) {
      if (text.trim() !== '' && at !== undefined) this.warn(at, 'import.text_skipped', { value: text.trim().slice(0, 40) });
      return;
    }
    if (this.label === null) {
      if (text.trim() !== '') current.stem.push(text);
      return;
    }
    const lines = current.labelled.get(this.label) ?? [];
    current.labelled.set(this.label, [...lines, text]);
  }

  private warn(line: number, code: string, params: Record<string, unknown>): void {
    this.problems.push({ severity: 'warning', sheet: null, line, column: null, cell: null, code, params });
  }
}

function isAnswered(block: Block): boolean {
  return block.labelled.has('key');
}

/** Whether a question has what ends one: an answer, or options. */
function isComplete(block: Block): boolean {
  return block.labelled.size > 0 || findOptions(block.stem.join('\n')).options.length >= 2 || block.section?.kind === 'true_false' || /[（(]\s*[√×✓✗对错A-Z]+\s*[)）]|_{2,}|[（(][\s\u3000]*[)）]\s*[。.]?$/.test(block.stem.join('\n'))
    || (block.stem.length > 0 && (block.section?.kind === 'essay' || block.section?.kind === 'gap_fill'));
}

/** A short line without a question's end is an item of a list inside the stem. */
function looksLikeItem(rest: string): boolean {
  return rest.length < 12 && /[;；]$/.test(rest);
}

function answerOf(block: Block, answers: readonly ListedAnswer[]): string {
  const same = answers.filter(({ number }) => number === block.number);
  return (same.find(({ kind }) => kind !== null && kind === block.section?.kind) ?? same.find(({ kind }) => kind === null) ?? (same.length === 1 ? same[0] : undefined))?.key ?? '';
}

function toRow(block: Block, listedKey: string): TableRow {
  const head = readStemMarks(block.stem.join('\n'));
  const kind = (block.labelled.get('kind')?.join('') ?? '') || head.kind || block.section?.kind || '';
  const lettered = !['gap_fill', 'essay'].includes(readKindWord(kind) ?? '');
  const found = lettered ? findOptions(head.stem) : { before: head.stem, options: [] };
  const label = (name: TextLabel): string => (block.labelled.get(name) ?? []).join('\n').trim();
  const written = label('key') || listedKey;
  const inStem = written === '' ? keyInStem(found.before, found.options.length > 0 || kind === 'true_false' || kind === '判断题') : null;
  const cells: Partial<Record<ImportField, string>> = {
    number: String(block.number), kind, stem: inStem?.stem ?? found.before, key: inStem?.key ?? written,
    marks: label('marks') || head.marks || (block.section?.marks ?? ''), explanation: label('explanation'), subject: label('subject'), difficulty: label('difficulty'), tags: label('tags'),
    source: label('source'), guide: label('guide'), rubric: label('rubric'), material: block.material?.lines.join('\n').trim() ?? '', group: block.material?.id ?? '',
    ...Object.fromEntries(found.options.map((option, index) => [`option${letters[index]}`, option])),
  };
  return { line: block.line, cells: textFields.map((field) => cells[field] ?? '') };
}

/** The answer that stands in the brackets of the stem: 正确的是（ AB ）, ……。（√）; the brackets are emptied. */
function keyInStem(stem: string, choice: boolean): { stem: string; key: string } | null {
  if (!choice) {
    const [all, mark] = /[（(]\s*([√×✓✗✔✘])\s*[)）]/.exec(stem) ?? [];
    return mark ? { stem: stem.replace(all as string, '（　　）').trim(), key: mark } : null;
  }
  for (const [all, inner] of stem.matchAll(/[（(]\s*([A-Za-zＡ-Ｚ、，,\s]{1,20}|[√×✓✗✔✘对错])\s*[)）]/g)) {
    if (readLetters(inner) || readTruth(inner)) return { stem: stem.replace(all, '（　　）').trim(), key: inner.trim() };
  }
  return null;
}
