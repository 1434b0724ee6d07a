import katex from 'katex';
import 'katex/dist/katex.min.css';

/** Sets a formula into an element. A formula that cannot be read stays as it was written. */
export function typeset(tex: string, place: HTMLElement, block: boolean): void {
  try {
    katex.render(tex, place, { displayMode: block, throwOnError: true, strict: 'ignore', trust: false, maxExpand: 200, maxSize: 20 });
  } catch {
    place.textContent = tex;
  }
}
