import '../bank-texts.js';
import './editor.css';
import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { questionKinds, type QuestionContent, type QuestionKind, type QuestionView, type SimilarQuestion } from '#lib/contracts';
import { api } from '../../../api/client.js';
import { Button } from '../../../look/parts.js';
import { Icon } from '../../../look/icon.js';
import { plainText } from '../../../question/plain-text.js';
import { useIntent } from '../../parts/intent.js';
import { useLeaveGuard } from '../../parts/leave-guard.js';
import { useSettled } from '../../parts/list-state.js';
import { PageHead } from '../../parts/page-head.js';
import { ProblemNote } from '../../parts/problem.js';
import { useOwnUnits } from '../../parts/reads.js';
import { useWords } from '../../parts/words.js';
import { AnswerEditor } from './answer-editors.js';
import { CompositeEditor, StemEditor } from './composite-editor.js';
import { Choose, Line } from './editor-parts.js';
import { FactsForm } from './facts-form.js';
import { PreviewPane } from './preview-pane.js';
import { asKind, emptyQuestion, followText, type Draft, type Pair } from './question-draft.js';
import { RichEditor } from './rich-editor.js';

/** A new question, or the draft of one. */
export function QuestionEditorPage() {
  const { id } = useParams();
  const { t } = useWords();
  const found = useQuery({ queryKey: ['/questions', 'one', id], enabled: id !== undefined, queryFn: () => api.get<QuestionView>(`/questions/${id}`), refetchOnWindowFocus: false });
  if (found.error) return <div className="pg org"><ProblemNote error={found.error} /></div>;
  if (id !== undefined && !found.data) return <p className="org-reading" role="status">{t('list.reading')}</p>;
  return <QuestionEditor key={found.data?.version ?? 'new'} question={found.data ?? null} onReload={() => void found.refetch()} />;
}

function QuestionEditor({ question, onReload }: { question: QuestionView | null; onReload: () => void }) {
  const { t } = useTranslation('bank');
  const words = useWords();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const intent = useIntent();
  const units = useOwnUnits(['organizer', 'question_author']);
  const [params] = useSearchParams();
  const [changed, setChanged] = useState<Draft | null>(null);
  const draft = changed ?? (question ? draftOf(question) : { ...newDraft(params.get('kind'), params.get('categoryId')), orgUnitId: units.first });
  const dirty = changed !== null;
  useLeaveGuard(dirty);
  const { content, key } = draft;
  const set = (part: Partial<Draft>): void => setChanged({ ...draft, ...part });
  const setPair = (pair: Pair): void => { const next = followText(pair); set({ content: next.content, key: { ...next.key, schemaVersion: 1, explanation: key.explanation } }); };
  const save = useMutation({
    mutationFn: () => (question
      ? api.put<QuestionView>(`/questions/${question.id}`, draft, { ifMatch: question.version })
      : api.post<QuestionView>('/questions', draft, { idempotencyKey: intent.keyFor(draft) })),
    onSuccess: async (view) => {
      intent.done();
      setChanged(null);
      cache.setQueryData(['/questions', 'one', view.id], view);
      await cache.invalidateQueries({ queryKey: ['/questions'] });
      void navigate(`/bank/${view.id}`);
    },
  });
  const saveLabel = question?.state === 'published' ? t('edit.saveVersion', { number: question.number + 1 }) : t('edit.save');
  return (
    <div className="pg org edit-question">
      <PageHead title={question ? t('edit.title', { code: question.code }) : t('edit.new')} note={question?.state === 'published' ? t('edit.publishedNote') : t('edit.note')}
        actions={<><Button onClick={() => void navigate(question ? `/bank/${question.id}` : '/bank')}>{t('back')}</Button><Button kind="pri" icon="check" disabled={save.isPending || !dirty} onClick={() => save.mutate()}>{save.isPending ? words.t('act.working') : saveLabel}</Button></>} />
      <ProblemNote error={save.error} onReload={onReload} />
      <div className="edit-cols">
        <div className="edit-main">
          <Choose<QuestionKind> label={t('edit.kind')} value={content.kind} onChange={(kind) => set(asKind(draft, kind))} options={questionKinds.map((kind): [QuestionKind, string] => [kind, words.t(`kind.${kind}`)])} />
          <h2 className="lab">{content.kind === 'composite' ? t('stimulus') : t('stem')}</h2>
          {content.kind === 'composite' && key.kind === 'composite' ? (
            <>
              <RichEditor label={t('stimulus')} html={content.html} onChange={(html) => set({ content: { ...content, html } })} />
              <CompositeEditor content={content} givenKey={key} onChange={(next) => set({ content: next.content, key: { ...next.key, schemaVersion: 1, explanation: key.explanation } })} />
            </>
          ) : (
            <>
              <StemEditor label={t('stem')} pair={{ content, key } as Pair} onChange={setPair} />
              <h2 className="lab">{t('answers')}</h2>
              <AnswerEditor pair={{ content, key } as Pair} onChange={setPair} />
            </>
          )}
          <h2 className="lab">{t('explanation')}</h2>
          <RichEditor label={t('explanation')} html={key.explanation ?? ''} onChange={(explanation) => set({ key: { ...key, explanation: explanation === '' ? null : explanation } })} />
          <FactsForm draft={draft} onChange={setChanged} units={units.options} scored={content.kind === 'multiple' || content.kind === 'composite'} />
          {question && <Line label={t('edit.changeNote')} value={draft.note ?? ''} onChange={(note) => set({ note })} />}
        </div>
        <aside className="edit-aside">
          <PreviewPane draft={{ content, key, marks: draft.defaultMarks || '1', scoring: draft.scoring ?? null }} />
          <Similar content={content} excludeId={question?.id ?? null} />
        </aside>
      </div>
    </div>
  );
}

/** Warns of questions that read almost the same. */
function Similar({ content, excludeId }: { content: QuestionContent; excludeId: string | null }) {
  const { t } = useTranslation('bank');
  const { title } = useWords();
  const text = useSettled(JSON.stringify({ content, excludeId }), 900);
  const found = useQuery({
    queryKey: ['/questions/similar', text], enabled: plainText(content.html).length >= 8, staleTime: 60_000, retry: false,
    queryFn: () => api.post<SimilarQuestion[]>('/questions/similar', { content, ...(excludeId ? { excludeId } : {}) }),
    placeholderData: (before) => before,
  });
  if (!found.data?.length) return null;
  return (
    <section className="similar" role="status">
      <h2 className="org-h3"><Icon name="warn" small />{t('similar.title', { count: found.data.length })}</h2>
      <ul>{found.data.map((one) => <li key={one.id}><a href={`/bank/${one.id}`} target="_blank" rel="noreferrer">{one.code}</a> <span className="num">{Math.round(Number(one.similarity) * 100)}%</span> {one.excerpt} <span className="mute">{title(one.orgUnit.title)}</span></li>)}</ul>
    </section>
  );
}

function newDraft(kind: string | null, categoryId: string | null): Draft {
  const known = questionKinds.find((one) => one === kind) ?? 'single';
  return { orgUnitId: '', categoryId, ...emptyQuestion(known), defaultMarks: '1', scoring: null, subject: null, difficulty: null, tags: [], jobFields: [], source: null, sourceArticleId: null };
}

function draftOf(view: QuestionView): Draft {
  return {
    orgUnitId: view.orgUnit.id, categoryId: view.category?.id ?? null, content: view.content, key: view.key, defaultMarks: view.defaultMarks, scoring: view.scoring,
    subject: view.subject, difficulty: view.difficulty, tags: view.tags, jobFields: view.jobFields, source: view.source, sourceArticleId: view.sourceArticle?.id ?? null,
  };
}
