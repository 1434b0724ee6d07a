import { useEffect, useState } from 'react';
import type { CandidateQuestion } from '#lib/contracts';

type RareFields = typeof import('./rare-fields.js');

const rare: readonly string[] = ['essay', 'matching', 'ordering', 'file'];
const retryMs = 2_000;
let loaded: RareFields | null = null;

/** Loads the fields of the rarer kinds. */
export async function loadRareFields(): Promise<void> {
  loaded ??= await import('./rare-fields.js');
}

/** Whether one of the questions, or a part of one, needs them. */
export function needsRareFields(questions: readonly CandidateQuestion[]): boolean {
  return questions.some((question) => rare.includes(question.kind) || (question.kind === 'composite' && question.parts.some(({ kind }) => rare.includes(kind))));
}

/** Null until they are there; a network that fails is tried again. */
export function useRareFields(): RareFields | null {
  const [fields, setFields] = useState(loaded);
  useEffect(() => {
    if (fields) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const load = (): void => void loadRareFields().then(() => setFields(loaded), () => { timer = setTimeout(load, retryMs); });
    load();
    return () => clearTimeout(timer);
  }, [fields]);
  return fields;
}
