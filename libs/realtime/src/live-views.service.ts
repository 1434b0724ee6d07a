import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { RevisionRaised, RoomKind, ViewChanged } from '#lib/contracts';
import { revisionOf, Signals, Transactions } from '#lib/database';
import { DomainError } from '#lib/kernel';
import { LOGGER, type Logger } from '#lib/observability';
import { FedRoom } from './fed-room.js';
import { WatchedRoom } from './watched-room.js';

/** What a kind of room shows, and to whom. */
export interface ViewSource {
  /** @throws DomainError when the actor (null: nobody signed in) may not watch it, or it does not exist. */
  mayWatch(actor: object | null, id: string): Promise<void>;
  /** The view, when it is the same for everybody in the room. Without it the room is told the revision alone and everyone reads what is theirs. */
  view?(id: string): Promise<unknown>;
  /** Instead of a view that is read when a revision is raised: a source that looks for itself and tells what changed between two of its own moments. */
  feed?(id: string, tell: (from: number, to: number, view: unknown) => void): Feed;
}

/** One room's own source of news. */
export interface Feed {
  /** The moment from which every change is told. */
  begin(): Promise<number>;
  close(): void;
}

/** What the sockets in a room are to be told. */
export type RoomNews = { event: 'view.changed'; message: ViewChanged } | { event: 'revision.raised'; message: RevisionRaised };

const reconcileInterval = 5_000;
const roomPattern = /^([a-z]+):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/**
 * Turns `(aggregate, revision)` signals into news for the rooms that this process's sockets are in: the view is read once per
 * process however many watch, a burst of changes becomes one reading, and a signal that was lost is made up for within 5 s.
 */
@Injectable()
export class LiveViews implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly sources = new Map<RoomKind, ViewSource>();
  private readonly rooms = new Map<string, WatchedRoom | FedRoom>();
  private readonly listeners = new Set<(news: RoomNews) => void>();
  private unlisten: () => void = () => undefined;
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly transactions: Transactions, private readonly signals: Signals, @Inject(LOGGER) private readonly logger: Logger) {}

  async onApplicationBootstrap(): Promise<void> {
    this.unlisten = await this.signals.listen({
      revisionRaised: (aggregate, revision) => this.rooms.get(aggregate)?.raise(revision),
      reconnected: () => void this.reconcile(),
    });
    this.timer = setInterval(() => void this.reconcile(), reconcileInterval);
    this.timer.unref();
  }

  beforeApplicationShutdown(): void {
    this.unlisten();
    if (this.timer) clearInterval(this.timer);
    for (const room of this.rooms.values()) room.close();
    this.rooms.clear();
  }

  /** Says what rooms of a kind show. Once per kind, when the process starts. */
  register(kind: RoomKind, source: ViewSource): void {
    if (this.sources.has(kind)) throw new TypeError(`Rooms of kind ${kind} have a source already`);
    this.sources.set(kind, source);
  }

  /** @throws DomainError `object.not_found` for a room of no kind, and whatever its source refuses with. */
  async mayWatch(actor: object | null, room: string): Promise<void> {
    const { source, id } = this.sourceOf(room);
    await source.mayWatch(actor, id);
  }

  /** One more socket of this process is in the room. Answers the revision from which it will hear every change. */
  async watch(room: string): Promise<number> {
    const known = this.rooms.get(room);
    if (known) return known.join();
    const { source, id } = this.sourceOf(room);
    const view = source.view?.bind(source, id);
    const watched = source.feed
      ? new FedRoom((tell) => (source.feed as NonNullable<ViewSource['feed']>)(id, tell), (from, to, changed) => this.tell({ event: 'view.changed', message: { room, from, to, view: changed } }))
      : new WatchedRoom(room, () => revisionOf(this.transactions.reader, room), view, (news) => this.tell(news), this.logger);
    this.rooms.set(room, watched);
    try {
      return await watched.join();
    } catch (error) {
      this.unwatch(room);
      throw error;
    }
  }

  /** One socket less. */
  unwatch(room: string): void {
    const watched = this.rooms.get(room);
    if (!watched || watched.leave() > 0) return;
    watched.close();
    this.rooms.delete(room);
  }

  /** Hears the news of every watched room. Returns a function that stops it. */
  onNews(listener: (news: RoomNews) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Compares every watched room with the database, in one statement. */
  async reconcile(): Promise<void> {
    if (this.rooms.size === 0) return;
    try {
      const rows = await this.transactions.reader.query<{ aggregate: string; revision: string }[]>('SELECT aggregate, revision FROM aggregate_revision WHERE aggregate = ANY($1::text[])', [[...this.rooms.keys()]]);
      for (const { aggregate, revision } of rows) this.rooms.get(aggregate)?.raise(Number(revision));
    } catch (error) {
      this.logger.warn({ err: error }, 'rooms not compared with the database, trying again');
    }
  }

  private sourceOf(room: string): { source: ViewSource; id: string } {
    const [, kind, id] = roomPattern.exec(room) ?? [];
    const source = this.sources.get(kind as RoomKind);
    if (!source || !id) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
    return { source, id };
  }

  private tell(news: RoomNews): void {
    for (const listener of this.listeners) listener(news);
  }
}
