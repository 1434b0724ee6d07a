import { useQuery } from '@tanstack/react-query';
import type { BlueprintFeasibility, CheckBlueprint } from '#lib/contracts';
import { api } from '../../api/client.js';
import { useSettled } from '../parts/list-state.js';
import { isCount, isMarks, rulesOf, toWritePaper, type PaperDraft } from './paper-draft.js';

/** What the rules would find now, asked again whenever the typing stands still. */
export function useFeasibility(draft: PaperDraft, enabled: boolean) {
  const rules = rulesOf(draft);
  const whole = draft.orgUnitId !== '' && rules.length > 0 && rules.every(({ count, marks }) => isCount(count) && isMarks(marks));
  // Marks change nothing in what is found.
  const { sections } = toWritePaper(draft);
  const body: CheckBlueprint = { orgUnitId: draft.orgUnitId, sections: sections.map(({ slots, rules: own = [] }) => ({ title: { zh: '-' }, slots, ...(own.length > 0 && { rules: own }) })) };
  const text = useSettled(JSON.stringify(body), 300);
  return useQuery({
    queryKey: ['/papers/feasibility', text],
    enabled: enabled && whole,
    queryFn: () => api.post<BlueprintFeasibility>('/papers/feasibility', JSON.parse(text) as CheckBlueprint),
    placeholderData: (before) => before,
    staleTime: 10_000,
    retry: false,
  });
}
