import { useMutation } from '@tanstack/react-query';
import type { ExamView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { ActDialog, Figures } from '../parts/act-dialog.js';
import { durationText, useWords } from '../parts/words.js';

interface ActProps {
  view: ExamView;
  onClose: () => void;
}

/** Draws every candidate's paper. */
export function PrepareDialog({ view, onClose }: ActProps) {
  const words = useWords();
  const { t, title, when } = words;
  const prepare = useMutation({ mutationFn: () => api.post<ExamView>(`/exams/${view.id}/prepare`), onSuccess: onClose });
  return (
    <ActDialog title={t('exam.prepareTitle', { title: title(view.title) })} act={t('exam.prepareAct', { n: view.candidates })} onAct={() => prepare.mutate()} onClose={onClose} busy={prepare.isPending} error={prepare.error}>
      <p>{t('exam.prepareText')}</p>
      <Figures rows={[[t('exam.candidates'), view.candidates], [t('exam.paper'), title(view.paper.title)], [t('exam.opensAt'), when(view.opensAt)], [t('exam.duration'), durationText(words, view.durationSeconds)]]} />
    </ActDialog>
  );
}

/** Shows every candidate the marks. */
export function ReleaseDialog({ view, onClose }: ActProps) {
  const { t, title } = useWords();
  const release = useMutation({ mutationFn: () => api.post<ExamView>(`/exams/${view.id}/release`), onSuccess: onClose });
  return (
    <ActDialog title={t('exam.releaseTitle', { title: title(view.title) })} act={t('exam.releaseAct', { n: view.counts.marked })} irreversible onAct={() => release.mutate()} onClose={onClose} busy={release.isPending} error={release.error}>
      <p>{t('exam.releaseText')}</p>
      <Figures rows={[[t('attempt.state.marked'), view.counts.marked], [t('attempt.state.absent'), view.counts.absent + view.counts.not_started]]} />
    </ActDialog>
  );
}

/** Calls the exam off. */
export function CancelDialog({ view, onClose }: ActProps) {
  const { t, title } = useWords();
  const cancel = useMutation({ mutationFn: () => api.post<ExamView>(`/exams/${view.id}/cancel`, undefined, { ifMatch: view.version }), onSuccess: onClose });
  return (
    <ActDialog title={t('exam.cancelTitle', { title: title(view.title) })} act={t('exam.cancelAct', { n: view.candidates })} irreversible destructive onAct={() => cancel.mutate()} onClose={onClose} busy={cancel.isPending} error={cancel.error} onReload={onClose}>
      <p>{t('exam.cancelText', { n: view.candidates })}</p>
    </ActDialog>
  );
}
