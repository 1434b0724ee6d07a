import { Controller, Get, HttpStatus, NotFoundException, Req, Res } from '@nestjs/common';
import type { HealthView } from '#lib/contracts';
import { AppConfig, mayReadMetrics } from '#lib/config';
import { DatabaseReadiness } from '#lib/database';
import { metrics } from '#lib/observability';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** For load balancers and monitoring. */
@Controller()
export class HealthController {
  constructor(private readonly readiness: DatabaseReadiness, private readonly config: AppConfig) {}

  /** The process answers. */
  @Get('health/live')
  live(): HealthView {
    return { status: 'ok', checks: {} };
  }

  /** The process can do its work. */
  @Get('health/ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthView> {
    const { ok, problems } = await this.readiness.check();
    void reply.status(ok ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
    return { status: ok ? 'ok' : 'unavailable', checks: { database: { ok, ...(ok ? {} : { detail: problems.join('; ') }) } } };
  }

  /** For the machine itself or, behind our proxy, the inner network; never for what came through the proxy. */
  @Get('metrics')
  async metrics(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    if (!mayReadMetrics(request, this.config)) throw new NotFoundException();
    void reply.header('Content-Type', metrics.contentType);
    return metrics.metrics();
  }
}
