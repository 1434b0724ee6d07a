import { useState, type ReactNode } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { InputNumber, Switch } from 'antd';
import type { ChiefView, HeatSummary, StageSummary, WritePanel } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Icon } from '../../look/icon.js';
import { Button, Note } from '../../look/parts.js';
import { Field } from '../parts/field.js';
import { useIntent } from '../parts/intent.js';
import { SectionHead } from '../parts/page-head.js';
import { PersonSelect } from '../parts/person-select.js';
import { ProblemNote } from '../parts/problem.js';
import { SideSheet } from '../parts/side-sheet.js';
import { useWords } from '../parts/words.js';
import { readPanel } from './edition-page.js';
import { draftOfPanel, faultsOf, fullMarks, isPositive, toWritePanel, usualPanel, type PanelDraft } from './panel-draft.js';

/** Who judges a stage, on what, and how their marks are trimmed. */
export function PanelSheet(props: { heat: HeatSummary; stage: StageSummary; onClose: () => void }) {
  const { t } = useWords();
  const present = useQuery({ queryKey: ['/stages', props.stage.id, 'panel'], queryFn: () => readPanel(props.stage.id) });
  if (present.data !== undefined) return <PanelForm {...props} panel={present.data} />;
  return <SideSheet form size="wide" title={t('next.panelAct')} onClose={props.onClose}>{present.error ? <ProblemNote error={present.error} /> : <p className="org-reading" role="status">{t('list.reading')}</p>}</SideSheet>;
}

function PanelForm({ heat, stage, panel, onClose }: { heat: HeatSummary; stage: StageSummary; panel: ChiefView | null; onClose: () => void }) {
  const { t, title } = useWords();
  const [draft, setDraft] = useState<PanelDraft>(() => (panel ? draftOfPanel(panel) : usualPanel));
  const [pressed, setPressed] = useState(false);
  const intent = useIntent();
  const write = (body: WritePanel): Promise<ChiefView> => api.post<ChiefView>(`/stages/${stage.id}/panel`, body, { idempotencyKey: intent.keyFor(body) });
  const keep = useMutation({ mutationFn: () => write(toWritePanel(draft)), onSuccess: onClose });
  const faults = faultsOf(draft);
  const change = (part: Partial<PanelDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const counted = draft.seats.length - draft.dropHigh - draft.dropLow;
  const press = (): void => { setPressed(true); if (faults.length === 0) keep.mutate(); };
  return (
    <SideSheet form size="wide" title={t('panel.title', { heat: title(heat.title), stage: title(stage.title) })} onClose={onClose}
      footer={<><Button onClick={onClose}>{t('act.back')}</Button><Button kind="pri" disabled={keep.isPending} onClick={press}>{keep.isPending ? t('act.working') : t('panel.act', { judges: draft.seats.length, criteria: draft.criteria.length })}</Button></>}>
      {panel && <Note tone="info">{t('panel.present', { names: panel.panel.map(({ seat, name, chief }) => t('panel.presentSeat', { seat, name, chief: chief ? t('panel.chiefMark') : '' })).join(t('list.comma')) })}</Note>}
      <Seats draft={draft} change={change} bad={pressed && (faults.includes('seats') || faults.includes('twice'))} />
      {pressed && faults.includes('twice') && <p className="org-error">{t('panel.fault.twice')}</p>}
      {pressed && faults.includes('seats') && <p className="org-error">{t('panel.fault.seats')}</p>}
      <Criteria draft={draft} change={change} pressed={pressed} />
      <SectionHead title={t('panel.counting')} />
      <div className="org-three">
        <Field label={t('panel.dropHigh')}>{({ id }) => <InputNumber id={id} className="org-wide" min={0} max={5} precision={0} value={draft.dropHigh} onChange={(dropHigh) => change({ dropHigh: dropHigh ?? 0 })} />}</Field>
        <Field label={t('panel.dropLow')}>{({ id }) => <InputNumber id={id} className="org-wide" min={0} max={5} precision={0} value={draft.dropLow} onChange={(dropLow) => change({ dropLow: dropLow ?? 0 })} />}</Field>
        <Field label={t('panel.seconds')}>{({ id }) => <InputNumber id={id} className="org-wide" min={10} max={36_000} precision={0} disabled={draft.seconds === null} value={draft.seconds} onChange={(seconds) => change({ seconds: seconds ?? 10 })} />}</Field>
      </div>
      <label className="org-switch"><Switch checked={draft.seconds !== null} onChange={(timed) => change({ seconds: timed ? 360 : null })} /><span>{t('panel.timed')}</span></label>
      <p className={faults.includes('drops') ? 'org-error' : 'org-say'}>{faults.includes('drops') ? t('panel.fault.drops', { judges: draft.seats.length, drops: draft.dropHigh + draft.dropLow }) : t('panel.say', { judges: draft.seats.length, high: draft.dropHigh, low: draft.dropLow, counted, full: fullMarks(draft) })}</p>
      <ProblemNote error={keep.error} />
    </SideSheet>
  );
}

interface PartProps {
  draft: PanelDraft;
  change: (part: Partial<PanelDraft>) => void;
}

function Seats({ draft, change, bad }: PartProps & { bad: boolean }) {
  const { t } = useWords();
  const { seats, chief } = draft;
  const taken = new Set(seats.flatMap((seat) => (seat ? [seat.id] : [])));
  const remove = (index: number): void => change({ seats: seats.filter((_, at) => at !== index), chief: chief === index ? 0 : chief > index ? chief - 1 : chief });
  return (
    <>
      <SectionHead title={t('panel.judges')} note={t('panel.judgesNote')}><Button size="sm" icon="plus" disabled={seats.length >= 15} onClick={() => change({ seats: [...seats, null] })}>{t('panel.addSeat')}</Button></SectionHead>
      <ol className="org-seats">
        {seats.map((seat, index) => (
          <li key={index}>
            <b className="no">{t('panel.seat', { n: index + 1 })}</b>
            <PersonSelect label={t('panel.seatPerson', { n: index + 1 })} value={seat} status={bad && !seat ? 'error' : ''} disabledIds={taken} onChange={(person) => change({ seats: seats.map((before, at) => (at === index ? person : before)) })} />
            <label className="org-tick word"><input type="radio" name="chief" checked={chief === index} onChange={() => change({ chief: index })} aria-label={t('panel.chiefOf', { n: index + 1 })} />{t('panel.chief')}</label>
            <Button kind="quiet" className="icon" disabled={seats.length <= 1} onClick={() => remove(index)} aria-label={t('panel.removeSeat', { n: index + 1 })}><Icon name="x" /></Button>
          </li>
        ))}
      </ol>
    </>
  );
}

function Criteria({ draft, change, pressed }: PartProps & { pressed: boolean }) {
  const { t } = useWords();
  const { criteria } = draft;
  type Criterion = (typeof criteria)[number];
  const set = (index: number, part: Partial<Criterion>): void => change({ criteria: criteria.map((before, at) => (at === index ? { ...before, ...part } : before)) });
  return (
    <>
      <SectionHead title={t('panel.criteria')} note={t('panel.full', { full: fullMarks(draft) })}><Button size="sm" icon="plus" disabled={criteria.length >= 12} onClick={() => change({ criteria: [...criteria, { title: { zh: '' }, hint: '', max: '10', step: '0.5' }] })}>{t('panel.addCriterion')}</Button></SectionHead>
      <ol className="org-criteria">
        {criteria.map(({ title, hint, max, step }, index) => (
          <li key={index} className={pressed && !title.zh.trim() ? 'bad' : ''}>
            <Labelled label={t('panel.criterionZh')}><input className="inp" value={title.zh} aria-invalid={pressed && !title.zh.trim()} onChange={(event) => set(index, { title: { ...title, zh: event.target.value } })} /></Labelled>
            <Labelled label={t('panel.criterionEn')}><input className="inp" value={title.en ?? ''} onChange={(event) => set(index, { title: event.target.value ? { zh: title.zh, en: event.target.value } : { zh: title.zh } })} /></Labelled>
            <Labelled label={t('panel.max')}><input className="inp r" inputMode="decimal" value={max} aria-invalid={!isPositive(max)} onChange={(event) => set(index, { max: event.target.value })} /></Labelled>
            <Labelled label={t('panel.step')}><input className="inp r" inputMode="decimal" value={step} aria-invalid={!isPositive(step)} onChange={(event) => set(index, { step: event.target.value })} /></Labelled>
            <Button kind="quiet" className="icon" disabled={criteria.length <= 1} onClick={() => change({ criteria: criteria.filter((_, at) => at !== index) })} aria-label={t('panel.removeCriterion', { n: index + 1 })}><Icon name="x" /></Button>
            <Labelled label={t('panel.hint')} className="hint-in"><input className="inp" value={hint} onChange={(event) => set(index, { hint: event.target.value })} /></Labelled>
          </li>
        ))}
      </ol>
      {pressed && criteria.some(({ title }) => !title.zh.trim()) && <p className="org-error">{t('panel.fault.criteria')}</p>}
      {criteria.some(({ max, step }) => !isPositive(max) || !isPositive(step)) && <p className="org-error">{t('panel.fault.marks')}</p>}
    </>
  );
}

function Labelled({ label, className = '', children }: { label: string; className?: string; children: ReactNode }) {
  return <label className={`org-labelled ${className}`}><span>{label}</span>{children}</label>;
}
