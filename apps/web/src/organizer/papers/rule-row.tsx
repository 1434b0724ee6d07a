import { Select } from 'antd';
import { useId, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { questionKinds, type DrawFilter, type DrawRule, type MultipleScoring, type QuestionKind, type QuestionTag, type RuleFeasibility } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Icon } from '../../look/icon.js';
import { Button, Chip } from '../../look/parts.js';
import { categoryOptions } from '../bank/category-tree.js';
import { useCategories, useDictionary } from '../bank/editor/facts-form.js';
import { useWords } from '../parts/words.js';
import { isCount, isMarks } from './paper-draft.js';

const bands = { any: [undefined, undefined], easy: [0, 0.35], medium: [0.35, 0.65], hard: [0.65, 1] } as const;
type Band = keyof typeof bands;
const scorings: MultipleScoring[] = ['all_or_nothing', 'partial_per_right', 'right_minus_wrong'];

/** One draw rule: what it may take, how many, for how many marks; and whether the bank has as many. */
export function RuleRow({ rule, name, supply, frozen, onChange, onRemove }: {
  rule: DrawRule; name: string; supply: RuleFeasibility | undefined; frozen: boolean; onChange: (rule: DrawRule) => void; onRemove: () => void;
}) {
  const { t } = useTranslation('papers');
  const words = useWords();
  const set = (part: Partial<DrawRule>): void => onChange({ ...rule, ...part });
  if (frozen) {
    return (
      <li className="rule frozen"><span className="rule-name"><Icon name="refresh" small />{name}</span><span className="rule-words"><FilterWords filter={rule.filter} /></span><b className="nw">{t('rule.figures', { n: rule.count, marks: rule.marks })}</b></li>
    );
  }
  return (
    <li className={`rule ${supply && supply.short > 0 ? 'short' : ''}`}>
      <div className="rule-head">
        <span className="rule-name"><Icon name="refresh" small />{name}</span>
        <Supply supply={supply} />
        <span className="sp" />
        <Button kind="quiet" className="icon" onClick={onRemove} aria-label={t('rule.remove', { name })}><Icon name="x" /></Button>
      </div>
      <FilterFields filter={rule.filter} onChange={(filter) => set({ filter })} />
      <div className="rule-figures">
        <Labelled label={t('rule.count')}>{(id) => <input id={id} className="inp org-marks" inputMode="numeric" value={rule.count === 0 ? '' : rule.count} aria-invalid={!isCount(rule.count)} onChange={({ target }) => set({ count: Number(target.value.replace(/\D/g, '').slice(0, 3)) })} />}</Labelled>
        <Labelled label={t('rule.marks')}>{(id) => <input id={id} className="inp org-marks" inputMode="decimal" value={rule.marks} aria-invalid={!isMarks(rule.marks)} onChange={({ target }) => set({ marks: target.value })} />}</Labelled>
        <Labelled label={words.t('paper.scoring')}>{(id) => <select id={id} className="inp" value={rule.scoring} onChange={({ target }) => set({ scoring: target.value as MultipleScoring })}>{scorings.map((value) => <option key={value} value={value}>{words.t(`scoring.${value}`)}</option>)}</select>}</Labelled>
      </div>
    </li>
  );
}

function Supply({ supply }: { supply: RuleFeasibility | undefined }) {
  const { t } = useTranslation('papers');
  const { count } = useWords();
  if (!supply) return <span className="t13 mute" role="status">{t('rule.counting')}</span>;
  const { found, available, short } = supply;
  if (short > 0) return <Chip tone="urgent" icon="warn">{t('rule.short', { short, found: count(found) })}</Chip>;
  return <Chip tone="ok" icon="check">{available < found ? t('rule.enoughShared', { found: count(found), available: count(available) }) : t('rule.enough', { found: count(found) })}</Chip>;
}

function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return <span className="rule-field"><label htmlFor={id}>{label}</label>{children(id)}</span>;
}

function FilterFields({ filter, onChange }: { filter: DrawFilter; onChange: (filter: DrawFilter) => void }) {
  const { t } = useTranslation('papers');
  const { t: b } = useTranslation('bank');
  const words = useWords();
  const categories = useCategories().data ?? [];
  const subjects = useDictionary('subject').data ?? [];
  const tags = useQuery({ queryKey: ['/question-tags', ''], queryFn: () => api.get<QuestionTag[]>('/question-tags'), staleTime: 60_000 }).data ?? [];
  const set = (part: Partial<DrawFilter>): void => onChange(withoutEmpty({ ...filter, ...part }));
  const many = (label: string, value: string[] | undefined, options: { value: string; label: string }[], change: (next: string[]) => void) => (
    <Labelled label={label}>{(id) => <Select id={id} mode="multiple" allowClear className="org-wide" maxTagCount="responsive" placeholder={t('rule.any')} value={value ?? []} options={options} onChange={change} showSearch={{ optionFilterProp: 'label' }} />}</Labelled>
  );
  return (
    <div className="rule-fields">
      {many(t('rule.categories'), filter.categoryIds, categoryOptions(categories, words.title), (categoryIds) => set({ categoryIds }))}
      {many(t('rule.subjects'), filter.subjects, subjects.map(({ title }) => ({ value: title.zh, label: words.title(title) })), (next) => set({ subjects: next }))}
      {many(t('rule.tags'), filter.tags, tags.map(({ tag, questions }) => ({ value: tag, label: `${tag}（${questions}）` })), (next) => set({ tags: next }))}
      {many(t('rule.kinds'), filter.kinds, questionKinds.map((value) => ({ value, label: words.t(`kind.${value}`) })), (next) => set({ kinds: next as QuestionKind[] }))}
      <Labelled label={t('rule.difficulty')}>{(id) => (
        <select id={id} className="inp" value={bandOf(filter)} onChange={({ target }) => set({ difficulty: bandDifficulty(target.value as Band) })}>
          <option value="any">{t('rule.any')}</option>
          {(['easy', 'medium', 'hard'] as const).map((value) => <option key={value} value={value}>{b(`difficulty.${value}`)}</option>)}
        </select>
      )}</Labelled>
      <Labelled label={t('rule.notUsedSince')}>{(id) => <input id={id} className="inp" type="date" value={dayOf(filter.notUsedSince)} onChange={({ target }) => set({ notUsedSince: target.value ? new Date(`${target.value}T00:00:00`).toISOString() : undefined })} />}</Labelled>
    </div>
  );
}

/** The filter of a published rule, in words. */
function FilterWords({ filter }: { filter: DrawFilter }) {
  const { t } = useTranslation('papers');
  const { t: b } = useTranslation('bank');
  const words = useWords();
  const categories = useCategories().data ?? [];
  const parts = [
    ...(filter.categoryIds ?? []).map((id) => words.title(categories.find((category) => category.id === id)?.title)), ...(filter.subjects ?? []), ...(filter.tags ?? []).map((tag) => `#${tag}`),
    ...(filter.kinds ?? []).map((kind) => words.t(`kind.${kind}`)), ...(filter.difficulty ? [b(`difficulty.${bandOf(filter) as 'easy'}`)] : []),
    ...(filter.notUsedSince ? [t('rule.notUsedSinceWords', { day: words.day(filter.notUsedSince) })] : []),
  ].filter(Boolean);
  return <>{parts.length > 0 ? parts.join(words.en ? ', ' : '、') : t('rule.anyQuestion')}</>;
}

function withoutEmpty(filter: { [Name in keyof DrawFilter]?: DrawFilter[Name] | undefined }): DrawFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && (!Array.isArray(value) || value.length > 0))) as DrawFilter;
}

function bandOf({ difficulty }: DrawFilter): Band {
  const found = (Object.entries(bands) as [Band, readonly [number | undefined, number | undefined]][]).find(([, [min, max]]) => difficulty?.min === min && difficulty?.max === max);
  return found?.[0] ?? 'any';
}

function bandDifficulty(band: Band): DrawFilter['difficulty'] {
  const [min, max] = bands[band];
  return min === undefined || max === undefined ? undefined : { min, max };
}

function dayOf(at: string | undefined): string {
  if (!at) return '';
  const day = new Date(at);
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`;
}
