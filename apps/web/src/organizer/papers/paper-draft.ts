import { Decimal } from '#lib/kernel';
import type { DrawRule, Id, MultipleScoring, PaperView, QuestionKind, QuestionListItem, Title, WritePaper } from '#lib/contracts';

export interface DraftSlot {
  slot: string;
  questionVersionId: string;
  questionId: Id | null;
  marks: string;
  scoring: MultipleScoring;
  kind: QuestionKind;
  excerpt: string;
  code: string;
}

/** Undefined shufflings are the paper's. */
export interface DraftSection {
  key: string;
  title: Title;
  instructions: Title | null;
  slots: DraftSlot[];
  rules: DrawRule[];
  shuffleQuestions?: boolean | undefined;
  shuffleOptions?: boolean | undefined;
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

const usualMarks: Record<QuestionKind, string> = {
  single: '2', multiple: '3', true_false: '1', gap_fill: '2', numeric: '3', short: '5', matching: '4', ordering: '4', cloze: '5', composite: '10', essay: '20', file: '20',
};
const marksPattern = /^\d{1,4}(\.\d{1,4})?$/;
const mostOfARule = 200;

export const emptyDraft: PaperDraft = { orgUnitId: '', title: { zh: '' }, sections: [], shuffleQuestions: true, shuffleOptions: true };

export function draftOf(view: PaperView): PaperDraft {
  const { orgUnit, title, shuffleQuestions, shuffleOptions } = view;
  const sections = view.sections.map((section, index): DraftSection => ({
    key: `s${index}`, title: section.title, instructions: section.instructions ?? null, rules: section.rules ?? [],
    slots: section.slots.map(({ slot, questionVersionId, questionId, marks, scoring, kind, excerpt, code }) => ({ slot, questionVersionId, questionId, marks, scoring, kind, excerpt, code })),
    ...(section.shuffleQuestions === undefined ? {} : { shuffleQuestions: section.shuffleQuestions }), ...(section.shuffleOptions === undefined ? {} : { shuffleOptions: section.shuffleOptions }),
  }));
  return { orgUnitId: orgUnit.id, title, sections, shuffleQuestions, shuffleOptions };
}

export function toWritePaper(draft: PaperDraft): WritePaper {
  return {
    ...draft,
    sections: draft.sections.map(({ title, instructions, slots, rules, shuffleQuestions, shuffleOptions }) => ({
      title, ...(instructions?.zh && { instructions }),
      slots: slots.map(({ slot, questionVersionId, marks, scoring }) => ({ slot, questionVersionId, marks, scoring })),
      ...(rules.length > 0 && { rules }), ...(shuffleQuestions !== undefined && { shuffleQuestions }), ...(shuffleOptions !== undefined && { shuffleOptions }),
    })),
  };
}

/** Puts questions behind those of their own kind, in a section per kind. A question that is there already is left out. */
export function withQuestions(draft: PaperDraft, questions: QuestionListItem[], titleOf: (kind: QuestionKind) => Title): PaperDraft {
  const present = new Set(draft.sections.flatMap(({ slots }) => slots.map(({ questionVersionId }) => questionVersionId)));
  const sections = draft.sections.map((section) => ({ ...section, slots: [...section.slots] }));
  let number = nextNumber(draft);
  for (const { id, versionId, kind, excerpt, code } of questions) {
    if (present.has(versionId)) continue;
    present.add(versionId);
    let section = sections.find(({ slots }) => slots.length > 0 && slots.every((slot) => slot.kind === kind));
    if (!section) {
      section = { key: `n${number}`, title: titleOf(kind), instructions: null, slots: [], rules: [] };
      sections.push(section);
    }
    const like = section.slots.at(-1);
    section.slots.push({ slot: `q${number++}`, questionVersionId: versionId, questionId: id, marks: like?.marks ?? usualMarks[kind], scoring: like?.scoring ?? 'all_or_nothing', kind, excerpt, code });
  }
  return { ...draft, sections };
}

function nextNumber({ sections }: PaperDraft): number {
  const used = sections.flatMap(({ slots }) => slots.map(({ slot }) => Number(/^q(\d+)$/.exec(slot)?.[1] ?? 0)));
  return Math.max(0, ...used) + 1;
}

/** A draw rule behind those of a section, or in a section of its own when there is none. */
export function withRule(draft: PaperDraft, section: number | null, title: Title): PaperDraft {
  const used = rulesOf(draft).map(({ id }) => Number(/^r(\d+)$/.exec(id)?.[1] ?? 0));
  const id = `r${Math.max(0, ...used) + 1}`;
  const like = section === null ? undefined : draft.sections[section]?.rules.at(-1);
  const rule: DrawRule = { id, count: like?.count ?? 5, marks: like?.marks ?? '2', scoring: like?.scoring ?? 'all_or_nothing', filter: {} };
  if (section === null) return { ...draft, sections: [...draft.sections, { key: `n${id}`, title, instructions: null, slots: [], rules: [rule] }] };
  return { ...draft, sections: draft.sections.map((before, at) => (at === section ? { ...before, rules: [...before.rules, rule] } : before)) };
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

/** Moves a question to where another one is, as a drag leaves it; `over` is a slot, or the key of a section for its end. */
export function dropped(draft: PaperDraft, slot: string, over: string): PaperDraft {
  const from = placeOf(draft, slot);
  const to = placeOf(draft, over);
  const end = draft.sections.findIndex(({ key }) => key === over);
  if (!from || slot === over) return draft;
  if (!to) return end < 0 ? draft : moved(draft, from, { section: end, slot: draft.sections[end]?.slots.length ?? 0 });
  const behind = from.section === to.section && from.slot < to.slot ? 1 : 0;
  return moved(draft, from, { section: to.section, slot: to.slot + behind });
}

export function placeOf({ sections }: PaperDraft, slot: string): Place | null {
  for (const [section, { slots }] of sections.entries()) {
    const at = slots.findIndex((one) => one.slot === slot);
    if (at >= 0) return { section, slot: at };
  }
  return null;
}

/** A section one place up or down. */
export function movedSection(draft: PaperDraft, from: number, by: -1 | 1): PaperDraft {
  const sections = [...draft.sections];
  const [section] = sections.splice(from, 1);
  if (section) sections.splice(from + by, 0, section);
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

export function isCount(count: number): boolean {
  return Number.isInteger(count) && count >= 1 && count <= mostOfARule;
}

/** The sum of the marks that are well formed. */
export function sumOfMarks(slots: readonly Pick<DraftSlot, 'marks'>[], rules: readonly Pick<DrawRule, 'count' | 'marks'>[] = []): string {
  return Decimal.sum([
    ...slots.map(({ marks }) => marks).filter(isMarks), ...rules.filter(({ marks, count }) => isMarks(marks) && isCount(count)).map(({ marks, count }) => Decimal.of(marks).mul(count)),
  ]).toString();
}

export function questionsIn(sections: readonly Pick<DraftSection, 'slots' | 'rules'>[]): number {
  return sections.reduce((sum, { slots, rules }) => sum + slots.length + rules.reduce((drawn, { count }) => drawn + (isCount(count) ? count : 0), 0), 0);
}

export function slotsOf({ sections }: PaperDraft): DraftSlot[] {
  return sections.flatMap(({ slots }) => slots);
}

export function rulesOf({ sections }: PaperDraft): DrawRule[] {
  return sections.flatMap(({ rules }) => rules);
}

/** How many marks and counts are not well formed. */
export function countWrong(draft: PaperDraft): number {
  return slotsOf(draft).filter(({ marks }) => !isMarks(marks)).length + rulesOf(draft).filter(({ marks, count }) => !isMarks(marks) || !isCount(count)).length;
}
