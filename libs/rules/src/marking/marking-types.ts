import type { Decimal, DecimalInput, Rounding } from '#lib/kernel';

/** Every kind of question that can be marked. A cloze is a gap-fill with choice gaps. */
export const QUESTION_KINDS = [
  'single', 'multiple', 'true-false', 'gap-fill', 'numeric', 'short', 'matching', 'ordering', 'hot-text', 'composite', 'essay', 'file',
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** What applies to a question of any kind. */
export interface CommonMarking {
  /** Full marks, 0 or more. */
  readonly marks: DecimalInput;
  /** How the final marks are rounded, once; four digits half-up by default. */
  readonly rounding?: Rounding;
  /** Negative marking: the fraction, −1 to 0, that an answered response with nothing right earns. */
  readonly wrong?: DecimalInput;
  /** Certainty-based marking: right × 1, 2, 3; wrong 0, −2, −6 times the marks. Not together with `wrong`. */
  readonly certainty?: boolean;
  /** Retries: the fraction, 0 to 1, taken off what was earned for each try after the first, never below 0. */
  readonly penaltyPerTry?: DecimalInput;
}

/**
 * How several choices are scored. R is the number of right options, r the right ones chosen, w the wrong ones chosen.
 *
 * - `all-or-nothing`: 1 when exactly the right ones are chosen, otherwise 0
 * - `partial`: 0 as soon as a wrong one is chosen (多选、错选不得分); missing some right ones earns r/R (`proportional`),
 *   or a fixed fraction of 0 to 1 (少选得一半分: `"0.5"`)
 * - `right-minus-wrong`: (r − w)/R, or the sum of the declared fractions of the chosen options, clamped to [0, 1]
 */
export type ChoiceRule =
  | { readonly name: 'all-or-nothing' }
  | { readonly name: 'partial'; readonly missing: DecimalInput | 'proportional' }
  | { readonly name: 'right-minus-wrong'; readonly fractions?: Readonly<Record<string, DecimalInput>> };

/** One option is to be chosen; any of `correct` is right (more than one only after a key was widened). */
export interface SingleSpec extends CommonMarking {
  readonly kind: 'single';
  readonly options: readonly string[];
  readonly correct: readonly string[];
}

/** Several options are to be chosen. */
export interface MultipleSpec extends CommonMarking {
  readonly kind: 'multiple';
  readonly options: readonly string[];
  readonly correct: readonly string[];
  readonly rule: ChoiceRule;
}

export interface TrueFalseSpec extends CommonMarking {
  readonly kind: 'true-false';
  readonly correct: boolean;
}

/** Words of a text are to be selected; scored like several choices. */
export interface HotTextSpec extends CommonMarking {
  readonly kind: 'hot-text';
  readonly tokens: readonly string[];
  readonly correct: readonly string[];
  readonly rule: ChoiceRule;
}

/** What is made equal before texts are compared. NFKC (full-width = half-width) and trimming always apply. */
export interface TextNormalisation {
  /** Upper and lower case differ; by default they do not. */
  readonly caseSensitive?: boolean;
  /** `collapse` (default): a run of whitespace is one space; `remove`: whitespace does not count at all. */
  readonly whitespace?: 'collapse' | 'remove';
  /** Punctuation and symbols do not count; by default they do, Chinese and Western marks being equal (，= ,). */
  readonly ignorePunctuation?: boolean;
}

/** One accepted text: exact, with `*` for any run of characters, or a pattern that must match the whole text (RE2). */
export interface AcceptedText {
  readonly match?: 'exact' | 'wildcard' | 'pattern';
  readonly text: string;
  /** What it earns, 0 to 1; 1 by default. */
  readonly fraction?: DecimalInput;
}

export interface ShortSpec extends CommonMarking {
  readonly kind: 'short';
  readonly accepted: readonly AcceptedText[];
  readonly normalise?: TextNormalisation;
}

/** A = the answer, t = the tolerance ≥ 0: relative A ± |A|·t, nominal A ± t, geometric A/(1+t) to A·(1+t). */
export interface NumericTolerance {
  readonly type: 'relative' | 'nominal' | 'geometric';
  readonly value: DecimalInput;
}

/** One accepted number. The bounds are widened by a relative epsilon of 10^−12, so that a bound itself is inside. */
export interface AcceptedNumber {
  readonly value: DecimalInput;
  readonly tolerance?: NumericTolerance;
  readonly fraction?: DecimalInput;
}

/** A unit that may follow the number: the number is multiplied by it to reach the unit of the key. */
export interface NumericUnit {
  readonly unit: string;
  readonly multiplier: DecimalInput;
}

export interface NumericSpec extends CommonMarking {
  readonly kind: 'numeric';
  readonly accepted: readonly AcceptedNumber[];
  readonly units?: readonly NumericUnit[];
  /** A number without a unit is wrong. Only with `units`. */
  readonly unitRequired?: boolean;
}

/** One gap: free text, a number, or a choice from a list (cloze). `weight` (default 1) is its share of the marks. */
export type GapSpec = { readonly id: string; readonly weight?: DecimalInput } & (
  | { readonly type: 'text'; readonly accepted: readonly AcceptedText[]; readonly normalise?: TextNormalisation }
  | { readonly type: 'number'; readonly accepted: readonly AcceptedNumber[]; readonly units?: readonly NumericUnit[]; readonly unitRequired?: boolean }
  | { readonly type: 'choice'; readonly options: readonly string[]; readonly correct: readonly string[] });

/** Gaps are marked each by its own key, or (`asSet`, text gaps only) in any order, no key being used twice. */
export interface GapFillSpec extends CommonMarking {
  readonly kind: 'gap-fill';
  readonly gaps: readonly GapSpec[];
  readonly asSet?: boolean;
  /** All gaps right or nothing. */
  readonly allOrNothing?: boolean;
}

/** Each left side belongs to one right side; a right side may serve several left ones or none. */
export interface MatchingSpec extends CommonMarking {
  readonly kind: 'matching';
  readonly pairs: Readonly<Record<string, string>>;
  readonly rights?: readonly string[];
  readonly allOrNothing?: boolean;
}

/** `exact`: 1 for the right order, else 0. `adjacent-pairs`: the share of neighbouring pairs a→b of the key that were kept. */
export interface OrderingSpec extends CommonMarking {
  readonly kind: 'ordering';
  readonly order: readonly string[];
  readonly rule: 'exact' | 'adjacent-pairs';
}

/** Sums its parts, each a question of its own with its own marks. Its `marks` must equal the sum of theirs. */
export interface CompositeSpec extends CommonMarking {
  readonly kind: 'composite';
  readonly parts: readonly { readonly id: string; readonly spec: MarkingSpec }[];
}

/** Marked by a person. */
export interface PersonMarkedSpec extends CommonMarking {
  readonly kind: 'essay' | 'file';
}

export type MarkingSpec =
  | SingleSpec | MultipleSpec | TrueFalseSpec | GapFillSpec | NumericSpec | ShortSpec | MatchingSpec | OrderingSpec | HotTextSpec | CompositeSpec | PersonMarkedSpec;

/**
 * An answer, by kind: single, numeric, short: a text; multiple, hot-text, ordering: a list of ids; true-false: a boolean;
 * gap-fill: text by gap id; matching: right id by left id; composite: a {@link Response} by part id.
 * Null, undefined, blank and empty are *not answered*.
 */
export type Answer = string | boolean | readonly string[] | Readonly<Record<string, unknown>> | null | undefined;

export interface Response {
  readonly answer: Answer;
  /** With certainty-based marking: 1, 2 or 3; 1 when not said. */
  readonly certainty?: 1 | 2 | 3;
  /** Which try this is, from 1. */
  readonly tries?: number;
}

/** `right`: all of it, `wrong`: nothing of it, `partial`: between; a composite with an essay still open *needs a person*. */
export type MarkState = 'right' | 'partial' | 'wrong' | 'not-answered' | 'needs-person';

/** A change made to the fraction after the key was matched. */
export interface MarkAdjustment {
  readonly type: 'negative' | 'certainty' | 'tries';
  /** The wrong fraction, the certainty (1–3) or the try. */
  readonly value: string;
  readonly from: string;
  readonly to: string;
}

/** Why part of a response earned what it earned. */
export interface PartExplanation {
  readonly id: string;
  readonly state: MarkState;
  readonly fraction: string;
  readonly given: string | null;
  readonly matched: string | null;
}

/** Why a response earned its marks, as data: the screen finds the words. */
export interface MarkExplanation {
  /** The scoring rule that applied. */
  readonly rule: string;
  /** The response as it was compared. */
  readonly given: string | readonly string[] | null;
  /** The key that it matched. */
  readonly matched: string | readonly string[] | null;
  readonly parts: readonly PartExplanation[];
  readonly adjustments: readonly MarkAdjustment[];
}

export interface MarkResult {
  readonly state: MarkState;
  /** Exact; 0 to 1, lower with negative, −6 to 3 with certainty-based marking; null when a person must mark it. */
  readonly fraction: Decimal | null;
  /** fraction × marks, rounded as declared; null when a person must mark it. */
  readonly marks: Decimal | null;
  readonly maxMarks: Decimal;
  readonly why: MarkExplanation;
  /** The results of a composite question's parts. */
  readonly parts?: Readonly<Record<string, MarkResult>>;
}

/** What the key alone says about an answer, before negative, certainty-based or retry rules. */
export interface KeyMatch {
  readonly fraction: Decimal;
  readonly rule: string;
  readonly given: string | readonly string[] | null;
  readonly matched: string | readonly string[] | null;
  readonly parts?: readonly PartExplanation[];
}

/** A compiled key: null when the response is not answered. */
export type KeyMatcher = (answer: Answer) => KeyMatch | null;
