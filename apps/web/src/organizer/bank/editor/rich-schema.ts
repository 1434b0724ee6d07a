import { Node, type Editor } from '@tiptap/core';
import { ListKit } from '@tiptap/extension-list';
import Subscript from '@tiptap/extension-subscript';
import Superscript from '@tiptap/extension-superscript';
import { TableKit } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';

export type MediaTag = 'img' | 'audio' | 'video';

/** A picture, sound or film of this site, by the id of its file; stored without an address. */
const Media = Node.create({
  name: 'media',
  group: 'inline',
  inline: true,
  atom: true,
  draggable: true,
  addAttributes: () => ({ tag: { default: 'img', rendered: false }, asset: { default: '', rendered: false }, words: { default: '', rendered: false } }),
  parseHTML: () => (['img', 'audio', 'video'] as const).map((tag) => ({
    tag: `${tag}[data-asset]`,
    getAttrs: (element: HTMLElement) => ({ tag, asset: element.getAttribute('data-asset'), words: element.getAttribute('alt') ?? element.getAttribute('title') ?? '' }),
  })),
  renderHTML: ({ node: { attrs } }) => [String(attrs.tag), { 'data-asset': String(attrs.asset), [attrs.tag === 'img' ? 'alt' : 'title']: String(attrs.words) }],
  addNodeView: () => ({ node: { attrs } }) => {
    const shown = document.createElement(String(attrs.tag));
    shown.setAttribute('src', `/api/v1/assets/${String(attrs.asset)}`);
    if (attrs.tag === 'img') shown.setAttribute('alt', String(attrs.words));
    else shown.setAttribute('controls', '');
    return { dom: shown };
  },
});

/** A formula in LaTeX; shown set, edited in its dialog. */
function formula(name: string, tag: 'span' | 'div', onEdit: (tex: string, at: number) => void) {
  return Node.create({
    name,
    group: tag === 'span' ? 'inline' : 'block',
    inline: tag === 'span',
    atom: true,
    addAttributes: () => ({ tex: { default: '', rendered: false } }),
    parseHTML: () => [{ tag: `${tag}[data-formula]`, priority: 60, getAttrs: (element: HTMLElement) => ({ tex: element.getAttribute('data-formula') }) }],
    renderHTML: ({ node }) => [tag, { 'data-formula': String(node.attrs.tex) }],
    addNodeView: () => ({ node, getPos }) => {
      const dom = document.createElement(tag);
      dom.className = 'formula';
      dom.textContent = String(node.attrs.tex);
      void import('../../../look/typeset.js').then(({ typeset }) => typeset(String(node.attrs.tex), dom, tag === 'div'));
      dom.addEventListener('click', () => onEdit(String(node.attrs.tex), getPos() ?? 0));
      return { dom };
    },
  });
}

/** The editor's schema: exactly the HTML subset that is stored; what is pasted loses everything else. */
export function richExtensions(onFormula: (tex: string, at: number) => void) {
  return [
    StarterKit.configure({ heading: { levels: [3, 4] }, horizontalRule: false, link: false, codeBlock: false, bulletList: false, orderedList: false, listItem: false, listKeymap: false }),
    ListKit.configure({ taskItem: false, taskList: false }),
    Subscript, Superscript,
    TableKit.configure({ table: { resizable: false } }),
    Media,
    formula('formula', 'span', onFormula), formula('formulaBlock', 'div', onFormula),
  ];
}

/** The text as it is stored: one plain paragraph without its tag, nothing for nothing. */
export function storedHtml(editor: Editor): string {
  if (editor.isEmpty) return '';
  const html = editor.getHTML();
  const single = /^<p>((?:(?!<p>|<\/p>).)*)<\/p>$/s.exec(html);
  return single ? single[1]! : html;
}
