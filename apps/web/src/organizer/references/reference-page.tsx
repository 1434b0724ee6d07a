import { useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import type { ReferenceView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { SearchBox } from '../parts/list-tools.js';
import { PageHead } from '../parts/page-head.js';
import { ProblemNote } from '../parts/problem.js';
import { useWords } from '../parts/words.js';
import { Articles, chaptersOf } from './articles.js';

/** One regulation, with its chapters on the side. */
export function ReferencePage() {
  const { t, title, day } = useWords();
  const { id } = useParams();
  const [q, setQ] = useState('');
  const found = useQuery({ queryKey: ['/references', 'one', id], queryFn: () => api.get<ReferenceView>(`/references/${id}`) });
  const view = found.data;
  const list = view?.articleList ?? [];
  const shown = q ? list.filter(({ label, text }) => (label + text).includes(q)) : list;
  return (
    <div className="pg org">
      <PageHead crumbs={[{ label: t('reference.title'), to: '/references' }, { label: view ? title(view.title) : '…' }]} title={view ? title(view.title) : t('reference.one')} note={view && t('reference.note', { n: view.articles, unit: title(view.orgUnit.title), day: day(view.updatedAt) })} />
      <ProblemNote error={found.error} />
      {!view && !found.error && <p className="org-reading" role="status">{t('list.reading')}</p>}
      {view && (
        <div className="org-cols wide-right">
          <div>
            <div className="org-tools"><SearchBox label={t('reference.searchIn')} value={q} onChange={setQ} />{q && <span className="t14 mute" role="status">{t('reference.hits', { n: shown.length })}</span>}</div>
            <Articles list={shown} heading="h2" />
          </div>
          <aside className="org-aside org-sticky" aria-label={t('reference.chapters')}>
            <h2 className="h2">{t('reference.chapters')}</h2>
            <ol className="org-chapters">{chaptersOf(list).map(({ chapter, first, count }) => <li key={first}><a href={`#a${first}`}>{chapter ?? t('reference.noChapter')}</a><span className="mute t13 nw">{t('reference.nArticles', { n: count })}</span></li>)}</ol>
          </aside>
        </div>
      )}
    </div>
  );
}
