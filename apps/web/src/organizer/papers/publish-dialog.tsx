import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { BlueprintFeasibility, PaperView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { ActDialog, Figures } from '../parts/act-dialog.js';
import { useWords } from '../parts/words.js';
import { BlueprintNote } from './blueprint-note.js';
import { questionsIn, rulesOf, slotsOf, sumOfMarks, type PaperDraft } from './paper-draft.js';

/** What publishing freezes, in figures. */
export function PublishDialog({ view, draft, feasibility, onClose, onReload }: { view: PaperView; draft: PaperDraft; feasibility: BlueprintFeasibility | undefined; onClose: () => void; onReload: () => void }) {
  const { t, title, count } = useWords();
  const { t: p } = useTranslation('papers');
  const cache = useQueryClient();
  const rules = rulesOf(draft);
  const [n, marks] = [questionsIn(draft.sections), sumOfMarks(slotsOf(draft), rules)];
  const publish = useMutation({
    mutationFn: () => api.post<PaperView>(`/papers/${view.id}/publish`, undefined, { ifMatch: view.version }),
    onSuccess: (next) => { cache.setQueryData(['/papers', 'one', next.id], next); void cache.invalidateQueries({ queryKey: ['/papers'] }); onClose(); },
  });
  return (
    <ActDialog title={t('paper.publishTitle', { title: title(view.title) })} act={t('paper.publishAct', { n, marks })} irreversible onAct={() => publish.mutate()} onClose={onClose} busy={publish.isPending} disabled={rules.length > 0 && feasibility?.feasible === false} error={publish.error} onReload={onReload}>
      <p>{p('publish.text')}</p>
      {rules.length > 0 && <p>{p('publish.pools', { n: rules.length })}</p>}
      <BlueprintNote feasibility={feasibility} rules={rules} />
      <Figures rows={[
        ...draft.sections.map((section): [string, string] => [title(section.title), t('paper.sectionFigures', { n: questionsIn([section]), marks: sumOfMarks(section.slots, section.rules) })]),
        [t('paper.total'), t('paper.sectionFigures', { n, marks })],
        ...rules.map((rule): [string, string] => [p('rule.name', { n: rule.id.replace(/^r/, '') }), p('publish.rule', { n: rule.count, found: count(feasibility?.rules.find(({ id }) => id === rule.id)?.found ?? 0) })]),
        [t('paper.shuffleQuestions'), draft.shuffleQuestions ? t('word.yes') : t('word.no')],
        [t('paper.shuffleOptions'), draft.shuffleOptions ? t('word.yes') : t('word.no')],
      ]} />
    </ActDialog>
  );
}
