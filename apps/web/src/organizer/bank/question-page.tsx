import './bank-texts.js';
import './bank.css';
import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { QuestionView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Button, Chip } from '../../look/parts.js';
import { RichText } from '../../look/rich-text.js';
import { ActDialog } from '../parts/act-dialog.js';
import { Field } from '../parts/field.js';
import { PageHead, SectionHead } from '../parts/page-head.js';
import { ProblemNote } from '../parts/problem.js';
import { DocumentChip } from '../parts/states.js';
import { useWords } from '../parts/words.js';
import { PreviewPane } from './editor/preview-pane.js';
import { KeyView } from './key-view.js';
import { Comments, Uses, Versions } from './question-history.js';

type Act = 'submit' | 'withdraw' | 'approve' | 'return' | 'retire' | 'restore' | 'delete';
const acts: Act[] = ['approve', 'return', 'submit', 'withdraw', 'restore', 'retire', 'delete'];

/** One question: as candidates see it, its key, what it rests on, its review, versions and use. */
export function QuestionPage() {
  const { id = '' } = useParams();
  const { t } = useWords();
  const found = useQuery({ queryKey: ['/questions', 'one', id], queryFn: () => api.get<QuestionView>(`/questions/${id}`) });
  if (found.error) return <div className="pg org"><ProblemNote error={found.error} /></div>;
  if (!found.data) return <p className="org-reading" role="status">{t('list.reading')}</p>;
  return <Question question={found.data} onReload={() => void found.refetch()} />;
}

function Question({ question, onReload }: { question: QuestionView; onReload: () => void }) {
  const { t } = useTranslation('bank');
  const words = useWords();
  const navigate = useNavigate();
  const [act, setAct] = useState<Act | null>(null);
  const may = (one: QuestionView['acts'][number]): boolean => question.acts.includes(one);
  return (
    <div className="pg org">
      <PageHead title={t('page.title', { code: question.code })} note={`${words.t(`kind.${question.content.kind}`)} · ${words.title(question.orgUnit.title)}`}
        actions={<>
          <Button icon="left" onClick={() => void navigate('/bank')}>{t('back')}</Button>
          {acts.filter(may).map((one) => <Button key={one} kind={one === 'retire' || one === 'delete' ? 'danger' : one === 'approve' || one === 'submit' ? 'pri' : 'plain'} onClick={() => setAct(one)}>{t(`act.${one}`)}</Button>)}
          {may('edit') && <Button icon="edit" onClick={() => void navigate(`/bank/${question.id}/edit`)}>{t(question.state === 'published' && !question.draft ? 'act.newVersion' : 'act.edit')}</Button>}
        </>} />
      <p className="row org-wrap question-state"><DocumentChip state={question.state} /><span>{words.t('bank.version', { n: question.number })}</span>{question.draft && question.state === 'published' && <Chip tone="warn" icon="edit">{t(`list.beside.${question.draft.state}`)}</Chip>}{question.shown === 'draft' && question.state === 'published' && <span className="mute">{t('page.shownDraft')}</span>}</p>
      <div className="question-cols">
        <div>
          <PreviewPane draft={{ content: question.content, key: question.key, marks: question.defaultMarks, scoring: question.scoring }} />
          <SectionHead title={t('page.key')} />
          <KeyView content={question.content} questionKey={question.key} />
          <h3 className="org-h3">{t('explanation')}</h3>
          {question.key.explanation ? <RichText html={question.key.explanation} /> : <p className="mute t14">{words.t('bank.noExplanation')}</p>}
        </div>
        <aside>
          <Facts question={question} />
          <Comments question={question} />
          <Versions question={question} />
          <Uses question={question} />
        </aside>
      </div>
      {act && <QuestionActDialog act={act} question={question} onClose={() => setAct(null)} onReload={onReload} onGone={() => void navigate('/bank')} />}
    </div>
  );
}

function Facts({ question }: { question: QuestionView }) {
  const { t } = useTranslation('bank');
  const { title, t: words, whenFull } = useWords();
  const { sourceArticle: article } = question;
  return (
    <dl className="org-facts">
      <div><dt>{t('facts.category')}</dt><dd>{question.category ? title(question.category.title) : '—'}</dd></div>
      <div><dt>{t('facts.subject')}</dt><dd>{question.subject ?? '—'}</dd></div>
      <div><dt>{t('facts.tags')}</dt><dd>{question.tags.join('、') || '—'}</dd></div>
      <div><dt>{t('facts.jobFields')}</dt><dd>{question.jobFields.join('、') || '—'}</dd></div>
      <div><dt>{t('facts.marks')}</dt><dd className="num">{question.defaultMarks}</dd></div>
      <div><dt>{t('facts.difficulty')}</dt><dd className="num">{question.difficulty ?? '—'}</dd></div>
      <div><dt>{t('list.facility')}</dt><dd className="num">{question.facility === null ? t('list.noFacility') : `${Math.round(Number(question.facility) * 100)}%`}</dd></div>
      <div><dt>{t('facts.source')}</dt><dd>{article ? <details><summary>{title(article.referenceTitle)} {article.label}</summary><p>{article.text}</p></details> : (question.source ?? '—')}</dd></div>
      <div><dt>{words('list.updated')}</dt><dd>{whenFull(question.updatedAt)}</dd></div>
    </dl>
  );
}

function QuestionActDialog({ act, question, onClose, onReload, onGone }: { act: Act; question: QuestionView; onClose: () => void; onReload: () => void; onGone: () => void }) {
  const { t } = useTranslation('bank');
  const cache = useQueryClient();
  const [note, setNote] = useState('');
  const noted = act === 'return' || act === 'approve' || act === 'submit';
  const run = useMutation({
    mutationFn: async () => {
      if (act === 'delete') await api.delete(`/questions/${question.id}`, { ifMatch: question.version });
      else await api.post(`/questions/${question.id}/${act}`, noted && note.trim() ? { note: note.trim() } : act === 'return' ? { note: '' } : undefined, { ifMatch: question.version });
    },
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ['/questions'] });
      onClose();
      if (act === 'delete') onGone();
    },
  });
  return (
    <ActDialog title={t(`act.${act}Title`, { code: question.code })} act={t(`act.${act}`)} destructive={act === 'retire' || act === 'delete'} irreversible={act === 'delete'} busy={run.isPending} disabled={act === 'return' && note.trim() === ''} error={run.error} onAct={() => run.mutate()} onClose={onClose} onReload={onReload}>
      <p>{t(`act.${act}Text`, { count: question.papers })}</p>
      {noted && <Field label={t(act === 'return' ? 'act.noteNeeded' : 'act.note')}>{({ status: _, ...control }) => <textarea {...control} className="inp" rows={3} maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />}</Field>}
    </ActDialog>
  );
}
