import { useEffect } from 'react';
import { Link } from 'react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { errorText, type OperationView, type QuestionImportView } from '#lib/contracts';
import { Button, Stamp } from '../../look/parts.js';
import { hasEnded, OperationProgress, useOperation } from '../parts/operation.js';
import { useWords } from '../parts/words.js';

/** The import at work and its end: how many questions are in the bank now, or why not. */
export function ImportRun({ view, onAnew, onBack }: { view: QuestionImportView; onAnew: () => void; onBack: () => void }) {
  const { t } = useTranslation('bank-import');
  const cache = useQueryClient();
  const operation = useOperation(view.operationId).data;
  const over = hasEnded(operation);
  useEffect(() => {
    if (over) for (const key of ['/questions', '/question-categories', '/question-tags']) void cache.invalidateQueries({ queryKey: [key] });
  }, [over, cache]);
  if (!operation) return null;
  if (!over) return <section className="org-panel"><OperationProgress operation={operation} label={t('running', { name: view.fileName })} /></section>;
  return <section className="org-panel org-result" aria-live="polite">{operation.state === 'succeeded' ? <Done operation={operation} onAnew={onAnew} /> : <Stopped operation={operation} onAnew={onAnew} onBack={onBack} />}</section>;
}

function Done({ operation, onAnew }: { operation: OperationView; onAnew: () => void }) {
  const { t } = useTranslation('bank-import');
  const { imported, duplicates, bad, similar, published } = counts(operation);
  return (
    <>
      <Stamp>{t('stamp')}</Stamp>
      <p className="org-big">{t('done', { n: imported })}</p>
      <p className="ink2">{t(published ? 'donePublished' : 'doneDraft')}</p>
      {duplicates + bad + similar > 0 && <p className="ink2">{t('leftOut', { bad, duplicates, similar })}</p>}
      <div className="row org-wrap">
        <Link className="btn pri" to={`/bank?state=${published ? 'published' : 'draft'}`}>{t('toBank')}</Link>
        {published && <Link className="btn" to="/papers/new">{t('toPaper')}</Link>}
        <Button onClick={onAnew}>{t('another')}</Button>
      </div>
    </>
  );
}

function Stopped({ operation, onAnew, onBack }: { operation: OperationView; onAnew: () => void; onBack: () => void }) {
  const { t } = useTranslation('bank-import');
  const { t: words, en } = useWords();
  return (
    <>
      <p className="org-error">{operation.problem ? errorText(operation.problem.code, en ? 'en' : 'zh-CN', operation.problem.params) : words(`operation.state.${operation.state}`)}</p>
      <p className="org-big">{t('stopped')}</p>
      <p className="ink2">{t('stoppedHint')}</p>
      <div className="row org-wrap"><Button kind="pri" onClick={onBack}>{t('again')}</Button><Button onClick={onAnew}>{t('another')}</Button></div>
    </>
  );
}

function counts({ result, done }: OperationView): { imported: number; duplicates: number; bad: number; similar: number; published: boolean } {
  const figure = (name: string): number => (typeof result?.[name] === 'number' ? result[name] : 0);
  return { imported: typeof result?.imported === 'number' ? result.imported : done, duplicates: figure('duplicates'), bad: figure('bad'), similar: figure('similar'), published: result?.state === 'published' };
}
