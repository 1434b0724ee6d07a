import { useTranslation } from 'react-i18next';
import type { JudgingView } from '#lib/contracts';
import { useLocale } from '../i18n/texts.js';
import { Dialog } from '../look/dialog.js';
import { Button } from '../look/parts.js';
import { inCapitals, inEnglish } from './number-words.js';
import { showMark } from './score-entry.js';
import { useCriterionName } from './score-form.js';

interface ReadBackProps {
  view: JudgingView;
  current: NonNullable<JudgingView['current']>;
  marks: Record<string, string>;
  total: string;
  onBack: () => void;
  onSubmit: () => void;
}

/** Alias, every mark and the total once more, the total also in words, before anything leaves the tablet. */
export function ReadBack({ view, current, marks, total, onBack, onSubmit }: ReadBackProps) {
  const { t } = useTranslation('judge');
  const locale = useLocale();
  const name = useCriterionName();
  return (
    <Dialog title={t('readback.title')} className="rb" onClose={onBack}>
      <dl className="top">
        <div><dt>{t('who.alias')}</dt><dd className="code">{current.alias}</dd></div>
        <div><dt>{t('who.number')}</dt><dd className="no">{current.startNumber}</dd></div>
      </dl>
      <table>
        <tbody>
          {view.criteria.map((criterion, index) => <tr key={criterion.id}><td>{name(criterion, index)}</td><td className="r">{showMark(marks[criterion.id] ?? '', criterion.step)}</td></tr>)}
          <tr className="sumr"><td>{t('total')}<div className="cn">{locale === 'en' ? inEnglish(total) : inCapitals(total)}</div></td><td className="r">{total}</td></tr>
        </tbody>
      </table>
      <div className="acts">
        <Button onClick={onBack}>{t('readback.back')}</Button>
        <Button kind="pri" icon="send" data-autofocus onClick={onSubmit}>{t('readback.submit', { alias: current.alias, total })}</Button>
      </div>
    </Dialog>
  );
}
