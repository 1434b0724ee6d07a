import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Boards, Editions, heatTarget, loadHeat } from '#lib/competition';
import { Transactions } from '#lib/database';
import { ownAttempt, requireExam } from '#lib/exam';
import { type Actor, requireAllowed, type Target } from '#lib/identity';
import { AttemptLive, WallFeeds, Walls } from '#lib/invigilation';
import { JudgingService } from '#lib/judging';
import { DomainError } from '#lib/kernel';
import { LiveViews, type ViewSource } from '#lib/realtime';

type Watch = (actor: Actor, id: string) => Promise<void>;

/** Says for each kind of room who may watch it, by the policy of the page that shows it; boards, attempts and walls carry what they show. */
@Injectable()
export class ViewSources implements OnModuleInit {
  constructor(
    private readonly views: LiveViews, private readonly transactions: Transactions,
    private readonly boards: Boards, private readonly editions: Editions, private readonly judging: JudgingService,
    private readonly attempts: AttemptLive, private readonly walls: Walls, private readonly feeds: WallFeeds,
  ) {}

  onModuleInit(): void {
    this.views.register('board', { mayWatch: (_, id) => this.requirePublic(id), view: (id) => this.boards.get(id) });
    this.signedIn('edition', (actor, id) => this.editions.requireReadable(actor, id));
    this.signedIn('heat', async (actor, id) => requireAllowed(actor, 'heat.read', heatTarget(await loadHeat(this.transactions.reader, id))));
    this.signedIn('exam', async (actor, id) => void await requireExam(this.transactions.reader, actor, id, 'exam.read'));
    this.signedIn('judging', (actor, id) => this.judging.mayWatch(actor, id, 'panel.judge'));
    this.signedIn('chief', (actor, id) => this.judging.mayWatch(actor, id, 'panel.watch'));
    this.signedIn('attempt', async (actor, id) => requireAllowed(actor, 'attempt.sit', await this.ownAttempt(id)), { view: (id) => this.attempts.read(id) });
    this.signedIn('wall', (actor, id) => this.walls.requireWatchable(actor, id), { feed: (id, tell) => this.feeds.open(id, tell as Parameters<WallFeeds['open']>[1]) });
  }

  private signedIn(kind: 'edition' | 'heat' | 'exam' | 'judging' | 'chief' | 'attempt' | 'wall', mayWatch: Watch, shows: Pick<ViewSource, 'view' | 'feed'> = {}): void {
    this.views.register(kind, {
      ...shows,
      mayWatch: async (actor, id) => {
        if (!actor) throw new DomainError('session.required', {}, { kind: 'forbidden' });
        await mayWatch(actor as Actor, id);
      },
    });
  }

  private async requirePublic(heatId: string): Promise<void> {
    if (!await this.boards.isPublic(heatId)) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
  }

  private async ownAttempt(attemptId: string): Promise<Target> {
    const [row] = await this.transactions.reader.query<{ person_id: string; exam_id: string }[]>('SELECT person_id, exam_id FROM attempt WHERE id = $1', [attemptId]);
    return row ? ownAttempt(row.person_id, row.exam_id) : { paths: [] };
  }
}
