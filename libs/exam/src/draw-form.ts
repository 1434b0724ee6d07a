import type { FileKind, MultipleScoring, QuestionContent, QuestionKind } from '#lib/contracts';
import { SeededRandom, sha256Hex } from '#lib/kernel';
import { drawOrders, type FrozenSection, type PaperStructure, type PlacedQuestion, ruleSlots } from '#lib/question-bank';

/** The concrete paper of one attempt: everything needed to show it again, byte for byte, and to mark it. */
export interface FormContent {
  schemaVersion: 2;
  /** Raised whenever the same seed would give another form. */
  drawer: 2;
  seed: string;
  /** Digest of the frozen paper version it was drawn from. */
  pool: string;
  sections: { questions: FormQuestion[] }[];
}

/** What a response to a part, or to the whole, may hold is told by its kind and a limit: characters of a text, or files and what they may be. */
interface AnswerLimit {
  kind: QuestionKind;
  limit?: number;
  files?: FileLimit;
}

export interface FileLimit {
  accept: FileKind[];
  maxBytes: number;
}

export interface FormQuestion extends PlacedQuestion, AnswerLimit {
  versionId: string;
  /** The parts of a composite question in their order. */
  parts?: AnswerLimit[];
}

/** A form of the first version: option ids in the order shown, which were the author's own; marks stood in the paper alone. */
interface FirstForm {
  schemaVersion: 1;
  seed: string;
  pool: string;
  sections: { questions: { slot: string; versionId: string; kind: QuestionKind; options: string[] }[] }[];
}

/** A form as it is stored, of whichever version. */
export type StoredForm = FormContent | FirstForm;

/** The longest text that any response may be, in characters. */
export const longestText = 20_000;
const longestGap = 500;
const longestNumber = 100;

/** The seed of one candidate's form: nobody can tell it from another's. */
export function formSeed(examSeed: string, candidateId: string): string {
  return sha256Hex(`${examSeed}|${candidateId}`).slice(0, 32);
}

/**
 * Draws a form from a frozen paper. Questions are shuffled within their section, options within their question, as the section or else the paper
 * allows; what must stay last stays there, and true/false is never turned round. No key is looked at.
 * The same arguments give the same form, whenever it is drawn.
 *
 * @param chosen the version picked for each slot of a draw rule, by slot; fixed slots are in the paper.
 * @throws RangeError when the pool lacks a question of the paper, or a drawn slot its version.
 */
export function drawForm(paper: PaperStructure, digest: string, chosen: ReadonlyMap<string, string>, pool: ReadonlyMap<string, QuestionContent>, seed: string): FormContent {
  const random = new SeededRandom(seed);
  const sections = paper.sections.map((section) => {
    const slots = slotsOf(section, chosen);
    const ordered = section.shuffleQuestions ?? paper.shuffleQuestions ? random.shuffle(slots) : slots;
    return { questions: ordered.map((slot) => drawQuestion(slot, pool, section.shuffleOptions ?? paper.shuffleOptions, random)) };
  });
  return { schemaVersion: 2, drawer: 2, seed, pool: digest, sections };
}

interface FilledSlot {
  slot: string;
  versionId: string;
  marks: string;
  scoring: MultipleScoring;
}

function slotsOf({ slots, rules = [] }: FrozenSection, chosen: ReadonlyMap<string, string>): FilledSlot[] {
  const drawn = rules.flatMap((rule) => ruleSlots(rule).map((slot) => {
    const versionId = chosen.get(slot);
    if (!versionId) throw new RangeError(`No version was chosen for the slot ${slot}`);
    return { slot, versionId, marks: rule.marks, scoring: rule.scoring };
  }));
  return [...slots.map(({ slot, questionVersionId: versionId, marks, scoring }) => ({ slot, versionId, marks, scoring })), ...drawn];
}

function drawQuestion({ slot, versionId, marks, scoring }: FilledSlot, pool: ReadonlyMap<string, QuestionContent>, shuffle: boolean, random: SeededRandom): FormQuestion {
  const content = pool.get(versionId);
  if (!content) throw new RangeError(`The pool has no question version ${versionId}`);
  return {
    slot, versionId, marks, scoring, ...answerLimit(content), orders: drawOrders(content, shuffle, random),
    ...(content.kind === 'composite' ? { parts: content.parts.map((part) => answerLimit(part.content)) } : {}),
  };
}

function answerLimit(content: QuestionContent): AnswerLimit {
  const { kind } = content;
  switch (kind) {
    case 'gap_fill': return { kind, limit: longestGap };
    case 'numeric': return { kind, limit: longestNumber };
    case 'short': return { kind, limit: Math.min(content.maxLength ?? 500, longestText) };
    // What is too long is told on the screen; refusing to save it would lose it.
    case 'essay': return { kind, limit: longestText };
    case 'file': return { kind, limit: content.maxFiles, files: { accept: content.accept, maxBytes: content.maxBytes } };
    default: return { kind };
  }
}

/** A stored form as today's code reads it. `paper` tells the marks of a form of the first version; without it they are unknown, and 0. */
export function readForm(stored: StoredForm, paper?: PaperStructure): FormContent {
  if (stored.schemaVersion === 2) return stored;
  const slots = new Map(paper?.sections.flatMap((section) => section.slots).map((slot) => [slot.slot, slot]));
  const upgrade = ({ slot, versionId, kind, options }: FirstForm['sections'][number]['questions'][number]): FormQuestion => ({
    slot, versionId, kind, marks: slots.get(slot)?.marks ?? '0', scoring: slots.get(slot)?.scoring ?? 'all_or_nothing', orders: { '': options }, authorIds: true,
  });
  return { schemaVersion: 2, drawer: 2, seed: stored.seed, pool: stored.pool, sections: stored.sections.map(({ questions }) => ({ questions: questions.map(upgrade) })) };
}

/** The slots of a form in the order the candidate met them, from 1. */
export function numberSlots(form: StoredForm): Map<string, number> {
  return new Map(form.sections.flatMap(({ questions }) => questions.map(({ slot }) => slot)).map((slot, index) => [slot, index + 1]));
}
