import './import-texts.js';
import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { errorText, type ExportQuestions, type OperationView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Icon } from '../../look/icon.js';
import { ActDialog } from '../parts/act-dialog.js';
import { useIntent } from '../parts/intent.js';
import { hasEnded, OperationProgress, useOperation } from '../parts/operation.js';
import { useWords } from '../parts/words.js';

const formats = ['xlsx', 'json'] as const;

/** Writes the chosen questions, or those that the filter finds, into a file. */
export function ExportDialog({ ids, filter, onClose }: { ids: string[]; filter: NonNullable<ExportQuestions['filter']>; onClose: () => void }) {
  const { t } = useTranslation('bank-import');
  const { t: words, en } = useWords();
  const intent = useIntent();
  const [format, setFormat] = useState<ExportQuestions['format']>('xlsx');
  const [withKeys, setWithKeys] = useState(true);
  const [operationId, setOperationId] = useState<string | null>(null);
  const operation = useOperation(operationId).data;
  const ended = hasEnded(operation);
  const body: ExportQuestions = { ...(ids.length > 0 ? { ids } : { filter }), format, withKeys, lang: en ? 'en' : 'zh' };
  const begin = useMutation({ mutationFn: () => api.post<OperationView>('/question-exports', body, { idempotencyKey: intent.keyFor(body) }), onSuccess: ({ id }) => setOperationId(id) });
  return (
    <ActDialog title={ids.length > 0 ? t('export.chosen', { n: ids.length }) : t('export.filtered')} act={ended ? words('act.close') : t('export.begin')} busy={begin.isPending || (operation !== undefined && !ended)} error={begin.error} onAct={() => (ended ? onClose() : begin.mutate())} onClose={onClose}>
      {!operation && (
        <>
          <fieldset className="org-radios">
            <legend className="lab">{t('export.format')}</legend>
            {formats.map((one) => <label key={one} className={`rad ${format === one ? 'on' : ''}`}><input type="radio" name="export-format" checked={format === one} onChange={() => setFormat(one)} /><span>{t(`export.${one}`)}<small>{t(`export.${one}Hint`)}</small></span></label>)}
          </fieldset>
          <label className="org-switch import-tick"><input type="checkbox" checked={withKeys} onChange={(event) => setWithKeys(event.target.checked)} /><span>{t('export.keys')}<small>{t(withKeys ? 'export.keysWarn' : 'export.keysHint')}</small></span></label>
        </>
      )}
      {operation && !ended && <OperationProgress operation={operation} label={t('export.working')} />}
      {operation && ended && (operation.state === 'succeeded' ? <Written operation={operation} /> : <p className="org-error" role="status">{operation.problem ? errorText(operation.problem.code, en ? 'en' : 'zh-CN', operation.problem.params) : t('export.stopped')}</p>)}
    </ActDialog>
  );
}

function Written({ operation }: { operation: OperationView }) {
  const { t } = useTranslation('bank-import');
  const result = operation.result as { questions: number; left: { questionCode: string }[] } | null;
  const left = result?.left ?? [];
  return (
    <div role="status">
      <p className="b">{t('export.done', { n: result?.questions ?? 0 })}</p>
      {left.length > 0 && <p>{t('export.left', { n: left.length })} {left.slice(0, 20).map(({ questionCode }) => questionCode).join(' ')}</p>}
      <p className="org-acts-row start"><a className="btn pri" href={`/api/v1/question-exports/${operation.id}/file`} download><Icon name="download" />{t('export.download')}</a></p>
      <p className="hint">{t('export.kept')}</p>
    </div>
  );
}
