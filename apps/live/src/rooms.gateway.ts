import { setTimeout as sleep } from 'node:timers/promises';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { ConnectedSocket, MessageBody, type OnGatewayConnection, type OnGatewayDisconnect, type OnGatewayInit, SubscribeMessage, WebSocketGateway, WebSocketServer } from '@nestjs/websockets';
import type { Ack } from '#lib/contracts';
import { LiveViews, type RoomNews } from '#lib/realtime';
import { CommandGateway } from './gateway-parts.js';
import type { LiveServer, LiveSocket } from './live-socket.js';
import { Rooms } from './rooms.service.js';
import { SocketSessions } from './socket-sessions.service.js';
import { toProblem } from '#lib/problems';
import { WatchDto } from './watch.dto.js';

/** Connections and rooms: who comes in, what they watch, and the news they are told. */
@WebSocketGateway()
@CommandGateway()
export class RoomsGateway implements OnGatewayInit, OnGatewayConnection, OnGatewayDisconnect, BeforeApplicationShutdown {
  @WebSocketServer()
  private readonly server: LiveServer;

  constructor(private readonly sessions: SocketSessions, private readonly rooms: Rooms, private readonly views: LiveViews) {}

  afterInit(server: LiveServer): void {
    server.use((socket, next) => {
      this.sessions.admit(socket).then(() => next(), (error: unknown) => next(Object.assign(new Error('refused'), { data: toProblem(error, 'zh-CN', socket.id) })));
    });
    this.views.onNews((news) => this.tell(server, news));
  }

  handleConnection(socket: LiveSocket): void {
    this.sessions.connected(socket);
  }

  handleDisconnect(socket: LiveSocket): void {
    this.sessions.disconnected(socket);
  }

  /** Begins to watch a room. */
  @SubscribeMessage('watch')
  async watch(@ConnectedSocket() socket: LiveSocket, @MessageBody() { room }: WatchDto): Promise<Ack<{ room: string; revision: number }>> {
    return { ok: await this.rooms.join(socket, room) };
  }

  /** Stops watching a room. */
  @SubscribeMessage('unwatch')
  async unwatch(@ConnectedSocket() socket: LiveSocket, @MessageBody() { room }: WatchDto): Promise<Ack<{ room: string }>> {
    return { ok: await this.rooms.leave(socket, room) };
  }

  /** Tells everybody to come back elsewhere or later, and lets them go. */
  async beforeApplicationShutdown(): Promise<void> {
    this.server.emit('server.stopping', { retryAfter: 1_000 });
    await sleep(50);
    this.server.disconnectSockets(true);
  }

  private tell(server: LiveServer, { event, message }: RoomNews): void {
    // What `view.changed` carries is the room's own kind of view; the contract names the public one.
    server.to(message.room).emit(event, message as never);
  }
}
