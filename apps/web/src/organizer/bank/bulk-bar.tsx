import { Select } from 'antd';
import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { errorText, type BulkQuestions, type BulkResult, type OperationView, type QuestionListItem } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Button } from '../../look/parts.js';
import { ActDialog } from '../parts/act-dialog.js';
import { Field } from '../parts/field.js';
import { useIntent } from '../parts/intent.js';
import { hasEnded, OperationProgress, useOperation } from '../parts/operation.js';
import { useWords } from '../parts/words.js';
import { categoryOptions } from './category-tree.js';
import { useCategories } from './editor/facts-form.js';

const acts = ['submit', 'approve', 'return', 'move', 'tag', 'untag', 'retire', 'restore'] as const;

/** What can be done with the ticked questions; every one by itself, those refused are listed with their reason. */
export function BulkBar({ chosen, onDone }: { chosen: QuestionListItem[]; onDone: () => void }) {
  const { t } = useTranslation('bank');
  const [act, setAct] = useState<BulkQuestions['act'] | null>(null);
  return (
    <div className="bulk-bar" role="region" aria-label={t('bulk.title')}>
      <b>{t('bulk.chosen', { count: chosen.length })}</b>
      {acts.map((one) => <Button key={one} size="sm" kind={one === 'retire' ? 'danger' : 'plain'} onClick={() => setAct(one)}>{t(`bulk.${one}`)}</Button>)}
      <Button size="sm" kind="quiet" icon="x" onClick={onDone}>{t('bulk.clear')}</Button>
      {act && <BulkDialog act={act} chosen={chosen} onClose={(done) => { setAct(null); if (done) onDone(); }} />}
    </div>
  );
}

function BulkDialog({ act, chosen, onClose }: { act: BulkQuestions['act']; chosen: QuestionListItem[]; onClose: (done: boolean) => void }) {
  const { t } = useTranslation('bank');
  const { t: words, title } = useWords();
  const cache = useQueryClient();
  const intent = useIntent();
  const categories = (useCategories().data ?? []).filter(({ writable }) => writable);
  const [categoryId, setCategoryId] = useState<string | null>(null);
  const [tags, setTags] = useState<string[]>([]);
  const [note, setNote] = useState('');
  const [operationId, setOperationId] = useState<string | null>(null);
  const operation = useOperation(operationId).data;
  const ended = hasEnded(operation);
  const body: BulkQuestions = { ids: chosen.map(({ id }) => id), act, ...(categoryId ? { categoryId } : {}), ...(tags.length > 0 ? { tags } : {}), ...(note ? { note } : {}) };
  const run = useMutation({ mutationFn: () => api.post<OperationView>('/questions/bulk', body, { idempotencyKey: intent.keyFor(body) }), onSuccess: ({ id }) => setOperationId(id) });
  const close = async (): Promise<void> => {
    if (operationId) await cache.invalidateQueries({ queryKey: ['/questions'] });
    onClose(ended);
  };
  const incomplete = (act === 'move' && !categoryId) || ((act === 'tag' || act === 'untag') && tags.length === 0) || (act === 'return' && note.trim() === '');
  return (
    <ActDialog title={t(`bulk.${act}Title`, { count: chosen.length })} act={ended ? words('act.close') : t(`bulk.${act}`)} destructive={act === 'retire' && !ended} busy={run.isPending || (operation !== undefined && !ended)} disabled={incomplete} error={run.error} onAct={() => (ended ? void close() : run.mutate())} onClose={() => void close()}>
      {!operation && act === 'move' && <Field label={t('facts.category')}>{({ id, status }) => <Select id={id} status={status} className="org-wide" value={categoryId} onChange={setCategoryId} options={categoryOptions(categories, title)} showSearch={{ optionFilterProp: 'label' }} />}</Field>}
      {!operation && (act === 'tag' || act === 'untag') && <Field label={t('facts.tags')}>{({ id, status }) => <Select id={id} status={status} mode="tags" className="org-wide" value={tags} onChange={setTags} />}</Field>}
      {!operation && (act === 'return' || act === 'approve' || act === 'submit') && <Field label={t('act.note')}>{({ status: _, ...control }) => <textarea {...control} className="inp" rows={2} maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />}</Field>}
      {!operation && <p className="hint">{t('bulk.each')}</p>}
      {operation && !ended && <OperationProgress operation={operation} label={t(`bulk.${act}`)} />}
      {operation && ended && <BulkOutcome result={operation.result as unknown as BulkResult | null} />}
    </ActDialog>
  );
}

function BulkOutcome({ result }: { result: BulkResult | null }) {
  const { t } = useTranslation('bank');
  const { en } = useWords();
  if (!result) return <p role="status">{t('bulk.stopped')}</p>;
  return (
    <div role="status">
      <p className="b">{t('bulk.done', { count: result.done })}</p>
      {result.refused.length > 0 && <><p>{t('bulk.refused', { count: result.refused.length })}</p><ul className="bulk-refused">{result.refused.slice(0, 100).map(({ id, questionCode, code, params }) => <li key={id}><b className="num">{questionCode}</b> {errorText(code, en ? 'en' : 'zh-CN', params)}</li>)}</ul></>}
    </div>
  );
}
