import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CandidateItem } from '#lib/contracts';
import { Icon } from '../look/icon.js';
import { Button } from '../look/parts.js';
import { RichText } from '../look/rich-text.js';
import type { FieldProps } from './answer-fields.js';
import { movedItem, optionLetter } from './options.js';
import { plainText } from './plain-text.js';

/** Each left side with a list of the lettered right sides, which stand beside or below. */
export function MatchingField({ question, name, given, onGive }: FieldProps<'matching'>) {
  const { t } = useTranslation('question');
  const { lefts, rights } = question;
  return (
    <div className="matching">
      <ol className="lefts">
        {lefts.map((left, index) => (
          <li key={left.id}>
            <span className="l">{index + 1}</span>
            <RichText html={left.html} inline />
            <select className="gap" name={`slot-${name}-${left.id}`} aria-label={t('matchOf', { left: plainText(left.html) })} value={given.gaps?.[left.id] ?? ''} onChange={(event) => onGive({ gaps: { ...given.gaps, [left.id]: event.target.value } }, 'chosen')}>
              <option value="">{t('match')}</option>
              {rights.map((right, at) => <option key={right.id} value={right.id}>{`${optionLetter(at)}. ${shorten(plainText(right.html))}`}</option>)}
            </select>
          </li>
        ))}
      </ol>
      <ol className="rights" aria-label={t('rights')}>
        {rights.map((right, index) => <li key={right.id}><span className="l">{optionLetter(index)}</span><RichText html={right.html} inline /></li>)}
      </ol>
    </div>
  );
}

/** Items to be put in order, by buttons or by dragging. As long as nothing was moved or confirmed, nothing is answered. */
export function OrderingField({ question, given, onGive }: FieldProps<'ordering'>) {
  const { t } = useTranslation('question');
  const [dragged, setDragged] = useState<string | null>(null);
  const answered = (given.chosen?.length ?? 0) > 0;
  const order = answered ? given.chosen! : question.items.map(({ id }) => id);
  const itemOf = new Map(question.items.map((item) => [item.id, item]));
  const give = (chosen: string[]): void => onGive({ chosen }, 'chosen');
  const dragOver = (event: DragEvent, over: string): void => {
    if (dragged === null) return;
    event.preventDefault();
    if (dragged !== over) give(movedItem(order, dragged, order.indexOf(over) - order.indexOf(dragged)));
  };
  return (
    <>
      <ol className={answered ? 'ordering' : 'ordering open'}>
        {order.map((id, index) => {
          const item = itemOf.get(id);
          return item && (
            <li key={id} draggable className={dragged === id ? 'dragged' : ''} onDragStart={() => setDragged(id)} onDragEnd={() => setDragged(null)} onDragOver={(event) => dragOver(event, id)} onDrop={(event) => event.preventDefault()}>
              <span className="l">{index + 1}</span>
              <RichText html={item.html} inline />
              <Step item={item} by={-1} disabled={index === 0} onStep={() => give(movedItem(order, id, -1))} />
              <Step item={item} by={1} disabled={index === order.length - 1} onStep={() => give(movedItem(order, id, 1))} />
            </li>
          );
        })}
      </ol>
      {!answered && <p className="ordering-open">{t('orderOpen')} <Button size="sm" onClick={() => give(order)}>{t('orderKeep')}</Button></p>}
    </>
  );
}

function Step({ item, by, disabled, onStep }: { item: CandidateItem; by: -1 | 1; disabled: boolean; onStep: () => void }) {
  const { t } = useTranslation('question');
  return <button type="button" className="step" disabled={disabled} aria-label={t(by < 0 ? 'up' : 'down', { item: shorten(plainText(item.html)) })} onClick={onStep}><Icon name={by < 0 ? 'up' : 'down'} /></button>;
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
