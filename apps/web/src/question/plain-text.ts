/** What a text of the HTML subset says, for places that show text alone. */
export function plainText(html: string): string {
  if (!/[<&]/.test(html)) return html;
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const formula of body.querySelectorAll('[data-formula]')) formula.textContent = formula.getAttribute('data-formula');
  return (body.textContent ?? '').trim();
}
