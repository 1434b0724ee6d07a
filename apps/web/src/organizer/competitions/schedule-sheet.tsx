import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { EditionView, StageSummary, TierView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Button } from '../../look/parts.js';
import { ScheduleFields } from '../exams/schedule-fields.js';
import { isComplete, newSchedule, toScheduled } from '../exams/schedule.js';
import { Figures } from '../parts/act-dialog.js';
import { useIntent } from '../parts/intent.js';
import { ProblemNote } from '../parts/problem.js';
import { SideSheet } from '../parts/side-sheet.js';
import { durationText, useWords } from '../parts/words.js';

/** One exam for an exam stage of all of a tier's heats. */
export function ScheduleSheet({ tier, stage, edition, onClose }: { tier: TierView; stage: StageSummary; edition: EditionView; onClose: () => void }) {
  const words = useWords();
  const { t, title } = words;
  const intent = useIntent();
  const [schedule, setSchedule] = useState(() => newSchedule(examTitle(edition, tier, stage)));
  const heats = tier.heats.filter(({ entries }) => entries > 0);
  const people = heats.reduce((sum, { entries }) => sum + entries, 0);
  const make = useMutation({
    mutationFn: () => {
      const body = { stageOrdinal: stage.ordinal, ...toScheduled(schedule) };
      return api.post<EditionView>(`/tiers/${tier.id}/exam`, body, { idempotencyKey: intent.keyFor(body) });
    },
    onSuccess: onClose,
  });
  return (
    <SideSheet form title={t('schedule.title', { tier: title(tier.title), stage: title(stage.title) })} onClose={onClose}
      footer={<><Button onClick={onClose}>{t('act.back')}</Button><Button kind="pri" disabled={!isComplete(schedule) || make.isPending} onClick={() => make.mutate()}>{make.isPending ? t('act.working') : t('schedule.act', { heats: heats.length, people })}</Button></>}>
      <ScheduleFields value={schedule} onChange={setSchedule} error={make.error} />
      <h3 className="org-h3">{t('schedule.effect')}</h3>
      <Figures rows={[
        [t('schedule.heats'), t('schedule.heatsOf', { n: heats.length, all: tier.heats.length })],
        [t('schedule.people'), t('extend.people', { n: people })],
        [t('exam.paper'), schedule.paper ? t('paper.sectionFigures', { n: schedule.paper.questions, marks: schedule.paper.totalMarks }) : '—'],
        [t('exam.duration'), durationText(words, schedule.durationMinutes * 60)],
      ]} />
      {heats.length < tier.heats.length && <p className="hint">{t('schedule.missing', { n: tier.heats.length - heats.length })}</p>}
      <ProblemNote error={make.error} shown={['title', 'paperId', 'opensAt', 'lateUntil', 'durationSeconds', 'referenceIds']} />
    </SideSheet>
  );
}

function examTitle(edition: EditionView, tier: TierView, stage: StageSummary): { zh: string; en?: string } {
  const parts = [edition.title, tier.title, stage.title];
  const zh = parts.map((part) => part.zh).join('·');
  return parts.every((part) => part.en) ? { zh, en: parts.map((part) => part.en).join(' · ') } : { zh };
}
