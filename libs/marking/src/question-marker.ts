import type { MultipleScoring, QuestionContent, QuestionKey, ResponseBody } from '#lib/contracts';
import { type Answer, type ChoiceRule, compileMarker, type Marker, type MarkingSpec, type MarkResult } from '#lib/rules';

/** How a slot is to be marked: its question version's key and the paper's marks and rule. */
export interface MarkedSlot {
  content: QuestionContent;
  key: QuestionKey;
  marks: string;
  scoring: MultipleScoring;
}

const rules: Record<MultipleScoring, ChoiceRule> = {
  all_or_nothing: { name: 'all-or-nothing' },
  partial_per_right: { name: 'partial', missing: 'proportional' },
  right_minus_wrong: { name: 'right-minus-wrong' },
};

/** Marks a stored response (null: none) to one slot. */
export type SlotMarker = (body: ResponseBody | null) => MarkResult;

/** Makes a slot's key ready once, to mark many responses. @throws RuleInputError for a broken key. */
export function compileSlot({ content, key, marks, scoring }: MarkedSlot): SlotMarker {
  const options = content.options.map(({ id }) => id);
  switch (content.kind) {
    case 'single': return marking({ kind: 'single', marks, options, correct: key.correct }, (chosen) => chosen[0] ?? null);
    case 'multiple': return marking({ kind: 'multiple', marks, options, correct: key.correct, rule: rules[scoring] }, (chosen) => chosen);
    case 'true_false': return marking({ kind: 'true-false', marks, correct: key.correct[0] === 'T' }, (chosen) => (chosen.length === 0 ? null : chosen[0] === 'T'));
  }
}

function marking(spec: MarkingSpec, toAnswer: (chosen: readonly string[]) => Answer): SlotMarker {
  const mark: Marker = compileMarker(spec);
  return (body) => mark({ answer: toAnswer(body?.chosen ?? []) });
}
