import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import type { ReferenceView, Title, WriteReference } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Button } from '../../look/parts.js';
import { Field, TitleFields } from '../parts/field.js';
import { useIntent } from '../parts/intent.js';
import { useLeaveGuard } from '../parts/leave-guard.js';
import { PageHead, SectionHead } from '../parts/page-head.js';
import { fieldError, ProblemNote } from '../parts/problem.js';
import { useOwnUnits } from '../parts/reads.js';
import { UnitSelect } from '../parts/unit-select.js';
import { useWords } from '../parts/words.js';
import { Articles, chaptersOf } from './articles.js';

/** A regulation from text or Markdown: what the system understands of it is shown before it is kept. */
export function ReferenceNewPage() {
  const { t, en } = useWords();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const intent = useIntent();
  const own = useOwnUnits(['organizer', 'question_author', 'system_admin']);
  const file = useRef<HTMLInputElement>(null);
  const [heading, setHeading] = useState<Title>({ zh: '' });
  const [text, setText] = useState('');
  const [unit, setUnit] = useState('');
  const body: WriteReference = { orgUnitId: unit || own.first, title: heading, text };
  const preview = useMutation({ mutationFn: () => api.post<ReferenceView>('/references/preview', body) });
  const keep = useMutation({
    mutationFn: () => api.post<ReferenceView>('/references', body, { idempotencyKey: intent.keyFor(body) }),
    onSuccess: ({ id }) => { intent.done(); void cache.invalidateQueries({ queryKey: ['/references'] }); void navigate(`/references/${id}`); },
  });
  useLeaveGuard(text !== '' && !keep.isSuccess);
  const change = (next: string): void => { setText(next); preview.reset(); };
  const take = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return;
    change(await readText(chosen));
    if (!heading.zh) setHeading({ zh: chosen.name.replace(/\.[^.]+$/, '') });
  };
  const ready = heading.zh.trim() !== '' && text.trim() !== '' && body.orgUnitId !== '';
  const found = preview.data?.articleList;
  const locale = en ? 'en' : 'zh-CN';
  return (
    <div className="pg org">
      <PageHead crumbs={[{ label: t('reference.title'), to: '/references' }, { label: t('reference.import') }]} title={t('reference.import')} />
      <div className="org-halves">
        <section>
          <TitleFields label={t('reference.name')} value={heading} onChange={setHeading} error={fieldError(preview.error ?? keep.error, 'title', locale)} />
          <Field label={t('list.unit')}>{({ id }) => <UnitSelect id={id} value={body.orgUnitId} onChange={setUnit} options={own.options} />}</Field>
          <Field label={t('reference.text')} hint={t('reference.textHint')} error={fieldError(preview.error ?? keep.error, 'text', locale)}>
            {({ status, ...control }) => <Input.TextArea {...control} status={status} rows={16} value={text} onChange={(event) => change(event.target.value)} />}
          </Field>
          <input ref={file} className="vh" tabIndex={-1} type="file" accept=".txt,.md,text/plain,text/markdown" aria-label={t('reference.fromFile')} onChange={(event) => { void take(event.target.files?.[0]); event.target.value = ''; }} />
          <div className="org-acts-row start">
            <Button icon="file" onClick={() => file.current?.click()}>{t('reference.fromFile')}</Button>
            <Button kind={found ? 'plain' : 'pri'} disabled={!ready || preview.isPending} onClick={() => preview.mutate()}>{preview.isPending ? t('act.working') : t('reference.preview')}</Button>
          </div>
          <ProblemNote error={preview.error} shown={['title', 'text']} />
        </section>
        <section aria-live="polite">
          <SectionHead title={t('reference.understood')} note={found && t('reference.understoodNote', { chapters: chaptersOf(found).filter(({ chapter }) => chapter).length, articles: found.length })} />
          {!found && <div className="empty"><p>{t('reference.previewEmpty')}</p></div>}
          {found && <div className="org-scroll tall" tabIndex={0} role="region" aria-label={t('reference.understood')}><Articles list={found} /></div>}
          {found && (
            <>
              <ProblemNote error={keep.error} shown={['title', 'text']} />
              <div className="org-acts-row"><Button kind="pri" disabled={keep.isPending || found.length === 0} onClick={() => keep.mutate()}>{keep.isPending ? t('act.working') : t('reference.keep', { n: found.length })}</Button></div>
            </>
          )}
        </section>
      </div>
    </div>
  );
}

/** UTF-8 when it is well formed, else GB18030, as older office programs write it. */
async function readText(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
