import { useRef, useState, type CSSProperties, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';

export interface Split {
  /** Share of the question, in percent, side by side and stacked. */
  percent: number;
  set: (percent: number) => void;
  style: CSSProperties;
}

const least = 30;
const most = 75;

export function useSplit(): Split {
  const [percent, setPercent] = useState(57);
  const set = (next: number): void => setPercent(Math.min(most, Math.max(least, Math.round(next))));
  return { percent, set, style: { '--q': `${percent}fr`, '--r': `${100 - percent}fr` } as CSSProperties };
}

/** The rule between question and references: drag it, or move it with the arrow keys. */
export function Splitter({ split }: { split: Split }) {
  const { t } = useTranslation('exam');
  const dragging = useRef(false);
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (!dragging.current) return;
    const question = event.currentTarget.parentElement?.previousElementSibling?.getBoundingClientRect();
    const refs = event.currentTarget.parentElement?.getBoundingClientRect();
    if (!question || !refs) return;
    const stacked = refs.top >= question.bottom;
    split.set(stacked ? ((event.clientY - question.top) / (refs.bottom - question.top)) * 100 : ((event.clientX - question.left) / (refs.right - question.left)) * 100);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowLeft: -5, ArrowUp: -5, ArrowRight: 5, ArrowDown: 5 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    split.set(split.percent + by);
  };
  return (
    <div
      className="split" role="separator" tabIndex={0} aria-label={t('question.divider')} aria-valuenow={split.percent} aria-valuemin={least} aria-valuemax={most}
      onPointerDown={(event) => { dragging.current = true; event.currentTarget.setPointerCapture(event.pointerId); }}
      onPointerUp={() => { dragging.current = false; }}
      onPointerMove={onPointerMove} onKeyDown={onKeyDown}
    />
  );
}
