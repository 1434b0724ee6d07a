import { createContext, createElement, useContext, useMemo, type ReactNode } from 'react';
import { Formula } from './formula.js';

/** The restricted subset in which questions are written. Anything else is shown as the text inside it. */
const allowed = new Set(['p', 'br', 'b', 'strong', 'i', 'em', 'u', 's', 'sub', 'sup', 'ul', 'ol', 'li', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'blockquote', 'span', 'code', 'pre', 'h3', 'h4']);
const blocks = new Set(['p', 'h3', 'h4', 'blockquote']);
const dropped = new Set(['script', 'style', 'template', 'iframe', 'object', 'noscript']);
const spans: Record<string, string> = { colspan: 'colSpan', rowspan: 'rowSpan' };
const assetId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const gapPlace = /\[\[([A-Za-z0-9_-]{1,32})\]\]/;

/** What stands at a place `[[id]]` of a text, such as a gap to be filled; without it the place is shown as a line. */
export const GapPlaces = createContext<((id: string) => ReactNode) | null>(null);

/** Rich text built as elements from an allow-list; nothing of it is ever set as HTML. */
export function RichText({ html, inline }: { html: string; inline?: boolean }) {
  const nodes = useMemo(() => toNodes(new DOMParser().parseFromString(html, 'text/html').body, inline ?? false), [html, inline]);
  return inline ? <span className="rich">{nodes}</span> : <div className="rich">{nodes}</div>;
}

function toNodes(parent: Node, inline: boolean): ReactNode[] {
  return [...parent.childNodes].map((node, index) => toNode(node, index, inline));
}

function toNode(node: Node, key: number, inline: boolean): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return withPlaces(node.textContent ?? '', key);
  if (!(node instanceof Element)) return null;
  const name = node.tagName.toLowerCase();
  if (dropped.has(name)) return null;
  if (name === 'br') return <br key={key} />;
  if (name === 'img' || name === 'audio' || name === 'video') return toMedia(node, name, key);
  const formula = node.getAttribute('data-formula');
  if (formula !== null) return <Formula key={key} tex={formula} block={name === 'div' && !inline} />;
  const children = toNodes(node, inline);
  // Inside a label or a legend a paragraph is not allowed.
  const tag = !allowed.has(name) || (inline && blocks.has(name)) ? 'span' : name;
  return createElement(tag, { key, ...spanProps(node) }, ...children);
}

function withPlaces(text: string, key: number): ReactNode {
  if (!text.includes('[[')) return text;
  return <span key={key}>{text.split(gapPlace).map((part, index) => (index % 2 === 1 ? <Place key={index} id={part} /> : part))}</span>;
}

function Place({ id }: { id: string }) {
  const fill = useContext(GapPlaces);
  return fill ? <>{fill(id)}</> : <span className="gap-line" />;
}

/** Pictures, sound and film are files of this site, named by id; nothing else is loaded. */
function toMedia(node: Element, name: 'img' | 'audio' | 'video', key: number): ReactNode {
  const id = node.getAttribute('data-asset') ?? '';
  if (!assetId.test(id)) return null;
  const source = `/api/v1/assets/${id}`;
  const words = node.getAttribute('alt') ?? node.getAttribute('title') ?? '';
  const width = Number(node.getAttribute('width'));
  const size = Number.isInteger(width) && width > 0 && width <= 4000 ? { width } : {};
  if (name === 'img') return <img key={key} src={source} alt={words} {...size} />;
  if (name === 'audio') return <audio key={key} src={source} controls preload="metadata" aria-label={words || undefined} />;
  return <video key={key} src={source} controls preload="metadata" aria-label={words || undefined} {...size} />;
}

function spanProps(node: Element): Record<string, number> {
  const props: Record<string, number> = {};
  for (const [attribute, prop] of Object.entries(spans)) {
    const value = Number(node.getAttribute(attribute));
    if (Number.isInteger(value) && value > 1 && value <= 50) props[prop] = value;
  }
  return props;
}
