import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Signals } from '#lib/database';
import { type Actor, Sessions } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import { LOGGER, type Logger, socketConnections } from '#lib/observability';
import type { LiveSocket } from './live-socket.js';
import { Rooms } from './rooms.service.js';
import { TokenBucket } from './token-bucket.js';

const sessionCookie = /(?:^|;\s*)kaosai_session=([^;]+)/;
/** A session remembered from before its end is forgotten within a second; looking again then keeps the promise of two. */
const secondLook = 1_200;
const roundInterval = 30_000;
const chunk = 200;

/** Whose the sockets are, and the end of those whose session has ended. */
@Injectable()
export class SocketSessions implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly sockets = new Set<LiveSocket>();
  private unlisten: () => void = () => undefined;
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly sessions: Sessions, private readonly rooms: Rooms, private readonly signals: Signals, @Inject(LOGGER) private readonly logger: Logger) {}

  async onApplicationBootstrap(): Promise<void> {
    this.unlisten = await this.signals.listen({ invalidated: (key) => this.invalidated(key), reconnected: () => void this.checkAll() });
    this.timer = setInterval(() => void this.checkAll(), roundInterval);
    this.timer.unref();
  }

  beforeApplicationShutdown(): void {
    this.unlisten();
    if (this.timer) clearInterval(this.timer);
  }

  /** Before the connection stands. A cookie that opens nothing makes a spectator, not a refusal: boards are for everybody. */
  async admit(socket: LiveSocket): Promise<void> {
    const token = sessionCookie.exec(socket.handshake.headers.cookie ?? '')?.[1] ?? null;
    socket.data = { token, actor: token ? await this.sessions.authenticate(token) : null, rooms: new Set(), bucket: new TokenBucket(10, 30, performance.now()) };
  }

  connected(socket: LiveSocket): void {
    this.sockets.add(socket);
    socketConnections.set(this.sockets.size);
  }

  disconnected(socket: LiveSocket): void {
    this.sockets.delete(socket);
    socketConnections.set(this.sockets.size);
    this.rooms.leaveAll(socket);
  }

  /** Makes `socket.data.actor` what it is now. @throws DomainError `session.ended` when it was somebody and is nobody any more. */
  async refresh(socket: LiveSocket): Promise<void> {
    const { token, actor } = socket.data;
    if (!token) return;
    const now = await this.sessions.authenticate(token);
    if (!now && actor) {
      void this.end(socket, actor);
      throw new DomainError('session.ended', {}, { kind: 'forbidden' });
    }
    socket.data.actor = now;
    if (now && actor && rightsOf(now) !== rightsOf(actor)) await this.rooms.recheck(socket);
  }

  private invalidated(key: string): void {
    const [kind, id] = key.split(':');
    if (kind !== 'session' && kind !== 'account' && kind !== 'person') return;
    const concerned = [...this.sockets].filter(({ data }) => data.actor?.[`${kind}Id`] === id);
    if (concerned.length === 0) return;
    const check = (): void => { for (const socket of concerned) void this.check(socket); };
    setImmediate(check);
    setTimeout(check, secondLook).unref();
  }

  private async checkAll(): Promise<void> {
    const signedIn = [...this.sockets].filter(({ data }) => data.actor);
    for (let start = 0; start < signedIn.length; start += chunk) await Promise.all(signedIn.slice(start, start + chunk).map((socket) => this.check(socket)));
  }

  private async check(socket: LiveSocket): Promise<void> {
    if (!socket.connected) return;
    try {
      await this.refresh(socket);
    } catch (error) {
      // Without the database nobody can act anyway; the next round looks again.
      if (!(error instanceof DomainError)) this.logger.warn({ err: error }, 'session of a socket not checked, trying again');
    }
  }

  private async end(socket: LiveSocket, { sessionId }: Actor): Promise<void> {
    const reason = await this.sessions.endOf(sessionId).catch(() => null);
    socket.emit('session.ended', { reason: reason ?? 'expired' });
    socket.disconnect(true);
  }
}

function rightsOf({ grants, assignments }: Actor): string {
  return JSON.stringify([grants, assignments]);
}
