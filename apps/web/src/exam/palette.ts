import { hasAnswer, type CandidateQuestion, type CandidateSection } from '#lib/contracts';
import { bodyOf, slotState, type Outbox } from './outbox.js';

export interface Cell {
  slot: string;
  number: number;
  answered: boolean;
  flagged: boolean;
  /** Not acknowledged yet. */
  waiting: boolean;
}

export interface PaletteCounts {
  questions: number;
  answered: number;
  /** Answered and acknowledged. */
  saved: number;
  open: number;
  flagged: number;
  waiting: number;
}

export function questionsOf(sections: readonly CandidateSection[]): CandidateQuestion[] {
  return sections.flatMap(({ questions }) => questions);
}

export function cellOf(question: { slot: string; number: number }, outbox: Outbox): Cell {
  const body = bodyOf(outbox, question.slot);
  const state = slotState(outbox, question.slot);
  return { slot: question.slot, number: question.number, answered: hasAnswer(body), flagged: Boolean(body.flagged), waiting: state === 'saving' || state === 'kept' };
}

export function countCells(cells: readonly Cell[]): PaletteCounts {
  const count = (test: (cell: Cell) => boolean): number => cells.filter(test).length;
  return {
    questions: cells.length,
    answered: count(({ answered }) => answered),
    saved: count(({ answered, waiting }) => answered && !waiting),
    open: count(({ answered }) => !answered),
    flagged: count(({ flagged }) => flagged),
    waiting: count(({ waiting }) => waiting),
  };
}

/** The option that a key means: 1–9 or A–H by position; -1 for any other key. */
export function optionIndex(key: string): number {
  if (/^[1-9]$/.test(key)) return Number(key) - 1;
  return /^[a-hA-H]$/.test(key) ? key.toUpperCase().charCodeAt(0) - 65 : -1;
}
