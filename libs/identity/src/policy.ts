import type { AssignmentObject, AssignmentRole, GrantRole, Locale } from '#lib/contracts';
import { DomainError } from '#lib/kernel';

/** Who acts: what the policy reads, and nothing else. */
export interface Actor {
  accountId: string;
  personId: string;
  sessionId: string;
  locale: Locale;
  /** A role at an organization node, valid for the subtree below `path`. */
  grants: readonly { role: GrantRole; path: string }[];
  /** The one exam a session begun in the hall may sit. It has no grants and no assignments, whatever the person holds. */
  exam?: { readonly id: string; readonly candidateId: string };
  /** A role on one object, valid now. */
  assignments: readonly { role: AssignmentRole; objectType: AssignmentObject; objectId: string }[];
}

/** The organization subtrees a list may show. Empty: nothing. */
export interface Scope {
  readonly paths: readonly string[];
}

/** What an action is done to: where it hangs in the organization, and the objects an assignment may name. */
export interface Target {
  /** Paths of the org units it belongs to; one in the actor's subtree is enough. */
  paths: readonly string[];
  objects?: readonly { type: AssignmentObject; id: string }[];
  /** The person it is about, for acts on one's own. */
  personId?: string;
}

interface Rule {
  grants: readonly GrantRole[];
  assignments?: readonly AssignmentRole[];
  /** The person it is about may do it. */
  own?: true;
  /** Without this, an actor who may not even read the object is told that it does not exist. */
  readAs?: Action;
}

const bankReaders = ['organizer', 'question_author', 'question_reviewer'] as const;
const watchers = ['organizer', 'supervisor', 'leader'] as const;

/**
 * The policy: one table for HTTP, sockets, exports and jobs. Who may do what, by grant at an organization node or by
 * assignment on the object. Everything not listed is refused.
 */
export const rules = {
  'org.read': { grants: ['system_admin', 'security_admin', 'audit_admin', 'organizer', 'question_author', 'question_reviewer', 'team_leader', 'leader', 'supervisor'] },
  'person.read': { grants: ['system_admin', 'security_admin', 'organizer', 'team_leader'] },
  /** Outside experts belong to no unit; whoever sets up panels may find them. */
  'guest.read': { grants: ['system_admin', 'security_admin', 'organizer'] },
  'account.disable': { grants: ['system_admin'], readAs: 'person.read' },
  'grant.read': { grants: ['system_admin', 'security_admin', 'audit_admin'] },
  'grant.write': { grants: ['system_admin', 'security_admin', 'audit_admin'], readAs: 'grant.read' },
  'audit.read': { grants: ['audit_admin', 'supervisor'] },
  /** Subjects, job fields and the other editable lists, at the root: they are everybody's. */
  'dictionary.write': { grants: ['organizer'] },
  'question.read': { grants: bankReaders },
  'question.write': { grants: ['organizer', 'question_author'], readAs: 'question.read' },
  /** Approving and returning; never what one wrote oneself, which the bank sees to. */
  'question.review': { grants: ['organizer', 'question_reviewer'], readAs: 'question.read' },
  'paper.read': { grants: bankReaders },
  'paper.write': { grants: ['organizer'], readAs: 'paper.read' },
  'paper.seal': { grants: ['organizer'], readAs: 'paper.read' },
  /** Its named openers, two of them together. */
  'paper.open': { grants: [], own: true, readAs: 'paper.read' },
  /** Keys beside a preview. */
  'paper.keys': { grants: ['organizer', 'question_reviewer'], readAs: 'paper.read' },
  'paper.log': { grants: ['organizer', 'supervisor'], readAs: 'paper.read' },
  'reference.read': { grants: bankReaders },
  'reference.write': { grants: ['organizer', 'question_author'], readAs: 'reference.read' },
  'exam.read': { grants: watchers, assignments: ['invigilator', 'chief_invigilator'] },
  'exam.write': { grants: ['organizer'], readAs: 'exam.read' },
  'exam.invigilate': { grants: ['organizer'], assignments: ['invigilator', 'chief_invigilator'], readAs: 'exam.read' },
  /** Giving the marks that a machine cannot give. */
  'exam.mark': { grants: ['organizer'], readAs: 'exam.read' },
  'attempt.sit': { grants: [], own: true },
  'edition.read': { grants: ['organizer', 'supervisor', 'leader', 'team_leader'] },
  'edition.write': { grants: ['organizer'], readAs: 'edition.read' },
  'heat.read': { grants: ['organizer', 'supervisor', 'leader', 'team_leader'], assignments: ['host'] },
  'heat.enter': { grants: ['organizer', 'team_leader'], readAs: 'heat.read' },
  'heat.confirm': { grants: ['organizer'], assignments: ['host'], readAs: 'heat.read' },
  'tier.advance': { grants: ['organizer'], readAs: 'edition.read' },
  'award.grant': { grants: ['organizer'], readAs: 'edition.read' },
  'panel.write': { grants: ['organizer'], readAs: 'heat.read' },
  'panel.chief': { grants: [], assignments: ['chief_judge'], readAs: 'panel.watch' },
  'panel.watch': { grants: ['organizer', 'supervisor'], assignments: ['chief_judge'] },
  'panel.judge': { grants: [], assignments: ['judge', 'chief_judge'] },
} as const satisfies Record<string, Omit<Rule, 'readAs'> & { readAs?: string }>;

export type Action = keyof typeof rules;

/** True when `path` is `root` or lies below it. */
export function isWithin(path: string, root: string): boolean {
  return path === root || path.startsWith(`${root}.`);
}

/** Decides, from the actor and the target alone. */
export function isAllowed(actor: Actor, action: Action, target: Target): boolean {
  const rule: Rule = rules[action] as Rule;
  if (rule.own && target.personId === actor.personId) return !actor.exam || names(target, actor.exam.id);
  if (actor.grants.some(({ role, path }) => rule.grants.includes(role) && target.paths.some((at) => isWithin(at, path)))) return true;
  return actor.assignments.some(({ role, objectType, objectId }) => (rule.assignments ?? []).includes(role)
    && (target.objects ?? []).some((object) => object.type === objectType && object.id === objectId));
}

function names(target: Target, examId: string): boolean {
  return (target.objects ?? []).some(({ type, id }) => type === 'exam' && id === examId);
}

const administrators: readonly GrantRole[] = ['system_admin', 'security_admin', 'audit_admin'];

/**
 * Whether the actor may give or take a role at a node. The three kinds of administrator each make only their own, so that
 * nobody can both act and watch; audit administrators make no others.
 */
export function mayGrant(actor: Actor, role: GrantRole, path: string): boolean {
  const givers = administrators.includes(role) ? [role] : ['system_admin', 'security_admin'];
  return actor.grants.some((held) => givers.includes(held.role) && isWithin(path, held.path));
}

/**
 * Refuses what is not allowed.
 * @throws DomainError `object.not_found` when the actor may not even see it, `access.denied` when they see it but may not do this.
 */
export function requireAllowed(actor: Actor, action: Action, target: Target): void {
  if (isAllowed(actor, action, target)) return;
  const { readAs } = rules[action] as Rule;
  if (readAs && isAllowed(actor, readAs, target)) throw new DomainError('access.denied', {}, { kind: 'forbidden' });
  throw new DomainError('object.not_found', {}, { kind: 'not-found' });
}

/** The subtrees in which the actor's grants allow an action: a required argument of every list query. */
export function scopeOf(actor: Actor, action: Action): Scope {
  const { grants } = rules[action] as Rule;
  const paths = [...new Set(actor.grants.filter(({ role }) => grants.includes(role)).map(({ path }) => path))];
  return { paths: paths.filter((path) => !paths.some((other) => other !== path && isWithin(path, other))) };
}

/** The ids of objects on which the actor's assignments allow an action, beside the scope. */
export function assignedObjects(actor: Actor, action: Action, type: AssignmentObject): string[] {
  const { assignments = [] } = rules[action] as Rule;
  return actor.assignments.filter(({ role, objectType }) => objectType === type && assignments.includes(role)).map(({ objectId }) => objectId);
}

/** An SQL condition that keeps the rows whose `ltree` expression lies in the scope; its parameter is appended to `params`. */
export function inScope(scope: Scope, pathExpression: string, params: unknown[]): string {
  params.push(scope.paths);
  return `${pathExpression} <@ ANY($${params.length}::text[]::ltree[])`;
}
