import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PaperView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Button, Note, Stamp } from '../../look/parts.js';
import { useIntent } from '../parts/intent.js';
import { PageHead } from '../parts/page-head.js';
import { ProblemNote } from '../parts/problem.js';
import { useOwnUnits } from '../parts/reads.js';
import { useLeaveGuard } from '../parts/leave-guard.js';
import { DocumentChip } from '../parts/states.js';
import { useWords } from '../parts/words.js';
import { draftOf, emptyDraft, isMarks, slotsOf, toWritePaper, type PaperDraft } from './paper-draft.js';
import { PaperEditor } from './paper-editor.js';
import { PublishDialog } from './publish-dialog.js';

/** A paper: built, saved as a draft, published; once published it is read only. `?from=` starts a copy. */
export function PaperPage() {
  const { t } = useWords();
  const { id } = useParams();
  const [params] = useSearchParams();
  const source = id ?? params.get('from');
  const found = useQuery({ queryKey: ['/papers', 'one', source], enabled: source !== null, queryFn: () => api.get<PaperView>(`/papers/${source}`) });
  if (source !== null && !found.data) {
    return <div className="pg org"><PageHead crumbs={[{ label: t('paper.title'), to: '/papers' }]} title={t('paper.one')} />{found.error ? <ProblemNote error={found.error} /> : <p className="org-reading" role="status">{t('list.reading')}</p>}</div>;
  }
  return <PaperBuilder key={id ?? `new${source}`} view={id ? (found.data ?? null) : null} start={found.data ? draftOf(found.data) : emptyDraft} reload={async () => (await found.refetch()).data} />;
}

function PaperBuilder({ view, start, reload }: { view: PaperView | null; start: PaperDraft; reload: () => Promise<PaperView | undefined> }) {
  const { t, title, clock } = useWords();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const intent = useIntent();
  const own = useOwnUnits(['organizer', 'question_author', 'system_admin']);
  const [edited, setDraft] = useState(start);
  const draft = { ...edited, orgUnitId: edited.orgUnitId || own.first };
  const [saved, setSaved] = useState(view ? start : null);
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const [publishing, setPublishing] = useState(false);
  const dirty = JSON.stringify(draft) !== JSON.stringify(saved);
  const frozen = view !== null && view.state !== 'draft';
  useLeaveGuard(dirty && !frozen && (saved !== null || slotsOf(draft).length > 0));
  const save = useMutation({
    mutationFn: () => {
      const body = toWritePaper(draft);
      return view ? api.put<PaperView>(`/papers/${view.id}`, body, { ifMatch: view.version }) : api.post<PaperView>('/papers', body, { idempotencyKey: intent.keyFor(body) });
    },
    onSuccess: (next) => {
      intent.done();
      setSaved(draft);
      setSavedAt(new Date());
      cache.setQueryData(['/papers', 'one', next.id], next);
      if (!view) void navigate(`/papers/${next.id}`, { replace: true, state: { saved: true } });
    },
  });
  const takeLatest = async (): Promise<void> => {
    const latest = await reload();
    if (latest) { setDraft(draftOf(latest)); setSaved(draftOf(latest)); }
    save.reset();
  };
  const wrong = slotsOf(draft).filter(({ marks }) => !isMarks(marks)).length;
  const canSave = draft.title.zh.trim() !== '' && draft.orgUnitId !== '' && wrong === 0;
  const actions = frozen
    ? <><Stamp>{t(`document.state.${view.state}`)}</Stamp><Button icon="note" onClick={() => void navigate(`/papers/new?from=${view.id}`)}>{t('paper.copy')}</Button></>
    : <><Button disabled={!canSave || !dirty || save.isPending} onClick={() => save.mutate()}>{save.isPending ? t('act.working') : t('paper.saveDraft')}</Button><Button kind="pri" disabled={!view || dirty || slotsOf(draft).length === 0} onClick={() => setPublishing(true)}>{t('paper.publish')}</Button></>;
  const stateNote = frozen ? t('paper.frozenNote') : dirty ? t('paper.unsaved') : savedAt ? t('paper.savedAt', { time: clock(savedAt) }) : view ? t('paper.allSaved') : t('paper.notSaved');
  return (
    <div className="pg org">
      <PageHead crumbs={[{ label: t('paper.title'), to: '/papers' }, { label: view ? title(view.title) : t('paper.new') }]} title={title(draft.title) || t('paper.new')}
        note={<span className="row">{view && !frozen && <DocumentChip state={view.state} />}<span role="status">{stateNote}</span></span>} actions={actions} />
      <ProblemNote error={save.error} shown={['title']} onReload={() => void takeLatest()} />
      {view && view.problems.length > 0 && !dirty && <Note tone="warn">{t('paper.problems', { n: view.problems.length })}</Note>}
      <PaperEditor draft={draft} onChange={setDraft} frozen={frozen} units={own.options} error={save.error} />
      {publishing && view && <PublishDialog view={view} draft={draft} onClose={() => setPublishing(false)} onReload={() => void takeLatest()} />}
    </div>
  );
}
