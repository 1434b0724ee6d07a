import { Controller, Get, HttpStatus, Req, Res, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { HealthView } from '#lib/contracts';
import { AppConfig, mayReadMetrics } from '#lib/config';
import { DatabaseReadiness } from '#lib/database';
import { DomainError } from '#lib/kernel';
import { metrics } from '#lib/observability';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../http/decorators.js';

/** For load balancers and monitoring; outside `/api`. */
@ApiExcludeController()
@Public()
@Controller({ version: VERSION_NEUTRAL })
export class HealthController {
  constructor(private readonly readiness: DatabaseReadiness, private readonly config: AppConfig) {}

  /** The process answers. */
  @Get('health/live')
  live(): HealthView {
    return { status: 'ok', checks: {} };
  }

  /** The process can do its work durably; false within 2 s of losing the database. */
  @Get('health/ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthView> {
    const { ok, problems } = await this.readiness.check();
    void reply.status(ok ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
    return { status: ok ? 'ok' : 'unavailable', checks: { database: { ok, ...(ok ? {} : { detail: problems.join('; ') }) } } };
  }

  @Get('metrics')
  async metrics(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    if (!mayReadMetrics(request, this.config)) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
    void reply.header('Content-Type', metrics.contentType);
    return metrics.metrics();
  }
}
