import type { AttemptLiveView, AttemptResultView, CandidateListItem, ExamView, Page, SaveAnswer, WallView } from '#lib/contracts';
import { Decimal } from '#lib/kernel';
import { type HallRecord, sitHall } from './sit-hall.js';
import { Ledger } from './ledger.js';
import type { Options } from './options.js';
import { inParallel, persist, retries, waitFor } from './patience.js';
import { say } from './progress.js';
import { expectedMark } from './recompute.js';
import { type Hall, setUpHall } from './set-up.js';
import { verifySittings } from './verify.js';

/** Plays a closed-book and an open-book exam one after the other, and checks both against what was acknowledged. */
export async function playHalls(options: Options, root: string): Promise<number> {
  say(`${options.url}，考生 ${options.candidates}，${options.speed} 倍速，种子 ${options.seed}`, `${options.candidates} candidates, speed ${options.speed}, seed ${options.seed}`);
  const { hall, people } = await setUpHall(options, root);
  const faults: string[] = [];
  const ledger = new Ledger();
  for (const mode of ['closed', 'open'] as const) {
    const record = await sitHall(hall, mode, people);
    ledger.sittings.push(...record.sittings);
    faults.push(...await verifyHall(hall, record));
    await record.close();
    say(mode === 'closed' ? '闭卷考试核对完毕' : '开卷考试核对完毕', `${mode}-book exam checked: ${record.extended.length} saw the extension, ${record.moved.length} changed devices, network cut for ${record.cutSeconds.toFixed(0)} s`);
  }
  say(`已答复：保存 ${ledger.saves}、交卷 ${ledger.sittings.length}；重发 ${retries.count} 次`, `acknowledged: ${ledger.saves} saves, ${ledger.sittings.length} submissions; ${retries.count} sent again`);
  for (const fault of faults.slice(0, 20)) process.stderr.write(`✗ ${fault}\n`);
  if (faults.length === 0) say('全部找到，得分与规则重算一致', 'everything was found again and the marks equal the recomputation');
  else say(`有 ${faults.length} 处不符`, `${faults.length} faults`);
  return faults.length === 0 ? 0 : 1;
}

async function verifyHall(hall: Hall, record: HallRecord): Promise<string[]> {
  const ledger = new Ledger();
  // At the first device the session has lost the attempt; its saves are looked for by the second.
  ledger.sittings.push(...record.sittings.map((sitting) => (record.moved.some(({ attemptId }) => attemptId === sitting.attemptId) ? { ...sitting, saves: ownSaves(sitting.saves) } : sitting)));
  return [
    ...await verifySittings(ledger, record.moved.map(({ attemptId }) => attemptId)),
    ...await verifyLostWriters(record), ...await verifyExtension(record), ...await verifyMarks(hall, record), ...await verifyWall(hall, record),
  ];
}

/** What the last writer of an attempt saved. */
function ownSaves(saves: HallRecord['sittings'][number]['saves']): HallRecord['sittings'][number]['saves'] {
  const last = saves.at(-1)?.item.writer;
  return saves.filter(({ item }) => item.writer === last);
}

/** A device that lost an attempt can write nothing that counts. */
async function verifyLostWriters({ moved }: HallRecord): Promise<string[]> {
  const faults = await inParallel(moved, 6, async ({ player, attemptId, lostWriter, slot }) => {
    const answer = await player.client.raw('POST', `/attempts/${attemptId}/saves`, { items: [{ slot, writer: lostWriter, seq: 9_999, body: { chosen: ['1'] } }] }, {});
    if (answer.status >= 400) return [];
    const { acks: [ack] } = (await answer.json()) as SaveAnswer;
    return ack.outcome === 'stored' ? [`attempt ${attemptId}: a lost writer was taken`] : [];
  });
  return faults.flat();
}

/** Everybody who was sitting then has the seconds more, to the millisecond, and their page said that it showed it. */
async function verifyExtension({ extended, extensionSeconds }: HallRecord): Promise<string[]> {
  const faults = await inParallel(extended, 8, async ({ player, attemptId, before }) => {
    const live = await persist(() => player.client.get<AttemptLiveView>(`/attempts/${attemptId}/live`));
    const notice = live.notices.find(({ kind }) => kind === 'extend');
    const moved = Date.parse(live.closesAt) - Date.parse(before);
    const found: string[] = [];
    if (moved !== extensionSeconds * 1_000) found.push(`attempt ${attemptId}: extended by ${moved} ms`);
    if (!notice?.acknowledgedAt) found.push(`attempt ${attemptId}: the extension was not acknowledged`);
    return found;
  });
  return faults.flat();
}

/** Released marks are what the rules make of the ledger. */
async function verifyMarks({ organizer, paper, questions }: Hall, { exam, sittings }: HallRecord): Promise<string[]> {
  await waitFor('阅卷', async () => ((await organizer.get<ExamView>(`/exams/${exam.id}`)).counts.marked >= sittings.length ? true : null));
  await persist(() => organizer.post(`/exams/${exam.id}/release`));
  const faults = await inParallel(sittings, 8, async (sitting) => {
    const result = await persist(() => sitting.player.client.get<AttemptResultView>(`/attempts/${sitting.attemptId}/result`));
    const expected = expectedMark(sitting, paper, questions);
    return Decimal.of(result.totalMark).eq(expected) ? [] : [`mark ${sitting.attemptId}: ${result.totalMark} instead of ${expected.toString()}`];
  });
  return faults.flat();
}

/** The wall and the list say the same of everybody. */
async function verifyWall({ organizer }: Hall, { exam, sittings }: HallRecord): Promise<string[]> {
  const wall = await persist(() => organizer.get<WallView>(`/exams/${exam.id}/wall`));
  const listed = await persist(() => organizer.get<Page<CandidateListItem>>(`/exams/${exam.id}/candidates?state=released&limit=200`));
  const onWall = wall.candidates.filter(({ state }) => state === 'released').length;
  return onWall === sittings.length && listed.items.length === Math.min(200, sittings.length) ? [] : [`wall: ${onWall} released, list ${listed.items.length}, sat ${sittings.length}`];
}
