import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { QuestionView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Icon } from '../../look/icon.js';
import { Button } from '../../look/parts.js';
import { ActDialog } from '../parts/act-dialog.js';
import { ProblemNote } from '../parts/problem.js';
import { RichText } from '../parts/rich-text.js';
import { SideSheet } from '../parts/side-sheet.js';
import { DocumentChip } from '../parts/states.js';
import { useWords } from '../parts/words.js';

/** One question with its key and explanation. */
export function QuestionSheet({ id, onClose }: { id: string | null; onClose: () => void }) {
  const { t } = useWords();
  const cache = useQueryClient();
  const [retiring, setRetiring] = useState(false);
  const found = useQuery({ queryKey: ['/questions', 'one', id], enabled: id !== null, queryFn: () => api.get<QuestionView>(`/questions/${id}`) });
  const question = found.data;
  const retire = useMutation({
    mutationFn: (view: QuestionView) => api.post<QuestionView>(`/questions/${view.id}/retire`, undefined, { ifMatch: view.number }),
    onSuccess: async () => { setRetiring(false); await cache.invalidateQueries({ queryKey: ['/questions'] }); },
  });
  return (
    <SideSheet open={id !== null} title={question ? t('bank.question', { code: question.code }) : t('bank.questionTitle')} onClose={onClose}
      footer={question?.state === 'published' && <Button kind="danger" onClick={() => setRetiring(true)}>{t('bank.retire')}</Button>}>
      {found.error && <ProblemNote error={found.error} />}
      {!question && !found.error && <p className="org-reading" role="status">{t('list.reading')}</p>}
      {question && <QuestionBody question={question} />}
      {question && retiring && (
        <ActDialog title={t('bank.retireTitle', { code: question.code })} act={t('bank.retireAct')} destructive onAct={() => retire.mutate(question)} onClose={() => setRetiring(false)} busy={retire.isPending} error={retire.error} onReload={() => void found.refetch()}>
          <p>{t('bank.retireText')}</p>
        </ActDialog>
      )}
    </SideSheet>
  );
}

function QuestionBody({ question }: { question: QuestionView }) {
  const { t, title, whenFull } = useWords();
  const { content, key } = question;
  return (
    <>
      <p className="row org-wrap"><DocumentChip state={question.state} /><span className="t14 ink2">{t(`kind.${question.kind}`)}</span><span className="t14 mute">{t('bank.version', { n: question.number })}</span></p>
      <RichText html={content.html} className="org-question" />
      <ol className="org-options">
        {content.options.map(({ id, html }) => {
          const right = key.correct.includes(id);
          return (
            <li key={id} className={right ? 'right' : ''}>
              <b>{id}</b><RichText html={html} />{right && <span className="org-right"><Icon name="check" small />{t('bank.isKey')}</span>}
            </li>
          );
        })}
      </ol>
      <h3 className="org-h3">{t('bank.explanation')}</h3>
      {key.explanation ? <RichText html={key.explanation} /> : <p className="mute t14">{t('bank.noExplanation')}</p>}
      <dl className="org-facts">
        <div><dt>{t('bank.subject')}</dt><dd>{question.subject ?? '—'}</dd></div>
        <div><dt>{t('bank.difficulty')}</dt><dd>{question.difficulty ?? '—'}</dd></div>
        <div><dt>{t('bank.source')}</dt><dd>{question.source ?? '—'}</dd></div>
        <div><dt>{t('list.unit')}</dt><dd>{title(question.orgUnit.title)}</dd></div>
        <div><dt>{t('list.updated')}</dt><dd>{whenFull(question.updatedAt)}</dd></div>
      </dl>
    </>
  );
}
