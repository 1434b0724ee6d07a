import '../../question/question.css';
import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AwaitingMark, MarkGiven, MarkingGuide } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Button, Note } from '../../look/parts.js';
import { RichText } from '../../look/rich-text.js';
import { AnswerFields } from '../../question/answer-fields.js';
import { usePages } from '../parts/data-table.js';
import { Empty } from '../parts/empty.js';
import { Field } from '../parts/field.js';
import { ProblemNote } from '../parts/problem.js';
import { useWords } from '../parts/words.js';
import './marks-texts.js';

/** Responses that only a person can mark: one after the other, without a name. */
export function MarksTab({ examId }: { examId: string }) {
  const { t } = useTranslation('marks');
  const words = useWords();
  const path = `/exams/${examId}/awaiting-marks` as const;
  const pages = usePages<AwaitingMark>(path, {}, { limit: 20 });
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const waiting = pages.rows.filter((row) => !skipped.has(keyOf(row)));
  const current = waiting[0] ?? pages.rows[0];
  if (pages.error) return <ProblemNote error={pages.error} />;
  if (pages.isPending) return <p className="org-reading" role="status">{words.t('list.reading')}</p>;
  if (!current) return <Empty title={t('empty')} who={t('emptyWho')} />;
  return (
    <>
      <p className="hint" role="status">{pages.hasNextPage ? t('waitingMore', { count: pages.rows.length }) : t('waiting', { count: pages.rows.length })} {t('blind')}</p>
      <OneMark key={keyOf(current)} examId={examId} row={current} path={path} onSkip={waiting.length > 1 ? () => setSkipped(new Set(skipped).add(keyOf(current))) : null} />
    </>
  );
}

const keyOf = ({ attemptId, slot }: AwaitingMark): string => `${attemptId}:${slot}`;

function OneMark({ examId, row, path, onSkip }: { examId: string; row: AwaitingMark; path: string; onSkip: (() => void) | null }) {
  const { t } = useTranslation('marks');
  const cache = useQueryClient();
  const [mark, setMark] = useState('');
  const [comment, setComment] = useState('');
  const give = useMutation({
    mutationFn: () => api.put<MarkGiven>(`/exams/${examId}/marks/${row.attemptId}/${row.slot}`, { mark, ...(comment.trim() ? { comment: comment.trim() } : {}) }),
    onSuccess: async () => { await cache.invalidateQueries({ queryKey: [path] }); await cache.invalidateQueries({ queryKey: ['/exams', 'one', examId] }); },
  });
  const valid = /^\d+(\.\d{1,4})?$/.test(mark) && Number(mark) <= Number(row.maxMark);
  return (
    <div className="marks-cols">
      <section className="preview" aria-label={t('response', { code: row.code })}>
        <h2 className="org-h3">{t('response', { code: row.code })}</h2>
        <AnswerFields question={row.question} body={row.response} disabled onAnswer={() => undefined} />
      </section>
      <section>
        {row.guide && <Guide guide={row.guide} />}
        {row.parts.map((part, index) => (
          <div key={part.id} className="marks-part">
            <p className="b">{t('part', { number: index + 1 })} · {part.mark === null ? t('ofPerson', { max: part.maxMark }) : t('ofMachine', { mark: part.mark, max: part.maxMark })}</p>
            {part.guide && <Guide guide={part.guide} />}
          </div>
        ))}
        <form onSubmit={(event) => { event.preventDefault(); if (valid) give.mutate(); }}>
          <Field label={t('mark', { max: row.maxMark })} error={mark !== '' && !valid ? t('markWrong', { max: row.maxMark }) : undefined}>{({ status: _, ...control }) => <input {...control} className="inp num" inputMode="decimal" autoComplete="off" value={mark} onChange={(event) => setMark(event.target.value.trim())} />}</Field>
          <Field label={t('comment')}>{({ status: _, ...control }) => <textarea {...control} className="inp" rows={3} maxLength={2000} value={comment} onChange={(event) => setComment(event.target.value)} />}</Field>
          <ProblemNote error={give.error} />
          <p className="org-acts-row start"><Button type="submit" kind="pri" icon="check" disabled={!valid || give.isPending}>{t('give', { mark: valid ? mark : '—' })}</Button>{onSkip && <Button onClick={onSkip}>{t('skip')}</Button>}</p>
        </form>
        <Note tone="info">{t('last')}</Note>
      </section>
    </div>
  );
}

function Guide({ guide: { guide, rubric } }: { guide: MarkingGuide }) {
  const { t } = useTranslation('marks');
  return (
    <>
      <h3 className="org-h3">{t('guide')}</h3>
      {guide ? <RichText html={guide} /> : <p className="mute t14">{t('noGuide')}</p>}
      {rubric.length > 0 && <table className="tbl"><thead><tr><th>{t('criterion')}</th><th className="r">{t('marks')}</th></tr></thead><tbody>{rubric.map(({ id, title, marks, description }) => <tr key={id}><td>{title}{description && <small className="mute"> {description}</small>}</td><td className="r num">{marks}</td></tr>)}</tbody></table>}
    </>
  );
}
