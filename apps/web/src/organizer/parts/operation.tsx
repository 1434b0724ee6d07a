import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { OperationState, OperationView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Button } from '../../look/parts.js';
import { ProblemNote } from './problem.js';
import { useWords } from './words.js';

const ended: readonly OperationState[] = ['succeeded', 'failed', 'cancelled'];

/** Whether long work has come to its end. */
export function hasEnded(operation: OperationView | undefined): boolean {
  return operation !== undefined && ended.includes(operation.state);
}

/** Polls long work until it ends. */
export function useOperation(id: string | null) {
  return useQuery({
    queryKey: ['operation', id],
    enabled: id !== null,
    queryFn: () => api.get<OperationView>(`/operations/${id}`),
    refetchInterval: ({ state }) => (hasEnded(state.data) ? false : 700),
  });
}

/** How far long work is, in figures, and a way to stop it. */
export function OperationProgress({ operation, label }: { operation: OperationView; label: string }) {
  const { t } = useWords();
  const cache = useQueryClient();
  const stop = useMutation({
    mutationFn: () => api.post<OperationView>(`/operations/${operation.id}/cancel`),
    onSuccess: (view) => cache.setQueryData(['operation', operation.id], view),
  });
  const share = operation.total ? Math.min(100, (operation.done / operation.total) * 100) : 0;
  return (
    <div className="org-progress">
      <p className="row"><b>{label}</b><span className="sp" /><span role="status">{operation.total === null ? t(`operation.state.${operation.state}`) : t('operation.doneOf', { done: operation.done, total: operation.total })}</span></p>
      <div className="org-bar" role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={operation.total ?? 100} aria-valuenow={operation.done}><i style={{ width: `${share}%` }} /></div>
      <p className="hint">{t('operation.hint')}</p>
      {operation.cancellable && !hasEnded(operation) && <Button kind="danger" size="sm" disabled={stop.isPending} onClick={() => stop.mutate()}>{t('operation.stop')}</Button>}
      <ProblemNote error={stop.error} />
    </div>
  );
}
