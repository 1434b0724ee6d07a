import type { DrawFilter, MultipleScoring, QuestionKind, Title, WritePaper } from '#lib/contracts';
import { Decimal, sha256Hex } from '#lib/kernel';
import type { FrozenPools } from './blueprint-pools.js';

/** A slot of a frozen paper: exactly this version, these marks. */
export interface FrozenSlot {
  slot: string;
  questionVersionId: string;
  kind: QuestionKind;
  marks: string;
  scoring: MultipleScoring;
}

/** A draw rule of a frozen paper. Its pool is `paper_pool`; its slots are called as `ruleSlots` says. */
export interface FrozenRule {
  id: string;
  count: number;
  marks: string;
  scoring: MultipleScoring;
  /** By what the pool was found: for the record, nothing reads it again. */
  filter?: DrawFilter;
}

/** Fixed slots first, then what the rules draw. A section's shuffling wins over the paper's. */
export interface FrozenSection {
  title: Title;
  instructions: Title | null;
  slots: FrozenSlot[];
  /** From schema version 2. */
  rules?: FrozenRule[];
  shuffleQuestions?: boolean;
  shuffleOptions?: boolean;
}

/** A published paper. `schemaVersion` 1 has fixed slots alone; 2 may have rules and a shuffling of its own per section. */
export interface PaperStructure {
  schemaVersion: 1 | 2;
  shuffleQuestions: boolean;
  shuffleOptions: boolean;
  sections: FrozenSection[];
}

/** What is stored of a draft. */
export type PaperDraft = Pick<WritePaper, 'sections' | 'shuffleQuestions' | 'shuffleOptions'>;

/** The names of a rule's slots, `<id>-1` to `<id>-<count>`. */
export function ruleSlots({ id, count }: Pick<FrozenRule, 'id' | 'count'>): string[] {
  return Array.from({ length: count }, (_, index) => `${id}-${index + 1}`);
}

/** The number of questions and the sum of their marks, exact. */
export function totalOf(sections: readonly { slots: readonly { marks: string }[]; rules?: readonly { count: number; marks: string }[] }[]): { questions: number; totalMarks: string } {
  const questions = sections.reduce((sum, { slots, rules = [] }) => sum + slots.length + rules.reduce((drawn, { count }) => drawn + count, 0), 0);
  const marks = sections.flatMap(({ slots, rules = [] }) => [...slots.map((slot) => Decimal.of(slot.marks)), ...rules.map((rule) => Decimal.of(rule.marks).mul(rule.count))]);
  return { questions, totalMarks: Decimal.sum(marks).toString() };
}

/** Freezes a draft with its pools: the same draft with the same versions and pools always gives the same digest. */
export function freezePaper(draft: PaperDraft, kindOf: ReadonlyMap<string, QuestionKind>, { pools, apart }: FrozenPools): { structure: PaperStructure; digest: Buffer } {
  const structure: PaperStructure = {
    schemaVersion: 2,
    shuffleQuestions: draft.shuffleQuestions,
    shuffleOptions: draft.shuffleOptions,
    sections: draft.sections.map(({ title, instructions, slots, rules, shuffleQuestions, shuffleOptions }) => ({
      title,
      instructions: instructions ?? null,
      slots: slots.map(({ slot, questionVersionId, marks, scoring }) => ({ slot, questionVersionId, kind: required(kindOf, questionVersionId), marks: Decimal.of(marks).toString(), scoring })),
      ...(rules && rules.length > 0 ? { rules: rules.map(({ id, count, marks, scoring, filter }) => ({ id, count, marks: Decimal.of(marks).toString(), scoring, filter })) } : {}),
      ...(shuffleQuestions === undefined ? {} : { shuffleQuestions }),
      ...(shuffleOptions === undefined ? {} : { shuffleOptions }),
    })),
  };
  return { structure, digest: Buffer.from(sha256Hex(JSON.stringify([structure, pools, apart])), 'hex') };
}

/** Slot names used twice, by fixed slots or by a rule's, and versions used twice: a paper has each once. */
export function repeatedSlots(draft: PaperDraft): { path: string; code: string }[] {
  const seen = new Set<string>();
  const once = (key: string, path: string, code: string): { path: string; code: string }[] => {
    const repeated = seen.has(key);
    seen.add(key);
    return repeated ? [{ path, code }] : [];
  };
  return draft.sections.flatMap(({ slots, rules = [] }, section) => [
    ...slots.flatMap((slot, index) => (['slot', 'questionVersionId'] as const).flatMap((field) => once(`${field}:${slot[field]}`, `sections.${section}.slots.${index}.${field}`, `${field}.repeated`))),
    ...rules.flatMap((rule, index) => ruleSlots(rule).flatMap((slot) => once(`slot:${slot}`, `sections.${section}.rules.${index}.id`, 'slot.repeated')).slice(0, 1)),
  ]);
}

function required(kindOf: ReadonlyMap<string, QuestionKind>, id: string): QuestionKind {
  const kind = kindOf.get(id);
  if (!kind) throw new RangeError(`No kind for the version ${id}`);
  return kind;
}
