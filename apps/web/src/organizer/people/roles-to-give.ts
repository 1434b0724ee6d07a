import type { GrantRole, SessionView } from '#lib/contracts';

const administrators: readonly GrantRole[] = ['system_admin', 'security_admin', 'audit_admin'];
const others: readonly GrantRole[] = ['organizer', 'question_author', 'question_reviewer', 'team_leader', 'leader', 'supervisor'];

/** The roles somebody may give and take: each kind of administrator makes only its own, and audit administrators make no others. */
export function rolesToGive({ grants }: Pick<SessionView, 'grants'>): GrantRole[] {
  const held = administrators.filter((kind) => grants.some(({ role }) => role === kind));
  return held.some((kind) => kind !== 'audit_admin') ? [...others, ...held] : held;
}
