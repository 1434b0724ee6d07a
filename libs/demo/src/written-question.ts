import type { FileKind, MultipleScoring, QuestionContent, QuestionKey, RichItem, SimpleContent, SimpleKey } from '#lib/contracts';
import { plainToHtml } from '#lib/question-bank';

/** A question as the demo's files hold it: plain texts; the first accepted answer is the usual one, `*` stands for any text. */
export interface WrittenQuestion extends WrittenPart {
  subject: string;
  tags?: string[];
  difficulty: number;
  /** The label of the article of the sample regulation that it rests on. */
  article?: string;
  parts?: WrittenPart[];
}

export interface WrittenPart {
  kind: SimpleContent['kind'] | 'composite';
  stem: string;
  marks: string;
  explanation?: string;
  options?: string[];
  correct?: string[];
  gaps?: Record<string, string[] | { number: string } | [string[], string]>;
  asSet?: boolean;
  number?: string;
  tolerance?: ['nominal' | 'relative', string];
  units?: [string, string][];
  texts?: string[];
  pairs?: [string, string][];
  extra?: string[];
  items?: string[];
  rule?: 'exact' | 'adjacent_pairs';
  length?: [number, number];
  accept?: FileKind[];
  maxFiles?: number;
  maxMegabytes?: number;
  guide?: string;
  rubric?: [string, string][];
}

const trueFalse = [{ id: 'T', html: '正确' }, { id: 'F', html: '错误' }];
const letters = (texts: readonly string[]): RichItem[] => texts.map((text, index) => ({ id: String.fromCharCode(65 + index), html: plainToHtml(text) }));
const numbered = (texts: readonly string[]): RichItem[] => texts.map((text, index) => ({ id: String(index + 1), html: plainToHtml(text) }));
const accepted = (texts: readonly string[]) => texts.map((text) => (text.includes('*') ? { text, match: 'wildcard' as const } : { text }));
const htmlOf = (stem: string): string => (stem.includes('<span data-formula') ? stem : plainToHtml(stem));

/** Content and key of a written question. @throws RangeError for one that lacks what its kind needs. */
export function toQuestion(written: WrittenQuestion): { content: QuestionContent; key: QuestionKey; scoring: MultipleScoring | null } {
  const explanation = explained(written);
  if (written.kind !== 'composite') {
    const { content, key } = toPair(written, written.kind);
    return { content, key: { schemaVersion: 1, explanation, ...key }, scoring: written.kind === 'multiple' ? 'partial_per_right' : null };
  }
  const parts = (written.parts ?? []).map((part, index) => ({ id: `p${index + 1}`, part, pair: toPair(part, part.kind as SimpleContent['kind']) }));
  return {
    content: { schemaVersion: 1, kind: 'composite', html: htmlOf(written.stem), parts: parts.map(({ id, part, pair }) => ({ id, marks: part.marks, scoring: 'partial_per_right', content: pair.content })) },
    key: { schemaVersion: 1, explanation, kind: 'composite', parts: Object.fromEntries(parts.map(({ id, part, pair }) => [id, { ...pair.key, explanation: explained(part) }])) },
    scoring: null,
  };
}

function explained({ explanation }: WrittenPart): string | null {
  return explanation ? plainToHtml(explanation) : null;
}

function toPair(written: WrittenPart, kind: SimpleContent['kind']): { content: SimpleContent; key: SimpleKey } {
  const base = { schemaVersion: 1 as const, html: htmlOf(written.stem) };
  const { options = [], correct = [], texts = [], pairs = [], extra = [], items = [], rubric = [] } = written;
  switch (kind) {
    case 'single': return { content: { ...base, kind, options: letters(options) }, key: { kind, correct } };
    case 'multiple': return { content: { ...base, kind, options: letters(options) }, key: { kind, correct } };
    case 'true_false': return { content: { ...base, kind, options: trueFalse }, key: { kind, correct } };
    case 'gap_fill': return toGapFill(written, base);
    case 'cloze': return toCloze(written, base);
    case 'numeric': return toNumeric(written, base);
    case 'short': return { content: { ...base, kind }, key: { kind, texts: accepted(texts) } };
    case 'matching': {
      const rights = [...pairs.map(([, right]) => right), ...extra];
      return { content: { ...base, kind, lefts: numbered(pairs.map(([left]) => left)), rights: letters(rights) }, key: { kind, pairs: Object.fromEntries(pairs.map((_, index) => [String(index + 1), String.fromCharCode(65 + index)])) } };
    }
    case 'ordering': return { content: { ...base, kind, items: letters(items) }, key: { kind, order: letters(items).map(({ id }) => id), rule: written.rule ?? 'exact' } };
    case 'essay': return { content: { ...base, kind, minLength: written.length?.[0] ?? null, maxLength: written.length?.[1] ?? null }, key: { kind, guide: written.guide ?? null, rubric: toRubric(rubric) } };
    case 'file': return {
      content: { ...base, kind, accept: written.accept ?? ['document'], maxFiles: written.maxFiles ?? 1, maxBytes: (written.maxMegabytes ?? 20) * 1_048_576 },
      key: { kind, guide: written.guide ?? null, rubric: toRubric(rubric) },
    };
  }
}

type Base = { schemaVersion: 1; html: string };

function toRubric(rubric: readonly [string, string][]): { id: string; title: string; marks: string }[] {
  return rubric.map(([title, marks], index) => ({ id: `c${index + 1}`, title, marks }));
}

function toGapFill({ gaps = {}, asSet }: WrittenPart, base: Base): { content: SimpleContent; key: SimpleKey } {
  const entries = Object.entries(gaps);
  return {
    content: { ...base, kind: 'gap_fill', gaps: entries.map(([id, gap]) => ({ id, type: 'number' in gap ? 'number' : 'text' })) },
    key: { kind: 'gap_fill', gaps: Object.fromEntries(entries.map(([id, gap]) => [id, 'number' in gap ? { numbers: [{ value: gap.number }] } : { texts: accepted(gap as string[]) }])), ...(asSet ? { asSet } : {}) },
  };
}

function toCloze({ gaps = {} }: WrittenPart, base: Base): { content: SimpleContent; key: SimpleKey } {
  const entries = Object.entries(gaps) as [string, [string[], string]][];
  return {
    content: { ...base, kind: 'cloze', gaps: entries.map(([id, [options]]) => ({ id, options: letters(options) })) },
    key: { kind: 'cloze', gaps: Object.fromEntries(entries.map(([id, [, right]]) => [id, [right]])) },
  };
}

function toNumeric({ number, tolerance, units = [] }: WrittenPart, base: Base): { content: SimpleContent; key: SimpleKey } {
  if (number === undefined) throw new RangeError('A numeric question without its number');
  return {
    content: { ...base, kind: 'numeric', ...(units.length > 0 ? { units: units.map(([unit]) => unit) } : {}) },
    key: { kind: 'numeric', numbers: [{ value: number, ...(tolerance ? { tolerance: { type: tolerance[0], value: tolerance[1] } } : {}) }], ...(units.length > 0 ? { units: units.map(([unit, multiplier]) => ({ unit, multiplier })) } : {}) },
  };
}
