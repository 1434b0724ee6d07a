import { Link } from 'react-router';
import { errorText, type HeatSummary, type StageSummary, type StandingView, type TierView } from '#lib/contracts';
import { Button, Chip, Note } from '../../look/parts.js';
import { ExamChip, HeatChip } from '../parts/states.js';
import { useWords } from '../parts/words.js';
import type { Opened } from './edition-page.js';
import { isSettled, tieIsOpen } from './next-acts.js';
import { tieOf } from './tie-dialog.js';

/** The chosen heat: who holds it, how far each stage is, and what can be done. */
export function HeatDesk({ tier, heat, standing, unpanelled, onOpen }: { tier: TierView; heat: HeatSummary; standing: StandingView | undefined; unpanelled: ReadonlySet<string>; onOpen: (opened: Opened) => void }) {
  const { t, title, en } = useWords();
  const tied = tier.rule.quotaPerHeat === null ? [] : (standing?.rows.filter(({ tiedAtCut }) => tiedAtCut) ?? []);
  return (
    <aside className="drw" id="heat-desk" aria-label={title(heat.title)}>
      <header><h2>{title(heat.title)}</h2><span className="sp" /><HeatChip state={heat.state} /></header>
      <div className="bd">
        {heat.problem && <Note tone="bad">{errorText(heat.problem.code, en ? 'en' : 'zh-CN', heat.problem.params)}</Note>}
        {tied.length > 0 && <Note tone="warn">{t('desk.tie', { names: tied.map(({ name, startNumber }) => name ?? startNumber).join(t('list.comma')), total: tied[0]?.total ?? '', policy: t(`tieAtCut.${tier.rule.tieAtCut}`) })}</Note>}
        <dl className="org-facts">
          <div><dt>{t('desk.host')}</dt><dd>{title(heat.host.title)}</dd></div>
          <div><dt>{t('desk.entries')}</dt><dd>{t('extend.people', { n: heat.entries })}</dd></div>
          <div><dt>{t('desk.quota')}</dt><dd>{tier.rule.quotaPerHeat === null ? t('desk.noQuota') : t('desk.quotaOf', { n: tier.rule.quotaPerHeat, reserves: tier.rule.reserves })}</dd></div>
        </dl>
        <ul className="org-stages">{heat.stages.map((stage) => <StageLine key={stage.id} stage={stage} heat={heat} tier={tier} needsPanel={unpanelled.has(stage.id)} onOpen={onOpen} />)}</ul>
      </div>
      <footer>
        <Button icon="users" onClick={() => onOpen({ kind: 'entries', heat })}>{t('desk.list')}</Button>
        <a className="btn" href={`/board/${heat.id}`}>{t('desk.board')}</a>
        {standing && tieIsOpen(tier, heat) && tieOf(standing) && <Button icon="scale" onClick={() => onOpen({ kind: 'tie', standing })}>{t('tie.open')}</Button>}
        {heat.state === 'provisional' && <Button kind="pri" onClick={() => onOpen({ kind: 'confirm', heats: [heat] })}>{t('next.confirmAct')}</Button>}
        {heat.state === 'confirmed' && <Button onClick={() => onOpen({ kind: 'publish', heats: [heat] })}>{t('desk.publish')}</Button>}
      </footer>
    </aside>
  );
}

function StageLine({ stage, heat, tier, needsPanel, onOpen }: { stage: StageSummary; heat: HeatSummary; tier: TierView; needsPanel: boolean; onOpen: (opened: Opened) => void }) {
  const { t, title, when } = useWords();
  const { scored, total } = stage.results;
  return (
    <li>
      <p className="row"><b>{title(stage.title)}</b><span className="t13 mute">{t(`stage.kind.${stage.kind}`)} · {stage.weight}%</span><span className="sp" /><span className="t14">{scored} / {total}</span></p>
      <div className="org-bar" aria-hidden="true"><i style={{ width: `${total > 0 ? (scored / total) * 100 : 0}%` }} /></div>
      {stage.kind === 'exam' && stage.exam && <p className="row org-wrap t14"><Link className="org-link" to={`/exams/${stage.exam.id}`}>{title(stage.exam.title)}</Link><ExamChip state={stage.exam.state} /><span className="mute t13">{when(stage.exam.opensAt)}</span></p>}
      {stage.kind === 'exam' && !stage.exam && !isSettled(heat) && <Button size="sm" disabled={heat.entries === 0} onClick={() => onOpen({ kind: 'schedule', tier, stage })}>{heat.entries === 0 ? t('desk.scheduleLater') : t('next.scheduleAct')}</Button>}
      {stage.kind === 'judged' && !isSettled(heat) && (
        <p className="row org-wrap">
          {needsPanel ? <Chip tone="warn" icon="warn">{t('desk.noPanel')}</Chip> : heat.entries > 0 && <a className="btn sm" href={`/judge/${stage.id}/chief`}>{t('desk.chief')}</a>}
          {scored === 0 && <Button size="sm" kind={needsPanel ? 'plain' : 'quiet'} onClick={() => onOpen({ kind: 'panel', heat, stage })}>{needsPanel || heat.entries === 0 ? t('next.panelAct') : t('desk.panel')}</Button>}
        </p>
      )}
    </li>
  );
}
