import type { Server } from 'node:http';
import { createServer, type Server as NetServer } from 'node:net';
import type { INestApplication } from '@nestjs/common';
import type { AppConfig } from '#lib/config';

/**
 * Listens where the configuration says; `localhost` means both loopback addresses, because browsers differ in which they try first.
 * Both feed one HTTP server, so that sockets work on either.
 */
export async function listen(app: INestApplication, { host, port }: Pick<AppConfig, 'host' | 'port'>): Promise<string> {
  if (host !== 'localhost') {
    await app.listen({ port, host } as unknown as number);
    return app.getUrl();
  }
  await app.listen({ port, host: '127.0.0.1' } as unknown as number);
  const { port: actual } = new URL(await app.getUrl());
  const server = app.getHttpServer() as Server;
  const second = await listenOnIpv6(server, Number(actual));
  server.on('close', () => second?.close());
  return `http://localhost:${actual}`;
}

/** Null where the machine has no IPv6. */
function listenOnIpv6(server: Server, port: number): Promise<NetServer | null> {
  return new Promise((resolve, reject) => {
    const second = createServer({ allowHalfOpen: true }, (socket) => server.emit('connection', socket));
    second.unref();
    second.once('error', (error: NodeJS.ErrnoException) => {
      if (['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(error.code ?? '')) resolve(null);
      else reject(error);
    });
    second.listen({ port, host: '::1', ipv6Only: true }, () => resolve(second));
  });
}
