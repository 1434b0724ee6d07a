import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ExamView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Button } from '../../look/parts.js';
import { Field } from '../parts/field.js';
import { useIntent } from '../parts/intent.js';
import { PageHead } from '../parts/page-head.js';
import { ProblemNote } from '../parts/problem.js';
import { useOwnUnits } from '../parts/reads.js';
import { UnitSelect } from '../parts/unit-select.js';
import { useWords } from '../parts/words.js';
import { isComplete, newSchedule, ScheduleFields, toScheduled } from './schedule-fields.js';

/** An exam on its own; those of a contest are made on the contest's page. */
export function ExamNewPage() {
  const { t } = useWords();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const intent = useIntent();
  const own = useOwnUnits(['organizer', 'system_admin']);
  const [unit, setUnit] = useState('');
  const [schedule, setSchedule] = useState(() => newSchedule({ zh: '' }, 'closed'));
  const orgUnitId = unit || own.first;
  const make = useMutation({
    mutationFn: () => {
      const body = { orgUnitId, ...toScheduled(schedule) };
      return api.post<ExamView>('/exams', body, { idempotencyKey: intent.keyFor(body) });
    },
    onSuccess: ({ id }) => { intent.done(); void cache.invalidateQueries({ queryKey: ['/exams'] }); void navigate(`/exams/${id}`); },
  });
  return (
    <div className="pg org">
      <PageHead crumbs={[{ label: t('exam.title'), to: '/exams' }, { label: t('exam.new') }]} title={t('exam.new')} note={t('exam.newNote')} />
      <div className="org-form">
        <Field label={t('list.unit')}>{({ id }) => <UnitSelect id={id} value={orgUnitId} onChange={setUnit} options={own.options} />}</Field>
        <ScheduleFields value={schedule} onChange={setSchedule} error={make.error} />
        <ProblemNote error={make.error} shown={['title', 'paperId', 'opensAt', 'lateUntil', 'durationSeconds', 'referenceIds']} />
        <div className="org-acts-row"><Button kind="pri" disabled={!isComplete(schedule) || !orgUnitId || make.isPending} onClick={() => make.mutate()}>{make.isPending ? t('act.working') : t('exam.make')}</Button></div>
      </div>
    </div>
  );
}
