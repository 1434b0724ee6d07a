import { useQuery } from '@tanstack/react-query';
import type { OrgUnitView, ZonePlanView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { useSession } from '../../shell/session.js';
import { useWords } from './words.js';

/** The organization, flat; read once a visit. */
export function useUnits() {
  return useQuery({ queryKey: ['/org-units'], queryFn: () => api.get<OrgUnitView[]>('/org-units'), staleTime: 300_000 });
}

export function useZonePlans() {
  return useQuery({ queryKey: ['/zone-plans'], queryFn: () => api.get<ZonePlanView[]>('/zone-plans'), staleTime: 300_000 });
}

/** The units a person may make things for: the subtrees of the given grants, as options; the highest first. */
export function useOwnUnits(roles: readonly string[]) {
  const { title } = useWords();
  const session = useSession();
  const units = useUnits().data ?? [];
  const granted = session.grants.filter(({ role }) => roles.includes(role)).map(({ orgUnit }) => orgUnit.id);
  const within = new Set(granted);
  let grew = true;
  while (grew) {
    const more = units.filter(({ id, parentId }) => parentId !== null && within.has(parentId) && !within.has(id));
    grew = more.length > 0;
    for (const { id } of more) within.add(id);
  }
  const options = units.filter(({ id, kind }) => within.has(id) && kind !== 'department').map((unit) => ({ value: unit.id, label: title(unit.title) }));
  return { options, first: granted.find((id) => options.some(({ value }) => value === id)) ?? options[0]?.value ?? '' };
}
