export { Actors, noSession } from './actors.js';
export { assign, type AssignmentKey, endAssignment, reassign } from './assignments.js';
export { IdentityModule } from './identity.module.js';
export { orgUnitRefs, orgUnitRefSql, pathOfOrgUnit, pathsOfOrgUnits, snapshotUnitOf } from './org-units.js';
export { hashPassword } from './password.js';
export { namesOf, peopleInScope } from './people-steps.js';
export { type Action, type Actor, assignedObjects, inScope, isAllowed, isWithin, requireAllowed, rules, type Scope, scopeOf, type Target } from './policy.js';
export { endSessions, type SessionEnd, Sessions, type SignedIn, type SignInDevice } from './sessions.service.js';
