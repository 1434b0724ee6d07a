import { useLayoutEffect, useRef, useState } from 'react';
import type { EditionView, HeatSummary, TierView } from '#lib/contracts';
import { Icon } from '../../look/icon.js';
import { heatLooks, HeatChip } from '../parts/states.js';
import { useWords, type Words } from '../parts/words.js';
import { layOut, type Placed } from './graph-layout.js';
import { HeatList } from './heat-list.js';

const narrowest = 660;

/** 19 → 4 → 1 as one picture: weight of line is what is decided, dashes are open. The same as a list on small screens, or if wished. */
export function AdvancementGraph({ edition, selected, onSelect, asList }: { edition: EditionView; selected: string | null; onSelect: (heatId: string) => void; asList: boolean }) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    setWidth(element.clientWidth);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={box}>
      {width > 0 && (asList || width < narrowest ? <HeatList edition={edition} selected={selected} onSelect={onSelect} /> : <Picture edition={edition} width={width} selected={selected} onSelect={onSelect} />)}
    </div>
  );
}

function Picture({ edition, width, selected, onSelect }: { edition: EditionView; width: number; selected: string | null; onSelect: (heatId: string) => void }) {
  const { t, title, en } = useWords();
  const { height, heads, placed, lines } = layOut(edition.tiers, width, en);
  const final = placed.at(-1);
  return (
    <div className="org-graph" style={{ height }} role="group" aria-label={t('graph.label', { tiers: edition.tiers.map((tier) => `${title(tier.title)} ${tier.heats.length}`).join(' → ') })}>
      <svg width={width} height={height} aria-hidden="true" focusable="false">{lines.map(({ key, path, weight }) => <path key={key} d={path} className={weight} />)}</svg>
      {heads.map(({ tier, left }, index) => <p key={tier.id} className="gh" style={{ left, maxWidth: (heads[index + 1]?.left ?? width) - left - 8 }}><b>{title(tier.title)}</b>{headWords(t, tier)}</p>)}
      {placed.map((item) => <Node key={item.heat.id} item={item} selected={item.heat.id === selected} onSelect={onSelect} edition={edition} />)}
      {final?.shape === 'final' && <Awards edition={edition} left={final.left} top={final.top + 206} width={final.width} />}
    </div>
  );
}

function headWords(t: Words['t'], { kind, heats }: TierView): string {
  const people = heats.reduce((sum, { entries }) => sum + entries, 0);
  return t(`graph.head.${kind}`, { n: heats.length, people });
}

function Node({ item, selected, onSelect, edition }: { item: Placed; selected: boolean; onSelect: (heatId: string) => void; edition: EditionView }) {
  const { heat, shape, left, top, width } = item;
  const press = { type: 'button' as const, style: { left, top, width }, 'aria-pressed': selected, onClick: () => onSelect(heat.id) };
  if (shape === 'row') return <UnitRow heat={heat} tier={item.tier} press={press} selected={selected} />;
  if (shape === 'final') return <FinalBox heat={heat} press={press} selected={selected} edition={edition} />;
  return <ZoneBox heat={heat} tier={item.tier} press={press} selected={selected} />;
}

interface Press {
  type: 'button';
  style: { left: number; top: number; width: number };
  'aria-pressed': boolean;
  onClick: () => void;
}

function UnitRow({ heat, tier, press, selected }: { heat: HeatSummary; tier: TierView; press: Press; selected: boolean }) {
  const { t, title, en } = useWords();
  const [tone, icon] = heatLooks[heat.state];
  return (
    <button {...press} className={`u ${selected ? 'sel' : ''}`}>
      <span className="n">{title(heat.unit?.title ?? heat.title)}</span>
      <span className="k">{t('graph.people', { n: heat.entries })}</span>
      {tier.rule.quotaPerHeat !== null && !en && <span className="q">{t('graph.up', { n: heat.advancing ?? tier.rule.quotaPerHeat })}</span>}
      <span className={`s ${tone}`}><Icon name={icon} />{t(`heat.state.${heat.state}`)}</span>
    </button>
  );
}

function ZoneBox({ heat, tier, press, selected }: { heat: HeatSummary; tier: TierView; press: Press; selected: boolean }) {
  const { t, title } = useWords();
  return (
    <button {...press} className={`zn ${selected ? 'sel' : ''}`}>
      <span className="t"><b className="serif">{title(heat.unit?.title ?? heat.zone?.title ?? heat.title)}</b><HeatChip state={heat.state} /></span>
      <span className="p">{t('graph.host', { unit: title(heat.host.title) })}</span>
      <span className="p">{heatProgress(t, heat, tier)}</span>
    </button>
  );
}

function FinalBox({ heat, press, selected, edition }: { heat: HeatSummary; press: Press; selected: boolean; edition: EditionView }) {
  const { t, title, day } = useWords();
  const planned = plannedFor(heat, edition);
  return (
    <button {...press} className={`fin ${selected ? 'sel' : ''}`}>
      <b className="serif h">{title(heat.title)}</b>
      <span className="v">{heat.entries}{planned !== null && heat.entries < planned && <small> / {planned}</small>}</span>
      <span className="p">{t('graph.places')}</span>
      {edition.finalOn && <span className="p">{day(edition.finalOn)}</span>}
      <span className="p">{title(heat.host.title)}</span>
      <span className="c"><HeatChip state={heat.state} /></span>
    </button>
  );
}

function Awards({ edition, left, top, width }: { edition: EditionView; left: number; top: number; width: number }) {
  const { t } = useWords();
  const kinds = (['winner', 'winning_unit', 'outstanding_individual'] as const).map((kind) => ({ kind, n: edition.awards.filter((award) => award.kind === kind).length })).filter(({ n }) => n > 0);
  return (
    <div className="fin aw" style={{ left, top, width }}>
      <b className="gold">{t('award.title')}</b>
      {kinds.length === 0 ? <span className="p">{t('award.notYet')}</span> : kinds.map(({ kind, n }) => <span key={kind} className="p">{t('award.count', { kind: t(`award.kind.${kind}`), n })}</span>)}
    </div>
  );
}

/** How many places the tier before has for this heat; null when its rule names none. */
export function plannedFor(heat: HeatSummary, { tiers }: EditionView): number | null {
  const before = tiers.find(({ heats }) => heats.some(({ nextHeatId }) => nextHeatId === heat.id));
  if (!before || before.rule.quotaPerHeat === null) return null;
  return before.heats.filter(({ nextHeatId }) => nextHeatId === heat.id).length * before.rule.quotaPerHeat;
}

/** One line on how far a heat is. */
export function heatProgress(t: Words['t'], heat: HeatSummary, { rule }: TierView): string {
  if (heat.state === 'confirmed' || heat.state === 'published') return t('graph.advanced', { n: heat.entries, up: heat.advancing ?? rule.quotaPerHeat ?? 0 });
  const scored = heat.stages.reduce((sum, { results }) => sum + results.scored, 0);
  const total = heat.stages.reduce((sum, { results }) => sum + results.total, 0);
  if (scored > 0) return t('graph.scored', { scored, total });
  return rule.quotaPerHeat === null ? t('graph.people', { n: heat.entries }) : t('graph.quota', { n: heat.entries, quota: rule.quotaPerHeat });
}
