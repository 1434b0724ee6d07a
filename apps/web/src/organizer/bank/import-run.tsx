import { useEffect } from 'react';
import { Link } from 'react-router';
import { useQueryClient } from '@tanstack/react-query';
import { errorText, type OperationView, type QuestionImportView } from '#lib/contracts';
import { Button, Stamp } from '../../look/parts.js';
import { hasEnded, OperationProgress } from '../parts/operation.js';
import { useWords } from '../parts/words.js';

/** The import at work and its end: how many questions are in the bank now, or why not. */
export function ImportRun({ view, operation, onAgain }: { view: QuestionImportView; operation: OperationView; onAgain: () => void }) {
  const { t, en } = useWords();
  const cache = useQueryClient();
  const over = hasEnded(operation);
  useEffect(() => {
    if (over) void cache.invalidateQueries({ queryKey: ['/questions'] });
  }, [over, cache]);
  if (!over) return <section className="org-panel"><OperationProgress operation={operation} label={t('import.running', { name: view.fileName })} /></section>;
  const done = operation.state === 'succeeded';
  return (
    <section className="org-panel org-result" aria-live="polite">
      {done ? <Stamp>{t('import.stamp')}</Stamp> : <p className="org-error">{operation.problem ? errorText(operation.problem.code, en ? 'en' : 'zh-CN', operation.problem.params) : t(`operation.state.${operation.state}`)}</p>}
      <p className="org-big">{done ? t('import.done', { n: imported(operation) }) : t('import.stopped', { n: operation.done })}</p>
      <p className="ink2">{done ? t('import.doneHint') : t('import.stoppedHint')}</p>
      <div className="row org-wrap">
        <Link className="btn pri" to="/bank">{t('import.toBank')}</Link>
        {done && <Link className="btn" to="/papers/new">{t('import.toPaper')}</Link>}
        <Button onClick={onAgain}>{t('import.another')}</Button>
      </div>
    </section>
  );
}

function imported({ result, done }: OperationView): number {
  const count = result?.imported ?? result?.questions ?? result?.count;
  return typeof count === 'number' ? count : done;
}
