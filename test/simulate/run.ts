import type { AdvancementPreview, BoardView, EditionView, EntryView, HeatSummary, StandingView } from '#lib/contracts';
import { newId } from '#lib/kernel';
import { ApiClient, Refused } from '../support/api-client.js';
import { judgeFinal } from './judge-final.js';
import { Ledger } from './ledger.js';
import { type Options, readOptions, seconds, usage } from './options.js';
import { persist, retries, waitFor } from './patience.js';
import { pad, say } from './progress.js';
import { expectedExamHeat, expectedFinal, type ExpectedRow } from './recompute.js';
import { playHalls } from './run-halls.js';
import { type Contest, setUp } from './set-up.js';
import { sitTier } from './sit-exam.js';
import { verifyAdvanced, verifyBoard, verifyHeat, verifySheets, verifySittings } from './verify.js';

/** Plays and checks a contest. Answers the exit code: 0 only when everything acknowledged was found again and every standing is what the rules say. */
export async function run(args: string[], root: string): Promise<number> {
  let options: Options | null;
  try {
    options = readOptions(args);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${usage}\n`);
    return 2;
  }
  if (!options) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  try {
    await new ApiClient(options.url).get('/clock');
  } catch {
    process.stderr.write(`${options.url} 没有应答：请先运行 npm start，或用 --url 指明地址。\nNobody answers at ${options.url}: run npm start first, or name the address by --url.\n`);
    return 1;
  }
  try {
    return await (options.exams ? playHalls(options, root) : play(options, root));
  } catch (error) {
    const { message, cause } = error as Error;
    process.stderr.write(`\n没有演完 · It did not come to the end: ${message}\n${cause ? `${String(cause)}\n` : ''}${error instanceof Refused ? `${JSON.stringify(error.problem)}\n` : ''}`);
    return 1;
  }
}

async function play(options: Options, root: string): Promise<number> {
  say(`${options.url}，选手 ${options.candidates}，评委 ${options.judges}，${options.speed} 倍速，种子 ${options.seed}`, `${options.candidates} candidates, ${options.judges} judges, speed ${options.speed}, seed ${options.seed}`);
  const ledger = new Ledger();
  const contest = await setUp(options, root);
  const faults: string[] = [];
  for (const level of [0, 1]) faults.push(...await playTier(contest, ledger, level));
  const edition = await readEdition(contest);
  const [final] = edition.tiers[2].heats;
  const record = await judgeFinal(contest, ledger, edition);
  await confirmHeat(contest, final);
  const entries = await persist(() => contest.organizer.get<EntryView[]>(`/heats/${final.id}/entries`));
  const sheets = new Map(entries.map(({ id, person }) => [person.id, record.sheets.get(id) ?? []]));
  faults.push(...await verifyHeat(contest, final, expectedFinal(sheets, record.criteria, edition.tiers[2].rule)));
  for (const heat of edition.tiers.flatMap(({ heats }) => heats)) if (heat.entries > 0) await publishHeat(contest, heat);
  const key = newId();
  const awarded = await persist(() => contest.organizer.post<EditionView>(`/editions/${edition.id}/awards`, {}, { idempotencyKey: key }));
  faults.push(...await verifyBoard(contest, final), ...await verifySittings(ledger), ...await verifySheets(ledger));
  if (!awarded.awards.some(({ kind }) => kind === 'winner')) faults.push('awards: no winner');
  await report(contest, ledger, awarded, final, faults);
  return faults.length === 0 ? 0 : 1;
}

/** One exam tier: sat, marked, checked against the rules, confirmed, advanced. */
async function playTier(contest: Contest, ledger: Ledger, level: number): Promise<string[]> {
  const noShows = level === 0 && contest.options.candidates >= 10 ? 1 : 0;
  const { sittings, absent } = await sitTier(contest, ledger, level, noShows);
  const late = seconds(contest.options, 'lateAfter') + 120;
  const edition = await waitFor('成绩齐全', async () => {
    const present = await readEdition(contest);
    return present.tiers[level].heats.every(({ entries, state }) => entries === 0 || state === 'provisional') ? present : null;
  }, late + 120);
  const tier = edition.tiers[level];
  const faults: string[] = [];
  const advancing: string[] = [];
  for (const heat of tier.heats.filter(({ entries }) => entries > 0)) {
    const expected = await expectedHeat(contest, heat, sittings, absent, level);
    advancing.push(...expected.filter(({ advances }) => advances).map(({ personId }) => personId));
    faults.push(...await verifyHeat(contest, heat, expected));
    await confirmHeat(contest, heat);
  }
  say(`${tier.title.zh}成绩已核对并确认${absent.size > 0 ? `，缺考 ${absent.size} 人` : ''}`, `${tier.title.en}: checked against the rules and confirmed${absent.size > 0 ? `, ${absent.size} absent` : ''}`);
  await advance(contest, tier.id);
  faults.push(...await verifyAdvanced(contest, edition, level + 1, advancing));
  say(`晋级 ${advancing.length} 人`, `${advancing.length} advance`);
  return faults;
}

async function expectedHeat(contest: Contest, heat: HeatSummary, sittings: Awaited<ReturnType<typeof sitTier>>['sittings'], absent: ReadonlySet<string>, level: number): Promise<ExpectedRow[]> {
  const people = new Set((await persist(() => contest.organizer.get<EntryView[]>(`/heats/${heat.id}/entries`))).map(({ person }) => person.id));
  return expectedExamHeat(sittings.filter(({ player }) => people.has(player.personId)), [...absent].filter((id) => people.has(id)), contest.paper, contest.questions, contest.edition.tiers[level].rule);
}

const readEdition = ({ organizer, edition }: Contest): Promise<EditionView> => persist(() => organizer.get<EditionView>(`/editions/${edition.id}`));

async function confirmHeat(contest: Contest, heat: HeatSummary): Promise<void> {
  await actOnHeat(contest, heat, 'confirm', ['confirmed', 'published']);
}

async function publishHeat(contest: Contest, heat: HeatSummary): Promise<void> {
  await actOnHeat(contest, heat, 'publish', ['published']);
}

/** Looks, acts on what it saw, and looks again when somebody was faster. */
async function actOnHeat({ organizer }: Contest, heat: HeatSummary, act: string, done: readonly string[]): Promise<void> {
  for (;;) {
    const { heat: present } = await persist(() => organizer.get<StandingView>(`/heats/${heat.id}/standing`));
    if (done.includes(present.state)) return;
    try {
      await persist(() => organizer.post(`/heats/${heat.id}/${act}`, {}, { ifMatch: present.version }));
    } catch (error) {
      if (!(error instanceof Refused) || error.problem.code !== 'version.stale') throw error;
    }
  }
}

async function advance({ organizer }: Contest, tierId: string): Promise<void> {
  const preview = await persist(() => organizer.get<AdvancementPreview>(`/tiers/${tierId}/advancement`));
  if (!preview.ready) throw new Error(`不能晋级 · cannot advance: ${JSON.stringify(preview.blockers)}`);
  const key = newId();
  await persist(() => organizer.post(`/tiers/${tierId}/advance`, { digest: preview.digest }, { idempotencyKey: key }));
}

async function report(contest: Contest, ledger: Ledger, edition: EditionView, final: HeatSummary, faults: readonly string[]): Promise<void> {
  const board = await persist(() => contest.organizer.get<BoardView>(`/public/boards/${final.id}`));
  process.stdout.write(`\n${board.edition.zh} ${board.title.zh}\n${pad('名次', 8)}${pad('选手', 12)}${pad('单位', 20)}总分\n`);
  for (const { rank, name, unit, total } of board.rows) process.stdout.write(`${pad(String(rank ?? '–'), 8)}${pad(name, 12)}${pad(unit.zh, 20)}${total ?? '–'}\n`);
  for (const { title, person, unit } of edition.awards) process.stdout.write(`${pad(title.zh, 12)}${person?.name ?? ''} ${unit.title.zh}\n`);
  const lags = [...ledger.boardLags].sort((a, b) => a - b);
  process.stdout.write('\n');
  say(`确认到大屏：中位 ${at(lags, 0.5)}，最慢 ${at(lags, 1)}`, `from confirmation to board: median ${at(lags, 0.5)}, slowest ${at(lags, 1)}`);
  say(`已答复：保存 ${ledger.saves}、交卷 ${ledger.sittings.length}、评分表 ${ledger.sheets.length}；重发 ${retries.count} 次`, `acknowledged: ${ledger.saves} saves, ${ledger.sittings.length} submissions, ${ledger.sheets.length} sheets; ${retries.count} sent again`);
  for (const fault of faults.slice(0, 20)) process.stderr.write(`✗ ${fault}\n`);
  if (faults.length === 0) say('全部找到，名次与规则重算一致', 'everything was found again and the standings equal the recomputation');
  else say(`有 ${faults.length} 处不符`, `${faults.length} faults`);
}

function at(sorted: readonly number[], part: number): string {
  return sorted.length === 0 ? '–' : `${Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))])} ms`;
}
