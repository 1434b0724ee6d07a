import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { QuestionView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Button } from '../../look/parts.js';
import { PreviewPane } from '../bank/editor/preview-pane.js';
import { ProblemNote } from '../parts/problem.js';
import { SideSheet } from '../parts/side-sheet.js';
import { useWords } from '../parts/words.js';
import { ApartSheet } from './apart-sheet.js';
import type { DraftSlot } from './paper-draft.js';

/** One question of the paper as its candidates will see it; what it may not meet is set from here, too. */
export function SlotSheet({ slot, questionId, onClose }: { slot: DraftSlot; questionId: string; onClose: () => void }) {
  const { t } = useTranslation('papers');
  const words = useWords();
  const [apart, setApart] = useState(false);
  const found = useQuery({ queryKey: ['/questions', 'one', questionId], queryFn: () => api.get<QuestionView>(`/questions/${questionId}`) });
  if (apart) return <ApartSheet questionId={questionId} code={slot.code} onClose={() => setApart(false)} />;
  return (
    <SideSheet size="wide" title={t('slot.title', { code: slot.code })} onClose={onClose} footer={<Button icon="ban" onClick={() => setApart(true)}>{t('apart.open')}</Button>}>
      <ProblemNote error={found.error} />
      {found.isPending && <p className="org-reading" role="status">{words.t('list.reading')}</p>}
      {found.data && found.data.versionId !== slot.questionVersionId && <p className="hint">{t('slot.otherVersion')}</p>}
      {found.data && <PreviewPane draft={{ content: found.data.content, key: found.data.key, marks: slot.marks, scoring: slot.scoring }} />}
    </SideSheet>
  );
}
