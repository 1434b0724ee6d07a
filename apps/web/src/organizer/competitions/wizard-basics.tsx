import { DatePicker, InputNumber } from 'antd';
import dayjs from 'dayjs';
import type { EditionListItem } from '#lib/contracts';
import { Field, TitleFields } from '../parts/field.js';
import { fieldError } from '../parts/problem.js';
import { RemoteSelect } from '../parts/remote-select.js';
import { UnitSelect } from '../parts/unit-select.js';
import { useWords } from '../parts/words.js';
import type { WizardPart } from './edition-new-page.js';

/** What the competition is called, of which year, and who organizes it. */
export function WizardBasics({ draft, change, units, error }: WizardPart & { units: { value: string; label: string }[]; error: unknown }) {
  const { t, title, en } = useWords();
  return (
    <section>
      <TitleFields label={t('edition.name')} value={draft.title} onChange={(next) => change({ title: next })} error={fieldError(error, 'title', en ? 'en' : 'zh-CN')} hint={t('wizard.nameHint')} />
      <TitleFields label={t('edition.jobField')} value={draft.jobField} onChange={(jobField) => change({ jobField })} required={false} hint={t('wizard.fieldHint')} />
      <div className="org-three">
        <Field label={t('edition.year')}>{({ id }) => <InputNumber id={id} className="org-wide" min={2000} max={2100} precision={0} value={draft.year} onChange={(year) => change({ year: year ?? 0 })} />}</Field>
        <Field label={t('wizard.finalOn')} hint={t('field.optional')}>{({ id }) => <DatePicker id={id} className="org-wide" value={draft.finalOn ? dayjs(draft.finalOn) : null} onChange={(day) => change({ finalOn: day && !Array.isArray(day) ? day.format('YYYY-MM-DD') : null })} />}</Field>
        <Field label={t('edition.organizer')}>{({ id }) => <UnitSelect id={id} value={draft.orgUnitId} onChange={(orgUnitId) => change({ orgUnitId })} options={units} />}</Field>
      </div>
      <Field label={t('wizard.competition')} hint={t('wizard.competitionHint')}>
        {({ id }) => <RemoteSelect<EditionListItem> id={id} path="/editions" keyOf={({ competitionId }) => competitionId} label={(edition) => `${title(edition.title)} · ${edition.year}`} placeholder={t('wizard.competitionNew')} value={draft.competitionId} onChange={(competitionId) => change({ competitionId })} />}
      </Field>
    </section>
  );
}
