import { useTranslation } from 'react-i18next';
import type { RankExplanation } from '#lib/contracts';
import { padded, scaleOf } from '../board/board-rows.js';
import { dayAndTime } from '../i18n/format.js';
import { useLocale, useTitle } from '../i18n/texts.js';

type Stage = RankExplanation['stages'][number];

/** Every stage of the entry: each judge's total with what was struck, or the marks of the exam. */
export function StageScores({ explanation }: { explanation: RankExplanation }) {
  const { t } = useTranslation('results');
  const title = useTitle();
  const { entry, stages } = explanation;
  return (
    <>
      <p className="pn"><i>{entry.rank === null ? t('rankNone') : t('rank', { rank: entry.rank })}</i><b>{entry.name}</b><span>{title(entry.unit.title)} · {t('number', { number: entry.startNumber })}</span></p>
      {stages.map((stage) => (stage.judges ? <Judged key={stage.id} stage={stage} /> : <Sat key={stage.id} stage={stage} />))}
    </>
  );
}

function Judged({ stage }: { stage: Stage }) {
  const { t } = useTranslation('results');
  const title = useTitle();
  const judges = stage.judges ?? [];
  const criteria = judges[0]?.criteria ?? [];
  const scale = scaleOf(judges.map(({ total }) => total));
  return (
    <div className="stage">
      <div className="tbl-wrap" tabIndex={0} role="region" aria-label={title(stage.title)}>
        <table className="mk">
          <thead><tr><th className="rl">{t('judge')}</th>{judges.map(({ seat }) => <th key={seat}>{seat}</th>)}<th>{t('mean')}</th></tr></thead>
          <tbody><tr><td className="rl">{title(stage.title)}</td>{judges.map(({ seat, total, dropped }) => <td key={seat} className={dropped ? 'cut' : ''}>{dropped ? <><s>{padded(total, scale)}</s><small>{t(dropped)}</small></> : padded(total, scale)}</td>)}<td>{stage.score ?? '—'}</td></tr></tbody>
        </table>
      </div>
      {criteria.length > 0 && (
        <details>
          <summary>{t('details')}</summary>
          <div className="tbl-wrap" tabIndex={0} role="region" aria-label={`${title(stage.title)} · ${t('details')}`}><table className="mk">
            <thead><tr><th className="rl">{t('criterion')}</th>{judges.map(({ seat }) => <th key={seat}>{seat}</th>)}</tr></thead>
            <tbody>{criteria.map((criterion, row) => <tr key={row}><td className="rl">{title(criterion.title)} / {criterion.max}</td>{judges.map((judge) => <td key={judge.seat}>{judge.criteria[row]?.mark ?? '—'}</td>)}</tr>)}</tbody>
          </table></div>
        </details>
      )}
    </div>
  );
}

function Sat({ stage }: { stage: Stage }) {
  const { t } = useTranslation('results');
  const title = useTitle();
  const locale = useLocale();
  const { exam } = stage;
  return (
    <p className="sat">
      <span>{title(stage.title)}</span>
      {exam ? <><b>{t('examLine', { mark: exam.mark, marks: exam.marks })}</b>{exam.submittedAt && <span className="mute t14">{t('submitted', { time: dayAndTime(exam.submittedAt, locale) })}</span>}</> : <span className="mute">{t('noScore')}</span>}
      <b className="sc">{stage.score ?? '—'}</b>
    </p>
  );
}
