import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { CandidateListItem, ExamView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Button } from '../../look/parts.js';
import { usePages } from '../parts/data-table.js';
import { useIntent } from '../parts/intent.js';
import { PeoplePicker, type Chosen } from '../parts/people-picker.js';
import { ProblemNote } from '../parts/problem.js';
import { SideSheet } from '../parts/side-sheet.js';
import { useWords } from '../parts/words.js';

/** Enters people for an exam. */
export function AddCandidatesSheet({ view, open, onClose }: { view: ExamView; open: boolean; onClose: () => void }) {
  const { t } = useWords();
  const intent = useIntent();
  const [chosen, setChosen] = useState<Chosen>(new Map());
  const present = usePages<CandidateListItem>(`/exams/${view.id}/candidates`, {}, { enabled: open, limit: 200 });
  const add = useMutation({
    mutationFn: () => {
      const body = { personIds: [...chosen.keys()] };
      return api.post<ExamView>(`/exams/${view.id}/candidates`, body, { idempotencyKey: intent.keyFor(body) });
    },
    onSuccess: () => { intent.done(); setChosen(new Map()); onClose(); },
  });
  return (
    <SideSheet form open={open} title={t('exam.addCandidates')} onClose={onClose}
      footer={<><Button onClick={onClose}>{t('act.back')}</Button><Button kind="pri" disabled={chosen.size === 0 || add.isPending} onClick={() => add.mutate()}>{add.isPending ? t('act.working') : t('exam.addAct', { n: chosen.size })}</Button></>}>
      <ProblemNote error={add.error} />
      <PeoplePicker chosen={chosen} onChange={setChosen} already={new Set(present.rows.map(({ person }) => person.id))} alreadyWord={t('exam.already')} />
    </SideSheet>
  );
}
