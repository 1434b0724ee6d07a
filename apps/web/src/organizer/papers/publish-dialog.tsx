import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PaperView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { ActDialog, Figures } from '../parts/act-dialog.js';
import { useWords } from '../parts/words.js';
import { slotsOf, sumOfMarks, type PaperDraft } from './paper-draft.js';

/** What publishing freezes, in figures. */
export function PublishDialog({ view, draft, onClose, onReload }: { view: PaperView; draft: PaperDraft; onClose: () => void; onReload: () => void }) {
  const { t, title } = useWords();
  const cache = useQueryClient();
  const slots = slotsOf(draft);
  const marks = sumOfMarks(slots);
  const publish = useMutation({
    mutationFn: () => api.post<PaperView>(`/papers/${view.id}/publish`, undefined, { ifMatch: view.version }),
    onSuccess: (next) => { cache.setQueryData(['/papers', 'one', next.id], next); void cache.invalidateQueries({ queryKey: ['/papers'] }); onClose(); },
  });
  return (
    <ActDialog title={t('paper.publishTitle', { title: title(view.title) })} act={t('paper.publishAct', { n: slots.length, marks })} irreversible onAct={() => publish.mutate()} onClose={onClose} busy={publish.isPending} error={publish.error} onReload={onReload}>
      <p>{t('paper.publishText')}</p>
      <Figures rows={[
        ...draft.sections.map((section): [string, string] => [title(section.title), t('paper.sectionFigures', { n: section.slots.length, marks: sumOfMarks(section.slots) })]),
        [t('paper.total'), t('paper.sectionFigures', { n: slots.length, marks })],
        [t('paper.shuffleQuestions'), draft.shuffleQuestions ? t('word.yes') : t('word.no')],
        [t('paper.shuffleOptions'), draft.shuffleOptions ? t('word.yes') : t('word.no')],
      ]} />
    </ActDialog>
  );
}
