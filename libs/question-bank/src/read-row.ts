import type { ExchangedQuestion, MultipleScoring, QuestionKind, SimpleContent, SimpleKey } from '#lib/contracts';
import { cellToHtml } from './cell-text.js';
import { readDifficulty, readKindWord, readLetters, readList, readMarks, readPath, readScoring, readTruth, shortened } from './read-cells.js';
import { readKeyOf } from './read-kinds.js';
import type { RowCells } from './row-cells.js';

/** One row as a question, or as one of several on the same material. */
export interface RowDraft extends Omit<ExchangedQuestion, 'content' | 'key'> {
  line: number;
  content: SimpleContent;
  key: SimpleKey;
  explanation: string | null;
  /** What joins rows on one material: its text, or their number; null: a question by itself. */
  material: string | null;
  group: string | null;
}

/** What a heading between the rows says of those below it. */
export interface Section {
  kind: QuestionKind | null;
  marks: string | null;
}

/** A row that is only material: the questions on it follow. */
export interface MaterialRow {
  line: number;
  material: string;
  group: string;
}

const articleInSource = /《([^《》]{2,60})》\s*(第[零〇一二三四五六七八九十百千\d]+条(?:之[一二三四五六七八九十]+)?)/;

/**
 * Reads one row by its columns' fields. Null when it cannot be a question: every reason stands in the cells' problems.
 * @param section the heading above, for what the row itself does not say.
 */
export function readRow(cells: RowCells, section: Section = { kind: null, marks: null }): RowDraft | MaterialRow | null {
  const kind = kindOf(cells, section);
  if (kind === 'composite') return readMaterial(cells);
  if (!cells.has('stem') && kind !== 'cloze') cells.report('stem', 'import.stem_missing');
  const marks = cells.has('marks') ? readMarks(cells.text('marks')) : (section.marks ?? '1');
  if (!marks) cells.report('marks', 'import.marks_invalid', { value: shortened(cells.text('marks')) });
  const difficulty = readDifficulty(cells.text('difficulty'));
  if (difficulty === undefined) cells.warn('difficulty', 'import.difficulty_unread', { value: shortened(cells.text('difficulty')) });
  const scoring = readScoringOf(cells, kind);
  const read = kind ? readKeyOf(kind, cells) : null;
  if (!read || cells.failed || !marks) return null;
  return {
    line: cells.line, ...read, marks, scoring, difficulty: difficulty ?? null,
    explanation: cells.has('explanation') ? cellToHtml(cells.text('explanation')) : null,
    ...readAttributes(cells),
    material: cells.has('material') ? cells.text('material') : null,
    group: cells.has('group') ? cells.text('group') : null,
  };
}

function readMaterial(cells: RowCells): MaterialRow | null {
  const material = cells.text('material') || cells.text('stem');
  if (material === '') cells.report('stem', 'import.stem_missing');
  if (!cells.has('group')) cells.report('kind', 'import.material_alone');
  return cells.failed ? null : { line: cells.line, material, group: cells.text('group') };
}

function readAttributes(cells: RowCells): Pick<RowDraft, 'subject' | 'tags' | 'jobFields' | 'category' | 'source' | 'article'> {
  const source = cells.text('source').slice(0, 500);
  return {
    subject: cells.text('subject').slice(0, 100) || null,
    tags: readList(cells.text('tags')).slice(0, 20).map((tag) => tag.slice(0, 50)),
    jobFields: readList(cells.text('jobFields')).slice(0, 20),
    category: readPath(cells.text('category')),
    source: source || null,
    article: readArticle(cells, source),
  };
}

/** The clause: from its two columns, or from a source written as 《…》第…条. */
function readArticle(cells: RowCells, source: string): RowDraft['article'] {
  const [, regulation, label] = articleInSource.exec(source) ?? [];
  const named = { regulation: cells.text('regulation').replace(/^《|》$/g, '') || regulation, label: cells.text('article') || label };
  return named.regulation && named.label ? { regulation: named.regulation.slice(0, 200), label: named.label.slice(0, 50) } : null;
}

/** As written in the row, else as the heading above says, else as the key and the columns look. */
function kindOf(cells: RowCells, section: Section): QuestionKind | null {
  if (cells.has('kind')) {
    const kind = readKindWord(cells.text('kind'));
    if (!kind) cells.report('kind', 'import.kind_unknown', { value: shortened(cells.text('kind')) });
    return kind;
  }
  return section.kind ?? guessKind(cells);
}

function guessKind(cells: RowCells): QuestionKind {
  const key = cells.text('key');
  const hasOptions = cells.has('optionA') || cells.has('options');
  if (cells.has('pairs')) return 'matching';
  if (cells.has('items')) return 'ordering';
  if (cells.has('fileKinds')) return 'file';
  if (cells.has('gap1')) return cells.text('gap1').includes('*') ? 'cloze' : 'gap_fill';
  if (cells.has('guide') || cells.has('rubric')) return 'essay';
  if (readTruth(key) && (!hasOptions || !readLetters(key))) return 'true_false';
  if (hasOptions || key === '') return (readLetters(key)?.length ?? 0) > 1 ? 'multiple' : 'single';
  if (/_{2,}|＿{2,}|[（(][\s\u3000]*[)）]|\[\[[\w-]+\]\]/.test(cells.text('stem'))) return 'gap_fill';
  return readLetters(key) ? 'single' : 'essay';
}

function readScoringOf(cells: RowCells, kind: QuestionKind | null): MultipleScoring | null {
  if (kind === 'ordering') return null;
  const scoring = readScoring(cells.text('scoring'));
  if (scoring === undefined && kind === 'multiple') cells.report('scoring', 'import.scoring_unknown', { value: shortened(cells.text('scoring')) });
  return kind === 'multiple' ? (scoring ?? null) : null;
}
