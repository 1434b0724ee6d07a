import { SeededRandom, sha256Hex } from '#lib/kernel';
import type { PaperStructure } from '#lib/question-bank';

/** What drawing knows of a question: never its key. */
export interface PoolQuestion {
  kind: string;
  options: readonly { id: string; keepLast?: boolean }[];
}

/** The concrete paper of one attempt: everything needed to show it again, byte for byte. */
export interface FormContent {
  schemaVersion: 1;
  /** Raised whenever the same seed would give another form. */
  drawer: 1;
  seed: string;
  /** Digest of the frozen paper version it was drawn from. */
  pool: string;
  sections: { questions: FormQuestion[] }[];
}

export interface FormQuestion {
  slot: string;
  versionId: string;
  kind: string;
  /** Ids in the order shown. */
  options: string[];
}

/** The seed of one candidate's form: nobody can tell it from another's. */
export function formSeed(examSeed: string, candidateId: string): string {
  return sha256Hex(`${examSeed}|${candidateId}`).slice(0, 32);
}

/**
 * Draws a form from a frozen paper. Questions are shuffled within their section, options within their question, as the paper
 * allows; options that must stay last stay there in their own order, and true/false is never turned round.
 * The same arguments give the same form, whenever it is drawn.
 *
 * @throws RangeError when the pool lacks a question of the paper.
 */
export function drawForm(paper: PaperStructure, digest: string, pool: ReadonlyMap<string, PoolQuestion>, seed: string): FormContent {
  const random = new SeededRandom(seed);
  const sections = paper.sections.map(({ slots }) => {
    const ordered = paper.shuffleQuestions ? random.shuffle(slots) : [...slots];
    return {
      questions: ordered.map(({ slot, questionVersionId: versionId }) => {
        const question = pool.get(versionId);
        if (!question) throw new RangeError(`The pool has no question version ${versionId}`);
        return { slot, versionId, kind: question.kind, options: orderOptions(question, paper.shuffleOptions, random) };
      }),
    };
  });
  return { schemaVersion: 1, drawer: 1, seed, pool: digest, sections };
}

function orderOptions({ kind, options }: PoolQuestion, shuffle: boolean, random: SeededRandom): string[] {
  if (!shuffle || kind === 'true_false') return options.map(({ id }) => id);
  const moving = options.filter(({ keepLast }) => !keepLast);
  const last = options.filter(({ keepLast }) => keepLast);
  return [...random.shuffle(moving), ...last].map(({ id }) => id);
}
