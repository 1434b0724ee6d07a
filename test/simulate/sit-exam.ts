import { setTimeout as sleep } from 'node:timers/promises';
import type { AttemptView, EditionView, EntryView, QuestionView, SaveAnswer, SaveItem, SubmissionView } from '#lib/contracts';
import { newId, SeededRandom } from '#lib/kernel';
import { Refused } from '../support/api-client.js';
import type { Ledger, Player, SittingRecord } from './ledger.js';
import { type Options, seconds } from './options.js';
import { persist, waitFor } from './patience.js';
import { say, show } from './progress.js';
import { choose, type Contest } from './set-up.js';

/** Schedules a tier's exam and lets everybody entered sit it. Answers who did not come. */
export async function sitTier(contest: Contest, ledger: Ledger, level: number, noShows: number): Promise<{ edition: EditionView; sittings: SittingRecord[]; absent: Set<string> }> {
  const { organizer, options } = contest;
  const tier = contest.edition.tiers[level];
  const { now } = await persist(() => organizer.get<{ now: string }>('/clock'));
  const opens = new Date(now).getTime() + seconds(options, 'opensIn') * 1_000;
  const window = { opensAt: new Date(opens).toISOString(), lateUntil: new Date(opens + seconds(options, 'lateAfter') * 1_000).toISOString(), durationSeconds: Math.ceil(seconds(options, 'duration')) };
  const key = newId();
  await persist(() => organizer.post<EditionView>(`/tiers/${tier.id}/exam`, {
    stageOrdinal: 1, title: { zh: `${tier.title.zh}笔试`, en: `${tier.title.en} exam` }, paperId: contest.paperId, mode: 'open', referenceIds: [contest.referenceId], ...window,
  }, { idempotencyKey: key }));
  const edition = await waitFor(`${tier.title.zh}笔试就绪`, async () => {
    const present = await organizer.get<EditionView>(`/editions/${contest.edition.id}`);
    const heats = present.tiers[level].heats.filter(({ entries }) => entries > 0);
    const failed = heats.find(({ state }) => state === 'failed');
    if (failed) throw new Error(`准备失败 · preparing failed: ${JSON.stringify(failed.problem)}`);
    return heats.every(({ state }) => state === 'ready' || state === 'running') ? present : null;
  });
  const examId = edition.tiers[level].heats.find(({ entries }) => entries > 0)?.stages[0].exam?.id ?? '';
  const entered = await enteredPlayers(contest, edition, level);
  say(`${tier.title.zh}：考卷已备，${entered.length} 人待考`, `${tier.title.en}: forms are drawn, ${entered.length} candidates`);
  const absent = new Set(entered.slice(0, noShows).map(({ personId }) => personId));
  const coming = entered.slice(noShows);
  let submitted = 0;
  const sittings = await Promise.all(coming.map(async (player, index) => {
    const sitting = await sit(player, examId, contest.questions, options, new SeededRandom(`${options.seed}:${level}:${index}`), opens);
    show(`${tier.title.zh}交卷`, 'handed in', submitted += 1, coming.length);
    return sitting;
  }));
  ledger.sittings.push(...sittings);
  return { edition, sittings, absent };
}

async function enteredPlayers(contest: Contest, edition: EditionView, level: number): Promise<Player[]> {
  const players = new Map(contest.players.map((player) => [player.personId, player]));
  const entered: Player[] = [];
  for (const heat of edition.tiers[level].heats) {
    const entries = await persist(() => contest.organizer.get<EntryView[]>(`/heats/${heat.id}/entries`));
    entered.push(...entries.flatMap(({ person }) => players.get(person.id) ?? []));
  }
  return contest.random.shuffle(entered);
}

/** One candidate: comes within the first fifth of the time, answers in any order, changes some answers, hands in. */
async function sit(player: Player, examId: string, questions: ReadonlyMap<string, QuestionView>, options: Options, random: SeededRandom, opens: number): Promise<SittingRecord> {
  const whole = seconds(options, 'sitting') * 1_000;
  await sleep(Math.max(0, opens - Date.now()) + (random.nextInt(200) / 1_000) * whole);
  const attempt = await start(player, examId);
  const answers = random.shuffle(attempt.sections.flatMap((section) => section.questions)).flatMap((question) => choose(question, questions, player.skill, random));
  const saves: SittingRecord['saves'] = [];
  const pause = (whole * 0.7) / answers.length;
  for (const [index, { slot, chosen, meant }] of answers.entries()) {
    await sleep(pause * (0.5 + random.nextInt(1_000) / 1_000));
    const item: SaveItem = { slot, writer: attempt.writer ?? 0, seq: index + 1, body: { chosen } };
    saves.push({ item, meant, receipt: (await save(player, attempt.id, item)).receipt });
  }
  const submission = await persist(() => player.client.post<SubmissionView>(`/attempts/${attempt.id}/submit`));
  return { player, attemptId: attempt.id, saves, submission };
}

/** Begins as soon as the exam is open. */
export async function start({ client, name }: Player, examId: string): Promise<AttemptView> {
  for (;;) {
    try {
      return await persist(() => client.post<AttemptView>(`/my/exams/${examId}/start`));
    } catch (error) {
      if (!(error instanceof Refused) || !['exam.not_open', 'exam.not_ready'].includes(error.problem.code)) throw new Error(`${name}: ${(error as Error).message}`, { cause: error });
      await sleep(300);
    }
  }
}

/** The same number and body again until it is acknowledged; what is acknowledged goes into the ledger. */
export async function save({ client, name }: Player, attemptId: string, item: SaveItem): Promise<{ receipt: string; closesAt: string }> {
  for (;;) {
    const { acks: [ack], closesAt } = await persist(() => client.post<SaveAnswer>(`/attempts/${attemptId}/saves`, { items: [item] }));
    if ((ack.outcome === 'stored' || ack.outcome === 'replay') && ack.receipt) return { receipt: ack.receipt, closesAt };
    if (ack.outcome !== 'busy') throw new Error(`${name} ${item.slot}: ${ack.outcome}`);
    await sleep(100);
  }
}
