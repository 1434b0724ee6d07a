export { appendAudit, appendManyAudits, type AuditPayload } from './append-audit.js';
