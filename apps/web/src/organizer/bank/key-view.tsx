import { useTranslation } from 'react-i18next';
import type { AcceptedAnswer, AcceptedQuantity, QuestionContent, QuestionKey, RichItem, SimpleContent, SimpleKey } from '#lib/contracts';
import { Icon } from '../../look/icon.js';
import { RichText } from '../../look/rich-text.js';

/** The right answer of a question, for those who may see it. */
export function KeyView({ content, questionKey: key }: { content: QuestionContent; questionKey: QuestionKey | SimpleKey }) {
  if (content.kind === 'composite') {
    if (key.kind !== 'composite') return null;
    return <ol className="key-parts">{content.parts.map((part, index) => { const partKey = key.parts[part.id]; return partKey && <li key={part.id}><p className="t14 mute">（{index + 1}）</p><RichText html={part.content.html} /><SimpleKeyView content={part.content} answer={partKey} />{partKey.explanation && <RichText html={partKey.explanation} />}</li>; })}</ol>;
  }
  return key.kind === 'composite' ? null : <SimpleKeyView content={content} answer={key} />;
}

function SimpleKeyView({ content, answer: key }: { content: SimpleContent; answer: SimpleKey }) {
  const { t } = useTranslation('bank');
  if ('correct' in key && 'options' in content) return <RightOptions options={content.options} correct={key.correct} />;
  if (key.kind === 'gap_fill') return <ol className="key-list">{Object.entries(key.gaps).map(([id, gap]) => <li key={id}><code>[[{id}]]</code> {'texts' in gap ? texts(gap.texts) : numbers(gap.numbers)}</li>)}</ol>;
  if (key.kind === 'cloze' && content.kind === 'cloze') return <ol className="key-list">{content.gaps.map(({ id, options }) => <li key={id}><code>[[{id}]]</code> <RightOptions options={options} correct={key.gaps[id] ?? []} /></li>)}</ol>;
  if (key.kind === 'numeric') return <p className="num">{numbers(key.numbers)}{key.units?.length ? `　${key.units.map(({ unit, multiplier }) => `${unit} × ${multiplier}`).join('，')}` : ''}</p>;
  if (key.kind === 'short') return <p>{texts(key.texts)}</p>;
  if (key.kind === 'matching' && content.kind === 'matching') return <ul className="key-list">{content.lefts.map((left) => <li key={left.id}><RichText html={left.html} inline /> → <RichText html={content.rights.find(({ id }) => id === key.pairs[left.id])?.html ?? '—'} inline /></li>)}</ul>;
  if (key.kind === 'ordering' && content.kind === 'ordering') return <ol className="key-list numbered">{key.order.map((id) => <li key={id}><RichText html={content.items.find((item) => item.id === id)?.html ?? ''} inline /></li>)}</ol>;
  if (key.kind === 'essay' || key.kind === 'file') {
    return (
      <>
        {key.guide ? <RichText html={key.guide} /> : <p className="mute t14">{t('person.noGuide')}</p>}
        {key.rubric.length > 0 && <table className="tbl"><thead><tr><th>{t('person.criterion')}</th><th className="r">{t('person.marks')}</th><th>{t('person.description')}</th></tr></thead><tbody>{key.rubric.map((criterion) => <tr key={criterion.id}><td>{criterion.title}</td><td className="r num">{criterion.marks}</td><td>{criterion.description}</td></tr>)}</tbody></table>}
      </>
    );
  }
  return null;
}

function RightOptions({ options, correct }: { options: RichItem[]; correct: string[] }) {
  const { t } = useTranslation('bank');
  return (
    <ol className="org-options">
      {options.map(({ id, html }) => <li key={id} className={correct.includes(id) ? 'right' : ''}><b>{id}</b><RichText html={html} />{correct.includes(id) && <span className="org-right"><Icon name="check" small />{t('page.right')}</span>}</li>)}
    </ol>
  );
}

function texts(accepted: AcceptedAnswer[]): string {
  return accepted.map(({ text, fraction }) => (fraction ? `${text}（${fraction}）` : text)).join(' ／ ');
}

function numbers(accepted: AcceptedQuantity[]): string {
  return accepted.map(({ value, tolerance }) => (tolerance ? `${value} ± ${tolerance.value}${tolerance.type === 'relative' ? ' ×' : ''}` : value)).join(' ／ ');
}
