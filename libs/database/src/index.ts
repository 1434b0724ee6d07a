export { connectionOptions, isUnavailable, retrying, sqlState, violatedConstraint } from './connection.js';
export { DatabaseModule } from './database.module.js';
export { type IdempotentRequest, RepeatedRequest, withIdempotency } from './idempotency.js';
export { migrate } from './migrate.js';
export { pageQuery, type PageQuery, type PageRequest, type SortColumn } from './page-query.js';
export { DatabaseReadiness, type Readiness } from './readiness.js';
export { bigrams, searchText } from './search-text.js';
export { Signals, type SignalHandlers } from './signals.js';
export { appendManyToOutbox, appendToOutbox, databaseNow, invalidateAfterCommit, lockRows, raiseRevision, revisionOf, Transactions } from './transactions.js';
