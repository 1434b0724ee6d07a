import { useEffect, useRef } from 'react';

/**
 * A formula in LaTeX. The typesetter is loaded when the first one is shown; until then, and when it cannot read the formula,
 * the LaTeX itself stands there. It builds elements and sets their styles as properties: no HTML is set, and the page's policy holds.
 */
export function Formula({ tex, block }: { tex: string; block: boolean }) {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let gone = false;
    void import('./typeset.js').then(({ typeset }) => {
      if (!gone && place.current) typeset(tex, place.current, block);
    }, () => undefined);
    return () => { gone = true; };
  }, [tex, block]);
  return <span key={tex} className={block ? 'formula block' : 'formula'} ref={place}>{tex}</span>;
}
