import { useState } from 'react';
import type { HeatSummary } from '#lib/contracts';
import { Button } from '../../look/parts.js';
import { SectionHead } from '../parts/page-head.js';
import { useWords, type Words } from '../parts/words.js';
import type { Opened } from './edition-page.js';
import type { NextAct } from './next-acts.js';

const first = 3;

/** What to do next, before everything else. */
export function NextActs({ acts, onOpen, onSelect }: { acts: NextAct[]; onOpen: (opened: Opened) => void; onSelect: (heatId: string) => void }) {
  const words = useWords();
  const { t, ordinal } = words;
  const [all, setAll] = useState(false);
  const shown = all ? acts : acts.slice(0, first);
  return (
    <section aria-label={t('next.title')}>
      <SectionHead title={t('next.title')} note={acts.length === 0 ? t('next.none') : t('next.note', { n: acts.length })}>
        {acts.length > first && <Button kind="quiet" size="sm" icon={all ? 'up' : 'down'} onClick={() => setAll(!all)}>{all ? t('next.fewer') : t('next.all', { n: acts.length })}</Button>}
      </SectionHead>
      {acts.length > 0 && (
        <ol className="org-todo">
          {shown.map((act, index) => {
            const { heading, text, press, open, heatId } = wording(words, act);
            return (
              <li key={heading}>
                <h3><span aria-hidden="true">{ordinal(index)}</span>{heading}</h3>
                <p>{text}</p>
                <div className="row"><Button size="sm" kind={index === 0 ? 'pri' : 'plain'} onClick={() => { if (heatId) onSelect(heatId); if (open) onOpen(open); }}>{press}</Button></div>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}

interface Wording {
  heading: string;
  text: string;
  press: string;
  open: Opened | null;
  heatId: string | null;
}

function wording({ t, title }: Words, act: NextAct): Wording {
  const tier = title(act.tier.title);
  const names = (heats: HeatSummary[]): string => heats.slice(0, 4).map((heat) => title(heat.unit?.title ?? heat.zone?.title ?? heat.title)).join(t('list.comma')) + (heats.length > 4 ? t('next.andMore', { n: heats.length }) : '');
  switch (act.kind) {
    case 'failed':
      return { heading: t('next.failed', { tier, n: act.heats.length }), text: names(act.heats), press: t('next.look'), open: null, heatId: act.heats[0]?.id ?? null };
    case 'enter':
      return { heading: t('next.enter', { tier }), text: t('next.enterText', { n: act.heats.length, names: names(act.heats) }), press: t('next.enterAct'), open: act.heats[0] ? { kind: 'entries', heat: act.heats[0] } : null, heatId: act.heats[0]?.id ?? null };
    case 'schedule':
      return { heading: t('next.schedule', { tier, stage: title(act.stage.title) }), text: t('next.scheduleText', { n: act.people }), press: t('next.scheduleAct'), open: { kind: 'schedule', tier: act.tier, stage: act.stage }, heatId: null };
    case 'panel':
      return { heading: t('next.panel', { heat: title(act.heat.title), stage: title(act.stage.title) }), text: t('next.panelText', { n: act.heat.entries }), press: t('next.panelAct'), open: { kind: 'panel', heat: act.heat, stage: act.stage }, heatId: act.heat.id };
    case 'confirm': {
      const one = act.heats.length === 1 ? act.heats[0] : undefined;
      return { heading: one ? t('next.confirmOne', { heat: title(one.title) }) : t('next.confirm', { tier, n: act.heats.length }), text: t('next.confirmText', { names: names(act.heats) }), press: one ? t('next.confirmAct') : t('next.confirmActN', { n: act.heats.length }), open: { kind: 'confirm', heats: act.heats }, heatId: act.heats[0]?.id ?? null };
    }
    case 'advance':
      return { heading: t('next.advance', { tier, next: title(act.next.title) }), text: t('next.advanceText', { n: act.tier.heats.length }), press: t('next.advanceAct'), open: { kind: 'advance', tier: act.tier }, heatId: null };
    case 'publish':
      return { heading: t('next.publish', { tier, n: act.heats.length }), text: t('next.publishText'), press: t('next.publishAct', { n: act.heats.length }), open: { kind: 'publish', heats: act.heats }, heatId: null };
    case 'award':
      return { heading: t('next.award'), text: t('next.awardText'), press: t('next.awardAct'), open: act.tier.heats[0] ? { kind: 'award', heat: act.tier.heats[0] } : null, heatId: act.tier.heats[0]?.id ?? null };
  }
}
