import { useTranslation } from 'react-i18next';
import type { BlueprintFeasibility, DrawRule } from '#lib/contracts';
import { Note } from '../../look/parts.js';
import { useWords } from '../parts/words.js';

/** Whether a form can be drawn, and if not, which rules compete for what. */
export function BlueprintNote({ feasibility, rules }: { feasibility: BlueprintFeasibility | undefined; rules: DrawRule[] }) {
  const { t } = useTranslation('papers');
  const { en } = useWords();
  if (!feasibility || rules.length === 0) return null;
  const name = (id: string): string => t('rule.name', { n: id.replace(/^r/, '') });
  const { feasible, lacking, apart } = feasibility;
  if (feasible) return null;
  return (
    <Note tone="warn" live>
      {lacking.length > 0 ? <b>{t('feasibility.short', { short: lacking.reduce((sum, { wanted, available }) => sum + wanted - available, 0) })}</b> : <b>{t(apart === 'impossible' ? 'feasibility.apart' : 'feasibility.unsure')}</b>}
      {lacking.map(({ rules: ids, wanted, available }) => (
        <p key={ids.join()}>{ids.length === 1 ? t('feasibility.one', { rule: name(ids[0] ?? ''), wanted, available }) : t('feasibility.together', { rules: ids.map(name).join(en ? ', ' : '、'), wanted, available })}</p>
      ))}
    </Note>
  );
}
