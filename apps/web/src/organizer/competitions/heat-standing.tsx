import { Fragment, useState } from 'react';
import { Link } from 'react-router';
import { Decimal } from '#lib/kernel';
import type { StandingRow, StandingView } from '#lib/contracts';
import { Button, Chip } from '../../look/parts.js';
import { SectionHead } from '../parts/page-head.js';
import { AdvanceChip, EntryChip } from '../parts/states.js';
import { useWords } from '../parts/words.js';

const around = 4;
const fewEnough = 14;

/** The heat's standing with its cut line; long ones open around the line. */
export function HeatStanding({ standing }: { standing: StandingView }) {
  const { t, title } = useWords();
  const [all, setAll] = useState(false);
  const { heat, cut, rows, rule } = standing;
  const last = cut.afterRank === null ? -1 : rows.findLastIndex(({ rank, state }) => rank !== null && state === 'entered' && rank <= (cut.afterRank ?? 0));
  const long = rows.length > fewEnough && !all;
  const from = long && last >= 0 ? Math.max(0, last - around + 1) : 0;
  const to = long ? (last >= 0 ? last + around + 1 : fewEnough) : rows.length;
  const shown = rows.slice(from, to);
  const columns = 4 + heat.stages.length + 1;
  const note = cut.quota === null ? t('standing.noQuota') : t('standing.quota', { quota: cut.quota, reserves: rule.reserves });
  return (
    <section aria-label={t('standing.label')}>
      <SectionHead title={cut.quota === null ? t('standing.title', { heat: title(heat.title) }) : t('standing.titleCut', { heat: title(heat.title) })} note={note}>
        {cut.tieAcrossCut && cut.quota !== null && <Chip tone="warn" icon="warn">{t('standing.tie')}</Chip>}
      </SectionHead>
      <table className="tbl org-standing">
        <caption className="vh">{title(heat.title)}</caption>
        <thead><tr>
          <th scope="col" className="c">{t('standing.rank')}</th><th scope="col">{t('standing.person')}</th><th scope="col" className="wide">{t('list.unit')}</th>
          {heat.stages.map((stage) => <th key={stage.id} scope="col" className="r wide">{title(stage.title)} {stage.weight}%</th>)}
          <th scope="col" className="r">{t('standing.total')}</th><th scope="col">{t('standing.result')}</th>
        </tr></thead>
        <tbody>
          {shown.map((row, index) => (
            <Fragment key={row.entryId}>
              <Row row={row} standing={standing} />
              {from + index === last && (
                <tr className="cutl"><td colSpan={columns}><div>{t('standing.cut', { n: last + 1 })}</div></td></tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
      {rows.length > fewEnough && <p className="org-more"><span className="t14 mute">{long ? t('standing.shown', { from: from + 1, to: from + shown.length, total: rows.length }) : t('standing.people', { n: rows.length })}</span><Button size="sm" onClick={() => setAll(!all)}>{all ? t('standing.around') : t('standing.all', { n: rows.length })}</Button></p>}
      <p className="t14 ink2 org-gap">{t('standing.rule', { style: t(`rankStyle.${rule.rankStyle}`), tie: t(`tieAtCut.${rule.tieAtCut}`), scale: rule.scale })}</p>
    </section>
  );
}

function Row({ row, standing: { heat, rule, cut } }: { row: StandingRow; standing: StandingView }) {
  const { t, title } = useWords();
  const hasCut = cut.quota !== null;
  const fixed = (score: string | null): string => (score === null ? '—' : Decimal.of(score).toString(rule.scale));
  return (
    <tr className={row.tiedAtCut && hasCut ? 'tie' : ''}>
      <td className="c b serif">{row.rank ?? '—'}</td>
      <td><b>{row.name ?? t('standing.blind', { n: row.startNumber })}</b><span className="narrow t13 mute">{title(row.unit.title)}</span></td>
      <td className="wide">{title(row.unit.title)}</td>
      {heat.stages.map(({ id }) => { const result = row.stages.find(({ stageId }) => stageId === id); return <td key={id} className="r wide">{result?.score != null ? fixed(result.score) : result && result.state !== 'scored' && result.state !== 'pending' ? t(`result.${result.state}`) : '—'}</td>; })}
      <td className="r"><b className="v">{fixed(row.total)}</b></td>
      <td>
        <span className="row org-wrap">
          {row.state !== 'entered' && <EntryChip state={row.state} />}
          {row.state === 'entered' && hasCut && <AdvanceChip status={row.advance} reserve={row.reserve} />}
          {row.rank !== null && <Link className="org-why" to={`/heats/${heat.id}/entries/${row.entryId}/explanation`}>{t('standing.why', { rank: row.rank })}</Link>}
        </span>
      </td>
    </tr>
  );
}
