import { InputNumber, Switch } from 'antd';
import type { RankStyle, TieAtCut } from '#lib/contracts';
import { Icon } from '../../look/icon.js';
import { Button } from '../../look/parts.js';
import { ChoiceSelect } from '../exams/schedule-fields.js';
import { Field, TitleFields } from '../parts/field.js';
import { useWords } from '../parts/words.js';
import { activeTiers, weightSum, type StageDraft, type TieBreakDraft, type TierDraft } from './edition-draft.js';
import type { WizardPart } from './edition-new-page.js';
import { ProblemText } from './problem-text.js';

const ties: TieAtCut[] = ['chief_decides', 'include_all', 'exclude_all'];
const styles: RankStyle[] = ['1224', '1223', 'shared_mean'];

/** Each tier: its places, how ties are treated, and the stages whose weights make the total. */
export function WizardTiers({ draft, change }: WizardPart) {
  const { t, title } = useWords();
  const tiers = activeTiers(draft);
  const set = (index: number, part: Partial<TierDraft>): void => change({ tiers: draft.tiers.map((before, at) => (at === index ? { ...before, ...part } : before)) });
  return (
    <section>
      {draft.tiers.map((tier, index) => (
        <fieldset key={tier.kind} className={`org-tier ${tier.on ? '' : 'off'}`}>
          <legend><label className="org-switch"><Switch checked={tier.on} onChange={(on) => set(index, { on })} /><span><b className="serif">{title(tier.title)}</b><small>{t(`tier.kind.${tier.kind}`)}</small></span></label></legend>
          {tier.on && <TierFields tier={tier} isLast={tiers.at(-1) === tier} set={(part) => set(index, part)} />}
        </fieldset>
      ))}
      {tiers.length === 0 && <ProblemText>{t('wizard.tiersNone')}</ProblemText>}
    </section>
  );
}

interface TierPart {
  tier: TierDraft;
  set: (part: Partial<TierDraft>) => void;
}

function TierFields({ tier, isLast, set }: TierPart & { isLast: boolean }) {
  const { t } = useWords();
  return (
    <>
      <TitleFields label={t('tier.title')} value={tier.title} onChange={(title) => set({ title })} />
      {!isLast && (
        <div className="org-three">
          <Field label={t('tier.quota')} hint={t('tier.quotaHint')}>{({ id }) => <InputNumber id={id} className="org-wide" min={1} max={500} precision={0} value={tier.quota} onChange={(quota) => set({ quota: quota ?? 1 })} />}</Field>
          <Field label={t('tier.reserves')}>{({ id }) => <InputNumber id={id} className="org-wide" min={0} max={100} precision={0} value={tier.reserves} onChange={(reserves) => set({ reserves: reserves ?? 0 })} />}</Field>
          <Field label={t('tier.tieAtCut')}>{({ id }) => <ChoiceSelect id={id} value={tier.tieAtCut} onChange={(tieAtCut) => set({ tieAtCut: tieAtCut as TieAtCut })} options={ties.map((value) => ({ value, label: t(`tieAtCut.${value}`) }))} />}</Field>
        </div>
      )}
      <Stages tier={tier} set={set} />
      <TieBreaks tier={tier} set={set} />
      <div className="org-three">
        <Field label={t('tier.rankStyle')}>{({ id }) => <ChoiceSelect id={id} value={tier.rankStyle} onChange={(rankStyle) => set({ rankStyle: rankStyle as RankStyle })} options={styles.map((value) => ({ value, label: t(`rankStyle.${value}`) }))} />}</Field>
        <Field label={t('tier.scale')}>{({ id }) => <InputNumber id={id} className="org-wide" min={0} max={4} precision={0} value={tier.scale} onChange={(scale) => set({ scale: scale ?? 0 })} />}</Field>
        <Field label={t('tier.figures')}>{({ id }) => <ChoiceSelect id={id} value={tier.figures} onChange={(figures) => set({ figures: figures === 'exact' ? 'exact' : 'published' })} options={(['published', 'exact'] as const).map((value) => ({ value, label: t(`tier.figuresOf.${value}`) }))} />}</Field>
      </div>
    </>
  );
}

function Stages({ tier, set }: TierPart) {
  const { t, title } = useWords();
  const { stages } = tier;
  const sum = weightSum(tier);
  const change = (index: number, part: Partial<StageDraft>): void => set({ stages: stages.map((before, at) => (at === index ? { ...before, ...part } : before)) });
  const remove = (index: number): void => set({ stages: stages.filter((_, at) => at !== index), tieBreaks: tier.tieBreaks.filter((by) => by === 'submitted_at' || by < stages.length) });
  return (
    <div className="org-group">
      <p className="row"><span className="lab">{t('tier.stages')}</span><span className="sp" /><Button size="sm" icon="plus" disabled={stages.length >= 6} onClick={() => set({ stages: [...stages, { kind: 'judged', title: { zh: '' }, weight: '' }] })}>{t('tier.addStage')}</Button></p>
      <ol className="org-stage-rows">
        {stages.map((stage, index) => (
          <li key={index}>
            <select className="inp" aria-label={t('tier.stageKind', { n: index + 1 })} value={stage.kind} onChange={(event) => change(index, { kind: event.target.value === 'exam' ? 'exam' : 'judged' })}>{(['exam', 'judged'] as const).map((kind) => <option key={kind} value={kind}>{t(`stage.kind.${kind}`)}</option>)}</select>
            <input className="inp" aria-label={t('tier.stageZh', { n: index + 1 })} placeholder={t('panel.criterionZh')} value={stage.title.zh} onChange={(event) => change(index, { title: { ...stage.title, zh: event.target.value } })} />
            <input className="inp" aria-label={t('tier.stageEn', { n: index + 1 })} placeholder={t('panel.criterionEn')} value={stage.title.en ?? ''} onChange={(event) => change(index, { title: event.target.value ? { zh: stage.title.zh, en: event.target.value } : { zh: stage.title.zh } })} />
            <span className="org-weight"><input className="inp r" inputMode="decimal" aria-label={t('tier.weightOf', { stage: title(stage.title) || index + 1 })} value={stage.weight} onChange={(event) => change(index, { weight: event.target.value })} /><span>%</span></span>
            <Button kind="quiet" className="icon" disabled={stages.length <= 1} onClick={() => remove(index)} aria-label={t('tier.removeStage', { n: index + 1 })}><Icon name="x" /></Button>
          </li>
        ))}
      </ol>
      {sum === '100' ? <p className="hint">{t('tier.weightsOk')}</p> : <ProblemText>{sum === null ? t('tier.weightsNoNumber') : t('tier.weightsBad', { sum })}</ProblemText>}
      {stages.some((stage) => stage.title.zh.trim() === '') && <ProblemText>{t('tier.stageUntitled')}</ProblemText>}
    </div>
  );
}

function TieBreaks({ tier, set }: TierPart) {
  const { t, title } = useWords();
  const { tieBreaks, stages } = tier;
  const options: { value: string; label: string }[] = [...stages.map((stage, index) => ({ value: String(index + 1), label: t('tier.breakStage', { stage: title(stage.title) || index + 1 }) })), { value: 'submitted_at', label: t('tier.breakTime') }];
  const parse = (text: string): TieBreakDraft => (text === 'submitted_at' ? 'submitted_at' : Number(text));
  const rest = options.filter(({ value }) => !tieBreaks.some((by) => String(by) === value));
  return (
    <div className="org-group">
      <p className="row"><span className="lab">{t('tier.breaks')}</span><span className="sp" /><Button size="sm" icon="plus" disabled={rest.length === 0} onClick={() => rest[0] && set({ tieBreaks: [...tieBreaks, parse(rest[0].value)] })}>{t('tier.addBreak')}</Button></p>
      <ol className="org-breaks">
        {tieBreaks.map((by, index) => (
          <li key={index}>
            <span className="serif b">{index + 1}</span>
            <select className="inp" aria-label={t('tier.breakNo', { n: index + 1 })} value={String(by)} onChange={(event) => set({ tieBreaks: tieBreaks.map((before, at) => (at === index ? parse(event.target.value) : before)) })}>{options.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}</select>
            <Button kind="quiet" className="icon" onClick={() => set({ tieBreaks: tieBreaks.filter((_, at) => at !== index) })} aria-label={t('tier.removeBreak', { n: index + 1 })}><Icon name="x" /></Button>
          </li>
        ))}
      </ol>
      <p className="hint">{tieBreaks.length === 0 ? t('tier.noBreaks') : t('tier.breaksHint')}</p>
    </div>
  );
}
