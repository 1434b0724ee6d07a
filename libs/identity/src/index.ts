export { Actors, noSession } from './actors.js';
export { IdentityModule } from './identity.module.js';
export { hashPassword } from './password.js';
export { type Action, type Actor, assignedObjects, inScope, isAllowed, isWithin, requireAllowed, rules, type Scope, scopeOf, type Target } from './policy.js';
export { endSessions, type SessionEnd, Sessions, type SignedIn, type SignInDevice } from './sessions.service.js';
