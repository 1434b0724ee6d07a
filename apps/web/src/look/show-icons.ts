import url from './icons.svg?url';

/** Puts the drawings into the page once. Inside it they need no network any more. */
export async function showIcons(): Promise<void> {
  const answer = await fetch(url);
  const drawings = new DOMParser().parseFromString(await answer.text(), 'image/svg+xml').documentElement;
  const inside = document.importNode(drawings, true) as unknown as SVGElement;
  inside.setAttribute('aria-hidden', 'true');
  inside.style.display = 'none';
  document.body.appendChild(inside);
}
