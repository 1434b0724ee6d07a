import { useTranslation } from 'react-i18next';
import { hasAnswer, type AttemptReview, type CandidateBody, type CandidateQuestion, type ResponseBody } from '#lib/contracts';
import { RichText } from '../look/rich-text.js';
import { optionLetter } from '../question/options.js';
import { plainText } from '../question/plain-text.js';
import '../question/question.css';

/** The candidate's own paper again, with what may be seen of it now. */
export function ResultReview({ review }: { review: AttemptReview }) {
  const { t } = useTranslation('exam');
  const answerOf = new Map(review.responses?.map(({ slot, body }) => [slot, body]));
  const keyOf = new Map(review.keys?.map(({ slot, body }) => [slot, body]));
  const whyOf = new Map(review.explanations?.map(({ slot, html }) => [slot, html]));
  return (
    <section>
      <h2 className="h2 second">{t('result.review')}</h2>
      <ol className="reviewed">
        {review.sections.flatMap(({ questions }) => questions).map((question) => (
          <li key={question.slot}>
            <div className="ask"><span className="no">{question.number}.</span><RichText html={question.html} inline /></div>
            <Items question={question} />
            <dl className="pairs">
              {review.responses && <><dt>{t('result.yours')}</dt><dd>{said(question, answerOf.get(question.slot)) || t('result.noAnswer')}</dd></>}
              {review.keys && <><dt>{t('result.key')}</dt><dd>{said(question, keyOf.get(question.slot)) || t('result.byPeople')}</dd></>}
              {whyOf.has(question.slot) && <><dt>{t('result.explanation')}</dt><dd><RichText html={whyOf.get(question.slot) ?? ''} /></dd></>}
            </dl>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What could be chosen, lettered as it was. */
function Items({ question }: { question: CandidateQuestion | CandidateBody }) {
  if (!('options' in question)) return null;
  return <ul>{question.options.map((option, index) => <li key={option.id}>{optionLetter(index)}. <RichText html={option.html} inline /></li>)}</ul>;
}

/** A response in words: letters of options, texts, pairs. */
function said(question: CandidateQuestion | CandidateBody, body: ResponseBody | undefined): string {
  if (!body || !hasAnswer(body)) return '';
  switch (question.kind) {
    case 'single': case 'multiple': case 'true_false': return letters(question.options, body.chosen ?? []);
    case 'ordering': return (body.chosen ?? []).map((id) => plainText(question.items.find((item) => item.id === id)?.html ?? '')).join(' → ');
    case 'cloze': return question.gaps.map(({ id, options }, index) => `(${index + 1}) ${plainText(options.find((option) => option.id === body.gaps?.[id])?.html ?? '—')}`).join('　');
    case 'gap_fill': return question.gaps.map(({ id }, index) => `(${index + 1}) ${body.gaps?.[id] || '—'}`).join('　');
    case 'matching': return question.lefts.map(({ id, html }) => `${plainText(html)} — ${plainText(question.rights.find((right) => right.id === body.gaps?.[id])?.html ?? '')}`).join('；');
    case 'composite': return question.parts.map((part, index) => `（${index + 1}）${said(part, body.parts?.[part.id]) || '—'}`).join('　');
    case 'file': return String(body.files?.length ?? 0);
    default: return body.text ?? '';
  }
}

function letters(options: readonly { id: string }[], chosen: readonly string[]): string {
  return options.flatMap(({ id }, index) => (chosen.includes(id) ? [optionLetter(index)] : [])).join('');
}
