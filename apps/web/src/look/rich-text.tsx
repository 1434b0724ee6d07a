import { createElement, useMemo, type ReactNode } from 'react';

/** The restricted subset in which questions are written. Anything else is shown as the text inside it. */
const allowed = new Set(['p', 'br', 'b', 'strong', 'i', 'em', 'u', 's', 'sub', 'sup', 'ul', 'ol', 'li', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'blockquote', 'span', 'code', 'pre']);
const dropped = new Set(['script', 'style', 'template', 'iframe', 'object', 'noscript']);
const spans: Record<string, string> = { colspan: 'colSpan', rowspan: 'rowSpan' };

/** Rich text built as elements from an allow-list; nothing of it is ever set as HTML. */
export function RichText({ html, inline }: { html: string; inline?: boolean }) {
  const nodes = useMemo(() => toNodes(new DOMParser().parseFromString(html, 'text/html').body, inline ?? false), [html, inline]);
  return inline ? <span className="rich">{nodes}</span> : <div className="rich">{nodes}</div>;
}

function toNodes(parent: Node, inline: boolean): ReactNode[] {
  return [...parent.childNodes].map((node, index) => toNode(node, index, inline));
}

function toNode(node: Node, key: number, inline: boolean): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof Element)) return null;
  const name = node.tagName.toLowerCase();
  if (dropped.has(name)) return null;
  if (name === 'br') return <br key={key} />;
  if (name === 'img') return toImage(node, key);
  const children = toNodes(node, inline);
  // Inside a label or a legend a paragraph is not allowed.
  const tag = !allowed.has(name) || (inline && name === 'p') ? 'span' : name;
  return createElement(tag, { key, ...spanProps(node) }, ...children);
}

function toImage(node: Element, key: number): ReactNode {
  const source = node.getAttribute('src') ?? '';
  if (!/^(\/api\/v1\/|data:image\/(png|jpeg|gif|webp);base64,)/.test(source)) return null;
  return <img key={key} src={source} alt={node.getAttribute('alt') ?? ''} />;
}

function spanProps(node: Element): Record<string, number> {
  const props: Record<string, number> = {};
  for (const [attribute, prop] of Object.entries(spans)) {
    const value = Number(node.getAttribute(attribute));
    if (Number.isInteger(value) && value > 1 && value <= 50) props[prop] = value;
  }
  return props;
}
