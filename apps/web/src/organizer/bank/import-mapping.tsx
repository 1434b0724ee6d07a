import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type ImportField, importFields, type QuestionImportView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Button, Chip } from '../../look/parts.js';
import { SectionHead } from '../parts/page-head.js';
import { ProblemNote } from '../parts/problem.js';
import { useWords } from '../parts/words.js';
import { useFieldName } from './import-texts.js';

const groups: Record<'basic' | 'options' | 'gaps' | 'kinds' | 'place', readonly ImportField[]> = {
  basic: ['number', 'kind', 'stem', 'key', 'marks', 'scoring', 'explanation', 'difficulty', 'material', 'group'],
  options: ['options', ...importFields.filter((field) => field.startsWith('option') && field !== 'options')],
  gaps: importFields.filter((field) => field.startsWith('gap')),
  kinds: ['tolerance', 'units', 'pairs', 'items', 'guide', 'rubric', 'length', 'fileKinds', 'maxFiles', 'maxMegabytes'],
  place: ['subject', 'category', 'tags', 'jobFields', 'source', 'regulation', 'article', 'data'],
};
/** Kinds keep their answer in different columns; one of them is needed. */
const answers: readonly ImportField[] = ['key', 'gap1', 'pairs', 'items', 'guide', 'rubric', 'fileKinds', 'data'];

interface Props {
  view: QuestionImportView;
  onMapped: (view: QuestionImportView) => void;
  onSheet: (view: QuestionImportView) => void;
  onReload: () => void;
  onDiscard: () => void;
}

/** Says which column is what; the server proposes and remembers it for files with the same headings. */
export function ImportMapping({ view, onMapped, onSheet, onReload, onDiscard }: Props) {
  const { t } = useTranslation('bank-import');
  const { t: words } = useWords();
  const proposed = view.columns.map(({ field }) => field);
  const [chosen, setChosen] = useState<ImportField[]>(proposed);
  const send = (body: { fields: ImportField[]; sheet?: string }): Promise<QuestionImportView> => api.put<QuestionImportView>(`/question-imports/${view.id}/mapping`, body, { ifMatch: view.version, timeoutMs: 60_000 });
  // What the server proposed has been checked already.
  const map = useMutation({ mutationFn: () => (chosen.join() === proposed.join() ? Promise.resolve(view) : send({ fields: chosen })), onSuccess: onMapped });
  const change = useMutation({ mutationFn: (sheet: string) => send({ fields: [], sheet }), onSuccess: onSheet });
  const discard = useMutation({ mutationFn: () => api.delete(`/question-imports/${view.id}`), onSuccess: onDiscard });
  const missing = !chosen.includes('stem') ? t('missingStem') : !answers.some((field) => chosen.includes(field)) ? t('missingKey') : null;
  const doubled = chosen.filter((field, index) => field !== 'ignore' && chosen.indexOf(field) !== index);
  const ignored = chosen.filter((field) => field === 'ignore').length;
  return (
    <section>
      <SectionHead title={t('columnsTitle')} note={t('columnsNote', { rows: view.rows.total, columns: view.columns.length })}><Chip tone="ok" icon="check">{view.encoding ? t(`encoding.${view.encoding}`) : t(`source.${view.source}`)}</Chip></SectionHead>
      {view.sheets.length > 1 && (
        <p className="import-sheet"><label className="lab" htmlFor="import-sheet">{t('sheet')}</label>
          <select id="import-sheet" className="inp" value={view.sheet ?? ''} disabled={change.isPending} onChange={(event) => change.mutate(event.target.value)}>
            {view.sheets.map(({ name, hidden }) => <option key={name} value={name}>{hidden ? t('hiddenSheet', { name }) : name}</option>)}
          </select></p>
      )}
      <p className="hint import-note">{ignored === 0 ? t('columnsAll') : t('columnsSome', { n: ignored })}</p>
      <table className="tbl org-tbl">
        <caption className="vh">{t('columnsTitle')}</caption>
        <thead><tr><th scope="col">{t('heading')}</th><th scope="col">{t('samples')}</th><th scope="col">{t('means')}</th></tr></thead>
        <tbody>
          {view.columns.map(({ index, heading, samples }, at) => (
            <tr key={index}>
              <td className="lead b">{heading || t('noHeading', { n: index + 1 })}</td>
              <td className="org-samples" data-label={t('samples')}><div>{samples.map((sample, n) => <span key={n}>{sample || '—'}</span>)}</div></td>
              <td data-label={t('means')}>
                <FieldSelect label={t('meansOf', { heading: heading || index + 1 })} value={chosen[at] ?? 'ignore'} onChange={(field) => setChosen(chosen.map((before, place) => (place === at ? field : before)))} />
                {doubled.includes(chosen[at] ?? 'ignore') && <p className="org-error">{t('doubled')}</p>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {missing && <p className="org-error org-gap">{missing}</p>}
      <ProblemNote error={map.error ?? change.error ?? discard.error} onReload={onReload} />
      <div className="org-acts-row">
        <Button onClick={() => discard.mutate()} disabled={discard.isPending}>{t('otherFile')}</Button>
        <Button kind="pri" disabled={missing !== null || doubled.length > 0 || map.isPending || change.isPending} onClick={() => map.mutate()}>{map.isPending ? words('act.working') : t('checkRows', { n: view.rows.total })}</Button>
      </div>
    </section>
  );
}

function FieldSelect({ label, value, onChange }: { label: string; value: ImportField; onChange: (field: ImportField) => void }) {
  const { t } = useTranslation('bank-import');
  const name = useFieldName();
  return (
    <select className="inp org-map" aria-label={label} value={value} onChange={(event) => onChange(event.target.value as ImportField)}>
      <option value="ignore">{name('ignore')}</option>
      {Object.entries(groups).map(([group, fields]) => <optgroup key={group} label={t(`group.${group as 'basic'}`)}>{fields.map((field) => <option key={field} value={field}>{name(field)}</option>)}</optgroup>)}
    </select>
  );
}
