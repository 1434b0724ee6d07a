import { Injectable, Module, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import { LiveViews } from '#lib/realtime';
import { JudgingModule } from './judging.module.js';
import { JudgingService } from './judging.service.js';

/** The rooms of judged stages: each judge reads what is theirs, so they are told the revision alone. */
@Injectable()
export class JudgingRooms implements OnModuleInit {
  constructor(private readonly live: LiveViews, private readonly judging: JudgingService) {}

  onModuleInit(): void {
    this.live.register('judging', { mayWatch: (actor, id) => this.judging.mayWatch(signedIn(actor), id, 'panel.judge') });
    this.live.register('chief', { mayWatch: (actor, id) => this.judging.mayWatch(signedIn(actor), id, 'panel.watch') });
  }
}

function signedIn(actor: object | null): Actor {
  if (!actor) throw new DomainError('session.required', {}, { kind: 'forbidden' });
  return actor as Actor;
}

/** For processes that hold sockets. */
@Module({ imports: [JudgingModule], providers: [JudgingRooms] })
export class JudgingLiveModule {}
