import { setTimeout as sleep } from 'node:timers/promises';
import type { BoardView, ChiefView, CriterionView, EditionView, JudgingView, PerformanceSummary, SubmitSheet, ViewChanged } from '#lib/contracts';
import { newId, SeededRandom } from '#lib/kernel';
import { ApiClient, type LiveSocket, Refused } from '../support/api-client.js';
import type { Ledger, SheetRecord } from './ledger.js';
import { seconds } from './options.js';
import { persist, retries, waitFor } from './patience.js';
import { say, show } from './progress.js';
import { type Contest, signIn } from './set-up.js';

interface Judge {
  client: ApiClient;
  socket: LiveSocket;
  seat: number;
  /** Strict judges give less to everybody. */
  bias: number;
}

/** The final with its criteria, and whose sheets are whose: by entry. */
export interface FinalRecord {
  criteria: CriterionView[];
  sheets: Map<string, SheetRecord[]>;
}

const ackTimeout = 4_000;

/** Sets the panel up and plays the judged final over sockets: five tablets, the chief's desk, and a spectator's board. */
export async function judgeFinal(contest: Contest, ledger: Ledger, edition: EditionView): Promise<FinalRecord> {
  const [heat] = edition.tiers[2].heats;
  const stageId = heat.stages[0].id;
  const judges = await seatJudges(contest);
  const { criteria } = await persist(() => contest.organizer.post<ChiefView>(`/stages/${stageId}/panel`, {
    judges: judges.map(({ client, seat }) => ({ personId: client.session?.person.id, seat, chief: seat === 1 })),
    criteria: [{ title: { zh: '处置规范', en: 'Procedure' }, max: '40', step: '0.5' }, { title: { zh: '协同配合', en: 'Cooperation' }, max: '30', step: '0.5' }, { title: { zh: '时间掌握', en: 'Timing' }, max: '30', step: '0.5' }],
    dropHigh: 1, dropLow: 1, seconds: 600,
  }));
  await waitFor('决赛就绪', async () => ((await contest.organizer.get<EditionView>(`/editions/${edition.id}`)).tiers[2].heats[0].state === 'ready' ? true : null));
  const board = await watchBoard(contest.options.url, heat.id);
  say(`决赛：${judges.length} 位评委就位`, `final: ${judges.length} judges are seated; board ${contest.options.url}/board/${heat.id}`);
  const random = new SeededRandom(`${contest.options.seed}:final`);
  const sheets = new Map<string, SheetRecord[]>();
  const chief = judges[0];
  const { performances } = await persist(() => chief.client.get<ChiefView>(`/stages/${stageId}/panel`));
  for (const [index, performance] of performances.entries()) {
    await command(chief, 'performance.call', { commandId: newId(), performanceId: performance.id, expectedVersion: performance.version });
    const records = await Promise.all(judges.map((judge) => score(contest, judge, performance, criteria, random)));
    if (index === 0) records[1] = await scoreAgain(chief, judges[1], stageId, records[1], criteria);
    sheets.set(performance.entryId, records);
    ledger.sheets.push(...records);
    await confirm(chief, stageId, performance.id, board, ledger);
    show('决赛评分', 'performances confirmed', index + 1, performances.length);
    await sleep(seconds(contest.options, 'between') * 1_000);
  }
  for (const { socket } of judges) socket.close();
  board.close();
  return { criteria, sheets };
}

async function seatJudges({ options }: Contest): Promise<Judge[]> {
  const names = Array.from({ length: options.judges }, (_, index) => (index < 5 ? `judge${index + 1}` : `expert${index + 1}`));
  const judges: Judge[] = [];
  for (const [index, name] of names.entries()) {
    const client = await signIn(options, name);
    judges.push({ client, socket: client.socket(), seat: index + 1, bias: index - 2 });
  }
  return judges;
}

/** A spectator's page: counts the views that came and remembers when the newest did. */
async function watchBoard(url: string, heatId: string): Promise<{ done: () => number; at: () => number; close: () => void }> {
  const spectator = new ApiClient(url).socket();
  let done = (await persist(() => new ApiClient(url).get<BoardView>(`/public/boards/${heatId}`))).progress.done;
  let at = performance.now();
  spectator.socket.on('view.changed', ({ view }: ViewChanged<BoardView>) => {
    if (view.progress.done > done) at = performance.now();
    done = Math.max(done, view.progress.done);
  });
  const join = (): void => void spectator.command('watch', { room: `board:${heatId}` }, ackTimeout).catch(() => undefined);
  spectator.socket.on('connect', join);
  if (spectator.socket.connected) join();
  return { done: () => done, at: () => at, close: () => spectator.close() };
}

/** The same command, with the same id, until it is acknowledged. */
async function command<N extends 'performance.call' | 'performance.confirm' | 'sheet.reopen' | 'sheet.submit'>(judge: Judge, name: N, body: Parameters<LiveSocket['command']>[1] & { commandId: string }): Promise<Awaited<ReturnType<LiveSocket['command']>>> {
  return persist(() => judge.socket.command(name, body as never, ackTimeout));
}

async function score(contest: Contest, judge: Judge, { id, entryId }: PerformanceSummary, criteria: readonly CriterionView[], random: SeededRandom): Promise<SheetRecord> {
  const level = new SeededRandom(`${contest.options.seed}:${entryId}`).nextInt(25) + 70;
  const marks = criteria.map(({ id: criterionId, max }) => {
    const percent = Math.min(100, Math.max(0, level + judge.bias + random.nextInt(9) - 4));
    return { criterionId, mark: String(Math.round((Number(max) * percent) / 50) / 2) };
  });
  await sleep(seconds(contest.options, 'judging') * 1_000 * (0.3 + random.nextInt(700) / 1_000));
  const sheet: SubmitSheet = { commandId: newId(), performanceId: id, expectedVersion: 0, marks, comment: '动作规范，注意时间分配。' };
  return { judge: judge.client, seat: judge.seat, command: sheet, answer: await command(judge, 'sheet.submit', sheet) as SheetRecord['answer'] };
}

/** The chief asks one judge to score again; only the second sheet counts. */
async function scoreAgain(chief: Judge, judge: Judge, stageId: string, first: SheetRecord, criteria: readonly CriterionView[]): Promise<SheetRecord> {
  const { performanceId } = first.command;
  await command(chief, 'sheet.reopen', { commandId: newId(), performanceId, seat: judge.seat, expectedVersion: first.answer.version, reason: '漏计一项' });
  const tablet = await persist(() => judge.client.get<JudgingView>(`/stages/${stageId}/judging`));
  const marks = first.command.marks.map(({ criterionId, mark }, index) => ({ criterionId, mark: index === 0 ? criteria[0].max : mark }));
  const sheet: SubmitSheet = { commandId: newId(), performanceId, expectedVersion: tablet.current?.ownSheet?.version ?? first.answer.version, marks, comment: '已补计。' };
  return { ...first, command: sheet, answer: await command(judge, 'sheet.submit', sheet) as SheetRecord['answer'] };
}

async function confirm(chief: Judge, stageId: string, performanceId: string, board: Awaited<ReturnType<typeof watchBoard>>, ledger: Ledger): Promise<void> {
  const before = retries.count;
  const done = board.done();
  const commandId = newId();
  for (;;) {
    const desk = await persist(() => chief.client.get<ChiefView>(`/stages/${stageId}/panel`));
    const present = desk.performances.find(({ id }) => id === performanceId);
    try {
      await command(chief, 'performance.confirm', { commandId, performanceId, expectedVersion: present?.version ?? 0 });
      break;
    } catch (error) {
      if (!(error instanceof Refused) || error.problem.code !== 'version.stale') throw error;
    }
  }
  const acknowledged = performance.now();
  while (board.done() === done && performance.now() < acknowledged + 5_000) await sleep(5);
  // Only an undisturbed confirmation says something about the board.
  if (retries.count === before && board.done() > done) ledger.boardLags.push(Math.max(0, board.at() - acknowledged));
}
