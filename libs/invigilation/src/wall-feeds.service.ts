import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import type { WallFrame } from '#lib/contracts';
import { Transactions } from '#lib/database';
import { LOGGER, type Logger } from '#lib/observability';
import type { Feed } from '#lib/realtime';
import { WatchedWall, type WallAudience } from './watched-wall.js';
import { Walls } from './wall.service.js';

/** Keeps the walls that this process's sockets watch up to date: one reading per exam, however many rooms and invigilators. */
@Injectable()
export class WallFeeds implements BeforeApplicationShutdown {
  private readonly exams = new Map<string, WatchedWall>();

  constructor(private readonly transactions: Transactions, private readonly walls: Walls, @Inject(LOGGER) private readonly logger: Logger) {}

  beforeApplicationShutdown(): void {
    for (const wall of this.exams.values()) wall.close();
    this.exams.clear();
  }

  /** Tells of every change in a live room `wall:<id>`, from the moment `begin` answers on. */
  open(id: string, tell: (from: number, to: number, frame: WallFrame) => void): Feed {
    let audience: WallAudience | null = null;
    let closed = false;
    return {
      begin: async () => {
        const room = await this.walls.roomOf(id);
        if (!room || closed) return 0;
        audience = { ...room, tell };
        return this.wallOf(room.examId).join(audience);
      },
      close: () => {
        closed = true;
        if (audience) this.leave(audience);
      },
    };
  }

  private wallOf(examId: string): WatchedWall {
    const wall = this.exams.get(examId) ?? new WatchedWall(examId, this.transactions, this.logger);
    this.exams.set(examId, wall);
    return wall;
  }

  private leave(audience: WallAudience): void {
    const wall = this.exams.get(audience.examId);
    if (!wall || wall.leave(audience) > 0) return;
    wall.close();
    this.exams.delete(audience.examId);
  }
}
