import './import-texts.js';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Steps } from 'antd';
import { errorText, type OperationView, type QuestionImportView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Button } from '../../look/parts.js';
import { hasEnded, OperationProgress, useOperation } from '../parts/operation.js';
import { PageHead } from '../parts/page-head.js';
import { ProblemNote } from '../parts/problem.js';
import { useWords } from '../parts/words.js';
import { ImportCheck } from './import-check.js';
import { ImportFile } from './import-file.js';
import { ImportMapping } from './import-mapping.js';
import { ImportRun } from './import-run.js';

const steps = ['file', 'columns', 'check', 'run'] as const;

/** From what users have to questions in the bank, in four steps; the address names the import, so that a reload goes on. */
export function ImportPage() {
  const { t } = useTranslation('bank-import');
  const { t: words } = useWords();
  const cache = useQueryClient();
  const [params, setParams] = useSearchParams();
  const id = params.get('import');
  const [looking, setLooking] = useState<'columns' | 'check' | null>(null);
  const found = useQuery({ queryKey: ['/question-imports', id], enabled: id !== null, queryFn: () => api.get<QuestionImportView>(`/question-imports/${id}`) });
  const view = id === null ? undefined : found.data;
  const keep = (next: QuestionImportView): void => {
    cache.setQueryData(['/question-imports', next.id], next);
    setParams({ import: next.id }, { replace: true });
  };
  const anew = (): void => {
    setLooking(null);
    setParams({}, { replace: true });
  };
  const step = stepOf(view, looking);
  return (
    <div className="pg org import">
      <PageHead crumbs={[{ label: words('bank.title'), to: '/bank' }, { label: t('title') }]} title={t('title')} note={view?.fileName} />
      <Steps className="org-steps" size="small" current={step} items={steps.map((name) => ({ title: t(`step.${name}`) }))} />
      <ProblemNote error={found.error} />
      {!view && !found.isFetching && <ImportFile onRead={(next) => { setLooking(null); keep(next); }} />}
      {view && (view.state === 'checking' || view.state === 'failed') && <Checking view={view} onEnd={() => void found.refetch()} onAnew={anew} />}
      {view?.state === 'mapped' && step === 1 && <ImportMapping key={`${view.id}${view.version}`} view={view} onMapped={(next) => { keep(next); setLooking('check'); }} onSheet={(next) => { keep(next); setLooking('columns'); }} onReload={() => void found.refetch()} onDiscard={anew} />}
      {view?.state === 'mapped' && step === 2 && <ImportCheck view={view} onBack={view.mappable ? () => setLooking('columns') : null} onBegun={() => void found.refetch()} onDiscard={anew} />}
      {view && (view.state === 'committing' || view.state === 'committed') && <ImportRun view={view} onAnew={anew} onBack={() => { setLooking('check'); void found.refetch(); }} />}
    </div>
  );
}

function stepOf(view: QuestionImportView | undefined, looking: 'columns' | 'check' | null): number {
  if (!view || view.state === 'discarded') return 0;
  if (view.state === 'checking' || view.state === 'failed') return 1;
  if (view.state === 'mapped') return view.mappable && looking !== 'check' ? 1 : 2;
  return view.state === 'committed' ? 4 : 3;
}

/** A large file on its way through the check, or what kept it from its end. */
function Checking({ view, onEnd, onAnew }: { view: QuestionImportView; onEnd: () => void; onAnew: () => void }) {
  const { t } = useTranslation('bank-import');
  const { en } = useWords();
  const operation: OperationView | undefined = useOperation(view.operationId).data;
  const ended = hasEnded(operation);
  useEffect(() => {
    if (ended && view.state === 'checking') onEnd();
  }, [ended, view.state, onEnd]);
  if (!operation) return null;
  if (!ended) {
    return <section className="org-panel"><OperationProgress operation={operation} label={t('checking', { name: view.fileName })} /><p className="hint">{t('checkingHint')}</p></section>;
  }
  if (view.state === 'checking') return null;
  return (
    <section className="org-panel">
      <p className="org-big">{t('failed')}</p>
      <p className="ink2">{operation.problem ? errorText(operation.problem.code, en ? 'en' : 'zh-CN', operation.problem.params) : t('stoppedCheck')}</p>
      <Button kind="pri" onClick={onAnew}>{t('otherFile')}</Button>
    </section>
  );
}
