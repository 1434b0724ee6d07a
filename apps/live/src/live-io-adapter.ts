import type { IncomingMessage } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { AppConfig } from '#lib/config';
import type { Server, ServerOptions } from 'socket.io';
import { isSameOrigin } from './same-origin.js';

/** socket.io as we run it. Set it before the application is initialized: `app.useWebSocketAdapter(new LiveIoAdapter(app, config))`. */
export class LiveIoAdapter extends IoAdapter {
  constructor(app: INestApplicationContext, private readonly config: AppConfig) {
    super(app);
  }

  override createIOServer(port: number, options?: Partial<ServerOptions>): Server {
    return super.createIOServer(port, {
      ...options,
      path: '/socket.io',
      // A client whose WebSocket is blocked polls the snapshots instead.
      transports: ['websocket'],
      // Compressing each message costs twenty times the latency.
      perMessageDeflate: false,
      httpCompression: false,
      serveClient: false,
      maxHttpBufferSize: 64 * 1024,
      pingInterval: 10_000,
      pingTimeout: 10_000,
      allowRequest: (request: IncomingMessage, decide: (error: string | null | undefined, allowed: boolean) => void) => decide(null, isSameOrigin(request.headers, this.config)),
    } as ServerOptions) as Server;
  }
}
