import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { PaperAct, PaperView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Button } from '../../look/parts.js';
import { ActDialog } from '../parts/act-dialog.js';
import { useIntent } from '../parts/intent.js';
import { useWords } from '../parts/words.js';
import { SealDialog } from './seal-dialog.js';

type Simple = Extract<PaperAct, 'revise' | 'copy' | 'retire' | 'restore' | 'delete'>;
const simple: Simple[] = ['copy', 'revise', 'retire', 'restore', 'delete'];

/** What can be done with a paper as a whole; each is said again before it is done. */
export function PaperActs({ view, onChanged, onReload }: { view: PaperView; onChanged: (next: PaperView) => void; onReload: () => void }) {
  const { t } = useTranslation('papers');
  const [act, setAct] = useState<Simple | 'seal' | null>(null);
  return (
    <>
      {simple.filter((one) => view.acts.includes(one)).map((one) => <Button key={one} kind={one === 'delete' ? 'danger' : 'plain'} onClick={() => setAct(one)}>{t(`act.${one}`)}</Button>)}
      {view.acts.includes('seal') && <Button icon="lock" onClick={() => setAct('seal')}>{t('act.seal')}</Button>}
      {act === 'seal' && <SealDialog view={view} onClose={() => setAct(null)} onReload={onReload} />}
      {act !== null && act !== 'seal' && <SimpleDialog view={view} act={act} onClose={() => setAct(null)} onChanged={(next) => { setAct(null); onChanged(next); }} onReload={onReload} />}
    </>
  );
}

function SimpleDialog({ view, act, onClose, onChanged, onReload }: { view: PaperView; act: Simple; onClose: () => void; onChanged: (next: PaperView) => void; onReload: () => void }) {
  const { t } = useTranslation('papers');
  const { title } = useWords();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const intent = useIntent();
  const run = useMutation({
    mutationFn: async (): Promise<PaperView | null> => {
      if (act === 'delete') return api.delete(`/papers/${view.id}`, { ifMatch: view.version }).then(() => null);
      if (act === 'copy') return api.post<PaperView>(`/papers/${view.id}/copy`, {}, { idempotencyKey: intent.keyFor({ copy: view.id }) });
      return api.post<PaperView>(`/papers/${view.id}/${act}`, {}, { ifMatch: view.version });
    },
    onSuccess: (next) => {
      intent.done();
      void cache.invalidateQueries({ queryKey: ['/papers'], refetchType: 'none' });
      if (next) cache.setQueryData(['/papers', 'one', next.id], next);
      if (!next) void navigate('/papers', { replace: true });
      else if (next.id !== view.id) void navigate(`/papers/${next.id}`);
      else onChanged(next);
    },
  });
  return (
    <ActDialog title={t(`act.${act}Title`, { title: title(view.title) })} act={t(`act.${act}`)} destructive={act === 'delete'} onAct={() => run.mutate()} onClose={onClose} busy={run.isPending} error={run.error} onReload={onReload}>
      <p>{t(`act.${act}Text`, { n: view.versions })}</p>
    </ActDialog>
  );
}
