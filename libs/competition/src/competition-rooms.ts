import { Injectable, Module, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import { LiveViews } from '#lib/realtime';
import { Boards } from './boards.service.js';
import { CompetitionModule } from './competition.module.js';
import { Editions } from './editions.service.js';
import { Standings } from './standings.service.js';

/** The rooms of a competition: boards for everyone, with their view; heats and editions for those who may read them, by revision. */
@Injectable()
export class CompetitionRooms implements OnModuleInit {
  constructor(private readonly live: LiveViews, private readonly boards: Boards, private readonly editions: Editions, private readonly standings: Standings) {}

  onModuleInit(): void {
    this.live.register('board', {
      mayWatch: async (_actor, id) => { if (!(await this.boards.isPublic(id))) throw new DomainError('object.not_found', {}, { kind: 'not-found' }); },
      view: (id) => this.boards.get(id),
    });
    this.live.register('edition', { mayWatch: (actor, id) => this.editions.requireReadable(signedIn(actor), id) });
    this.live.register('heat', { mayWatch: (actor, id) => this.standings.requireReadable(signedIn(actor), id) });
  }
}

function signedIn(actor: object | null): Actor {
  if (!actor) throw new DomainError('session.required', {}, { kind: 'forbidden' });
  return actor as Actor;
}

/** For processes that hold sockets. */
@Module({ imports: [CompetitionModule], providers: [CompetitionRooms] })
export class CompetitionLiveModule {}
