import type { ZonePlanView, ZoneView } from '#lib/contracts';
import { Field } from '../parts/field.js';
import { UnitSelect } from '../parts/unit-select.js';
import { useWords } from '../parts/words.js';
import { ProblemText } from './problem-text.js';
import type { WizardPart } from './edition-new-page.js';

/** The zone plan and the units that hold a preliminary; zones without one of them get no heat. */
export function WizardUnits({ draft, change, plans }: WizardPart & { plans: readonly ZonePlanView[] }) {
  const { t, title, day } = useWords();
  const plan = plans.find(({ id }) => id === draft.zonePlanId);
  const chosen = new Set(draft.unitIds);
  const toggle = (ids: string[], on: boolean): void => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    change({ unitIds: (plan?.zones ?? []).flatMap(({ units }) => units.map(({ id }) => id)).filter((id) => next.has(id)) });
  };
  const choosePlan = (zonePlanId: string): void => change({ zonePlanId, unitIds: plans.find(({ id }) => id === zonePlanId)?.zones.flatMap(({ units }) => units.map(({ id }) => id)) ?? [] });
  if (plans.length === 0) return <div className="empty org-empty"><p className="b">{t('wizard.noPlan')}</p><p>{t('wizard.noPlanWho')}</p></div>;
  return (
    <section>
      <Field label={t('wizard.plan')} hint={plan && t('wizard.planValid', { from: day(plan.validFrom), to: plan.validTo ? day(plan.validTo) : t('wizard.planOpen') })}>
        {({ id }) => <UnitSelect id={id} value={draft.zonePlanId} onChange={choosePlan} options={plans.map((item) => ({ value: item.id, label: title(item.title) }))} />}
      </Field>
      <p className="org-say" role="status">{t('wizard.unitsChosen', { n: draft.unitIds.length, zones: plan?.zones.filter(({ units }) => units.some(({ id }) => chosen.has(id))).length ?? 0 })}</p>
      <div className="org-zones">{plan?.zones.map((zone) => <Zone key={zone.id} zone={zone} chosen={chosen} toggle={toggle} />)}</div>
      {draft.unitIds.length === 0 && <ProblemText>{t('wizard.unitsNone')}</ProblemText>}
    </section>
  );
}

function Zone({ zone, chosen, toggle }: { zone: ZoneView; chosen: ReadonlySet<string>; toggle: (ids: string[], on: boolean) => void }) {
  const { t, title } = useWords();
  const ids = zone.units.map(({ id }) => id);
  const all = ids.every((id) => chosen.has(id));
  return (
    <fieldset className="org-zone">
      <legend><label className="org-tick word"><input type="checkbox" checked={all} onChange={() => toggle(ids, !all)} /><b className="serif">{title(zone.title)}</b></label></legend>
      <p className="t13 mute">{t('wizard.lead', { unit: title(zone.leadUnit.title), n: ids.filter((id) => chosen.has(id)).length, all: ids.length })}</p>
      {zone.units.map((unit) => (
        <label key={unit.id} className="org-tick word"><input type="checkbox" checked={chosen.has(unit.id)} onChange={() => toggle([unit.id], !chosen.has(unit.id))} />{title(unit.title)}</label>
      ))}
    </fieldset>
  );
}
