import type { GapFillKey, MultipleScoring, QuestionContent, QuestionKey, ResponseBody, SimpleContent, SimpleKey } from '#lib/contracts';
import { Decimal } from '#lib/kernel';
import { type AcceptedNumber, type Answer, type ChoiceRule, compileMarker, type GapSpec, type MarkingSpec, type MarkResult, type TextNormalisation } from '#lib/rules';

/** How a question is to be marked: its version's content and key, and the paper's marks and rule. */
export interface MarkedQuestion {
  content: QuestionContent;
  key: QuestionKey;
  marks: string;
  scoring: MultipleScoring;
}

/** A response in the author's ids; null: none. */
export type AuthorBody = Omit<ResponseBody, 'flagged'> | null;

/** Marks a response that is given in the author's ids. */
export type QuestionMarker = (body: AuthorBody) => MarkResult;

const choiceRules: Record<MultipleScoring, ChoiceRule> = {
  all_or_nothing: { name: 'all-or-nothing' },
  partial_per_right: { name: 'partial', missing: 'proportional' },
  right_minus_wrong: { name: 'right-minus-wrong' },
};

/**
 * Makes a question's key ready once, to mark many responses. The parts of a composite question share out its marks in the proportion of
 * their own; the whole is rounded once, so that no part's rounding is carried into it. Essays and files *need a person*.
 * @throws RuleInputError for a broken key.
 */
export function compileQuestion({ content, key, marks, scoring }: MarkedQuestion): QuestionMarker {
  if (content.kind === 'composite' && key.kind === 'composite') return compileComposite(content.parts, key.parts, Decimal.of(marks));
  const mark = compileMarker(toSpec(content as SimpleContent, key as SimpleKey, marks, scoring));
  return (body) => mark({ answer: toAnswer(content, body) });
}

function compileComposite(parts: Extract<QuestionContent, { kind: 'composite' }>['parts'], keys: Readonly<Record<string, SimpleKey>>, marks: Decimal): QuestionMarker {
  const whole = Decimal.sum(parts.map((part) => part.marks));
  const shares = parts.map((part) => (whole.isZero() ? Decimal.zero : marks.mul(part.marks).div(whole)));
  const specs = parts.map(({ id, scoring, content }, index) => ({ id, spec: { ...toSpec(content, keys[id], '0', scoring ?? 'all_or_nothing'), marks: shares[index] } }));
  const mark = compileMarker({ kind: 'composite', marks: whole.isZero() ? Decimal.zero : marks, parts: specs });
  return (body) => {
    const given = Object.fromEntries(parts.map(({ id, content }) => [id, { answer: toAnswer(content, body?.parts?.[id] ?? null) }]));
    const result = mark({ answer: given });
    if (result.marks === null) return result;
    const earned = Decimal.sum(parts.map(({ id }, index) => (result.parts?.[id]?.fraction ?? Decimal.zero).mul(shares[index])));
    return { ...result, fraction: marks.isZero() ? Decimal.zero : earned.div(marks), marks: earned.round(4, 'half-up') };
  };
}

function toSpec(content: SimpleContent, key: SimpleKey, marks: string, scoring: MultipleScoring): MarkingSpec {
  switch (key.kind) {
    case 'single': return { kind: 'single', marks, options: idsOf(content), correct: key.correct };
    case 'multiple': return { kind: 'multiple', marks, options: idsOf(content), correct: key.correct, rule: choiceRules[scoring] };
    case 'true_false': return { kind: 'true-false', marks, correct: key.correct[0] === 'T' };
    case 'gap_fill': return { kind: 'gap-fill', marks, gaps: gapIds(content).map((id) => toGap(id, key)), ...flags(key) };
    case 'cloze': return { kind: 'gap-fill', marks, gaps: clozeGaps(content, key.gaps), ...flags(key) };
    case 'numeric': return { kind: 'numeric', marks, accepted: key.numbers, ...units(key) };
    case 'short': return { kind: 'short', marks, accepted: key.texts, normalise: key.compare as TextNormalisation | undefined };
    case 'matching': return { kind: 'matching', marks, pairs: key.pairs, rights: content.kind === 'matching' ? content.rights.map(({ id }) => id) : [], allOrNothing: key.allOrNothing ?? false };
    case 'ordering': return { kind: 'ordering', marks, order: key.order, rule: key.rule === 'exact' ? 'exact' : 'adjacent-pairs' };
    case 'essay':
    case 'file': return { kind: key.kind, marks };
  }
}

function idsOf(content: SimpleContent): string[] {
  return 'options' in content ? content.options.map(({ id }) => id) : [];
}

function gapIds(content: SimpleContent): string[] {
  return 'gaps' in content ? content.gaps.map(({ id }) => id) : [];
}

function toGap(id: string, { gaps, compare }: GapFillKey): GapSpec {
  const gap = gaps[id];
  if (gap && 'numbers' in gap) return { id, type: 'number', accepted: gap.numbers as AcceptedNumber[], ...units(gap) };
  return { id, type: 'text', accepted: gap?.texts ?? [], normalise: compare as TextNormalisation | undefined };
}

function clozeGaps(content: SimpleContent, keys: Readonly<Record<string, string[]>>): GapSpec[] {
  return content.kind === 'cloze' ? content.gaps.map(({ id, options }) => ({ id, type: 'choice', options: options.map((option) => option.id), correct: keys[id] ?? [] })) : [];
}

function flags({ asSet, allOrNothing }: { asSet?: boolean; allOrNothing?: boolean }): { asSet: boolean; allOrNothing: boolean } {
  return { asSet: asSet ?? false, allOrNothing: allOrNothing ?? false };
}

function units({ units: list, unitRequired }: { units?: readonly { unit: string; multiplier: string }[]; unitRequired?: boolean }): { units?: readonly { unit: string; multiplier: string }[]; unitRequired?: boolean } {
  return list && list.length > 0 ? { units: list, unitRequired: unitRequired ?? false } : {};
}

function toAnswer({ kind }: QuestionContent, body: AuthorBody): Answer {
  switch (kind) {
    case 'single': return body?.chosen?.[0] ?? null;
    case 'true_false': return body?.chosen?.length ? body.chosen[0] === 'T' : null;
    case 'multiple':
    case 'ordering': return body?.chosen ?? null;
    case 'numeric':
    case 'short':
    case 'essay': return body?.text ?? null;
    case 'gap_fill':
    case 'cloze':
    case 'matching': return body?.gaps ?? null;
    case 'file': return body?.files ?? null;
    case 'composite': return null;
  }
}
