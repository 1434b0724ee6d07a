import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Steps } from 'antd';
import type { EditionView, ZonePlanView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Button } from '../../look/parts.js';
import { useIntent } from '../parts/intent.js';
import { useLeaveGuard } from '../parts/leave-guard.js';
import { PageHead } from '../parts/page-head.js';
import { ProblemNote } from '../parts/problem.js';
import { useOwnUnits, useZonePlans } from '../parts/reads.js';
import { useWords } from '../parts/words.js';
import { newEdition, planOf, toWriteEdition, unfinished, type EditionDraft } from './edition-draft.js';
import { WizardBasics } from './wizard-basics.js';
import { WizardReview } from './wizard-review.js';
import { WizardTiers } from './wizard-tiers.js';
import { WizardUnits } from './wizard-units.js';

const steps = ['basics', 'units', 'tiers', 'review'] as const;

/** Sets up an edition in four steps; one can go back to any of them. */
export function EditionNewPage() {
  const { t } = useWords();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const intent = useIntent();
  const own = useOwnUnits(['organizer', 'system_admin']);
  const plans = useZonePlans().data ?? [];
  const [step, setStep] = useState(0);
  const [edited, setDraft] = useState<EditionDraft>(() => newEdition(new Date().getFullYear()));
  const draft = withUsual(edited, own.first, plans);
  const plan = plans.find(({ id }) => id === draft.zonePlanId);
  const change = (part: Partial<EditionDraft>): void => setDraft({ ...draft, ...part });
  const make = useMutation({
    mutationFn: () => {
      const body = toWriteEdition(draft);
      return api.post<EditionView>('/editions', body, { idempotencyKey: intent.keyFor(body) });
    },
    onSuccess: ({ id }) => { intent.done(); void cache.invalidateQueries({ queryKey: ['/editions'] }); void navigate(`/competitions/${id}`); },
  });
  useLeaveGuard(draft.title.zh !== '' && !make.isSuccess);
  const open = unfinished(draft);
  const heats = planOf(draft, plan).reduce((sum, tier) => sum + tier.heats, 0);
  return (
    <div className="pg org">
      <PageHead crumbs={[{ label: t('edition.title'), to: '/competitions' }, { label: t('edition.new') }]} title={draft.title.zh ? t('wizard.titled', { title: draft.title.zh }) : t('edition.new')} />
      <Steps className="org-steps" size="small" current={step} onChange={setStep} items={steps.map((name, index) => ({ title: t(`wizard.step.${name}`), status: index === step ? 'process' : open.has(index) ? (index < step ? 'error' : 'wait') : index < step ? 'finish' : 'wait' }))} />
      <div className="org-form wide">
        {step === 0 && <WizardBasics draft={draft} change={change} units={own.options} error={make.error} />}
        {step === 1 && <WizardUnits draft={draft} change={change} plans={plans} />}
        {step === 2 && <WizardTiers draft={draft} change={change} />}
        {step === 3 && <WizardReview draft={draft} plan={plan} open={open} onGo={setStep} />}
        <ProblemNote error={make.error} shown={['title']} />
        <div className="org-acts-row">
          {step > 0 && <Button icon="left" onClick={() => setStep(step - 1)}>{t('wizard.back')}</Button>}
          <span className="sp" />
          {step < 3 && <Button kind="pri" iconAfter="right" disabled={open.has(step)} onClick={() => setStep(step + 1)}>{t('wizard.next', { step: t(`wizard.step.${steps[step + 1] ?? 'review'}`) })}</Button>}
          {step === 3 && <Button kind="pri" disabled={open.size > 0 || make.isPending} onClick={() => make.mutate()}>{make.isPending ? t('act.working') : t('wizard.make', { n: heats })}</Button>}
        </div>
      </div>
    </div>
  );
}

/** Until somebody chooses, the highest own unit organizes, with every unit of the plan in force. */
function withUsual(draft: EditionDraft, firstUnit: string, plans: readonly ZonePlanView[]): EditionDraft {
  const orgUnitId = draft.orgUnitId || firstUnit;
  const inForce = plans.find(({ validTo }) => validTo === null) ?? plans[0];
  if (draft.zonePlanId || !inForce) return { ...draft, orgUnitId };
  return { ...draft, orgUnitId, zonePlanId: inForce.id, unitIds: inForce.zones.flatMap(({ units }) => units.map(({ id }) => id)) };
}

export interface WizardPart {
  draft: EditionDraft;
  change: (part: Partial<EditionDraft>) => void;
}
