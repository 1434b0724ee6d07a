import { useTranslation } from 'react-i18next';
import type { ChoiceContent, ChoiceKey, ClozeContent, ClozeKey, GapFillContent, GapFillKey, MatchingContent, MatchingKey, NumericContent, NumericKey, OrderingContent, OrderingKey, RichItem, ShortContent, ShortKey } from '#lib/contracts';
import { Button } from '../../../look/parts.js';
import { freeId, inKeyOrder, markRight, moved, withItems, withoutLeft, withoutOption, withoutRight, withOption, type Pair } from './question-draft.js';
import { NumberAnswers, TextAnswers, TextRules, Units } from './accepted-editors.js';
import { Check, Choose, RowTools } from './editor-parts.js';
import { PersonEditor } from './person-editor.js';
import { RichEditor } from './rich-editor.js';

interface EditorProps<C, K> {
  content: C;
  givenKey: K;
  onChange: (pair: Pair) => void;
}

/** What answers a question of this kind, and what is right. */
export function AnswerEditor({ pair: { content, key }, onChange }: { pair: Pair; onChange: (pair: Pair) => void }) {
  switch (content.kind) {
    case 'single': case 'multiple': case 'true_false': return <ChoiceEditor content={content} givenKey={key as ChoiceKey} onChange={onChange} />;
    case 'gap_fill': return <GapEditor content={content} givenKey={key as GapFillKey} onChange={onChange} />;
    case 'cloze': return <ClozeEditor content={content} givenKey={key as ClozeKey} onChange={onChange} />;
    case 'numeric': return <NumericEditor content={content} givenKey={key as NumericKey} onChange={onChange} />;
    case 'short': return <ShortEditor content={content} givenKey={key as ShortKey} onChange={onChange} />;
    case 'matching': return <MatchingEditor content={content} givenKey={key as MatchingKey} onChange={onChange} />;
    case 'ordering': return <OrderingEditor content={content} givenKey={key as OrderingKey} onChange={onChange} />;
    case 'essay': case 'file': return <PersonEditor pair={{ content, key }} onChange={onChange} />;
  }
}

function ChoiceEditor({ content, givenKey: key, onChange }: EditorProps<ChoiceContent, ChoiceKey>) {
  const { t } = useTranslation('bank');
  const fixed = content.kind === 'true_false';
  const change = (next: Partial<ChoiceContent>, correct = key.correct): void => onChange({ content: { ...content, ...next }, key: { ...key, correct } } as Pair);
  return (
    <>
      <p className="hint">{t(content.kind === 'multiple' ? 'choice.hintMultiple' : 'choice.hint')}</p>
      <ol className="edit-rows">
        {content.options.map((option, index) => (
          <li key={option.id}>
            <label className="edit-right">
              <input type={content.kind === 'multiple' ? 'checkbox' : 'radio'} checked={key.correct.includes(option.id)} onChange={() => change({}, markRight(key, option.id))} aria-label={t('choice.right', { id: option.id })} />
              <b>{option.id}</b>
            </label>
            {fixed ? <span className="edit-fixed">{t(option.id === 'T' ? 'choice.true' : 'choice.false')}</span>
              : <RichEditor compact label={t('choice.option', { id: option.id })} html={option.html} onChange={(html) => change({ options: content.options.map((one) => (one.id === option.id ? { ...one, html } : one)) })} />}
            {!fixed && (
              <RowTools name={t('choice.option', { id: option.id })} first={index === 0} last={index === content.options.length - 1} removable={content.options.length > 2}
                onMove={(by) => change({ options: moved(content.options, index, by) })} onRemove={() => onChange(withoutOption(content, key, option.id))}>
                <Check label={t('choice.keepLast')} checked={Boolean(option.keepLast)} onChange={(keepLast) => change({ options: content.options.map((one) => (one.id === option.id ? { ...one, keepLast } : one)) })} />
              </RowTools>
            )}
          </li>
        ))}
      </ol>
      {!fixed && content.options.length < 26 && <Button size="sm" icon="plus" onClick={() => onChange({ content: withOption(content), key } as Pair)}>{t('choice.add')}</Button>}
    </>
  );
}

function GapEditor({ content, givenKey: key, onChange }: EditorProps<GapFillContent, GapFillKey>) {
  const { t } = useTranslation('bank');
  const setKey = (next: Partial<GapFillKey>): void => onChange({ content, key: { ...key, ...next } });
  const setType = (id: string, type: 'text' | 'number'): void => onChange({
    content: { ...content, gaps: content.gaps.map((gap) => (gap.id === id ? { ...gap, type } : gap)) },
    key: { ...key, gaps: { ...key.gaps, [id]: type === 'text' ? { texts: [{ text: '' }] } : { numbers: [{ value: '' }] } } },
  });
  return (
    <>
      {content.gaps.length === 0 && <p className="hint">{t('gap.none')}</p>}
      {content.gaps.map(({ id, type }, index) => {
        const gap = key.gaps[id] ?? { texts: [] };
        return (
          <section className="edit-gap" key={id}>
            <h4>{t('gap.title', { number: index + 1 })} <code>[[{id}]]</code></h4>
            <Choose label={t('gap.type')} value={type} onChange={(value) => setType(id, value)} options={[['text', t('gap.text')], ['number', t('gap.number')]]} />
            {'texts' in gap
              ? <TextAnswers accepted={gap.texts} onChange={(texts) => setKey({ gaps: { ...key.gaps, [id]: { texts } } })} />
              : <><NumberAnswers accepted={gap.numbers} onChange={(numbers) => setKey({ gaps: { ...key.gaps, [id]: { ...gap, numbers } } })} /><Units units={gap.units ?? []} required={gap.unitRequired ?? false} onChange={(units, unitRequired) => setKey({ gaps: { ...key.gaps, [id]: { ...gap, units, unitRequired } } })} /></>}
          </section>
        );
      })}
      {content.gaps.length > 1 && <Check label={t('gap.asSet')} checked={Boolean(key.asSet)} onChange={(asSet) => setKey({ asSet })} />}
      {content.gaps.length > 1 && <Check label={t('gap.allOrNothing')} checked={Boolean(key.allOrNothing)} onChange={(allOrNothing) => setKey({ allOrNothing })} />}
      <TextRules compare={key.compare ?? {}} onChange={(compare) => setKey({ compare })} />
    </>
  );
}

function ClozeEditor({ content, givenKey: key, onChange }: EditorProps<ClozeContent, ClozeKey>) {
  const { t } = useTranslation('bank');
  const setOptions = (id: string, options: RichItem[], correct = key.gaps[id] ?? []): void => onChange({
    content: { ...content, gaps: content.gaps.map((gap) => (gap.id === id ? { ...gap, options } : gap)) }, key: { ...key, gaps: { ...key.gaps, [id]: correct } },
  });
  return (
    <>
      {content.gaps.length === 0 && <p className="hint">{t('gap.none')}</p>}
      {content.gaps.map(({ id, options }, index) => (
        <section className="edit-gap" key={id}>
          <h4>{t('gap.title', { number: index + 1 })} <code>[[{id}]]</code></h4>
          <ol className="edit-rows">
            {options.map((option, at) => (
              <li key={option.id}>
                <label className="edit-right"><input type="radio" checked={(key.gaps[id] ?? []).includes(option.id)} onChange={() => setOptions(id, options, [option.id])} aria-label={t('choice.right', { id: option.id })} /><b>{option.id}</b></label>
                <input className="inp" aria-label={t('choice.option', { id: option.id })} value={option.html} maxLength={500} onChange={(event) => setOptions(id, options.map((one) => (one.id === option.id ? { ...one, html: event.target.value } : one)))} />
                <RowTools name={t('choice.option', { id: option.id })} first={at === 0} last={at === options.length - 1} removable={options.length > 2} onMove={(by) => setOptions(id, moved(options, at, by))}
                  onRemove={() => setOptions(id, options.filter((one) => one.id !== option.id), (key.gaps[id] ?? []).filter((one) => one !== option.id))} />
              </li>
            ))}
          </ol>
          <Button size="sm" icon="plus" onClick={() => setOptions(id, [...options, { id: freeId(options.map((one) => one.id)), html: '' }])}>{t('choice.add')}</Button>
        </section>
      ))}
    </>
  );
}

function NumericEditor({ content, givenKey: key, onChange }: EditorProps<NumericContent, NumericKey>) {
  return (
    <>
      <NumberAnswers accepted={key.numbers} onChange={(numbers) => onChange({ content, key: { ...key, numbers } })} />
      <Units units={key.units ?? []} required={key.unitRequired ?? false} onChange={(units, unitRequired) => onChange({ content: { ...content, units: units.map(({ unit }) => unit).filter((unit) => unit !== '') }, key: { ...key, units, unitRequired } })} />
    </>
  );
}

function ShortEditor({ content, givenKey: key, onChange }: EditorProps<ShortContent, ShortKey>) {
  return (
    <>
      <TextAnswers accepted={key.texts} onChange={(texts) => onChange({ content, key: { ...key, texts } })} />
      <TextRules compare={key.compare ?? {}} onChange={(compare) => onChange({ content, key: { ...key, compare } })} />
    </>
  );
}

function MatchingEditor({ content, givenKey: key, onChange }: EditorProps<MatchingContent, MatchingKey>) {
  const { t } = useTranslation('bank');
  const setItems = (side: 'lefts' | 'rights', items: RichItem[]): void => onChange({ content: { ...content, [side]: items }, key });
  const write = (side: 'lefts' | 'rights', id: string, html: string): void => setItems(side, content[side].map((item) => (item.id === id ? { ...item, html } : item)));
  return (
    <div className="edit-two">
      <div>
        <h4>{t('matching.lefts')}</h4>
        <ol className="edit-rows">
          {content.lefts.map(({ id, html }, index) => (
            <li key={id}>
              <b className="edit-id">{id}</b>
              <RichEditor compact label={t('matching.left', { id })} html={html} onChange={(next) => write('lefts', id, next)} />
              <Choose label={t('matching.goesWith', { id })} hideLabel value={key.pairs[id] ?? ''} onChange={(right) => onChange({ content, key: { ...key, pairs: { ...key.pairs, [id]: right } } })} options={[['', t('matching.choose')], ...content.rights.map((right): [string, string] => [right.id, right.id])]} />
              <RowTools name={t('matching.left', { id })} first={index === 0} last={index === content.lefts.length - 1} removable={content.lefts.length > 1} onMove={(by) => setItems('lefts', moved(content.lefts, index, by))} onRemove={() => onChange(withoutLeft(content, key, id))} />
            </li>
          ))}
        </ol>
        <Button size="sm" icon="plus" onClick={() => setItems('lefts', [...content.lefts, { id: freeId(content.lefts.map(({ id }) => id), ''), html: '' }])}>{t('matching.addLeft')}</Button>
      </div>
      <div>
        <h4>{t('matching.rights')}</h4>
        <ol className="edit-rows">
          {content.rights.map(({ id, html }) => (
            <li key={id}>
              <b className="edit-id">{id}</b>
              <RichEditor compact label={t('matching.right', { id })} html={html} onChange={(next) => write('rights', id, next)} />
              <RowTools name={t('matching.right', { id })} removable={content.rights.length > 2} onRemove={() => onChange(withoutRight(content, key, id))} />
            </li>
          ))}
        </ol>
        <Button size="sm" icon="plus" onClick={() => setItems('rights', [...content.rights, { id: freeId(content.rights.map(({ id }) => id)), html: '' }])}>{t('matching.addRight')}</Button>
      </div>
      <Check label={t('gap.allOrNothing')} checked={Boolean(key.allOrNothing)} onChange={(allOrNothing) => onChange({ content, key: { ...key, allOrNothing } })} />
    </div>
  );
}

function OrderingEditor({ content, givenKey: key, onChange }: EditorProps<OrderingContent, OrderingKey>) {
  const { t } = useTranslation('bank');
  const items = inKeyOrder(content, key);
  return (
    <>
      <p className="hint">{t('ordering.hint')}</p>
      <ol className="edit-rows">
        {items.map(({ id, html }, index) => (
          <li key={id}>
            <b className="edit-id">{index + 1}</b>
            <RichEditor compact label={t('ordering.item', { number: index + 1 })} html={html} onChange={(next) => onChange(withItems(content, key, items.map((item) => (item.id === id ? { id, html: next } : item))))} />
            <RowTools name={t('ordering.item', { number: index + 1 })} first={index === 0} last={index === items.length - 1} removable={items.length > 2} onMove={(by) => onChange(withItems(content, key, moved(items, index, by)))} onRemove={() => onChange(withItems(content, key, items.filter((item) => item.id !== id)))} />
          </li>
        ))}
      </ol>
      <Button size="sm" icon="plus" onClick={() => onChange(withItems(content, key, [...items, { id: freeId(items.map(({ id }) => id)), html: '' }]))}>{t('ordering.add')}</Button>
      <Choose label={t('ordering.rule')} value={key.rule} onChange={(rule) => onChange({ content, key: { ...key, rule } })} options={[['exact', t('ordering.exact')], ['adjacent_pairs', t('ordering.pairs')]]} />
    </>
  );
}
