import type { EditionView } from '#lib/contracts';
import { HeatChip } from '../parts/states.js';
import { useWords } from '../parts/words.js';
import { heatProgress } from './advancement-graph.js';

/** The graph as a list: one row of 44 px a heat, tier after tier. */
export function HeatList({ edition, selected, onSelect }: { edition: EditionView; selected: string | null; onSelect: (heatId: string) => void }) {
  const { t, title } = useWords();
  return (
    <div className="org-heats">
      {edition.tiers.map((tier) => (
        <section key={tier.id} aria-label={title(tier.title)}>
          <h3><b className="serif">{title(tier.title)}</b> <span className="t13 mute">{t(`graph.head.${tier.kind}`, { n: tier.heats.length, people: tier.heats.reduce((sum, { entries }) => sum + entries, 0) })}</span></h3>
          <ul>
            {tier.heats.map((heat) => (
              <li key={heat.id}>
                <button type="button" aria-pressed={heat.id === selected} className={heat.id === selected ? 'sel' : ''} onClick={() => onSelect(heat.id)}>
                  <span className="n">{title(tier.kind === 'unit' ? (heat.unit?.title ?? heat.title) : heat.title)}</span><span className="p">{heatProgress(t, heat, tier)}</span><HeatChip state={heat.state} />
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
