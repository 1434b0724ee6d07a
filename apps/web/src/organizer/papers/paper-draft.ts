import { Decimal } from '#lib/kernel';
import type { MultipleScoring, PaperView, QuestionKind, QuestionListItem, Title, WritePaper } from '#lib/contracts';

export interface DraftSlot {
  slot: string;
  questionVersionId: string;
  marks: string;
  scoring: MultipleScoring;
  kind: QuestionKind;
  excerpt: string;
  code: string;
}

export interface DraftSection {
  key: string;
  title: Title;
  instructions: Title | null;
  slots: DraftSlot[];
}

export interface PaperDraft {
  orgUnitId: string;
  title: Title;
  sections: DraftSection[];
  shuffleQuestions: boolean;
  shuffleOptions: boolean;
}

export interface Place {
  section: number;
  slot: number;
}

const usualMarks: Record<QuestionKind, string> = { single: '2', multiple: '3', true_false: '1' };
const marksPattern = /^\d{1,4}(\.\d{1,4})?$/;

export const emptyDraft: PaperDraft = { orgUnitId: '', title: { zh: '' }, sections: [], shuffleQuestions: true, shuffleOptions: true };

export function draftOf(view: PaperView): PaperDraft {
  const { orgUnit, title, shuffleQuestions, shuffleOptions } = view;
  const sections = view.sections.map((section, index) => ({
    key: `s${index}`, title: section.title, instructions: section.instructions ?? null,
    slots: section.slots.map(({ slot, questionVersionId, marks, scoring, kind, excerpt, code }) => ({ slot, questionVersionId, marks, scoring, kind, excerpt, code })),
  }));
  return { orgUnitId: orgUnit.id, title, sections, shuffleQuestions, shuffleOptions };
}

export function toWritePaper(draft: PaperDraft): WritePaper {
  return {
    ...draft,
    sections: draft.sections.map(({ title, instructions, slots }) => ({
      title, ...(instructions?.zh && { instructions }),
      slots: slots.map(({ slot, questionVersionId, marks, scoring }) => ({ slot, questionVersionId, marks, scoring })),
    })),
  };
}

/** Puts questions behind those of their own kind, in a section per kind. A question that is there already is left out. */
export function withQuestions(draft: PaperDraft, questions: QuestionListItem[], titleOf: (kind: QuestionKind) => Title): PaperDraft {
  const present = new Set(draft.sections.flatMap(({ slots }) => slots.map(({ questionVersionId }) => questionVersionId)));
  const sections = draft.sections.map((section) => ({ ...section, slots: [...section.slots] }));
  let number = nextNumber(draft);
  for (const { versionId, kind, excerpt, code } of questions) {
    if (present.has(versionId)) continue;
    present.add(versionId);
    let section = sections.find(({ slots }) => slots.length > 0 && slots.every((slot) => slot.kind === kind));
    if (!section) {
      section = { key: `n${number}`, title: titleOf(kind), instructions: null, slots: [] };
      sections.push(section);
    }
    const like = section.slots.at(-1);
    section.slots.push({ slot: `q${number++}`, questionVersionId: versionId, marks: like?.marks ?? usualMarks[kind], scoring: like?.scoring ?? 'all_or_nothing', kind, excerpt, code });
  }
  return { ...draft, sections };
}

function nextNumber({ sections }: PaperDraft): number {
  const used = sections.flatMap(({ slots }) => slots.map(({ slot }) => Number(/^q(\d+)$/.exec(slot)?.[1] ?? 0)));
  return Math.max(0, ...used) + 1;
}

/** Moves a question before the one at `to`; a place behind the last one is the end of the section. */
export function moved(draft: PaperDraft, from: Place, to: Place): PaperDraft {
  const sections = draft.sections.map((section) => ({ ...section, slots: [...section.slots] }));
  const [slot] = sections[from.section]?.slots.splice(from.slot, 1) ?? [];
  if (!slot) return draft;
  const shift = from.section === to.section && from.slot < to.slot ? 1 : 0;
  sections[to.section]?.slots.splice(to.slot - shift, 0, slot);
  return { ...draft, sections };
}

/** The place one step up or down, over the edge of a section into the next; null at the ends of the paper. */
export function stepFrom({ sections }: PaperDraft, { section, slot }: Place, by: -1 | 1): Place | null {
  const length = sections[section]?.slots.length ?? 0;
  if (by === -1) return slot > 0 ? { section, slot: slot - 1 } : section > 0 ? { section: section - 1, slot: sections[section - 1]?.slots.length ?? 0 } : null;
  return slot < length - 1 ? { section, slot: slot + 2 } : section < sections.length - 1 ? { section: section + 1, slot: 0 } : null;
}

export function isMarks(text: string): boolean {
  return marksPattern.test(text) && Number(text) > 0;
}

/** The sum of the marks that are well formed. */
export function sumOfMarks(slots: readonly DraftSlot[]): string {
  return Decimal.sum(slots.map(({ marks }) => marks).filter(isMarks)).toString();
}

export function slotsOf({ sections }: PaperDraft): DraftSlot[] {
  return sections.flatMap(({ slots }) => slots);
}
