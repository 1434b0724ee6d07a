import { setTimeout as sleep } from 'node:timers/promises';
import type { ActPreview, ActView, AttemptLiveView, AttemptView, CandidateListItem, ExamMode, ExamView, Page, PersonView, ReferenceListItem, RoomPassword, RoomView, SaveItem, SeatingView, SittingView, SubmissionView, WallView } from '#lib/contracts';
import { newId, SeededRandom } from '#lib/kernel';
import { ApiClient, Refused } from '../support/api-client.js';
import { CuttableProxy } from './cuttable-proxy.js';
import type { Player, SittingRecord } from './ledger.js';
import { type Options, seconds } from './options.js';
import { inParallel, persist, waitFor } from './patience.js';
import { say, show } from './progress.js';
import { choose, type Hall } from './set-up.js';
import { save, start } from './sit-exam.js';

/** What went on in one exam, and what should be seen of it. */
export interface HallRecord {
  exam: ExamView;
  sittings: SittingRecord[];
  /** Whose deadline the extension moved, with what it was before. */
  extended: { player: Player; attemptId: string; before: string }[];
  extensionSeconds: number;
  /** Attempts that went on at another device, with the writer that lost them. */
  moved: { player: Player; attemptId: string; lostWriter: number; slot: string }[];
  cutSeconds: number;
  /** Takes the network between half of them and the server down, when all has been checked. */
  close: () => Promise<void>;
}

const perRoom = 50;

/**
 * One exam of a hall: rooms and seats, sign-in by admission number (closed book) or account (open book), everybody at once, and in the middle of it a
 * cut network for half of them, an extension for everybody, and a change of device for one in twenty.
 */
export async function sitHall(hall: Hall, mode: Extract<ExamMode, 'closed' | 'open'>, people: readonly PersonView[]): Promise<HallRecord> {
  const { options, organizer } = hall;
  const { now } = await persist(() => organizer.get<{ now: string }>('/clock'));
  const opens = new Date(now).getTime() + seconds(options, 'opensIn') * 1_000 + people.length * 60;
  const exam = await makeExam(hall, mode, new Date(opens), people);
  const proxy = await CuttableProxy.before(options.url);
  const numbers = await admissionNumbers(organizer, exam.id);
  const passwords = mode === 'closed' ? await makeRooms(hall, exam) : new Map<string, string>();
  say(mode === 'closed' ? `闭卷：${passwords.size} 人按座位和考场口令入场` : `开卷：${people.length} 人用账号入场`, mode === 'closed' ? 'closed book: seats, rooms, room passwords' : 'open book: by account');
  let signedIn = 0;
  const players = await inParallel(people, 12, async ({ id, name, unit, account }, index): Promise<Player> => {
    const door = index % 2 === 0 ? options.url : proxy.url;
    const number = numbers.get(id) ?? '';
    const client = await persist(() => enter(door, options, mode, account?.username ?? '', number, passwords.get(number) ?? ''));
    show('入场登录', 'sign in', signedIn += 1, people.length);
    return { personId: id, name, unitId: unit?.id ?? '', client, skill: 0.45 + (index % 50) / 100 };
  });
  return await playThrough(hall, exam, players, proxy, opens, mode, { usernames: new Map(people.map(({ id, account }) => [id, account?.username ?? ''])), numbers, passwords });
}

interface Doors {
  usernames: ReadonlyMap<string, string>;
  numbers: ReadonlyMap<string, string>;
  passwords: ReadonlyMap<string, string>;
}

async function playThrough(hall: Hall, exam: ExamView, players: Player[], proxy: CuttableProxy, opens: number, mode: 'closed' | 'open', doors: Doors): Promise<HallRecord> {
  const { options, organizer } = hall;
  const whole = Math.max(20_000, seconds(options, 'sitting') * 1_000);
  const record: HallRecord = { exam, sittings: [], extended: [], extensionSeconds: 60, moved: [], cutSeconds: Math.max(4, whole / 5_000), close: () => proxy.close() };
  let submitted = 0;
  const sitting = inParallel(players, players.length, async (player, index) => {
    const random = new SeededRandom(`${options.seed}:${mode}:${index}`);
    const changes = index % 20 === 7;
    const moveTo = changes ? () => persist(() => enter(options.url, options, mode, doors.usernames.get(player.personId) ?? '', doors.numbers.get(player.personId) ?? '', doors.passwords.get(doors.numbers.get(player.personId) ?? '') ?? '')) : null;
    const sat = await sitOne(hall, player, exam.id, random, { opens, whole, moveTo, record });
    show('交卷', 'handed in', submitted += 1, players.length);
    return sat;
  });
  const nemesis = (async () => {
    await sleep(Math.max(0, opens - Date.now()) + whole * 0.35);
    say(`网络中断 ${record.cutSeconds.toFixed(0)} 秒：一半考生`, 'the network of half of them is cut');
    proxy.cut();
    await sleep(record.cutSeconds * 1_000);
    proxy.mend();
    await sleep(whole * 0.1);
    await extendAll(organizer, exam.id, record);
  })();
  record.sittings.push(...await sitting);
  await nemesis;
  return record;
}

/** Extends everybody who is sitting, by a preview and its digest, and acknowledges as the pages would. */
async function extendAll(organizer: ApiClient, examId: string, record: HallRecord): Promise<void> {
  for (;;) {
    const ask = { act: 'extend' as const, scope: { kind: 'exam' as const }, seconds: record.extensionSeconds };
    const preview = await persist(() => organizer.post<ActPreview>(`/exams/${examId}/invigilation/preview`, ask));
    if (preview.reached === 0) return say('没有正在作答的考生，未延长', 'nobody to extend');
    try {
      const key = newId();
      const act = await persist(() => organizer.post<ActView>(`/exams/${examId}/invigilation/acts`, { ...ask, digest: preview.digest, text: '演练：统一延长' }, { idempotencyKey: key }));
      return say(`延长 ${act.targets} 人 ${record.extensionSeconds} 秒`, `${act.targets} extended`);
    } catch (error) {
      // Somebody handed in between the preview and the act.
      if (!(error instanceof Refused) || error.status !== 409) throw error;
    }
  }
}

interface Course {
  opens: number;
  whole: number;
  moveTo: (() => Promise<ApiClient>) | null;
  record: HallRecord;
}

async function sitOne(hall: Hall, player: Player, examId: string, random: SeededRandom, { opens, whole, moveTo, record }: Course): Promise<SittingRecord> {
  // The herd: everybody presses within two seconds.
  await sleep(Math.max(0, opens - Date.now()) + random.nextInt(2_000));
  let attempt = await start(player, examId);
  const answers = random.shuffle(attempt.sections.flatMap(({ questions }) => questions)).flatMap((question) => choose(question, hall.questions, player.skill, random));
  const saves: SittingRecord['saves'] = [];
  const pause = (whole * 0.85) / answers.length;
  let seq = 0;
  let known = attempt.deadline;
  const moveAt = moveTo ? Math.floor(answers.length * 0.6) : -1;
  for (const [index, { slot, chosen, meant }] of answers.entries()) {
    await sleep(pause * (0.5 + random.nextInt(1_000) / 1_000));
    if (index === moveAt && moveTo) {
      const lostWriter = attempt.writer ?? 0;
      player.client = await moveTo();
      attempt = await persist(() => player.client.post<AttemptView>(`/attempts/${attempt.id}/takeover`, { reason: '换设备' }));
      const missing = saves.filter(({ item }) => !attempt.responses.some((response) => response.slot === item.slot));
      if (missing.length > 0) throw new Error(`${player.name}：换设备后少了 ${missing.length} 题 · answers missing at the new device`);
      record.moved.push({ player, attemptId: attempt.id, lostWriter, slot });
      seq = 0;
    }
    const item: SaveItem = { slot, writer: attempt.writer ?? 0, seq: (seq += 1), body: { chosen } };
    const answer = await save(player, attempt.id, item);
    saves.push({ item, meant, receipt: answer.receipt });
    if (answer.closesAt !== known) {
      record.extended.push({ player, attemptId: attempt.id, before: known });
      known = answer.closesAt;
    }
  }
  await acknowledgeActs(player, attempt.id);
  const submission = await persist(() => player.client.post<SubmissionView>(`/attempts/${attempt.id}/submit`));
  return { player, attemptId: attempt.id, saves, submission };
}

async function acknowledgeActs({ client }: Player, attemptId: string): Promise<void> {
  const { notices } = await persist(() => client.get<AttemptLiveView>(`/attempts/${attemptId}/live`));
  const actIds = notices.filter(({ acknowledgedAt }) => acknowledgedAt === null).map(({ actId }) => actId);
  if (actIds.length > 0) await persist(() => client.post(`/attempts/${attemptId}/acks`, { actIds }));
}

async function enter(door: string, options: Options, mode: 'closed' | 'open', username: string, admissionNumber: string, roomPassword: string): Promise<ApiClient> {
  if (mode === 'open') return ApiClient.signedIn(door, username, options.password);
  const client = new ApiClient(door);
  client.session = await client.post('/session/exam', { admissionNumber, roomPassword });
  return client;
}

async function makeExam({ organizer, options, orgUnitId, paperId, random }: Hall, mode: 'closed' | 'open', opensAt: Date, people: readonly PersonView[]): Promise<ExamView> {
  const { items: references } = await persist(() => organizer.get<Page<ReferenceListItem>>('/references?limit=1'));
  const keys = [newId(), newId()];
  const title = mode === 'closed' ? { zh: `闭卷演练 ${random.nextInt(10_000)}`, en: 'Closed-book rehearsal' } : { zh: `开卷演练 ${random.nextInt(10_000)}`, en: 'Open-book rehearsal' };
  const exam = await persist(() => organizer.post<ExamView>('/exams', {
    orgUnitId, title, paperId, mode, opensAt: opensAt.toISOString(), lateUntil: new Date(opensAt.getTime() + seconds(options, 'lateAfter') * 1_000).toISOString(),
    durationSeconds: Math.ceil(seconds(options, 'duration')), referenceIds: mode === 'open' ? references.map(({ id }) => id) : [],
  }, { idempotencyKey: keys[0] }));
  for (let from = 0; from < people.length; from += 100) {
    const key = newId();
    await persist(() => organizer.post(`/exams/${exam.id}/candidates`, { personIds: people.slice(from, from + 100).map(({ id }) => id) }, { idempotencyKey: key }));
  }
  await persist(() => organizer.post(`/exams/${exam.id}/prepare`, {}, { idempotencyKey: keys[1] }));
  return waitFor('考卷', async () => {
    const present = await organizer.get<ExamView>(`/exams/${exam.id}`);
    if (present.state === 'failed') throw new Error(`准备失败 · preparing failed: ${JSON.stringify(present.problem)}`);
    return present.state === 'ready' ? present : null;
  });
}

async function admissionNumbers(organizer: ApiClient, examId: string): Promise<Map<string, string>> {
  const numbers = new Map<string, string>();
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Page<CandidateListItem> = await persist(() => organizer.get(`/exams/${examId}/candidates?limit=200${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`));
    for (const { person, admissionNumber } of page.items) numbers.set(person.id, admissionNumber);
    cursor = page.next;
  }
  return numbers;
}

/** Rooms of fifty with a password each; who sits where is drawn by seed. Answers the password by admission number. */
async function makeRooms({ organizer, options }: Hall, exam: ExamView): Promise<Map<string, string>> {
  const [sitting] = await persist(() => organizer.get<SittingView[]>(`/exams/${exam.id}/sittings`));
  const passwords = new Map<string, string>();
  for (let number = 1; (number - 1) * perRoom < exam.candidates; number += 1) {
    const key = newId();
    const room = await persist(() => organizer.post<RoomView>(`/exams/${exam.id}/rooms`, { sittingId: sitting.id, title: { zh: `第 ${number} 考场`, en: `Room ${number}` }, capacity: perRoom, rows: 5, columns: 10 }, { idempotencyKey: key }));
    passwords.set(room.id, (await persist(() => organizer.post<RoomPassword>(`/exams/${exam.id}/rooms/${room.id}/password`))).password);
  }
  const ask = { sittingId: sitting.id, method: 'by_unit' as const, seed: options.seed };
  const { digest, seed } = await persist(() => organizer.post<SeatingView>(`/exams/${exam.id}/seating/preview`, ask));
  await persist(() => organizer.put(`/exams/${exam.id}/seating`, { ...ask, seed, digest }));
  const wall = await persist(() => organizer.get<WallView>(`/exams/${exam.id}/wall`));
  return new Map(wall.candidates.map(({ admissionNumber, roomId }) => [admissionNumber, passwords.get(roomId ?? '') ?? '']));
}
