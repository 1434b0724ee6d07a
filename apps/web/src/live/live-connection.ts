import { io, type Socket } from 'socket.io-client';
import type { Ack, ClientEvents, RevisionRaised, RoomKind, ServerEvents, ViewChanged } from '#lib/contracts';
import { NetworkError, ProblemError } from '../api/problem-error.js';
import { currentLocale } from '../i18n/texts.js';

export type Room = `${RoomKind}:${string}`;

export interface RoomListener {
  changed: (message: ViewChanged) => void;
  raised: (message: RevisionRaised) => void;
  /** The room is watched from this revision on. */
  watching: (revision: number) => void;
}

type CommandEvent = 'sheet.submit' | 'sheet.reopen' | 'performance.call' | 'performance.confirm' | 'attempt.beat';
type Command<E extends CommandEvent> = Parameters<ClientEvents[E]>[0];
type Answer<E extends CommandEvent> = Parameters<Parameters<ClientEvents[E]>[1]>[0] extends Ack<infer T> ? T : never;

/** One WebSocket to the live server: rooms to watch, commands to give. It comes back by itself. */
export class LiveConnection {
  private readonly socket: Socket<ServerEvents, ClientEvents>;
  private readonly rooms = new Map<Room, RoomListener>();
  private readonly listeners = new Set<() => void>();
  private endedReason: string | null = null;

  constructor() {
    this.socket = io({ path: '/socket.io', transports: ['websocket'], reconnectionDelay: 400, reconnectionDelayMax: 2_500, timeout: 5_000, query: { lang: currentLocale() } });
    this.socket.on('connect', () => {
      for (const room of this.rooms.keys()) this.join(room);
      this.tell();
    });
    this.socket.on('disconnect', () => this.tell());
    this.socket.on('view.changed', (message) => this.rooms.get(message.room as Room)?.changed(message));
    this.socket.on('revision.raised', (message) => this.rooms.get(message.room as Room)?.raised(message));
    this.socket.on('session.ended', ({ reason }) => {
      this.endedReason = reason;
      this.tell();
    });
    this.socket.on('server.stopping', ({ retryAfter }) => this.comeBack(retryAfter));
  }

  get connected(): boolean {
    return this.socket.connected;
  }

  /** Why the session ended, when it has. */
  get ended(): string | null {
    return this.endedReason;
  }

  /** Called whenever the connection comes or goes. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  watch(room: Room, listener: RoomListener): () => void {
    this.rooms.set(room, listener);
    if (this.connected) this.join(room);
    return () => {
      this.rooms.delete(room);
      if (this.connected) this.socket.emit('unwatch', { room }, () => undefined);
    };
  }

  /**
   * Gives one command and waits for its acknowledgement.
   * @throws ProblemError when it is refused; NetworkError when nobody knows whether it arrived.
   */
  command<E extends CommandEvent>(event: E, payload: Command<E>): Promise<Answer<E>> {
    if (!this.connected) return Promise.reject(new NetworkError('not connected'));
    return new Promise((resolve, reject) => {
      const answered = (error: Error | null, ack?: Ack<Answer<E>>): void => {
        if (error || !ack) reject(new NetworkError(error?.message ?? 'no answer'));
        else if (ack.problem) reject(new ProblemError(ack.problem));
        else resolve(ack.ok);
      };
      const emitter = this.socket.timeout(5_000) as unknown as { emit: (name: string, body: unknown, callback: typeof answered) => void };
      emitter.emit(event, payload, answered);
    });
  }

  close(): void {
    this.listeners.clear();
    this.socket.disconnect();
  }

  private join(room: Room): void {
    this.socket.emit('watch', { room }, (answer) => {
      if (answer.ok) this.rooms.get(room)?.watching(answer.ok.revision);
    });
  }

  /** A server that stops lets its clients go; they come back a little apart. */
  private comeBack(retryAfter: number): void {
    this.socket.disconnect();
    this.tell();
    setTimeout(() => this.socket.connect(), retryAfter + jitter(500));
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

/** A random part of `ms`, so that many clients do not ask in the same moment. */
export function jitter(ms: number): number {
  return crypto.getRandomValues(new Uint32Array(1))[0]! % Math.max(1, ms);
}
