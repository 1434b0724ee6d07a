export { type Action, type Actor, assignedObjects, inScope, isAllowed, isWithin, requireAllowed, rules, type Scope, scopeOf, type Target } from './policy.js';
