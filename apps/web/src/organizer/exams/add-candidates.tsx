import { useState, type ReactNode } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Input } from 'antd';
import type { CandidateImport, CandidateListItem, CandidateSelection, ExamView, SittingView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Button, Note } from '../../look/parts.js';
import { usePages } from '../parts/data-table.js';
import { Field } from '../parts/field.js';
import { useIntent } from '../parts/intent.js';
import { PeoplePicker, type Chosen } from '../parts/people-picker.js';
import { ProblemNote } from '../parts/problem.js';
import { SideSheet } from '../parts/side-sheet.js';
import { useWords } from '../parts/words.js';
import { useSetUpWords } from './exam-setup-texts.js';
import { readListFile } from './read-list-file.js';
import { useSittings } from './rooms-tab.js';
import { ChoiceSelect } from './schedule-fields.js';
import { UnitsAndEntries, type UnitsChosen } from './units-and-entries.js';

const ways = ['byUnit', 'byList', 'byPeople'] as const;

/** Enters people for an exam: whole units, a list of staff numbers, or one by one. */
export function AddCandidatesSheet({ view, open, onClose }: { view: ExamView; open: boolean; onClose: () => void }) {
  const s = useSetUpWords();
  const { title } = useWords();
  const [way, setWay] = useState<(typeof ways)[number]>('byUnit');
  const sittings = useSittings(view.id, open).data ?? [];
  const [sittingId, setSitting] = useState('');
  if (!open) return null;
  const target = sittingId || sittings[0]?.id || '';
  const Way = { byUnit: ByUnit, byList: ByList, byPeople: ByPeople }[way];
  return (
    <Way view={view} sittingId={target} onClose={onClose}>
      <div className="seg three" role="group" aria-label={s('step.people')}>{ways.map((one) => <button key={one} type="button" aria-pressed={way === one} onClick={() => setWay(one)}>{s(`people.${one}`)}</button>)}</div>
      {sittings.length > 1 && <Field label={s('people.sitting')}>{({ id }) => <ChoiceSelect id={id} value={target} onChange={setSitting} options={sittings.map((sitting: SittingView) => ({ value: sitting.id, label: title(sitting.title) }))} />}</Field>}
    </Way>
  );
}

interface WayProps {
  view: ExamView;
  sittingId: string;
  onClose: () => void;
  children: ReactNode;
}

function ByUnit({ view, sittingId, onClose, children }: WayProps) {
  const s = useSetUpWords();
  const { t } = useWords();
  const intent = useIntent();
  const [chosen, setChosen] = useState<UnitsChosen>({ orgUnitIds: [], entryIds: [] });
  const body = (dryRun: boolean) => ({ ...chosen, ...(sittingId ? { sittingId } : {}), dryRun });
  const count = useMutation({ mutationFn: (next: UnitsChosen) => api.post<CandidateSelection>(`/exams/${view.id}/candidates/selection`, { ...body(true), ...next }) });
  const add = useMutation({ mutationFn: () => api.post<CandidateSelection>(`/exams/${view.id}/candidates/selection`, body(false), { idempotencyKey: intent.keyFor(body(false)) }), onSuccess: () => { intent.done(); onClose(); } });
  const n = (count.data?.found ?? 0) - (count.data?.already ?? 0);
  const choose = (next: UnitsChosen): void => { setChosen(next); if (next.orgUnitIds.length > 0) count.mutate(next); else count.reset(); };
  return (
    <SideSheet form title={t('exam.addCandidates')} onClose={onClose} footer={<><Button onClick={onClose}>{t('act.back')}</Button><Button kind="pri" disabled={n <= 0 || add.isPending} onClick={() => add.mutate()}>{add.isPending ? t('act.working') : s('people.addAct', { n })}</Button></>}>
      {children}
      <ProblemNote error={count.error ?? add.error} />
      <UnitsAndEntries value={chosen} onChange={choose} />
      <p className="b" role="status">{count.data ? s('people.found', { found: count.data.found, already: count.data.already }) : s('people.none')}</p>
    </SideSheet>
  );
}

function ByList({ view, sittingId, onClose, children }: WayProps) {
  const s = useSetUpWords();
  const { t } = useWords();
  const intent = useIntent();
  const [text, setText] = useState('');
  const body = (dryRun: boolean) => ({ text, ...(sittingId ? { sittingId } : {}), dryRun });
  const check = useMutation({ mutationFn: () => api.post<CandidateImport>(`/exams/${view.id}/candidates/import`, body(true)) });
  const add = useMutation({ mutationFn: () => api.post<CandidateImport>(`/exams/${view.id}/candidates/import`, body(false), { idempotencyKey: intent.keyFor(body(false)) }), onSuccess: () => { intent.done(); onClose(); } });
  const found = check.data;
  const write = (next: string): void => { setText(next); check.reset(); };
  const ready = found && found.problems.length === 0 && found.good - found.already > 0;
  return (
    <SideSheet form title={t('exam.addCandidates')} onClose={onClose} footer={<><Button onClick={onClose}>{t('act.back')}</Button>
      {ready ? <Button kind="pri" disabled={add.isPending} onClick={() => add.mutate()}>{s('people.addAct', { n: found.good - found.already })}</Button> : <Button kind="pri" disabled={!text.trim() || check.isPending} onClick={() => check.mutate()}>{s('people.check')}</Button>}</>}>
      {children}
      <ProblemNote error={check.error ?? add.error} />
      <Field label={s('people.list')} hint={s('people.listHint')}>{({ status, ...control }) => <Input.TextArea {...control} status={status} rows={8} value={text} onChange={(event) => write(event.target.value)} />}</Field>
      <label className="btn org-file"><input className="vh" type="file" accept=".csv,.txt" onChange={(event) => { const file = event.target.files?.[0]; if (file) void readListFile(file).then(write); }} /><span>{s('people.file')}</span></label>
      {found && <div aria-live="polite"><p className="b">{s('people.checked', { good: found.good, already: found.already })}</p>
        {found.problems.length > 0 && <Note tone="bad"><p>{s('people.bad', { n: found.problems.length })}</p><ul>{found.problems.slice(0, 100).map(({ line, staffNumber, code }) => <li key={line}>{s('people.line', { line })} <span className="num">{staffNumber}</span> {s(`people.problem.${code}`)}</li>)}</ul></Note>}</div>}
    </SideSheet>
  );
}

function ByPeople({ view, sittingId, onClose, children }: WayProps) {
  const { t } = useWords();
  const intent = useIntent();
  const [chosen, setChosen] = useState<Chosen>(new Map());
  const present = usePages<CandidateListItem>(`/exams/${view.id}/candidates`, {}, { limit: 200 });
  const add = useMutation({
    mutationFn: () => {
      const body = { personIds: [...chosen.keys()], ...(sittingId ? { sittingId } : {}) };
      return api.post<ExamView>(`/exams/${view.id}/candidates`, body, { idempotencyKey: intent.keyFor(body) });
    },
    onSuccess: () => { intent.done(); setChosen(new Map()); onClose(); },
  });
  return (
    <SideSheet form title={t('exam.addCandidates')} onClose={onClose}
      footer={<><Button onClick={onClose}>{t('act.back')}</Button><Button kind="pri" disabled={chosen.size === 0 || add.isPending} onClick={() => add.mutate()}>{add.isPending ? t('act.working') : t('exam.addAct', { n: chosen.size })}</Button></>}>
      {children}
      <ProblemNote error={add.error} />
      <PeoplePicker chosen={chosen} onChange={setChosen} already={new Set(present.rows.map(({ person }) => person.id))} alreadyWord={t('exam.already')} />
    </SideSheet>
  );
}
