import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AppConfig } from '#lib/config';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { contentSecurityPolicy, pageOf } from './page-policy.js';

const placeholder = '__CSP_NONCE__';

/** Serves the built web client: hashed assets for ever, pages with a fresh nonce; nothing when it was not built. */
export async function serveWeb(app: NestFastifyApplication, { webDirectory }: AppConfig): Promise<void> {
  if (!existsSync(join(webDirectory, 'index.html'))) return;
  const pages = new Map<string, string>();
  const page = (name: string): string => {
    const known = pages.get(name) ?? readFileSync(join(webDirectory, name), 'utf8');
    pages.set(name, known);
    return known;
  };
  await app.register(fastifyStatic, {
    root: join(webDirectory, 'assets'), prefix: '/assets/', immutable: true, maxAge: '365d', decorateReply: false, index: false, globIgnore: ['**/*.html'],
  });
  const serve = (request: FastifyRequest, reply: FastifyReply): void => {
    const nonce = randomBytes(16).toString('base64');
    void reply.headers({
      'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store', 'Content-Security-Policy': contentSecurityPolicy(nonce),
      'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'same-origin', 'X-Frame-Options': 'DENY', 'Cross-Origin-Opener-Policy': 'same-origin',
    }).send(page(pageOf(request.url.split('?')[0])).split(placeholder).join(nonce));
  };
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/', serve);
  fastify.get('/*', (request, reply) => {
    if (/^\/(api|socket\.io|health|assets)(\/|$)/.test(request.url)) reply.callNotFound();
    else serve(request, reply);
  });
}
