import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Steps } from 'antd';
import type { OperationView, QuestionImportView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { hasEnded, useOperation } from '../parts/operation.js';
import { PageHead } from '../parts/page-head.js';
import { ProblemNote } from '../parts/problem.js';
import { useWords } from '../parts/words.js';
import { ImportCheck } from './import-check.js';
import { ImportFile } from './import-file.js';
import { ImportMapping } from './import-mapping.js';
import { ImportRun } from './import-run.js';

const steps = ['file', 'columns', 'check', 'run'] as const;

/** From a file as users bring it to questions in the bank, in four steps; the address names the import, so that a reload goes on. */
export function ImportPage() {
  const { t } = useWords();
  const cache = useQueryClient();
  const [params, setParams] = useSearchParams();
  const id = params.get('import');
  const [checking, setChecking] = useState(false);
  const [started, setStarted] = useState<string | null>(null);
  const found = useQuery({ queryKey: ['/question-imports', id], enabled: id !== null, queryFn: () => api.get<QuestionImportView>(`/question-imports/${id}`) });
  const view = found.data;
  const operationId = started ?? view?.operationId ?? null;
  const operation = useOperation(operationId).data;
  const keep = (next: QuestionImportView): void => {
    cache.setQueryData(['/question-imports', next.id], next);
    setParams({ import: next.id }, { replace: true });
  };
  const begin = (work: OperationView): void => {
    cache.setQueryData(['operation', work.id], work);
    setStarted(work.id);
  };
  const again = (): void => {
    setStarted(null);
    setChecking(false);
    setParams({}, { replace: true });
  };
  const step = operationId ? (hasEnded(operation) ? 4 : 3) : !view ? 0 : checking ? 2 : 1;
  return (
    <div className="pg org">
      <PageHead crumbs={[{ label: t('bank.title'), to: '/bank' }, { label: t('import.title') }]} title={t('import.title')} note={view?.fileName} />
      <Steps className="org-steps" size="small" current={Math.min(step, 3)} items={steps.map((name) => ({ title: t(`import.step.${name}`) }))} />
      <ProblemNote error={found.error} />
      {step === 0 && !found.isFetching && <ImportFile onRead={(next) => { setChecking(false); keep(next); }} />}
      {step === 1 && view && <ImportMapping key={`${view.id}${view.version}`} view={view} onMapped={(next) => { keep(next); setChecking(true); }} onReload={() => void found.refetch()} onDiscard={again} />}
      {step === 2 && view && <ImportCheck view={view} onBack={() => setChecking(false)} onBegun={begin} />}
      {step >= 3 && view && operation && <ImportRun view={view} operation={operation} onAgain={again} />}
    </div>
  );
}
