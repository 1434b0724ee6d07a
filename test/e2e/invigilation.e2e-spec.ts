import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AttemptLiveView, AttemptView, ExamView, Page, QuestionListItem, RoomView, SeatingView, SittingView } from '#lib/contracts';
import { launchBrowser, openPage, type WatchedPage } from '#lib/testing';
import type { Browser, Page as BrowserPage } from 'playwright-core';
import { type ApiClient, eventually } from '../support/api-client.js';
import { type Cast, demoPassword, gather, publishPaper } from '../support/thin-contest.js';
import { type Platform, startStandalone } from './harness.js';

const minute = 60_000;
let system: Platform;
let browser: Browser;
let cast: Cast;
let watched: WatchedPage;
let wall: BrowserPage;
let exam: ExamView;
let attempts: AttemptView[];

beforeAll(async () => {
  system = await startStandalone();
  browser = await launchBrowser();
  cast = await gather(system.baseUrl);
  exam = await hall(cast);
  attempts = await Promise.all(cast.contestants.map((contestant) => contestant.post<AttemptView>(`/my/exams/${exam.id}/start`)));
  watched = await openPage(browser, { viewport: { width: 1440, height: 900 } });
  wall = watched.page;
  wall.setDefaultTimeout(15_000);
  await wall.goto(`${system.baseUrl}/sign-in`);
  await wall.fill('input[name=username]', 'organizer');
  await wall.fill('input[name=password]', demoPassword);
  await wall.click('button[type=submit]');
  await wall.waitForSelector('h1 >> text=今天');
  await wall.goto(`${system.baseUrl}/exams/${exam.id}`);
  await wall.getByRole('link', { name: '监考', exact: true }).click();
  await wall.waitForSelector('.wall-sum');
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await system?.stop();
}, 60_000);

/** An exam for both contestants in one room of two seats. */
async function hall({ organizer, contestants }: Cast): Promise<ExamView> {
  const { items } = await organizer.get<Page<QuestionListItem>>('/questions?state=published&kind=single&limit=5');
  const paper = await publishPaper(organizer, items, '监考走查卷');
  const made = await organizer.post<ExamView>('/exams', {
    orgUnitId: paper.orgUnit.id, title: { zh: '监考走查' }, paperId: paper.id, mode: 'closed', opensAt: new Date(Date.now() - minute).toISOString(),
    lateUntil: new Date(Date.now() + 30 * minute).toISOString(), durationSeconds: 3_600, referenceIds: [],
  });
  await organizer.post(`/exams/${made.id}/candidates`, { personIds: contestants.map(({ session }) => session!.person.id) });
  const [sitting] = await organizer.get<SittingView[]>(`/exams/${made.id}/sittings`);
  await organizer.post<RoomView>(`/exams/${made.id}/rooms`, { sittingId: sitting.id, title: { zh: '明德楼 301 考场' }, capacity: 4, rows: 2, columns: 2 });
  const seating = { sittingId: sitting.id, method: 'by_list' };
  const { digest } = await organizer.post<SeatingView>(`/exams/${made.id}/seating/preview`, seating);
  await organizer.put(`/exams/${made.id}/seating`, { ...seating, digest });
  await organizer.post(`/exams/${made.id}/prepare`);
  return eventually(async () => {
    const now = await organizer.get<ExamView>(`/exams/${made.id}`);
    return now.state === 'ready' && now;
  }, 'forms drawn');
}

const liveOf = (index: number): Promise<AttemptLiveView> => cast.contestants[index].get<AttemptLiveView>(`/attempts/${attempts[index].id}/live`);
const count = (name: string): Promise<string> => wall.locator('.wall-sum button', { hasText: name }).locator('b').innerText();
const counts = (name: string, n: string): Promise<true> => eventually(async () => (await count(name)) === n && (true as const), `${name} is ${n}`);

/** Chooses an act in the toolbar, writes the reason, and presses the button that names its size. */
async function carryOut(act: string, button: string | RegExp, reason: string): Promise<void> {
  await wall.getByRole('toolbar').getByRole('button', { name: act, exact: true }).click();
  await wall.locator('.wall-pv .field input').fill(reason);
  await wall.locator('.wall-pv').getByRole('button', { name: button }).click();
  await wall.locator('.wall-pv').waitFor({ state: 'detached' });
}

describe('an invigilator at the wall', () => {
  it('sees the room as it stands, and a save of a candidate within two seconds', async () => {
    await counts('作答中', '2');
    expect(await wall.locator('.wall-grid .t').count()).toBe(2);
    const slot = attempts[0].sections[0].questions[0].slot;
    await save(cast.contestants[0], attempts[0], slot);
    const begun = Date.now();
    await wall.locator('.wall-grid .t', { hasText: '1/5' }).waitFor();
    expect(Date.now() - begun).toBeLessThan(2_000);
  });

  it('pauses the room, and every page hears who, why and until when; resumes it with the time given back', async () => {
    await carryOut('暂停', '暂停 2 人', '供电检查');
    await counts('已暂停', '2');
    const paused = await liveOf(0);
    expect(paused).toMatchObject({ state: 'paused', notices: [{ kind: 'pause', text: '供电检查', by: '林晓岚', acknowledgedAt: null }] });
    await carryOut('恢复', '恢复 2 人', '供电正常');
    await counts('作答中', '2');
    const resumed = await liveOf(0);
    expect(resumed.state).toBe('in_progress');
    const [pause, resume] = resumed.notices;
    expect(Date.parse(resumed.deadline) - Date.parse(attempts[0].deadline)).toBe(Date.parse(resume.at) - Date.parse(pause.at));
  });

  it('extends one, sees that the page has not acknowledged it, and that it has', async () => {
    const before = await liveOf(1);
    const name = cast.contestants[1].session!.person.name;
    await wall.locator('.wall-grid .t', { hasText: name }).click();
    await carryOut('延时…', '延长 1 人 5 分钟', '设备更换补时');
    const after = await liveOf(1);
    expect(Date.parse(after.deadline) - Date.parse(before.deadline)).toBe(300_000);
    const row = wall.locator('aside tr', { hasText: '设备更换补时' });
    await row.getByText('0 / 1').waitFor();
    await cast.contestants[1].post(`/attempts/${attempts[1].id}/acks`, { actIds: [after.notices.at(-1)!.actId] });
    await row.getByText('已确认').waitFor();
  });

  it('is told of what a page reports first, and rules on it', async () => {
    await cast.contestants[0].post(`/attempts/${attempts[0].id}/incidents`, { items: [{ id: crypto.randomUUID(), kind: 'paste', at: new Date().toISOString() }] });
    const matter = wall.locator('.wall-inc li', { hasText: '粘贴' });
    await matter.getByRole('button', { name: '裁定' }).click();
    const dialog = wall.getByRole('dialog');
    await dialog.locator('input.inp').fill('粘贴的是自己的草稿');
    await dialog.getByRole('button', { name: '裁定 1 条不成立' }).click();
    await matter.waitFor({ state: 'detached' });
  });

  it('ends one attempt, which is submitted by the invigilator', async () => {
    await wall.locator('.wall-grid .t').first().click();
    await carryOut('结束作答', '结束 1 人的作答', '考生申请提前结束');
    await counts('已交卷', '1');
  });

  it('saw no error on the page', () => expect(watched.problems).toEqual([]));
});

async function save(contestant: ApiClient, attempt: AttemptView, slot: string): Promise<void> {
  const question = attempt.sections[0].questions.find((one) => one.slot === slot) as { options?: { id: string }[] };
  await contestant.post(`/attempts/${attempt.id}/saves`, { items: [{ slot, writer: attempt.writer, seq: 1, body: { chosen: [question.options![0].id] } }] });
}
