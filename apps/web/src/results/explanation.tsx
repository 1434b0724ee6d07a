import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { RankExplanation } from '#lib/contracts';
import { dayAndTime, ordinal } from '../i18n/format.js';
import { useLocale, useTitle } from '../i18n/texts.js';
import { Button, Chip, Stamp, Wenwu } from '../look/parts.js';
import { answerOf, compareFigures, isInstant, type Answer } from './answer-of.js';
import { StageScores } from './stage-scores.js';

/** The answer in one sentence, then the evidence in the order in which it was computed. */
export function Explanation({ explanation }: { explanation: RankExplanation }) {
  const { t } = useTranslation('results');
  const title = useTitle();
  const answer = answerOf(explanation);
  return (
    <article className="expl">
      <p className="crumb"><span>{title(explanation.edition.title)}</span> / <a href={`/board/${explanation.heat.id}`}>{title(explanation.heat.title)}</a> / {t('crumb')}</p>
      <div className="row expl-head"><h1 className="h1"><Headline answer={answer} /></h1><span className="sp" /><Button icon="print" className="no-print" onClick={() => print()}>{t('print')}</Button></div>
      <Wenwu />
      <div className="ans">
        <p><Sentence answer={answer} /> {explanation.advance !== 'pending' && <Chip tone={explanation.advance === 'advances' ? 'ok' : 'plain'} icon={explanation.advance === 'advances' ? 'check' : 'list'}>{t(`advance.${explanation.advance}`)}</Chip>}</p>
        {explanation.verified ? <Stamp size={18}>{t('verified')}</Stamp> : <Chip tone="warn" icon="warn">{t('notVerified')}</Chip>}
      </div>
      <Part number={1} title={t('marks')} hint={t('marksHint')}><StageScores explanation={explanation} /></Part>
      <Part number={2} title={t('weights')} hint={`${t('weightsHint', { scale: explanation.rule.scale })}; ${t(explanation.rule.figures === 'published' ? 'figuresPublished' : 'figuresExact')}`}><Weights explanation={explanation} /></Part>
      {explanation.steps.length > 0 && <Part number={3} title={t('ties')} hint={t('tiesHint')}><Steps explanation={explanation} /></Part>}
      <Part number={explanation.steps.length > 0 ? 4 : 3} title={t('rule')} hint={t('ruleHint')}><p className="law">{title({ zh: explanation.rule.zh, en: explanation.rule.en })}</p></Part>
    </article>
  );
}

function Headline({ answer }: { answer: Answer }) {
  const { t } = useTranslation('results');
  if (answer.kind === 'tie') return t('titleTie', { total: answer.first.total ?? '', first: answer.first.rank ?? '', second: answer.second.rank ?? '' });
  const own = 'own' in answer ? answer.own : answer.first;
  return own.rank === null ? t('titleNone', { name: own.name }) : t('titleRank', { name: own.name, rank: own.rank });
}

function Sentence({ answer }: { answer: Answer }) {
  const { t } = useTranslation('results');
  const title = useTitle();
  const figure = useFigure();
  switch (answer.kind) {
    case 'tie': {
      const { a, b, sign, title: step } = answer.step;
      const word = t(isInstant(a) ? (sign === '>' ? 'later' : 'earlier') : sign === '>' ? 'higher' : 'lower');
      return <Trans t={t} i18nKey="answerTie" components={[<b key="0" />]} values={{ first: answer.first.name, second: answer.second.name, step: title(step), a: figure(a), b: figure(b), sign: word, rankFirst: answer.first.rank ?? '', rankSecond: answer.second.rank ?? '' }} />;
    }
    case 'shared': return t('answerShared', { first: answer.first.name, second: answer.second.name, rank: answer.first.rank ?? '' });
    case 'differ': return t('answerDiffer', { name: answer.own.name, total: answer.own.total ?? '', rank: answer.own.rank ?? '', other: answer.other.name, otherTotal: answer.other.total ?? '', otherRank: answer.other.rank ?? '' });
    case 'alone': return t('answerAlone', { name: answer.own.name, total: answer.own.total ?? '', rank: answer.own.rank ?? '' });
    case 'none': return t('answerNone', { name: answer.own.name });
  }
}

function Part({ number, title, hint, children }: { number: number; title: string; hint: string; children: ReactNode }) {
  const locale = useLocale();
  return <section className="st"><header><h2>{ordinal(number, locale)}　{title}</h2><span>{hint}</span></header><div>{children}</div></section>;
}

function Weights({ explanation }: { explanation: RankExplanation }) {
  const { t } = useTranslation('results');
  const title = useTitle();
  return (
    <table className="cal"><tbody>
      {explanation.stages.map((stage) => <tr key={stage.id}><td>{title(stage.title)}</td><td className="x">{stage.score === null ? t('noScore') : `${stage.score} × ${Number(stage.weight)}%`}</td><td className="v">{stage.contribution ?? '—'}</td></tr>)}
      <tr className="sum"><td>{t('total')}</td><td className="x" /><td className="v">{explanation.entry.total ?? '—'}</td></tr>
    </tbody></table>
  );
}

function Steps({ explanation }: { explanation: RankExplanation }) {
  const { t } = useTranslation('results');
  const title = useTitle();
  const figure = useFigure();
  return (
    <ol className="tb5" aria-label={t('ties')}>
      {explanation.steps.map((step, index) => (
        <li key={step.key} className={step.outcome === 'decided' ? 'dec' : step.outcome === 'unused' ? 'un' : ''}>
          <span className="k">{index + 1}</span><span className="w">{title(step.title)}</span>
          <span className="v">{figure(step.own)}</span><span className="op">{signOf(step)}</span><span className="v">{figure(step.other)}</span>
          <span className="e">{step.outcome === 'unused' ? <span className="t14">{t('unused')}</span> : <Chip tone={step.outcome === 'decided' ? 'ok' : 'plain'} icon={step.outcome === 'decided' ? 'check' : 'dash'}>{t(step.outcome)}</Chip>}</span>
        </li>
      ))}
    </ol>
  );
}

function signOf({ own, other, outcome }: RankExplanation['steps'][number]): string {
  if (outcome === 'unused' || own === null || other === null) return '·';
  return ['<', '=', '>'][compareFigures(own, other) + 1] ?? '·';
}

/** A decimal as it is; an instant as day and time. */
function useFigure(): (value: string | null) => string {
  const locale = useLocale();
  return (value) => (value === null ? '—' : isInstant(value) ? dayAndTime(value, locale) : value);
}
