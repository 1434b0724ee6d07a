import type { MultipleScoring, QuestionKind, Title, WritePaper } from '#lib/contracts';
import { Decimal, sha256Hex } from '#lib/kernel';

/** A slot of a frozen paper: exactly this version, these marks. */
export interface FrozenSlot {
  slot: string;
  questionVersionId: string;
  kind: QuestionKind;
  marks: string;
  scoring: MultipleScoring;
}

/** A published paper. `schemaVersion` tells later readers (drawn slots, per-section shuffles) what they have before them. */
export interface PaperStructure {
  schemaVersion: 1;
  shuffleQuestions: boolean;
  shuffleOptions: boolean;
  sections: { title: Title; instructions: Title | null; slots: FrozenSlot[] }[];
}

/** What is stored of a draft. */
export type PaperDraft = Pick<WritePaper, 'sections' | 'shuffleQuestions' | 'shuffleOptions'>;

/** The number of questions and the sum of their marks, exact. */
export function totalOf(sections: readonly { slots: readonly { marks: string }[] }[]): { questions: number; totalMarks: string } {
  const marks = sections.flatMap(({ slots }) => slots.map((slot) => slot.marks));
  return { questions: marks.length, totalMarks: Decimal.sum(marks).toString() };
}

/** Freezes a draft: the same draft with the same versions always gives the same digest. */
export function freezePaper(draft: PaperDraft, kindOf: ReadonlyMap<string, QuestionKind>): { structure: PaperStructure; digest: Buffer } {
  const structure: PaperStructure = {
    schemaVersion: 1,
    shuffleQuestions: draft.shuffleQuestions,
    shuffleOptions: draft.shuffleOptions,
    sections: draft.sections.map(({ title, instructions, slots }) => ({
      title,
      instructions: instructions ?? null,
      slots: slots.map(({ slot, questionVersionId, marks, scoring }) => ({ slot, questionVersionId, kind: required(kindOf, questionVersionId), marks: Decimal.of(marks).toString(), scoring })),
    })),
  };
  return { structure, digest: Buffer.from(sha256Hex(JSON.stringify(structure)), 'hex') };
}

/** Slot names used twice, and versions used twice: a paper has each once. */
export function repeatedSlots(draft: PaperDraft): { path: string; code: string }[] {
  const seen = new Set<string>();
  return draft.sections.flatMap(({ slots }, section) => slots.flatMap((slot, index) => (['slot', 'questionVersionId'] as const).flatMap((field) => {
    const key = `${field}:${slot[field]}`;
    const repeated = seen.has(key);
    seen.add(key);
    return repeated ? [{ path: `sections.${section}.slots.${index}.${field}`, code: `${field}.repeated` }] : [];
  })));
}

function required(kindOf: ReadonlyMap<string, QuestionKind>, id: string): QuestionKind {
  const kind = kindOf.get(id);
  if (!kind) throw new RangeError(`No kind for the version ${id}`);
  return kind;
}
