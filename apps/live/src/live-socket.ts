import type { ClientEvents, ServerEvents } from '#lib/contracts';
import type { Actor } from '#lib/identity';
import type { Server, Socket } from 'socket.io';
import type { TokenBucket } from './token-bucket.js';

/** What the process knows of a connection. */
export interface SocketData {
  /** The cookie's value; null for a client without one. */
  token: string | null;
  /** As of the last command or check; null: nobody is signed in, and only boards may be watched. */
  actor: Actor | null;
  rooms: Set<string>;
  bucket: TokenBucket;
}

type NoEvents = Record<never, never>;
export type LiveSocket = Socket<ClientEvents, ServerEvents, NoEvents, SocketData>;
export type LiveServer = Server<ClientEvents, ServerEvents, NoEvents, SocketData>;
