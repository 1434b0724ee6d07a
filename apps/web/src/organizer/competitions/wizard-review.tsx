import type { ZonePlanView } from '#lib/contracts';
import { Button } from '../../look/parts.js';
import { useWords } from '../parts/words.js';
import { activeTiers, planOf, type EditionDraft } from './edition-draft.js';
import { ProblemText } from './problem-text.js';

const stepNames = ['basics', 'units', 'tiers'] as const;

/** The whole plan in figures before it is made. */
export function WizardReview({ draft, plan, open, onGo }: { draft: EditionDraft; plan: ZonePlanView | undefined; open: ReadonlySet<number>; onGo: (step: number) => void }) {
  const { t, title, day } = useWords();
  const tiers = activeTiers(draft);
  const heats = planOf(draft, plan);
  return (
    <section>
      {[...open].map((step) => <div key={step} className="row org-wrap"><ProblemText>{t('wizard.lacks', { step: t(`wizard.step.${stepNames[step] ?? 'basics'}`) })}</ProblemText><Button size="sm" onClick={() => onGo(step)}>{t('wizard.mend')}</Button></div>)}
      <p className="org-flow" aria-label={t('wizard.flow')}>{heats.map(({ kind, heats: n }, index) => <span key={kind}>{index > 0 && <i aria-hidden="true">→</i>}<b>{n}</b> {title(tiers[index]?.title)}</span>)}</p>
      <dl className="org-facts">
        <div><dt>{t('edition.name')}</dt><dd>{title(draft.title) || '—'}</dd></div>
        <div><dt>{t('edition.year')}</dt><dd>{draft.year}</dd></div>
        {draft.finalOn && <div><dt>{t('wizard.finalOn')}</dt><dd>{day(draft.finalOn)}</dd></div>}
        <div><dt>{t('wizard.plan')}</dt><dd>{plan ? title(plan.title) : '—'}</dd></div>
      </dl>
      <table className="tbl org-tbl">
        <caption className="vh">{t('wizard.step.tiers')}</caption>
        <thead><tr><th scope="col">{t('tier.title')}</th><th scope="col" className="r">{t('word.heat')}</th><th scope="col" className="r">{t('wizard.peopleAtMost')}</th><th scope="col">{t('tier.stages')}</th><th scope="col" className="r">{t('tier.quota')}</th><th scope="col">{t('tier.tieAtCut')}</th></tr></thead>
        <tbody>
          {tiers.map((tier, index) => (
            <tr key={tier.kind}>
              <td className="lead b">{title(tier.title)}</td>
              <td className="r" data-label={t('word.heat')}>{heats[index]?.heats}</td>
              <td className="r" data-label={t('wizard.peopleAtMost')}>{heats[index]?.people ?? t('wizard.byList')}</td>
              <td data-label={t('tier.stages')}>{tier.stages.map((stage) => `${title(stage.title)} ${stage.weight}%`).join(t('list.comma'))}</td>
              <td className="r" data-label={t('tier.quota')}>{index === tiers.length - 1 ? '—' : tier.quota}</td>
              <td data-label={t('tier.tieAtCut')}>{index === tiers.length - 1 ? '—' : t(`tieAtCut.${tier.tieAtCut}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint org-gap">{t('wizard.reviewHint')}</p>
    </section>
  );
}
