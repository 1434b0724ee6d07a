import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Steps } from 'antd';
import type { CandidateSelection, ExamView, RoomView, SeatingView, SittingView, Title } from '#lib/contracts';
import { newId } from '#lib/kernel';
import { api } from '../../api/client.js';
import { Button, Note } from '../../look/parts.js';
import { Field } from '../parts/field.js';
import { useIntent } from '../parts/intent.js';
import { useLeaveGuard } from '../parts/leave-guard.js';
import { PageHead } from '../parts/page-head.js';
import { ProblemNote } from '../parts/problem.js';
import { useOwnUnits } from '../parts/reads.js';
import { UnitSelect } from '../parts/unit-select.js';
import { useWords } from '../parts/words.js';
import { type ExamDraft, newExam, toRooms, toWriteExam, unfinishedSteps, wizardSteps } from './exam-draft.js';
import { useSetUpWords } from './exam-setup-texts.js';
import { RulesFields } from './rules-fields.js';
import { PaperFields } from './schedule-fields.js';
import { PeopleStep, ReviewStep, RoomsStep, SittingsStep } from './wizard-steps.js';

type Step = (typeof wizardSteps)[number];

/** An exam on its own, in six steps; those of a contest are made on the contest's page. */
export function ExamNewPage() {
  const { t } = useWords();
  const s = useSetUpWords();
  const navigate = useNavigate();
  const own = useOwnUnits(['organizer', 'system_admin']);
  const [step, setStep] = useState(0);
  const [edited, setDraft] = useState<ExamDraft>(() => newExam({ zh: s('sitting.first', { lng: 'zh-CN' }), en: s('sitting.first', { lng: 'en' }) }));
  const draft = { ...edited, orgUnitId: edited.orgUnitId || own.first };
  const change = (part: Partial<ExamDraft>): void => setDraft({ ...draft, ...part });
  const make = useMake(draft);
  useLeaveGuard(draft.schedule.title.zh !== '' && !make.isSuccess);
  const open = unfinishedSteps(draft);
  const error = make.data ? null : make.error;
  const finish = (id: string): void => void navigate(`/exams/${id}`);
  return (
    <div className="pg org">
      <PageHead crumbs={[{ label: t('exam.title'), to: '/exams' }, { label: t('exam.new') }]} title={draft.schedule.title.zh || t('exam.new')} note={t('exam.newNote')} />
      <Steps className="org-steps" size="small" current={step} onChange={setStep} items={wizardSteps.map((name, index) => ({ title: s(`step.${name}`), status: index === step ? 'process' : open.has(index) ? (index < step ? 'error' : 'wait') : index < step ? 'finish' : 'wait' }))} />
      <div className="org-form wide">
        {step === 0 && <><Field label={t('list.unit')}>{({ id }) => <UnitSelect id={id} value={draft.orgUnitId} onChange={(orgUnitId) => change({ orgUnitId })} options={own.options} />}</Field><PaperFields value={draft.schedule} onChange={(schedule) => change({ schedule })} error={error} /></>}
        {step === 1 && <SittingsStep draft={draft} change={change} />}
        {step === 2 && <RulesFields value={draft.rules} onChange={(rules) => change({ rules })} error={error} />}
        {step === 3 && <PeopleStep draft={draft} change={change} />}
        {step === 4 && <RoomsStep draft={draft} change={change} />}
        {step === 5 && <ReviewStep draft={draft} open={open} onGo={setStep} />}
        {make.made && make.error ? <Note tone="warn" live><p>{s('wizard.partly', { step: s(`step.${make.made.step}`) })}</p><ProblemNote error={make.error} /><p><Button kind="pri" onClick={() => finish(make.made!.id)}>{t('exam.one')}</Button></p></Note> : <ProblemNote error={error} />}
        <div className="org-acts-row">
          {step > 0 && <Button icon="left" onClick={() => setStep(step - 1)}>{t('wizard.back')}</Button>}
          <span className="sp" />
          {step < 5 && <Button kind="pri" iconAfter="right" disabled={open.has(step)} onClick={() => setStep(step + 1)}>{t('wizard.next', { step: s(`step.${wizardSteps[step + 1] ?? 'review'}`) })}</Button>}
          {step === 5 && <Button kind="pri" disabled={open.size > 0 || make.isPending} onClick={() => make.mutate(undefined, { onSuccess: finish })}>{s(make.isPending ? 'wizard.making' : 'wizard.make')}</Button>}
        </div>
      </div>
    </div>
  );
}

/** Makes the exam, then its people, rooms and seats. Pressed again after a failure it goes on: every call has its key. */
function useMake(draft: ExamDraft) {
  const s = useSetUpWords();
  const cache = useQueryClient();
  const intents = { exam: useIntent(), people: useIntent() };
  const [roomKeys] = useState(() => new Map<string, string>());
  const [made, setMade] = useState<{ id: string; step: Step } | null>(null);
  const name = (n: number): Title => ({ zh: s('room.nth', { n, lng: 'zh-CN' }), en: s('room.nth', { n, lng: 'en' }) });
  const run = useMutation({
    mutationFn: async () => {
      const body = toWriteExam(draft);
      const exam = await api.post<ExamView>('/exams', body, { idempotencyKey: intents.exam.keyFor(body) });
      setMade({ id: exam.id, step: 'people' });
      const sittings = await api.get<SittingView[]>(`/exams/${exam.id}/sittings`);
      if (draft.people.orgUnitIds.length > 0) {
        const people = { ...draft.people, sittingId: sittings[0]?.id, dryRun: false };
        await api.post<CandidateSelection>(`/exams/${exam.id}/candidates/selection`, people, { idempotencyKey: intents.people.keyFor(people) });
      }
      setMade({ id: exam.id, step: 'rooms' });
      for (const sitting of sittings) {
        for (const room of toRooms(draft, sitting.id, name)) await api.post<RoomView>(`/exams/${exam.id}/rooms`, room, { idempotencyKey: keyOf(roomKeys, JSON.stringify(room)) });
      }
      const [first] = sittings;
      if (first && draft.rooms.seatNow && draft.rooms.perSitting > 0 && draft.people.orgUnitIds.length > 0) {
        const seating = { sittingId: first.id, method: 'by_unit' as const };
        const { digest } = await api.post<SeatingView>(`/exams/${exam.id}/seating/preview`, seating);
        await api.put<SeatingView>(`/exams/${exam.id}/seating`, { ...seating, digest });
      }
      return exam.id;
    },
    onSuccess: () => void cache.invalidateQueries({ queryKey: ['/exams'] }),
  });
  return { ...run, made };
}

function keyOf(keys: Map<string, string>, content: string): string {
  const key = keys.get(content) ?? newId();
  keys.set(content, key);
  return key;
}
