import { ProblemNote } from '../parts/problem.js';
import { Empty } from '../parts/empty.js';
import { SectionHead } from '../parts/page-head.js';
import { useZonePlans } from '../parts/reads.js';
import { useWords } from '../parts/words.js';

/** The dated zone plans, with their lead units. */
export function ZonesTab() {
  const { t, title, day } = useWords();
  const found = useZonePlans();
  if (found.error) return <ProblemNote error={found.error} />;
  if (!found.data) return <p className="org-reading" role="status">{t('list.reading')}</p>;
  if (found.data.length === 0) return <Empty title={t('wizard.noPlan')} who={t('wizard.noPlanWho')} />;
  return (
    <>
      {found.data.map((plan) => (
        <section key={plan.id} aria-label={title(plan.title)}>
          <SectionHead title={title(plan.title)} note={t('wizard.planValid', { from: day(plan.validFrom), to: plan.validTo ? day(plan.validTo) : t('wizard.planOpen') })} />
          <table className="tbl org-tbl">
            <caption className="vh">{title(plan.title)}</caption>
            <thead><tr><th scope="col">{t('people.zone')}</th><th scope="col">{t('people.lead')}</th><th scope="col" className="r">{t('people.unitCount')}</th><th scope="col">{t('people.units')}</th></tr></thead>
            <tbody>
              {plan.zones.map((zone) => (
                <tr key={zone.id}><td className="lead b serif">{title(zone.title)}</td><td data-label={t('people.lead')}>{title(zone.leadUnit.title)}</td><td className="r" data-label={t('people.unitCount')}>{zone.units.length}</td><td data-label={t('people.units')}>{zone.units.map((unit) => title(unit.title)).join(t('list.comma'))}</td></tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </>
  );
}
