import { Injectable } from '@nestjs/common';
import { DomainError } from '#lib/kernel';
import { LiveViews } from '#lib/realtime';
import type { LiveSocket } from './live-socket.js';

/** More than any screen watches. */
const maxRooms = 20;

/** Which sockets are in which rooms. */
@Injectable()
export class Rooms {
  constructor(private readonly views: LiveViews) {}

  /** Lets a socket into a room. Answers the revision from which it hears every change; joining again changes nothing. */
  async join(socket: LiveSocket, room: string): Promise<{ room: string; revision: number }> {
    const { rooms, actor } = socket.data;
    if (!rooms.has(room) && rooms.size >= maxRooms) throw new DomainError('request.rate_limited', { seconds: 60 }, { kind: 'too-many' });
    // A client without a session learns nothing of what exists behind one.
    if (!actor && !room.startsWith('board:')) throw new DomainError('session.required', {}, { kind: 'forbidden' });
    await this.views.mayWatch(actor, room);
    const first = !rooms.has(room);
    rooms.add(room);
    // Before the revision is read, so that no change falls between the two.
    await socket.join(room);
    const revision = await this.views.watch(room);
    if (!first || !socket.connected) this.views.unwatch(room);
    return { room, revision };
  }

  async leave(socket: LiveSocket, room: string): Promise<{ room: string }> {
    if (socket.data.rooms.delete(room)) {
      await socket.leave(room);
      this.views.unwatch(room);
    }
    return { room };
  }

  /** The socket is gone. */
  leaveAll(socket: LiveSocket): void {
    for (const room of socket.data.rooms) this.views.unwatch(room);
    socket.data.rooms.clear();
  }

  /** Puts the socket out of the rooms that its person may not watch any more. */
  async recheck(socket: LiveSocket): Promise<void> {
    for (const room of [...socket.data.rooms]) {
      await this.views.mayWatch(socket.data.actor, room).catch(async (error: unknown) => {
        if (!(error instanceof DomainError)) throw error;
        await this.leave(socket, room);
      });
    }
  }
}
