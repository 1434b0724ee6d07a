import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { questionKinds, type QuestionListItem } from '#lib/contracts';
import { Button } from '../../look/parts.js';
import { categoryOptions } from '../bank/category-tree.js';
import { useCategories, useDictionary } from '../bank/editor/facts-form.js';
import { PagedTable, usePages, type Column } from '../parts/data-table.js';
import { Filter, SearchBox } from '../parts/list-tools.js';
import { SideSheet } from '../parts/side-sheet.js';
import { useWords } from '../parts/words.js';

const bands: Record<string, [string, string]> = { easy: ['0', '0.35'], medium: ['0.35', '0.65'], hard: ['0.65', '1'] };
const nothing = { kind: '', subject: '', categoryId: '', difficulty: '', use: '' };

/** Search the published questions and tick those that go into the paper, or beside another. */
export function ChooseQuestions({ open, present, presentWord, exceptId, title: heading, act = 'paper', onClose, onAdd }: {
  open: boolean; present: ReadonlySet<string>; presentWord?: string; exceptId?: string; title?: string; act?: 'paper' | 'apart'; onClose: () => void; onAdd: (questions: QuestionListItem[]) => void;
}) {
  const { t, title } = useWords();
  const { t: p } = useTranslation('papers');
  const { t: b } = useTranslation('bank');
  const [q, setQ] = useState('');
  const [filter, setFilter] = useState(nothing);
  const [chosen, setChosen] = useState<ReadonlyMap<string, QuestionListItem>>(new Map());
  const categories = useCategories().data ?? [];
  const subjects = useDictionary('subject').data ?? [];
  const { difficulty, ...rest } = filter;
  const [difficultyMin, difficultyMax] = bands[difficulty] ?? [];
  const query = { q: q || undefined, ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, value || undefined])), difficultyMin, difficultyMax, state: 'published', sort: 'code' };
  const pages = usePages<QuestionListItem>('/questions', query, { enabled: open, limit: 100 });
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
    { key: 'excerpt', title: t('bank.stem'), lead: true, className: 'org-stem', cell: ({ excerpt, versionId }) => <>{excerpt}{present.has(versionId) && <span className="mute t13"> {presentWord ?? t('paper.present')}</span>}</> },
    { key: 'code', title: t('bank.code'), className: 'nw num', cell: ({ code }) => code },
    { key: 'kind', title: t('bank.kind'), className: 'nw', cell: (row) => t(`kind.${row.kind}`) },
    { key: 'subject', title: t('bank.subject'), className: 'nw', cell: ({ subject }) => subject ?? '—' },
  ];
  const all = { value: '', label: t('list.all') };
  const filters: [keyof typeof nothing, string, { value: string; label: string }[]][] = [
    ['categoryId', p('rule.categories'), categoryOptions(categories, title)], ['kind', t('bank.kind'), questionKinds.map((value) => ({ value, label: t(`kind.${value}`) }))],
    ['subject', t('bank.subject'), subjects.map((subject) => ({ value: subject.title.zh, label: title(subject.title) }))],
    ['difficulty', t('bank.difficulty'), (['easy', 'medium', 'hard'] as const).map((value) => ({ value, label: b(`difficulty.${value}`) }))], ['use', b('list.use'), (['used', 'unused'] as const).map((value) => ({ value, label: b(`list.${value}`) }))],
  ];
  return (
    <SideSheet form open={open} size="wide" title={heading ?? t('paper.choose')} onClose={onClose}
      footer={<><span className="t14 ink2" role="status">{t('paper.chosen', { n: chosen.size })}</span><span className="sp" /><Button onClick={() => setChosen(new Map())} disabled={chosen.size === 0}>{t('people.unchooseAll')}</Button><Button kind="pri" disabled={chosen.size === 0} onClick={add}>{act === 'apart' ? p('apart.act', { n: chosen.size }) : t('paper.add', { n: chosen.size })}</Button></>}>
      <div className="org-tools">
        <SearchBox label={t('bank.search')} value={q} onChange={setQ} />
        {filters.map(([name, label, options]) => <Filter key={name} label={label} value={filter[name]} onChange={(value) => setFilter({ ...filter, [name]: value })} options={[all, ...options]} />)}
      </div>
      <PagedTable pages={pages} columns={columns} rowKey={({ id }) => id} caption={t('bank.title')} filtered={Boolean(q) || Object.values(filter).some(Boolean)} onClear={() => { setQ(''); setFilter(nothing); }}
        empty={<p className="org-reading">{t('bank.empty')}</p>}
        choice={{ chosen: new Set(chosen.keys()), id: ({ id }) => id, name: ({ excerpt }) => excerpt, disabled: ({ id, versionId }) => present.has(versionId) || id === exceptId, toggle }} />
    </SideSheet>
  );
}
