/** A draw rule as drawing sees it: so many questions of its pool. */
export interface PickRule {
  readonly id: string;
  readonly count: number;
}

/** The questions that each rule may take, by the rule's id. */
export type QuestionPools = Readonly<Record<string, readonly string[]>>;

/** Two questions that may not stand in one form. */
export type ApartPair = readonly [string, string];

/** The questions that each rule got, by the rule's id, in the order of its slots. */
export type PickedQuestions = Readonly<Record<string, readonly string[]>>;

/** Questions that exactly these rules may take, counted. */
export interface QuestionClass {
  readonly rules: readonly string[];
  readonly questions: number;
}

/** How one rule stands when all rules are filled together as well as can be, earlier rules first. */
export interface RuleSupply {
  readonly id: string;
  readonly wanted: number;
  /** The questions that the rule may take at all. */
  readonly found: number;
  /** The most that it could take while every other rule keeps as many as it has; others may give it theirs for different ones. */
  readonly available: number;
  /** What it lacks. */
  readonly short: number;
}

/** Rules that together want more than all their pools together hold: the reason why something is short. */
export interface RuleLack {
  readonly rules: readonly string[];
  readonly wanted: number;
  readonly available: number;
}

/**
 * What the pairs that may not meet do to a blueprint whose rules have enough questions.
 *
 * - `none`: no such pair among the eligible questions
 * - `kept`: a form that keeps every pair apart was found
 * - `impossible`: it is proven that there is none
 * - `unsure`: none was found within the bounds of the search, and none was ruled out
 * - `untried`: rules lack questions even without them
 */
export type ApartFinding = 'none' | 'kept' | 'impossible' | 'unsure' | 'untried';

export interface Feasibility {
  /** Proven: at least one form exists. */
  readonly feasible: boolean;
  readonly rules: readonly RuleSupply[];
  readonly lacking: readonly RuleLack[];
  readonly apart: ApartFinding;
}
