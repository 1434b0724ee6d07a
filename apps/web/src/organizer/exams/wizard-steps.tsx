import { DatePicker, Input, InputNumber } from 'antd';
import { Icon } from '../../look/icon.js';
import { Button } from '../../look/parts.js';
import { Field } from '../parts/field.js';
import { useUnits } from '../parts/reads.js';
import { useWords } from '../parts/words.js';
import { addSitting, type ExamDraft, wizardSteps } from './exam-draft.js';
import { useSetUpWords } from './exam-setup-texts.js';
import { reviewParts } from './rules-draft.js';
import { UnitsAndEntries } from './units-and-entries.js';

interface StepProps {
  draft: ExamDraft;
  change: (part: Partial<ExamDraft>) => void;
}

/** How long, and when: one row a sitting. */
export function SittingsStep({ draft, change }: StepProps) {
  const s = useSetUpWords();
  const { t } = useWords();
  const { schedule, sittings } = draft;
  const edit = (key: number, part: Partial<ExamDraft['sittings'][number]>): void => change({ sittings: sittings.map((one) => (one.key === key ? { ...one, ...part } : one)) });
  const nth = sittings.length + 1;
  const next = { zh: s('sitting.nth', { n: nth, lng: 'zh-CN' }), en: s('sitting.nth', { n: nth, lng: 'en' }) };
  return (
    <>
      <Field label={t('exam.durationMinutes')}>{({ id }) => <InputNumber id={id} min={1} max={1440} precision={0} value={schedule.durationMinutes} onChange={(durationMinutes) => change({ schedule: { ...schedule, durationMinutes: durationMinutes ?? 0 } })} />}</Field>
      <ul className="org-sitting-rows">
        {sittings.map((one) => (
          <li key={one.key}>
            <Field label={s('sitting.name')}>{({ status, ...control }) => <Input {...control} status={status} value={one.title.zh} onChange={(event) => edit(one.key, { title: { zh: event.target.value } })} />}</Field>
            <Field label={t('exam.opensAt')}>{({ id }) => <DatePicker id={id} className="org-wide" allowClear={false} showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" needConfirm={false} value={one.opensAt} onChange={(value) => { const at = Array.isArray(value) ? value[0] : value; if (at) edit(one.key, { opensAt: at }); }} />}</Field>
            <Field label={t('exam.lateMinutes')}>{({ id }) => <InputNumber id={id} className="org-wide" min={1} max={100_000} precision={0} value={one.lateMinutes} onChange={(value) => edit(one.key, { lateMinutes: value ?? 0 })} />}</Field>
            <Button kind="quiet" className="icon" disabled={sittings.length === 1} aria-label={s('sitting.remove', { title: one.title.zh })} onClick={() => change({ sittings: sittings.filter(({ key }) => key !== one.key) })}><Icon name="x" /></Button>
          </li>
        ))}
      </ul>
      <p><Button icon="plus" onClick={() => change({ sittings: addSitting(sittings, next, schedule.durationMinutes) })}>{s('sitting.add')}</Button></p>
    </>
  );
}

/** Whole units; lists and single people are added on the exam's page. */
export function PeopleStep({ draft, change }: StepProps) {
  const s = useSetUpWords();
  return <><UnitsAndEntries value={draft.people} onChange={(people) => change({ people })} /><p className="hint">{s('people.later')}</p></>;
}

export function RoomsStep({ draft, change }: StepProps) {
  const s = useSetUpWords();
  const { rooms, sittings } = draft;
  const edit = (part: Partial<ExamDraft['rooms']>): void => change({ rooms: { ...rooms, ...part } });
  const number = (label: string, value: number | null, set: (next: number | null) => void, min: number, max: number) => <Field label={label}>{({ id }) => <InputNumber id={id} className="org-wide" min={min} max={max} precision={0} value={value} onChange={set} />}</Field>;
  return (
    <>
      <div className="org-two">
        {number(s('wizard.roomsPer'), rooms.perSitting, (next) => edit({ perSitting: next ?? 0 }), 0, 50)}
        {number(s('wizard.capacityEach'), rooms.capacity, (next) => edit({ capacity: next ?? 1 }), 1, 2000)}
      </div>
      <div className="org-three">
        {number(s('room.rows'), rooms.rows, (next) => edit({ rows: next }), 1, 100)}
        {number(s('room.columns'), rooms.columns, (next) => edit({ columns: next }), 1, 100)}
        <Field label={s('room.place')} hint={s('room.placeHint')}>{({ status, ...control }) => <Input {...control} status={status} maxLength={200} value={rooms.place} onChange={(event) => edit({ place: event.target.value })} />}</Field>
      </div>
      <p className="hint">{s('room.gridHint')}</p>
      <label className="org-tick word"><input type="checkbox" checked={rooms.seatNow} onChange={() => edit({ seatNow: !rooms.seatNow })} /><span>{s('wizard.seatNow')}</span></label>
      <p className="b" role="status">{rooms.perSitting === 0 ? s('wizard.noRooms') : s('wizard.total', { rooms: rooms.perSitting * sittings.length, seats: rooms.perSitting * sittings.length * rooms.capacity })}</p>
    </>
  );
}

/** Everything at a glance; a step that lacks something leads back to itself. */
export function ReviewStep({ draft, open, onGo }: { draft: ExamDraft; open: ReadonlySet<number>; onGo: (step: number) => void }) {
  const s = useSetUpWords();
  const { t, title, whenFull } = useWords();
  const units = useUnits().data ?? [];
  const { schedule, sittings, rules, people, rooms } = draft;
  const rows: [number, string, string[]][] = [
    [0, s('step.basics'), [title(schedule.title), schedule.paper ? title(schedule.paper.title) : '', t(`exam.modes.${schedule.mode}`)]],
    [1, s('step.sittings'), [t('time.minutes', { n: schedule.durationMinutes }), ...sittings.map((one) => `${title(one.title)}: ${s('sitting.window', { from: whenFull(one.opensAt.toISOString()), late: whenFull(one.opensAt.add(one.lateMinutes, 'minute').toISOString()) })}`)]],
    [2, s('step.rules'), [s(`rules.releases.${rules.release}`), s(`rules.navigations.${rules.navigation}`), ...reviewParts.filter((part) => rules.review[part].when !== 'never').map((part) => s(`rules.reviewParts.${part}`))]],
    [3, s('step.people'), people.orgUnitIds.length === 0 ? [s('people.later')] : people.orgUnitIds.map((id) => title(units.find((unit) => unit.id === id)?.title))],
    [4, s('step.rooms'), [rooms.perSitting === 0 ? s('wizard.noRooms') : s('wizard.total', { rooms: rooms.perSitting * sittings.length, seats: rooms.perSitting * sittings.length * rooms.capacity })]],
  ];
  return (
    <>
      <p className="ink2">{s('wizard.summary')}</p>
      <table className="tbl org-figures org-rules"><tbody>{rows.map(([step, name, lines]) => (
        <tr key={name}><th scope="row">{name}</th><td>{lines.filter(Boolean).map((line) => <p key={line}>{line}</p>)}</td><td className="r">{open.has(step) && <Icon name="warn" small />}<Button kind="quiet" size="sm" icon="edit" aria-label={s(`step.${wizardSteps[step] ?? 'basics'}`)} onClick={() => onGo(step)} /></td></tr>
      ))}</tbody></table>
    </>
  );
}
