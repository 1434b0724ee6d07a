import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import './papers-texts.js';
import type { ApartQuestion } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Icon } from '../../look/icon.js';
import { Button } from '../../look/parts.js';
import { ProblemNote } from '../parts/problem.js';
import { SideSheet } from '../parts/side-sheet.js';
import { useWords } from '../parts/words.js';
import { ChooseQuestions } from './choose-questions.js';

/** The questions that one may not meet in a form, because one gives the other away. */
export function ApartSheet({ questionId, code, onClose }: { questionId: string; code: string; onClose: () => void }) {
  const { t } = useTranslation('papers');
  const words = useWords();
  const cache = useQueryClient();
  const [choosing, setChoosing] = useState(false);
  const key = ['/questions', questionId, 'apart'];
  const found = useQuery({ queryKey: key, queryFn: () => api.get<ApartQuestion[]>(`/questions/${questionId}/apart`) });
  const write = useMutation({
    mutationFn: (questionIds: string[]) => api.put<ApartQuestion[]>(`/questions/${questionId}/apart`, { questionIds }),
    onSuccess: (next) => { cache.setQueryData(key, next); void cache.invalidateQueries({ queryKey: ['/papers/feasibility'] }); },
  });
  const partners = found.data ?? [];
  if (choosing) {
    return <ChooseQuestions open title={t('apart.choose', { code })} present={new Set(partners.map(({ versionId }) => versionId))} presentWord={t('apart.already')} exceptId={questionId} act="apart" onClose={() => setChoosing(false)}
      onAdd={(questions) => { write.mutate([...partners.map(({ id }) => id), ...questions.map(({ id }) => id)]); setChoosing(false); }} />;
  }
  return (
    <SideSheet title={t('apart.title', { code })} onClose={onClose} footer={<Button kind="pri" icon="plus" disabled={write.isPending || !found.data} onClick={() => setChoosing(true)}>{t('apart.add')}</Button>}>
      <p className="ink2">{t('apart.text')}</p>
      <ProblemNote error={found.error ?? write.error} />
      {found.isPending && <p className="org-reading" role="status">{words.t('list.reading')}</p>}
      {found.data && partners.length === 0 && <p className="org-reading">{t('apart.none')}</p>}
      <ul className="apart-list">
        {partners.map((partner) => (
          <li key={partner.id}><span><span>{partner.excerpt}</span><small>{partner.code} · {words.t(`kind.${partner.kind}`)}</small></span>
            <Button kind="quiet" className="icon" disabled={write.isPending} onClick={() => write.mutate(partners.filter(({ id }) => id !== partner.id).map(({ id }) => id))} aria-label={t('apart.remove', { code: partner.code })}><Icon name="x" /></Button></li>
        ))}
      </ul>
    </SideSheet>
  );
}
