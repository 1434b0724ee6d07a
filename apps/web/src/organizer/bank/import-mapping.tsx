import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { ImportField, QuestionImportView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Button, Chip } from '../../look/parts.js';
import { SectionHead } from '../parts/page-head.js';
import { ProblemNote } from '../parts/problem.js';
import { useWords } from '../parts/words.js';

const fields: ImportField[] = [
  'ignore', 'number', 'kind', 'stem', 'optionA', 'optionB', 'optionC', 'optionD', 'optionE', 'optionF', 'optionG', 'optionH',
  'key', 'marks', 'explanation', 'subject', 'difficulty', 'source',
];
const needed: ImportField[] = ['kind', 'stem', 'key'];

/** Says which column is what; the server proposes and remembers it for files with the same headings. */
export function ImportMapping({ view, onMapped, onReload, onDiscard }: { view: QuestionImportView; onMapped: (view: QuestionImportView) => void; onReload: () => void; onDiscard: () => void }) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<ImportField[]>(view.columns.map(({ field }) => field));
  const map = useMutation({ mutationFn: () => api.put<QuestionImportView>(`/question-imports/${view.id}/mapping`, { fields: chosen }, { ifMatch: view.version }), onSuccess: onMapped });
  const discard = useMutation({ mutationFn: () => api.delete(`/question-imports/${view.id}`), onSuccess: onDiscard });
  const missing = needed.filter((field) => !chosen.includes(field));
  const doubled = chosen.filter((field, index) => field !== 'ignore' && chosen.indexOf(field) !== index);
  const choose = (index: number, field: ImportField): void => setChosen(chosen.map((before, at) => (at === index ? field : before)));
  return (
    <section>
      <SectionHead title={t('import.columnsTitle')} note={t('import.columnsNote', { rows: view.rows.total, columns: view.columns.length })}><Chip tone="ok" icon="check">{t(`import.encoding.${view.encoding}`)}</Chip></SectionHead>
      <table className="tbl org-tbl">
        <caption className="vh">{t('import.columnsTitle')}</caption>
        <thead><tr><th scope="col">{t('import.heading')}</th><th scope="col">{t('import.samples')}</th><th scope="col">{t('import.means')}</th></tr></thead>
        <tbody>
          {view.columns.map(({ index, heading, samples }, at) => (
            <tr key={index}>
              <td className="lead b">{heading || t('import.noHeading', { n: index + 1 })}</td>
              <td className="org-samples" data-label={t('import.samples')}><div>{samples.slice(0, 3).map((sample, n) => <span key={n}>{sample || '—'}</span>)}</div></td>
              <td data-label={t('import.means')}>
                <select className="inp org-map" aria-label={t('import.meansOf', { heading: heading || index + 1 })} value={chosen[at]} onChange={(event) => choose(at, event.target.value as ImportField)}>
                  {fields.map((field) => <option key={field} value={field}>{t(`import.field.${field}`)}</option>)}
                </select>
                {doubled.includes(chosen[at] ?? 'ignore') && <p className="org-error">{t('import.doubled')}</p>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {missing.length > 0 && <p className="org-error org-gap">{t('import.missing', { fields: missing.map((field) => t(`import.field.${field}`)).join(t('list.comma')) })}</p>}
      <ProblemNote error={map.error ?? discard.error} onReload={onReload} />
      <div className="org-acts-row">
        <Button onClick={() => discard.mutate()} disabled={discard.isPending}>{t('import.discard')}</Button>
        <Button kind="pri" disabled={missing.length > 0 || doubled.length > 0 || map.isPending} onClick={() => map.mutate()}>{map.isPending ? t('act.working') : t('import.checkRows', { n: view.rows.total })}</Button>
      </div>
    </section>
  );
}
