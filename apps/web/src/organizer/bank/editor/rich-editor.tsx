import { EditorContent, useEditor, useEditorState, type Editor } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uploadFile } from '../../../api/upload.js';
import { Formula } from '../../../look/formula.js';
import { Button } from '../../../look/parts.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { Field } from '../../parts/field.js';
import { ProblemNote } from '../../parts/problem.js';
import { richExtensions, storedHtml, type MediaTag } from './rich-schema.js';

interface RichEditorProps {
  label: string;
  html: string;
  onChange: (html: string) => void;
  /** One line high at first, its tools only while it is written in. */
  compact?: boolean;
  /** Offers to put a gap here; answers the id of a new one. */
  onGap?: () => string;
  invalid?: boolean;
}

/** Rich text with pictures, tables, formulas, sound and film, in the HTML subset that is stored. */
export function RichEditor({ label, html, onChange, compact = false, onGap, invalid = false }: RichEditorProps) {
  const [formula, setFormula] = useState<{ tex: string; at: number | null } | null>(null);
  const [extensions] = useState(() => richExtensions((tex, at) => setFormula({ tex, at })));
  const told = useRef(html);
  const editor = useEditor({
    extensions,
    content: html,
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    editorProps: { attributes: { 'role': 'textbox', 'aria-multiline': 'true', 'aria-label': label, 'aria-invalid': String(invalid), 'class': 'inp rich' } },
    onUpdate: ({ editor: changed }) => {
      told.current = storedHtml(changed);
      onChange(told.current);
    },
  });
  useEffect(() => {
    // Changed from outside: another question, an undo, a newer version.
    if (editor && html !== told.current) {
      told.current = html;
      editor.commands.setContent(html, { emitUpdate: false });
    }
  }, [editor, html]);
  if (!editor) return null;
  return (
    <div className={compact ? 'rich-editor compact' : 'rich-editor'}>
      <RichTools editor={editor} label={label} onFormula={() => setFormula({ tex: '', at: null })} onGap={onGap} />
      <EditorContent editor={editor} />
      {formula && <FormulaDialog tex={formula.tex} onClose={() => setFormula(null)} onDone={(tex, block) => { putFormula(editor, tex, block, formula.at); setFormula(null); }} />}
    </div>
  );
}

function putFormula(editor: Editor, tex: string, block: boolean, at: number | null): void {
  const node = { type: block ? 'formulaBlock' : 'formula', attrs: { tex } };
  if (at === null) editor.chain().focus().insertContent(node).run();
  else editor.chain().focus().insertContentAt({ from: at, to: at + 1 }, node).run();
}

const marks = [['bold', 'B', ''], ['italic', 'I', ''], ['underline', 'U', ''], ['strike', 'S', ''], ['superscript', 'x', '2'], ['subscript', 'x', '2']] as const;
const media: [MediaTag, string, string][] = [['img', 'image', 'image/png,image/jpeg,image/gif,image/webp'], ['audio', 'audio', 'audio/*'], ['video', 'video', 'video/*']];

function RichTools({ editor, label, onFormula, onGap }: { editor: Editor; label: string; onFormula: () => void; onGap: (() => string) | undefined }) {
  const { t } = useTranslation('bank');
  const [error, setError] = useState<unknown>(null);
  const [sending, setSending] = useState<number | null>(null);
  const on = useEditorState({ editor, selector: ({ editor: now }) => ({ ...Object.fromEntries(marks.map(([mark]) => [mark, now.isActive(mark)])), bulletList: now.isActive('bulletList'), orderedList: now.isActive('orderedList'), table: now.isActive('table') }) as Record<string, boolean> });
  const chain = () => editor.chain().focus();
  const upload = async (tag: MediaTag, file: File): Promise<void> => {
    setError(null);
    setSending(0);
    try {
      const { id } = await uploadFile<{ id: string }>('/assets', file, file.name, setSending);
      chain().insertContent({ type: 'media', attrs: { tag, asset: id, words: file.name.replace(/\.[^.]+$/, '') } }).run();
    } catch (reason) {
      setError(reason);
    } finally {
      setSending(null);
    }
  };
  return (
    <>
      <div className="rich-tools" role="toolbar" aria-label={t('rich.tools', { label })}>
        {marks.map(([mark, sign, small]) => <Tool key={mark} name={t(`rich.${mark}`)} on={on[mark]} onPress={() => chain().toggleMark(mark).run()}><span className={`sign ${mark}`}>{sign}{small && (mark === 'superscript' ? <sup>{small}</sup> : <sub>{small}</sub>)}</span></Tool>)}
        <Tool name={t('rich.bullets')} on={on.bulletList} onPress={() => chain().toggleBulletList().run()}>•</Tool>
        <Tool name={t('rich.numbers')} on={on.orderedList} onPress={() => chain().toggleOrderedList().run()}>1.</Tool>
        <Tool name={t('rich.formula')} onPress={onFormula}><i>ƒ</i></Tool>
        {onGap && <Tool name={t('rich.gap')} wide onPress={() => chain().insertContent(`[[${onGap()}]]`).run()}>{t('rich.gap')}</Tool>}
        {!on.table && <Tool name={t('rich.table')} wide onPress={() => chain().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()}>{t('rich.table')}</Tool>}
        {on.table && (['addRowAfter', 'deleteRow', 'addColumnAfter', 'deleteColumn', 'mergeOrSplit', 'deleteTable'] as const).map((act) => <Tool key={act} name={t(`rich.${act}`)} wide onPress={() => chain()[act]().run()}>{t(`rich.${act}`)}</Tool>)}
        {media.map(([tag, name, accept]) => (
          <label key={tag} className="tool wide" aria-disabled={sending !== null}>
            {t(`rich.${name as 'image'}`)}
            <input className="vh" type="file" accept={accept} disabled={sending !== null} onChange={(event) => { const file = event.target.files?.[0]; event.target.value = ''; if (file) void upload(tag, file); }} />
          </label>
        ))}
        <Tool name={t('rich.undo')} wide onPress={() => chain().undo().run()}>{t('rich.undo')}</Tool>
        <Tool name={t('rich.redo')} wide onPress={() => chain().redo().run()}>{t('rich.redo')}</Tool>
        {sending !== null && <progress value={sending} max={1} aria-label={t('rich.sending')} />}
      </div>
      <ProblemNote error={error} />
    </>
  );
}

function Tool({ name, on, wide = false, onPress, children }: { name: string; on?: boolean | undefined; wide?: boolean; onPress: () => void; children: React.ReactNode }) {
  return <button type="button" className={`tool ${wide ? 'wide' : ''}`} title={name} aria-label={name} aria-pressed={on} onMouseDown={(event) => event.preventDefault()} onClick={onPress}>{children}</button>;
}

function FormulaDialog({ tex: first, onDone, onClose }: { tex: string; onDone: (tex: string, block: boolean) => void; onClose: () => void }) {
  const { t } = useTranslation('bank');
  const [tex, setTex] = useState(first);
  const ready = tex.trim() !== '' && tex.length <= 2000;
  return (
    <ActDialog title={t('formula.title')} act={t('formula.inline')} onAct={() => onDone(tex.trim(), false)} disabled={!ready} onClose={onClose}>
      <Field label={t('formula.tex')} hint={t('formula.hint')}>{({ status: _, ...control }) => <textarea {...control} className="inp mono" rows={3} maxLength={2000} value={tex} onChange={(event) => setTex(event.target.value)} data-autofocus />}</Field>
      <p className="formula-shown" aria-live="polite"><Formula tex={tex.trim() || 'x'} block /></p>
      <Button size="sm" disabled={!ready} onClick={() => onDone(tex.trim(), true)}>{t('formula.block')}</Button>
    </ActDialog>
  );
}
