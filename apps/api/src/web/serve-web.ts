import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AppConfig } from '#lib/config';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { contentSecurityPolicy, pageOf } from './page-policy.js';

const placeholder = '__CSP_NONCE__';
const mediaTypes: Record<string, string> = { '.svg': 'image/svg+xml', '.ico': 'image/x-icon', '.png': 'image/png', '.txt': 'text/plain; charset=utf-8', '.webmanifest': 'application/manifest+json' };

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
  // What stands beside the pages: the favicon and its like.
  for (const file of readdirSync(webDirectory, { withFileTypes: true }).filter((entry) => entry.isFile() && extname(entry.name) in mediaTypes)) {
    const body = readFileSync(join(webDirectory, file.name));
    const type = mediaTypes[extname(file.name)];
    app.getHttpAdapter().getInstance().get(`/${file.name}`, (_request, reply) => void reply.headers({ 'Content-Type': type, 'Cache-Control': 'public, max-age=3600' }).send(body));
  }
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
