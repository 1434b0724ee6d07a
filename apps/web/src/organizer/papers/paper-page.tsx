import './papers-texts.js';
import '../bank/bank.css';
import './papers.css';
import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { PaperView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Button, Note } from '../../look/parts.js';
import { useIntent } from '../parts/intent.js';
import { useLeaveGuard } from '../parts/leave-guard.js';
import { PageHead } from '../parts/page-head.js';
import { ProblemNote } from '../parts/problem.js';
import { useOwnUnits } from '../parts/reads.js';
import { DocumentChip } from '../parts/states.js';
import { useWords } from '../parts/words.js';
import { DistributionSheet } from './distribution-sheet.js';
import { useFeasibility } from './feasibility.js';
import { PaperActs } from './paper-acts.js';
import { countWrong, draftOf, emptyDraft, questionsIn, toWritePaper, type PaperDraft } from './paper-draft.js';
import { PaperEditor } from './paper-editor.js';
import { PreviewSheet } from './preview-sheet.js';
import { PublishDialog } from './publish-dialog.js';
import { SealNote } from './seal-note.js';

/** A paper: built, saved as a draft, published; once published it is read only until it is opened for a next version. */
export function PaperPage() {
  const { t } = useWords();
  const { id } = useParams();
  const found = useQuery({ queryKey: ['/papers', 'one', id], enabled: id !== undefined, queryFn: () => api.get<PaperView>(`/papers/${id}`) });
  if (id !== undefined && !found.data) {
    return <div className="pg org"><PageHead crumbs={[{ label: t('paper.title'), to: '/papers' }]} title={t('paper.one')} />{found.error ? <ProblemNote error={found.error} /> : <p className="org-reading" role="status">{t('list.reading')}</p>}</div>;
  }
  const view = found.data ?? null;
  // What was sealed, opened, published or revised elsewhere is another page; one's own saving is not.
  return <PaperBuilder key={view ? `${view.id} ${view.state} ${view.seal?.open}` : 'new'} view={view} reload={async () => (await found.refetch()).data} />;
}

function PaperBuilder({ view, reload }: { view: PaperView | null; reload: () => Promise<PaperView | undefined> }) {
  const { t, title, clock } = useWords();
  const { t: p } = useTranslation('papers');
  const navigate = useNavigate();
  const cache = useQueryClient();
  const intent = useIntent();
  const own = useOwnUnits(['organizer', 'question_author', 'system_admin']);
  const [edited, setDraft] = useState(() => (view ? draftOf(view) : emptyDraft));
  const draft = { ...edited, orgUnitId: edited.orgUnitId || own.first };
  const [saved, setSaved] = useState<PaperDraft | null>(view ? edited : null);
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const [open, setOpen] = useState<'publish' | 'preview' | 'distribution' | null>(null);
  const dirty = JSON.stringify(draft) !== JSON.stringify(saved);
  const frozen = view !== null && view.state !== 'draft';
  const sealed = view?.sealedUntil != null;
  const questions = questionsIn(draft.sections);
  const feasibility = useFeasibility(draft, !frozen).data;
  useLeaveGuard(dirty && !frozen && (saved !== null || questions > 0));
  const show = (next: PaperView): void => { cache.setQueryData(['/papers', 'one', next.id], next); };
  const save = useMutation({
    mutationFn: () => {
      const body = toWritePaper(draft);
      return view ? api.put<PaperView>(`/papers/${view.id}`, body, { ifMatch: view.version }) : api.post<PaperView>('/papers', body, { idempotencyKey: intent.keyFor(body) });
    },
    onSuccess: (next) => {
      intent.done();
      setSaved(draft);
      setSavedAt(new Date());
      show(next);
      void cache.invalidateQueries({ queryKey: ['/papers', next.id] });
      if (!view) void navigate(`/papers/${next.id}`, { replace: true, state: { saved: true } });
    },
  });
  const takeLatest = async (): Promise<void> => {
    const latest = await reload();
    if (latest) { setDraft(draftOf(latest)); setSaved(draftOf(latest)); }
    save.reset();
  };
  const canSave = draft.title.zh.trim() !== '' && draft.orgUnitId !== '' && countWrong(draft) === 0;
  const stateNote = sealed ? p('sealedNote') : frozen ? t('paper.frozenNote') : dirty ? t('paper.unsaved') : savedAt ? t('paper.savedAt', { time: clock(savedAt) }) : view ? t('paper.allSaved') : t('paper.notSaved');
  const looks = view && !sealed && !dirty && (
    <div className="paper-looks">
      {view.acts.includes('preview') && <Button icon="eye" disabled={questions === 0} onClick={() => setOpen('preview')}>{p('preview.open')}</Button>}
      <Button icon="list" disabled={questions === 0} onClick={() => setOpen('distribution')}>{p('distribution.open')}</Button>
    </div>
  );
  return (
    <div className="pg org">
      <PageHead crumbs={[{ label: t('paper.title'), to: '/papers' }, { label: view ? title(view.title) : t('paper.new') }]} title={title(draft.title) || t('paper.new')}
        note={<span className="row">{view && <DocumentChip state={view.state} />}<span role="status">{stateNote}</span></span>}
        actions={<>
          {view && <PaperActs view={view} onChanged={show} onReload={() => void takeLatest()} />}
          {!frozen && <><Button disabled={!canSave || !dirty || save.isPending} onClick={() => save.mutate()}>{save.isPending ? t('act.working') : t('paper.saveDraft')}</Button><Button kind="pri" disabled={!view || dirty || questions === 0} onClick={() => setOpen('publish')}>{t('paper.publish')}</Button></>}
        </>} />
      <ProblemNote error={save.error} shown={['title']} onReload={() => void takeLatest()} />
      {view?.seal && <SealNote view={view} onChanged={show} />}
      {view && view.problems.length > 0 && !dirty && <Note tone="warn">{t('paper.problems', { n: view.problems.length })}</Note>}
      {!sealed && <PaperEditor draft={draft} onChange={setDraft} frozen={frozen} units={own.options} error={save.error} feasibility={feasibility} aside={looks} />}
      {sealed && view && <p className="org-reading">{t('paper.sectionFigures', { n: view.questions, marks: view.totalMarks })}</p>}
      {open === 'publish' && view && <PublishDialog view={view} draft={draft} feasibility={feasibility} onClose={() => setOpen(null)} onReload={() => void takeLatest()} />}
      {open === 'preview' && view && <PreviewSheet id={view.id} mayKeys={view.acts.includes('keys')} onClose={() => setOpen(null)} />}
      {open === 'distribution' && view && <DistributionSheet id={view.id} onClose={() => setOpen(null)} />}
    </div>
  );
}
