import type { EditionView } from '#lib/contracts';
import { useWords } from '../parts/words.js';
import { plannedFor } from './advancement-graph.js';
import { isSettled, presentTier } from './next-acts.js';

const dayLength = 86_400_000;

/** Where the contest stands, in figures that add up. */
export function FiguresStrip({ edition, readAt, live }: { edition: EditionView; readAt: number; live: boolean }) {
  const { t, title, clock } = useWords();
  const { tiers, finalOn } = edition;
  const final = tiers.at(-1);
  const finalHeat = final?.heats.length === 1 ? final.heats[0] : undefined;
  const planned = finalHeat ? plannedFor(finalHeat, edition) : null;
  const days = finalOn ? Math.ceil((new Date(`${finalOn}T00:00:00`).getTime() - readAt) / dayLength) : null;
  const present = presentTier(edition);
  return (
    <dl className="org-meta">
      <div><dt>{t('strip.tier')}</dt><dd>{edition.state === 'finished' ? t('edition.state.finished') : title(present?.title)}</dd></div>
      {tiers.filter(({ heats }) => heats.length > 1).map((tier) => (
        <div key={tier.id}><dt>{t('strip.confirmed', { tier: title(tier.title) })}</dt><dd>{tier.heats.filter(isSettled).length}<small>/ {t(`strip.of.${tier.kind}`, { n: tier.heats.length })}</small></dd></div>
      ))}
      {finalHeat && planned !== null && <div><dt>{t('strip.places', { tier: title(final?.title) })}</dt><dd>{finalHeat.entries}<small>/ {planned}</small></dd></div>}
      {days !== null && days >= 0 && edition.state !== 'finished' && <div><dt>{t('strip.untilFinal')}</dt><dd>{days}<small>{t('strip.days')}</small></dd></div>}
      <div><dt>{live ? t('strip.live') : t('strip.updated')}</dt><dd className="t">{clock(new Date(readAt))}</dd></div>
    </dl>
  );
}
