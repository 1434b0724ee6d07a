import { Module } from '@nestjs/common';
import { AuditSealer } from './audit-sealer.service.js';
import { AuditService } from './audit.service.js';

/** Reading the audit record. Writing to it needs no module: `appendAudit`. */
@Module({ providers: [AuditService], exports: [AuditService] })
export class AuditModule {}

/** The sealer; for the worker. Several may run: one at a time seals. */
@Module({ providers: [AuditSealer], exports: [AuditSealer] })
export class AuditWorkerModule {}
