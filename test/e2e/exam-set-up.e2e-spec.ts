import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page as BrowserPage } from 'playwright-core';
import type { CandidateListItem, ExamView, OrgUnitView, Page, QuestionListItem, RoomPassword, SittingView } from '#lib/contracts';
import { launchBrowser, openPage, type WatchedPage } from '#lib/testing';
import { eventually } from '../support/api-client.js';
import { type Cast, demoPassword, gather, publishPaper } from '../support/thin-contest.js';
import { type Platform, startStandalone } from './harness.js';

const minute = 60_000;
let system: Platform;
let browser: Browser;
let cast: Cast;
let page: BrowserPage;
let unit: OrgUnitView;
let exam: ExamView;
const opened: WatchedPage[] = [];

beforeAll(async () => {
  system = await startStandalone();
  browser = await launchBrowser();
  cast = await gather(system.baseUrl);
  const { items } = await cast.organizer.get<Page<QuestionListItem>>('/questions?state=published&kind=single&limit=5');
  await publishPaper(cast.organizer, items, '考场走查卷');
  const own = cast.contestants[0].session!.person.unit!;
  unit = (await cast.organizer.get<OrgUnitView[]>('/org-units')).find(({ id }) => id === own.id)!;
  page = await open();
  await page.goto(`${system.baseUrl}/sign-in`);
  await page.fill('input[name=username]', 'organizer');
  await page.fill('input[name=password]', demoPassword);
  await page.click('button[type=submit]');
  await page.waitForSelector('h1 >> text=今天');
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await system?.stop();
}, 60_000);

async function open(): Promise<BrowserPage> {
  const watched = await openPage(browser, { viewport: { width: 1440, height: 900 } });
  opened.push(watched);
  watched.page.setDefaultTimeout(15_000);
  return watched.page;
}

const press = (name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();
const candidates = async (): Promise<CandidateListItem[]> => (await cast.organizer.get<Page<CandidateListItem>>(`/exams/${exam.id}/candidates?limit=200`)).items;

/** Picks from an antd select by typing. */
async function pick(label: string, text: string): Promise<void> {
  const box = page.getByLabel(label, { exact: true });
  await box.click();
  await box.fill(text);
  await page.locator('.ant-select-item-option').filter({ hasText: text }).first().click();
  await page.keyboard.press('Escape');
}

async function enterHall(on: BrowserPage, admissionNumber: string, secret: string, code = false): Promise<void> {
  await on.goto(`${system.baseUrl}/exam/sign-in`);
  await on.getByLabel('准考证号').fill(admissionNumber);
  if (code) await on.getByRole('radio', { name: '一次性口令' }).check({ force: true });
  await on.locator('input[name=secret]').fill(secret);
  await on.getByRole('button', { name: '进入考场' }).click();
}

describe('an organizer and a candidate in the hall', () => {
  it('sets a closed-book exam of two sittings and two rooms up by clicking', async () => {
    await page.goto(`${system.baseUrl}/exams/new`);
    await page.getByLabel('考试名称（中文）').fill('考场走查');
    await pick('试卷', '考场走查卷');
    await page.getByRole('radio', { name: /闭卷/ }).check({ force: true });
    await press(/时间与场次/);
    await press('加一场');
    await press(/规则/);
    await press(/考生/);
    await pick('单位', unit.title.zh);
    await press(/考场与座位/);
    await page.getByLabel('每场考场数').fill('1');
    await page.getByLabel('每个考场座位数').fill('40');
    await page.getByLabel('行数').fill('5');
    await page.getByLabel('列数').fill('8');
    await press(/核对/);
    await page.getByText('共 2 个考场、80 个座位').first().waitFor();
    await press('建立考试');
    await page.waitForURL(/\/exams\/[0-9a-f-]{36}$/);
    exam = await cast.organizer.get<ExamView>(`/exams/${page.url().split('/').at(-1)}`);
    const sittings = await cast.organizer.get<SittingView[]>(`/exams/${exam.id}/sittings`);
    expect(sittings.map(({ rooms }) => rooms.length)).toEqual([1, 1]);
    expect(sittings[0].rooms[0].seated).toBe(exam.candidates);
    expect(exam).toMatchObject({ mode: 'closed', state: 'draft' });
  }, minute * 2);

  it('prepares it, opens it now by a change it has previewed, and prints what the room needs', async () => {
    await press('准备考卷');
    await page.getByRole('dialog').getByRole('button', { name: /准备 \d+ 份考卷/ }).click();
    await eventually(async () => (await cast.organizer.get<ExamView>(`/exams/${exam.id}`)).state === 'ready', 'the exam is ready');
    const [sitting] = await cast.organizer.get<SittingView[]>(`/exams/${exam.id}/sittings`);
    const times = { opensAt: new Date(Date.now() - minute).toISOString(), lateUntil: new Date(Date.now() + 30 * minute).toISOString() };
    const change = { sittings: [{ id: sitting.id, ...times }] };
    const preview = await cast.organizer.post<{ digest: string; digestNeeded: boolean }>(`/exams/${exam.id}/changes/preview`, change);
    expect(preview.digestNeeded).toBe(true);
    const { version } = await cast.organizer.get<ExamView>(`/exams/${exam.id}`);
    await cast.organizer.put(`/exams/${exam.id}`, { ...change, digest: preview.digest }, { ifMatch: version });
    await page.goto(`${system.baseUrl}/exams/${exam.id}?tab=rules`);
    await press('修改');
    await page.getByLabel('作答时长（分钟）').fill('45');
    await press('预览影响');
    await page.getByText('不影响考生').waitFor();
    await press('保存修改');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect((await cast.organizer.get<ExamView>(`/exams/${exam.id}`)).durationSeconds).toBe(2700);
    await page.goto(`${system.baseUrl}/exams/${exam.id}?tab=rooms`);
    await page.getByRole('link', { name: '座位图与打印' }).first().click();
    await page.getByRole('button', { name: '签到表' }).click();
    await page.getByRole('columnheader', { name: '签名' }).waitFor();
  }, minute * 2);

  it('lets two candidates in one after the other on one PC, and keeps what each has not sent yet', async () => {
    const [one, two] = await candidates();
    const { password } = await cast.organizer.post<RoomPassword>(`/exams/${exam.id}/rooms/${one.room!.id}/password`);
    const pc = await open();
    await enterHall(pc, one.admissionNumber, 'WRONG');
    await pc.getByText('准考证号、考场口令或一次性口令不对。').waitFor();
    await enterHall(pc, one.admissionNumber, password.toLowerCase());
    await pc.getByRole('button', { name: '开始作答' }).click();
    await pc.locator('input[type=radio]').first().waitFor();
    await pc.context().setOffline(true);
    await pc.locator('input[type=radio]').first().check({ force: true });
    await pc.getByText('离线，已存本机').first().waitFor();
    const kept = (): Promise<number> => pc.evaluate<number>(`new Promise((resolve) => {
      const request = indexedDB.open('kaosai-outbox');
      request.onsuccess = () => {
        const count = request.result.transaction('edits').objectStore('edits').count();
        count.onsuccess = () => { request.result.close(); resolve(count.result); };
      };
    })`);
    expect(await kept()).toBe(1);
    // Pulled away from the PC: no sign-out, nothing sent.
    await pc.goto('about:blank');
    await pc.context().setOffline(false);
    const { code } = await cast.organizer.post<{ code: string }>(`/exams/${exam.id}/candidates/${two.id}/entry-code`);
    await enterHall(pc, two.admissionNumber, code, true);
    await pc.getByRole('button', { name: '开始作答' }).click();
    await pc.locator('input[type=radio]').first().waitFor();
    expect(await pc.locator('input[type=radio]:checked').count()).toBe(0);
    expect(await kept()).toBe(1);
    await enterHall(pc, one.admissionNumber, password);
    await pc.getByRole('button', { name: '继续作答' }).click();
    await pc.getByRole('button', { name: /在本机继续|在这台设备/ }).click({ timeout: 5_000 }).catch(() => undefined);
    await eventually(async () => (await candidates()).find(({ id }) => id === one.id)?.answered === 1, 'the answer that was kept has arrived');
    await eventually(async () => await kept() === 0, 'nothing is kept any more');
  }, minute * 3);

  it('left no error on any page', () => {
    expect(opened.flatMap(({ problems }) => problems).filter((problem) => !/ERR_INTERNET_DISCONNECTED|ERR_ABORTED|401|Failed to fetch/.test(problem))).toEqual([]);
  });
});
