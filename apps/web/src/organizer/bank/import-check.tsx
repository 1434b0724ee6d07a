import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Input } from 'antd';
import { errorText, type OperationView, type QuestionImportView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Icon } from '../../look/icon.js';
import { Button } from '../../look/parts.js';
import { Field } from '../parts/field.js';
import { useIntent } from '../parts/intent.js';
import { SectionHead } from '../parts/page-head.js';
import { ProblemNote } from '../parts/problem.js';
import { useOwnUnits } from '../parts/reads.js';
import { UnitSelect } from '../parts/unit-select.js';
import { useWords } from '../parts/words.js';

/** What the import would do: counts, problems by line with what to do, the first questions; then it is started. */
export function ImportCheck({ view, onBack, onBegun }: { view: QuestionImportView; onBack: () => void; onBegun: (operation: OperationView) => void }) {
  const { t } = useWords();
  const own = useOwnUnits(['organizer', 'question_author', 'system_admin']);
  const intent = useIntent();
  const [rows, setRows] = useState<'all' | 'good'>(view.rows.bad > 0 ? 'good' : 'all');
  const [unit, setUnit] = useState('');
  const [subject, setSubject] = useState('');
  const orgUnitId = unit || own.first;
  const commit = useMutation({
    mutationFn: () => {
      const body = { rows, orgUnitId, ...(subject.trim() && { subject: subject.trim() }) };
      return api.post<OperationView>(`/question-imports/${view.id}/commit`, body, { idempotencyKey: intent.keyFor(body) });
    },
    onSuccess: onBegun,
  });
  const { total, good, bad, duplicates } = view.rows;
  return (
    <section>
      <dl className="meta org-meta">
        <div><dt>{t('import.rows')}</dt><dd>{total}</dd></div>
        <div><dt>{t('import.good')}</dt><dd className="ok">{good}</dd></div>
        <div><dt>{t('import.bad')}</dt><dd className={bad > 0 ? 'wn' : ''}>{bad}</dd></div>
        <div><dt>{t('import.duplicates')}</dt><dd>{duplicates}</dd></div>
        {view.byKind.map(({ kind, count }) => <div key={kind}><dt>{t(`kind.${kind}`)}</dt><dd>{count}<small>{t('unit.questions')}</small></dd></div>)}
      </dl>
      {view.problems.length > 0 && <Problems view={view} />}
      <SectionHead title={t('import.preview')} note={t('import.previewNote', { n: view.preview.length })} />
      <div className="org-scroll tall" tabIndex={0} role="region" aria-label={t('import.preview')}><ol className="org-preview">
        {view.preview.map(({ line, kind, stem, options, correct }) => (
          <li key={line}>
            <p><span className="mute t13">{t('import.line', { n: line })} · {t(`kind.${kind}`)}</span><br />{stem}</p>
            <ul>{options.map((option, index) => { const id = optionId(kind, index); const right = correct.includes(id); return <li key={id} className={right ? 'right' : ''}><b>{id}</b> {option}{right && <span className="org-right"><Icon name="check" small />{t('bank.isKey')}</span>}</li>; })}</ul>
          </li>
        ))}
      </ol></div>
      <SectionHead title={t('import.into')} />
      <div className="org-two">
        <Field label={t('import.orgUnit')} hint={t('import.orgUnitHint')}>{(control) => <UnitSelect id={control.id} value={orgUnitId} onChange={setUnit} options={own.options} />}</Field>
        <Field label={t('import.subject')} hint={t('field.optional')}>{({ status, ...control }) => <Input {...control} status={status} value={subject} onChange={(event) => setSubject(event.target.value)} />}</Field>
      </div>
      {bad > 0 && (
        <fieldset className="org-radios">
          <legend className="lab">{t('import.whichRows')}</legend>
          <label className={`rad ${rows === 'good' ? 'on' : ''}`}><input type="radio" name="rows" checked={rows === 'good'} onChange={() => setRows('good')} /><span>{t('import.goodOnly', { n: good })}<small>{t('import.goodOnlyHint', { n: bad })}</small></span></label>
          <label className={`rad ${rows === 'all' ? 'on' : ''}`}><input type="radio" name="rows" checked={rows === 'all'} onChange={() => setRows('all')} /><span>{t('import.allOrNone')}<small>{t('import.allOrNoneHint')}</small></span></label>
        </fieldset>
      )}
      <ProblemNote error={commit.error} />
      <div className="org-acts-row">
        <Button onClick={onBack}>{t('import.backToColumns')}</Button>
        <Button kind="pri" disabled={good === 0 || !orgUnitId || commit.isPending || (rows === 'all' && bad > 0)} onClick={() => commit.mutate()}>{commit.isPending ? t('act.working') : t('import.commit', { n: good })}</Button>
      </div>
    </section>
  );
}

function optionId(kind: string, index: number): string {
  return kind === 'true_false' ? (index === 0 ? 'T' : 'F') : String.fromCharCode(65 + index);
}

function Problems({ view }: { view: QuestionImportView }) {
  const { t, en } = useWords();
  return (
    <>
      <SectionHead title={t('import.problems')} note={t('import.problemsNote')} />
      <div className="org-scroll" tabIndex={0} role="region" aria-label={t('import.problems')}>
        <table className="tbl">
          <thead><tr><th scope="col" className="r">{t('import.lineHead')}</th><th scope="col">{t('import.column')}</th><th scope="col">{t('import.whatToDo')}</th></tr></thead>
          <tbody>{view.problems.map(({ line, column, code, params }, index) => <tr key={index}><td className="r num">{line}</td><td className="nw">{column ?? '—'}</td><td>{errorText(code, en ? 'en' : 'zh-CN', params)}</td></tr>)}</tbody>
        </table>
      </div>
    </>
  );
}
