import type { DecimalString, Id } from './wire.js';

/** Every kind of question; `schemaVersion` tells which shape a stored one has. */
export const questionKinds = [
  'single', 'multiple', 'true_false', 'gap_fill', 'numeric', 'short', 'matching', 'ordering', 'cloze', 'composite', 'essay', 'file',
] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** The ids of options, gaps, items and parts: 1–32 letters, digits, `-` and `_`. They are the author's; a candidate's form has its own. */
export interface RichItem {
  id: string;
  /** The restricted subset, sanitised on write. */
  html: string;
}

/** What every kind has: its text, in the restricted HTML subset, sanitised on write. */
interface CommonContent<K extends QuestionKind> {
  schemaVersion: 1;
  kind: K;
  html: string;
}

/** `true_false` has the options `T` and `F`. Options with `keepLast` (以上都对) stay behind the others in their own order. */
export interface ChoiceContent<K extends 'single' | 'multiple' | 'true_false' = 'single' | 'multiple' | 'true_false'> extends CommonContent<K> {
  options: (RichItem & { keepLast?: boolean })[];
}

/** The text has a place `[[id]]` for each gap, each once. `width` is a hint in characters. */
export interface GapFillContent extends CommonContent<'gap_fill'> {
  gaps: { id: string; type: 'text' | 'number'; width?: number }[];
}

/** Gaps with a list of choices each. The text has a place `[[id]]` for each gap. */
export interface ClozeContent extends CommonContent<'cloze'> {
  gaps: { id: string; options: RichItem[] }[];
}

/** `units` are the units that a candidate is told of; what counts stands in the key. */
export interface NumericContent extends CommonContent<'numeric'> {
  units?: string[];
}

export interface ShortContent extends CommonContent<'short'> {
  /** In characters; 500 when absent. */
  maxLength?: number;
}

/** Each left side belongs to one right side; a right side may serve several left ones or none. */
export interface MatchingContent extends CommonContent<'matching'> {
  lefts: RichItem[];
  rights: RichItem[];
}

export interface OrderingContent extends CommonContent<'ordering'> {
  items: RichItem[];
}

export type SimpleContent =
  | ChoiceContent<'single'> | ChoiceContent<'multiple'> | ChoiceContent<'true_false'> | GapFillContent | ClozeContent | NumericContent | ShortContent
  | MatchingContent | OrderingContent | EssayContent | FileContent;

/** One stimulus (the case, in `html`) and several questions on it. A slot's marks are shared out in the proportion of the parts' marks. */
export interface CompositeContent extends CommonContent<'composite'> {
  parts: { id: string; marks: DecimalString; scoring?: MultipleScoring; content: SimpleContent }[];
}

export interface EssayContent extends CommonContent<'essay'> {
  /** In characters (Chinese) or words (Latin); null: no limit. */
  minLength?: number | null;
  maxLength?: number | null;
}

export type FileKind = 'document' | 'image' | 'audio' | 'video';

/** Files or a video to be handed in. */
export interface FileContent extends CommonContent<'file'> {
  accept: FileKind[];
  /** 1–10. */
  maxFiles: number;
  maxBytes: number;
}

export type QuestionContent = SimpleContent | CompositeContent;

/** One accepted text: exact, with `*` for any run of characters, or a pattern that must match the whole text (RE2). */
export interface AcceptedAnswer {
  match?: 'exact' | 'wildcard' | 'pattern';
  text: string;
  /** What it earns, 0 to 1; 1 when absent. */
  fraction?: DecimalString;
}

export interface AcceptedQuantity {
  value: DecimalString;
  tolerance?: { type: 'relative' | 'nominal' | 'geometric'; value: DecimalString };
  fraction?: DecimalString;
}

export interface TextComparison {
  caseSensitive?: boolean;
  whitespace?: 'collapse' | 'remove';
  ignorePunctuation?: boolean;
}

export interface ChoiceKey<K extends 'single' | 'multiple' | 'true_false' = 'single' | 'multiple' | 'true_false'> { kind: K; correct: string[] }
export interface UnitMultiplier { unit: string; multiplier: DecimalString }
/** By gap id, as the content's gaps: texts, or numbers. `asSet`: text gaps in any order, no key used twice. */
export interface GapFillKey {
  kind: 'gap_fill';
  gaps: Record<string, { texts: AcceptedAnswer[] } | { numbers: AcceptedQuantity[]; units?: UnitMultiplier[]; unitRequired?: boolean }>;
  asSet?: boolean;
  allOrNothing?: boolean;
  compare?: TextComparison;
}
export interface ClozeKey { kind: 'cloze'; gaps: Record<string, string[]>; allOrNothing?: boolean }
export interface NumericKey { kind: 'numeric'; numbers: AcceptedQuantity[]; units?: UnitMultiplier[]; unitRequired?: boolean }
export interface ShortKey { kind: 'short'; texts: AcceptedAnswer[]; compare?: TextComparison }
/** Right id by left id. */
export interface MatchingKey { kind: 'matching'; pairs: Record<string, string>; allOrNothing?: boolean }
export interface OrderingKey { kind: 'ordering'; order: string[]; rule: 'exact' | 'adjacent_pairs' }
/** What markers are given: a guide in the HTML subset, and criteria whose marks add up to at most the question's. */
export interface PersonKey<K extends 'essay' | 'file' = 'essay' | 'file'> {
  kind: K;
  guide: string | null;
  rubric: { id: string; title: string; marks: DecimalString; description?: string }[];
}
export type SimpleKey =
  | ChoiceKey<'single'> | ChoiceKey<'multiple'> | ChoiceKey<'true_false'> | GapFillKey | ClozeKey | NumericKey | ShortKey | MatchingKey | OrderingKey
  | PersonKey<'essay'> | PersonKey<'file'>;
/** By part id. */
export interface CompositeKey { kind: 'composite'; parts: Record<string, SimpleKey & { explanation?: string | null }> }

/** Stands in a table of its own that candidate queries cannot join. `explanation` is in the HTML subset. */
export type QuestionKey = { schemaVersion: 1; explanation: string | null } & (SimpleKey | CompositeKey);

/** How a multiple-choice response earns its fraction (rules.md §1). Other kinds ignore it. */
export type MultipleScoring = 'all_or_nothing' | 'partial_per_right' | 'right_minus_wrong';

/**
 * A response, by kind. Ids are those of the candidate's own form, not the author's.
 * - `chosen`: single, multiple, true_false: the chosen options, sorted; ordering: all items, in the candidate's order
 * - `text`: numeric, short, essay
 * - `gaps`: gap_fill: text by gap; cloze: option by gap; matching: right by left
 * - `files`: file: asset ids
 * - `parts`: composite: one response by part
 * An answer that was cleared has none of them, or an empty one.
 */
export interface ResponseBody extends SimpleResponse {
  parts?: Record<string, SimpleResponse>;
  flagged?: boolean;
}

/** What a response to anything but a composite question may hold. */
export interface SimpleResponse {
  chosen?: string[];
  text?: string;
  gaps?: Record<string, string>;
  files?: Id[];
}

/** Whether a response says anything at all; a cleared one does not. */
export function hasAnswer({ chosen, text, gaps, files, parts }: Omit<ResponseBody, 'flagged'>): boolean {
  return (chosen?.length ?? 0) > 0 || (text ?? '').trim() !== '' || Object.values(gaps ?? {}).some((gap) => gap.trim() !== '')
    || (files?.length ?? 0) > 0 || Object.values(parts ?? {}).some(hasAnswer);
}
