export { appendAudit, appendManyAudits, type AuditPayload } from './append-audit.js';
export { AuditModule, AuditWorkerModule } from './audit.module.js';
export { AuditSealer } from './audit-sealer.service.js';
export { type AuditScope, AuditService } from './audit.service.js';
export type { AuditRow } from './canonical-event.js';
export { type ChainFault, type ChainReport, ChainVerifier, type SealedRow, verifyAuditChain } from './verify-audit-chain.js';
