import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { questionKinds, type CompositeContent, type CompositeKey, type QuestionKind } from '#lib/contracts';
import { Button } from '../../../look/parts.js';
import { useWords } from '../../parts/words.js';
import { AnswerEditor } from './answer-editors.js';
import { Choose, Line, RowTools } from './editor-parts.js';
import { changePart, followText, freeId, moved, withoutPart, withPart, type Composite, type Pair } from './question-draft.js';
import { RichEditor } from './rich-editor.js';

type PartKind = Exclude<QuestionKind, 'composite'>;
const partKinds = questionKinds.filter((kind): kind is PartKind => kind !== 'composite');

/** The questions on one stimulus, each with its own marks and key. */
export function CompositeEditor({ content, givenKey: key, onChange }: { content: CompositeContent; givenKey: CompositeKey; onChange: (composite: Composite) => void }) {
  const { t } = useTranslation('bank');
  const { t: words } = useWords();
  const [kind, setKind] = useState<PartKind>('single');
  const setPart = (id: string, part: Partial<CompositeContent['parts'][number]>): void => onChange({ content: { ...content, parts: content.parts.map((one) => (one.id === id ? { ...one, ...part } : one)) }, key });
  return (
    <>
      {content.parts.map((part, index) => {
        const partKey = key.parts[part.id];
        if (!partKey) return null;
        const pair: Pair = { content: part.content, key: partKey };
        const change = (next: Pair): void => onChange(changePart({ content, key }, part.id, followText(next)));
        return (
          <section className="edit-part" key={part.id} aria-label={t('part.title', { number: index + 1 })}>
            <header>
              <h3>{t('part.title', { number: index + 1 })}</h3><span className="t14 mute">{words(`kind.${part.content.kind}`)}</span><span className="sp" />
              <Line width="narrow" mode="decimal" label={t('facts.marks')} value={part.marks} onChange={(marks) => setPart(part.id, { marks })} />
              <RowTools name={t('part.title', { number: index + 1 })} first={index === 0} last={index === content.parts.length - 1} removable={content.parts.length > 1}
                onMove={(by) => onChange({ content: { ...content, parts: moved(content.parts, index, by) }, key })} onRemove={() => onChange(withoutPart({ content, key }, part.id))} />
            </header>
            <StemEditor label={t('stem')} pair={pair} onChange={change} />
            <AnswerEditor pair={pair} onChange={change} />
          </section>
        );
      })}
      <p className="edit-add">
        <Choose label={t('part.kind')} value={kind} onChange={setKind} options={partKinds.map((one): [PartKind, string] => [one, words(`kind.${one}`)])} />
        <Button icon="plus" onClick={() => onChange(withPart({ content, key }, kind))}>{t('part.add')}</Button>
      </p>
    </>
  );
}

/** The text of a question; where gaps belong to its kind it can take them. */
export function StemEditor({ label, pair, onChange }: { label: string; pair: Pair; onChange: (pair: Pair) => void }) {
  const { content, key } = pair;
  const gapped = content.kind === 'gap_fill' || content.kind === 'cloze';
  return (
    <RichEditor label={label} html={content.html} onChange={(html) => onChange({ content: { ...content, html } as Pair['content'], key })}
      onGap={gapped ? () => freeId(content.gaps.map(({ id }) => id), 'g') : undefined} />
  );
}
