import { useMemo, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { errorText, type ImportProblem, type QuestionImportView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Button, Chip } from '../../look/parts.js';
import { SectionHead } from '../parts/page-head.js';
import { ProblemNote } from '../parts/problem.js';
import { useWords } from '../parts/words.js';

const perPage = 20;
const severities = ['all', 'error', 'warning'] as const;

/** Every problem with its place and what to do: to filter, to search, to page through, to take along. */
export function ImportProblems({ view }: { view: QuestionImportView }) {
  const { t } = useTranslation('bank-import');
  const placeOf = usePlace(view);
  const adviceOf = useAdvice();
  const [severity, setSeverity] = useState<(typeof severities)[number]>('all');
  const [text, setText] = useState('');
  const [page, setPage] = useState(0);
  const { errors, warnings } = view.problemCount;
  const found = useMemo(() => {
    const wanted = text.trim().toLowerCase();
    return view.problems.filter((problem) => (severity === 'all' || problem.severity === severity) && (wanted === '' || `${placeOf(problem)} ${problem.column ?? ''} ${adviceOf(problem)}`.toLowerCase().includes(wanted)));
  }, [view.problems, severity, text, placeOf, adviceOf]);
  const from = Math.min(page, Math.max(Math.ceil(found.length / perPage) - 1, 0)) * perPage;
  const shown = found.slice(from, from + perPage);
  const counts = { all: errors + warnings, error: errors, warning: warnings };
  if (counts.all === 0) return <p className="import-none"><Chip tone="ok" icon="check">{t('noProblems')}</Chip></p>;
  return (
    <>
      <SectionHead title={t('problems')} note={t('problemsNote')}><Download view={view} /></SectionHead>
      <div className="import-tools">
        <div className="import-ways small" role="group" aria-label={t('severityFilter')}>{severities.map((one) => <button key={one} type="button" aria-pressed={severity === one} onClick={() => { setSeverity(one); setPage(0); }}>{t(`severity.${one}`, { n: counts[one] })}</button>)}</div>
        <input type="search" className="inp" aria-label={t('problemSearch')} placeholder={t('problemSearch')} value={text} onChange={(event) => { setText(event.target.value); setPage(0); }} />
      </div>
      <table className="tbl org-tbl import-problems">
        <caption className="vh">{t('problems')}</caption>
        <thead><tr><th scope="col">{t('place')}</th><th scope="col">{t('column')}</th><th scope="col">{t('whatToDo')}</th></tr></thead>
        <tbody>
          {shown.map((problem, index) => (
            <tr key={from + index}>
              <td className="nw lead"><span className={`import-mark ${problem.severity}`}>{t(`severityOne.${problem.severity}`)}</span> <span className="num">{placeOf(problem)}</span></td>
              <td data-label={t('column')}>{problem.column ?? '—'}</td>
              <td data-label={t('whatToDo')}>{adviceOf(problem)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="import-pages">
        <span className="hint">{t('page', { from: found.length === 0 ? 0 : from + 1, to: from + shown.length, n: found.length })}{view.problems.length < counts.all && `　${t('onlyFirst', { n: view.problems.length })}`}</span>
        <span className="sp" />
        {found.length > perPage && <Button size="sm" disabled={from === 0} onClick={() => setPage(from / perPage - 1)}>{t('previous')}</Button>}
        {found.length > perPage && <Button size="sm" disabled={from + perPage >= found.length} onClick={() => setPage(from / perPage + 1)}>{t('next')}</Button>}
      </div>
    </>
  );
}

/** The place as people find it: the cell in tables, the line in texts, the question in lists. */
function usePlace(view: Pick<QuestionImportView, 'source' | 'sheets'>): (problem: ImportProblem) => string {
  const { t } = useTranslation('bank-import');
  const { source, sheets } = view;
  const several = sheets.length > 1;
  return useMemo(() => ({ sheet, line, cell }) => {
    const place = cell ?? (source === 'json' ? t('question', { n: line }) : t('line', { n: line }));
    return several && sheet ? `${sheet}!${place}` : place;
  }, [t, source, several]);
}

function useAdvice(): (problem: ImportProblem) => string {
  const { en } = useWords();
  return useMemo(() => ({ code, params }) => errorText(code, en ? 'en' : 'zh-CN', params), [en]);
}

function Download({ view }: { view: QuestionImportView }) {
  const { t } = useTranslation('bank-import');
  const placeOf = usePlace(view);
  const adviceOf = useAdvice();
  const fetchAll = useMutation({
    mutationFn: () => api.get<ImportProblem[]>(`/question-imports/${view.id}/problems`),
    onSuccess: (problems) => save(`${view.fileName}.problems.csv`, [[t('severityFilter'), t('place'), t('column'), t('whatToDo')], ...problems.map((problem) => [t(`severityOne.${problem.severity}`), placeOf(problem), problem.column ?? '', adviceOf(problem)])]),
  });
  return <><Button size="sm" icon="download" disabled={fetchAll.isPending} onClick={() => fetchAll.mutate()}>{t('download')}</Button><ProblemNote error={fetchAll.error} /></>;
}

/** A CSV that Excel opens as UTF-8, and in which nothing is computed. */
function save(name: string, rows: string[][]): void {
  const cell = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  const address = URL.createObjectURL(new Blob([`\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}`], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
