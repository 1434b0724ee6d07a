import { useState } from 'react';
import type { QuestionListItem } from '#lib/contracts';
import { Button } from '../../look/parts.js';
import { questionKinds } from '../bank/question-kinds.js';
import { PagedTable, usePages, type Column } from '../parts/data-table.js';
import { Filter, SearchBox } from '../parts/list-tools.js';
import { SideSheet } from '../parts/side-sheet.js';
import { useWords } from '../parts/words.js';

/** Search the published questions and tick those that go into the paper. */
export function ChooseQuestions({ open, present, onClose, onAdd }: { open: boolean; present: ReadonlySet<string>; onClose: () => void; onAdd: (questions: QuestionListItem[]) => void }) {
  const { t } = useWords();
  const [q, setQ] = useState('');
  const [kind, setKind] = useState('');
  const [chosen, setChosen] = useState<ReadonlyMap<string, QuestionListItem>>(new Map());
  const pages = usePages<QuestionListItem>('/questions', { q: q || undefined, kind: kind || undefined, state: 'published', sort: 'code' }, { enabled: open, limit: 100 });
  const toggle = (rows: QuestionListItem[], on: boolean): void => {
    const next = new Map(chosen);
    for (const row of rows) {
      if (on) next.set(row.id, row);
      else next.delete(row.id);
    }
    setChosen(next);
  };
  const add = (): void => {
    onAdd([...chosen.values()]);
    setChosen(new Map());
  };
  const columns: Column<QuestionListItem>[] = [
    { key: 'excerpt', title: t('bank.stem'), lead: true, className: 'org-stem', cell: ({ excerpt, versionId }) => <>{excerpt}{present.has(versionId) && <span className="mute t13"> {t('paper.present')}</span>}</> },
    { key: 'code', title: t('bank.code'), className: 'nw num', cell: ({ code }) => code },
    { key: 'kind', title: t('bank.kind'), className: 'nw', cell: (row) => t(`kind.${row.kind}`) },
    { key: 'subject', title: t('bank.subject'), className: 'nw', cell: ({ subject }) => subject ?? '—' },
  ];
  return (
    <SideSheet form open={open} size="wide" title={t('paper.choose')} onClose={onClose}
      footer={<><span className="t14 ink2" role="status">{t('paper.chosen', { n: chosen.size })}</span><span className="sp" /><Button onClick={() => setChosen(new Map())} disabled={chosen.size === 0}>{t('people.unchooseAll')}</Button><Button kind="pri" disabled={chosen.size === 0} onClick={add}>{t('paper.add', { n: chosen.size })}</Button></>}>
      <div className="org-tools">
        <SearchBox label={t('bank.search')} value={q} onChange={setQ} />
        <Filter label={t('bank.kind')} value={kind} onChange={setKind} options={[{ value: '', label: t('list.all') }, ...questionKinds.map((value) => ({ value, label: t(`kind.${value}`) }))]} />
      </div>
      <PagedTable pages={pages} columns={columns} rowKey={({ id }) => id} caption={t('bank.title')} filtered={Boolean(q || kind)} onClear={() => { setQ(''); setKind(''); }}
        empty={<p className="org-reading">{t('bank.empty')}</p>}
        choice={{ chosen: new Set(chosen.keys()), id: ({ id }) => id, name: ({ excerpt }) => excerpt, disabled: ({ versionId }) => present.has(versionId), toggle }} />
    </SideSheet>
  );
}
