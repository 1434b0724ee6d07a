import { useTranslation } from 'react-i18next';
import type { AcceptedAnswer, AcceptedQuantity, TextComparison, UnitMultiplier } from '#lib/contracts';
import { Button } from '../../../look/parts.js';
import { Check, Choose, Line, RowTools } from './editor-parts.js';

/** What is left out is written as nothing. */
function withOptional<T extends object, K extends keyof T>(item: T, field: K, value: T[K] | undefined): T {
  const { [field]: _, ...rest } = item;
  return (value === undefined || value === '' ? rest : { ...rest, [field]: value }) as T;
}

/** The texts that are right, each with how it is compared and what it earns. */
export function TextAnswers({ accepted, onChange }: { accepted: AcceptedAnswer[]; onChange: (accepted: AcceptedAnswer[]) => void }) {
  const { t } = useTranslation('bank');
  const set = (index: number, answer: AcceptedAnswer): void => onChange(accepted.map((before, at) => (at === index ? answer : before)));
  return (
    <>
      <ul className="edit-rows">
        {accepted.map((answer, index) => (
          <li key={index}>
            <Line label={t('accepted.text', { number: index + 1 })} hideLabel={index > 0} value={answer.text} onChange={(text) => set(index, { ...answer, text })} maxLength={2000} />
            <Choose label={t('accepted.match')} hideLabel={index > 0} value={answer.match ?? 'exact'} onChange={(match) => set(index, withOptional(answer, 'match', match === 'exact' ? undefined : match))}
              options={[['exact', t('accepted.exact')], ['wildcard', t('accepted.wildcard')], ['pattern', t('accepted.pattern')]]} />
            <Line width="narrow" mode="decimal" label={t('accepted.fraction')} hideLabel={index > 0} value={answer.fraction ?? '1'} onChange={(fraction) => set(index, withOptional(answer, 'fraction', fraction === '1' ? undefined : fraction))} />
            <RowTools name={t('accepted.text', { number: index + 1 })} removable={accepted.length > 1} onRemove={() => onChange(accepted.filter((_, at) => at !== index))} />
          </li>
        ))}
      </ul>
      <Button size="sm" icon="plus" onClick={() => onChange([...accepted, { text: '' }])}>{t('accepted.add')}</Button>
    </>
  );
}

/** How texts are made equal before they are compared. */
export function TextRules({ compare, onChange }: { compare: TextComparison; onChange: (compare: TextComparison) => void }) {
  const { t } = useTranslation('bank');
  return (
    <div className="edit-checks">
      <Check label={t('compare.case')} checked={Boolean(compare.caseSensitive)} onChange={(caseSensitive) => onChange({ ...compare, caseSensitive })} />
      <Check label={t('compare.space')} checked={compare.whitespace === 'remove'} onChange={(remove) => onChange({ ...compare, whitespace: remove ? 'remove' : 'collapse' })} />
      <Check label={t('compare.punctuation')} checked={Boolean(compare.ignorePunctuation)} onChange={(ignorePunctuation) => onChange({ ...compare, ignorePunctuation })} />
    </div>
  );
}

/** The numbers that are right, each with its tolerance and what it earns. */
export function NumberAnswers({ accepted, onChange }: { accepted: AcceptedQuantity[]; onChange: (accepted: AcceptedQuantity[]) => void }) {
  const { t } = useTranslation('bank');
  const set = (index: number, answer: AcceptedQuantity): void => onChange(accepted.map((before, at) => (at === index ? answer : before)));
  const setTolerance = (index: number, answer: AcceptedQuantity, value: string, type = answer.tolerance?.type ?? 'nominal'): void => set(index, withOptional(answer, 'tolerance', value === '' ? undefined : { type, value }));
  return (
    <>
      <ul className="edit-rows">
        {accepted.map((answer, index) => (
          <li key={index}>
            <Line mode="decimal" width="narrow" label={t('accepted.number', { number: index + 1 })} hideLabel={index > 0} value={answer.value} onChange={(value) => set(index, { ...answer, value })} />
            <Line mode="decimal" width="narrow" label={t('accepted.tolerance')} hideLabel={index > 0} value={answer.tolerance?.value ?? ''} onChange={(value) => setTolerance(index, answer, value)} />
            <Choose label={t('accepted.toleranceType')} hideLabel={index > 0} value={answer.tolerance?.type ?? 'nominal'} onChange={(type) => setTolerance(index, answer, answer.tolerance?.value ?? '0', type)}
              options={[['nominal', t('accepted.nominal')], ['relative', t('accepted.relative')], ['geometric', t('accepted.geometric')]]} />
            <Line width="narrow" mode="decimal" label={t('accepted.fraction')} hideLabel={index > 0} value={answer.fraction ?? '1'} onChange={(fraction) => set(index, withOptional(answer, 'fraction', fraction === '1' ? undefined : fraction))} />
            <RowTools name={t('accepted.number', { number: index + 1 })} removable={accepted.length > 1} onRemove={() => onChange(accepted.filter((_, at) => at !== index))} />
          </li>
        ))}
      </ul>
      <Button size="sm" icon="plus" onClick={() => onChange([...accepted, { value: '' }])}>{t('accepted.add')}</Button>
    </>
  );
}

/** Units that may follow the number, each with its factor to the unit of the key. */
export function Units({ units, required, onChange }: { units: UnitMultiplier[]; required: boolean; onChange: (units: UnitMultiplier[], required: boolean) => void }) {
  const { t } = useTranslation('bank');
  return (
    <div className="edit-units">
      <ul className="edit-rows">
        {units.map((unit, index) => (
          <li key={index}>
            <Line width="narrow" label={t('units.unit')} hideLabel={index > 0} value={unit.unit} onChange={(name) => onChange(units.map((one, at) => (at === index ? { ...one, unit: name } : one)), required)} />
            <Line width="narrow" mode="decimal" label={t('units.factor')} hideLabel={index > 0} value={unit.multiplier} onChange={(multiplier) => onChange(units.map((one, at) => (at === index ? { ...one, multiplier } : one)), required)} />
            <RowTools name={unit.unit || t('units.unit')} removable onRemove={() => onChange(units.filter((_, at) => at !== index), required && units.length > 1)} />
          </li>
        ))}
      </ul>
      <Button size="sm" icon="plus" onClick={() => onChange([...units, { unit: '', multiplier: '1' }], required)}>{t('units.add')}</Button>
      {units.length > 0 && <Check label={t('units.required')} checked={required} onChange={(next) => onChange(units, next)} />}
    </div>
  );
}
