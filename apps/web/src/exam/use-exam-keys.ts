import { useEffect } from 'react';
import type { CandidateQuestion, ResponseBody } from '#lib/contracts';
import { toggleOption } from '../question/options.js';
import { optionIndex } from './palette.js';

interface ExamKeys {
  enabled: boolean;
  question: CandidateQuestion | undefined;
  body: ResponseBody | undefined;
  onMove: (by: number) => void;
  onAnswer: (body: ResponseBody) => void;
}

/** J and K move, 1–9 and A–H choose. Nothing happens while text is being typed or a modifier is held. */
export function useExamKeys({ enabled, question, body, onMove, onAnswer }: ExamKeys): void {
  useEffect(() => {
    if (!enabled) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      if (key === 'j') onMove(1);
      else if (key === 'k') onMove(-1);
      else if (question && body) {
        const option = 'options' in question ? question.options[optionIndex(event.key)] : undefined;
        if (!option) return;
        onAnswer({ ...body, chosen: toggleOption(question.kind === 'multiple' ? 'multiple' : 'single', body.chosen ?? [], option.id) });
      } else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox');
}
