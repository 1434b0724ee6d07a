import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { QuestionComment, QuestionDiff, QuestionUses, QuestionVersionItem, QuestionView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Button } from '../../look/parts.js';
import { ActDialog } from '../parts/act-dialog.js';
import { useIntent } from '../parts/intent.js';
import { ProblemNote } from '../parts/problem.js';
import { useWords } from '../parts/words.js';

/** What reviewers and authors say to each other about it. */
export function Comments({ question }: { question: QuestionView }) {
  const { t } = useTranslation('bank');
  const { whenFull } = useWords();
  const cache = useQueryClient();
  const intent = useIntent();
  const [text, setText] = useState('');
  const path = `/questions/${question.id}/comments` as const;
  const found = useQuery({ queryKey: [path], queryFn: () => api.get<QuestionComment[]>(path) });
  const done = async (): Promise<void> => { await cache.invalidateQueries({ queryKey: [path] }); };
  const add = useMutation({ mutationFn: () => api.post(path, { text: text.trim() }, { idempotencyKey: intent.keyFor(text) }), onSuccess: async () => { intent.done(); setText(''); await done(); } });
  const resolve = useMutation({ mutationFn: (id: string) => api.post(`${path}/${id}/resolve`), onSuccess: done });
  return (
    <section className="question-part">
      <h3 className="org-h3">{t('comments.title', { count: found.data?.length ?? 0 })}</h3>
      <ProblemNote error={found.error ?? add.error ?? resolve.error} />
      <ol className="comments">
        {found.data?.map((comment) => (
          <li key={comment.id} className={comment.resolvedAt ? 'resolved' : ''}>
            <p className="t13 mute">{comment.author.name} · {whenFull(comment.at)}{comment.resolvedAt && ` · ${t('comments.resolved')}`}</p>
            <p>{comment.text}</p>
            {!comment.resolvedAt && question.acts.includes('comment') && <Button size="sm" kind="quiet" icon="check" disabled={resolve.isPending} onClick={() => resolve.mutate(comment.id)}>{t('comments.resolve')}</Button>}
          </li>
        ))}
      </ol>
      {question.acts.includes('comment') && (
        <form onSubmit={(event) => { event.preventDefault(); if (text.trim()) add.mutate(); }}>
          <label className="vh" htmlFor="comment">{t('comments.write')}</label>
          <textarea id="comment" className="inp" rows={2} maxLength={2000} placeholder={t('comments.write')} value={text} onChange={(event) => setText(event.target.value)} />
          <Button type="submit" size="sm" disabled={text.trim() === '' || add.isPending}>{t('comments.add')}</Button>
        </form>
      )}
    </section>
  );
}

/** Every version, and what changed between any two of them. */
export function Versions({ question }: { question: QuestionView }) {
  const { t } = useTranslation('bank');
  const { whenFull } = useWords();
  const [shown, setShown] = useState<{ from: string; to: string } | null>(null);
  const path = `/questions/${question.id}/versions` as const;
  const found = useQuery({ queryKey: ['/questions', 'one', question.id, 'versions', question.version], queryFn: () => api.get<QuestionVersionItem[]>(path) });
  const versions = found.data ?? [];
  return (
    <section className="question-part">
      <h3 className="org-h3">{t('versions.title')}</h3>
      <ProblemNote error={found.error} />
      <ol className="versions">
        {versions.map((version) => {
          const before = versions.find(({ number }) => number === version.number - 1);
          return (
            <li key={version.id}>
              <p><b>{t('versions.number', { number: version.number })}</b> {t(`versions.${version.state}`)}</p>
              <p className="t13 mute">{version.createdBy?.name ?? '—'} · {whenFull(version.createdAt)}{version.reviewedBy && ` · ${t('versions.reviewed', { name: version.reviewedBy.name })}`}</p>
              {version.note && <p className="t14">{version.note}</p>}
              {before && <Button size="sm" kind="quiet" onClick={() => setShown({ from: before.id, to: version.id })}>{t('versions.compare', { number: before.number })}</Button>}
            </li>
          );
        })}
      </ol>
      {shown && <Diff questionId={question.id} {...shown} onClose={() => setShown(null)} />}
    </section>
  );
}

function Diff({ questionId, from, to, onClose }: { questionId: string; from: string; to: string; onClose: () => void }) {
  const { t } = useTranslation('bank');
  const { t: words } = useWords();
  const found = useQuery({ queryKey: ['/questions', 'one', questionId, 'diff', from, to], queryFn: () => api.get<QuestionDiff>(`/questions/${questionId}/diff`, { from, to }) });
  const diff = found.data;
  return (
    <ActDialog wide title={diff ? t('diff.title', { from: diff.from.number, to: diff.to.number }) : t('diff.reading')} act={words('act.close')} onAct={onClose} onClose={onClose} error={found.error}>
      {diff?.changes.length === 0 && <p>{t('diff.same')}</p>}
      {diff?.changes.map(({ field, parts }) => (
        <div className="diff" key={field}>
          <p className="t13 mute">{t([...fieldKeys(field)], { field, rest: field.split('.').slice(1).join(' ') })}</p>
          <p>{parts.map(({ op, text }, index) => (op === 'added' ? <ins key={index}>{text}</ins> : op === 'removed' ? <del key={index}>{text}</del> : <span key={index}>{text}</span>))}</p>
        </div>
      ))}
    </ActDialog>
  );
}

/** The texts for a changed field, the nearest first. */
function fieldKeys(field: string): ['diff.field.html', 'diff.field.other'] {
  return [`diff.field.${field.split('.')[0] ?? ''}` as 'diff.field.html', 'diff.field.other'];
}

/** In which papers and exams it was used. */
export function Uses({ question }: { question: QuestionView }) {
  const { t } = useTranslation('bank');
  const { title, when } = useWords();
  const found = useQuery({ queryKey: ['/questions', 'one', question.id, 'uses'], queryFn: () => api.get<QuestionUses>(`/questions/${question.id}/uses`) });
  const uses = found.data;
  return (
    <section className="question-part">
      <h3 className="org-h3">{t('uses.title')}</h3>
      <ProblemNote error={found.error} />
      {uses?.items.length === 0 && uses.elsewhere === 0 && <p className="mute t14">{t('uses.none')}</p>}
      <ul className="uses">
        {uses?.items.map((use) => <li key={use.type + use.id}><a href={use.type === 'paper' ? `/papers/${use.id}` : `/exams/${use.id}`}>{title(use.title)}</a> <span className="t13 mute">{t(`uses.${use.type}`, { number: use.versionNumber, count: use.forms })} · {when(use.at)}</span></li>)}
      </ul>
      {(uses?.elsewhere ?? 0) > 0 && <p className="t14 mute">{t('uses.elsewhere', { count: uses!.elsewhere })}</p>}
    </section>
  );
}
