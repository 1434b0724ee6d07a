import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page as BrowserPage } from 'playwright-core';
import type { AttemptView, EditionView, EntryView, ExamView, GrantView, Page, PaperView, PersonView, QuestionListItem, QuestionView, StandingView, SubmissionView } from '#lib/contracts';
import { launchBrowser, openPage, type WatchedPage } from '#lib/testing';
import { ApiClient, eventually } from '../support/api-client.js';
import { type Cast, confirmTier, createShortEdition, demoPassword, examFor, gather, publishPaper, scheduleExam } from '../support/thin-contest.js';
import { type Platform, startStandalone } from './harness.js';

const minute = 60_000;
let system: Platform;
let browser: Browser;
let cast: Cast;
let page: BrowserPage;
let paper: PaperView;
let edition: EditionView;
/** Four of the first unit; the last one withdraws, the others tie. */
let home: PersonView[];
const opened: WatchedPage[] = [];

beforeAll(async () => {
  system = await startStandalone();
  browser = await launchBrowser();
  cast = await gather(system.baseUrl);
  const { items } = await cast.organizer.get<Page<QuestionListItem>>('/questions?state=published&limit=5');
  paper = await publishPaper(cast.organizer, items, '点击走查卷');
  const unit = cast.contestants[0].session!.person.unit!;
  const people = await cast.organizer.get<Page<PersonView>>(`/people?orgUnitId=${unit.id}&limit=50`);
  const self = cast.contestants[0].session!.person.id;
  home = [people.items.find(({ id }) => id === self)!, ...people.items.filter(({ id, account }) => id !== self && account).slice(0, 3)];
  edition = await createShortEdition(cast, home.map(({ id }) => id));
  page = await signedIn('organizer');
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await system?.stop();
}, 60_000);

/** A page of its own in which somebody has signed in. */
async function signedIn(username: string): Promise<BrowserPage> {
  const watched = await openPage(browser, { viewport: { width: 1440, height: 900 } });
  opened.push(watched);
  watched.page.setDefaultTimeout(15_000);
  await watched.page.goto(`${system.baseUrl}/sign-in`);
  await watched.page.fill('input[name=username]', username);
  await watched.page.fill('input[name=password]', demoPassword);
  await watched.page.click('button[type=submit]');
  await watched.page.waitForSelector('h1 >> text=今天');
  return watched.page;
}

/** Presses the dialog's act and waits until the dialog is gone: the server has done it. */
async function doIn(on: BrowserPage, dialog: string | RegExp, act: string | RegExp): Promise<void> {
  const open = on.getByRole('dialog', { name: dialog });
  await open.getByRole('button', { name: act }).click();
  await open.waitFor({ state: 'hidden' });
}

const press = (on: BrowserPage, name: string | RegExp): Promise<void> => on.getByRole('button', { name }).first().click();
const freshEdition = async (): Promise<EditionView> => cast.organizer.get<EditionView>(`/editions/${edition.id}`);
const firstHeat = async () => (await freshEdition()).tiers[0].heats.find(({ unit }) => unit?.id === home[0].unit?.id)!;

async function handInBlank(contestant: ApiClient, examId: string): Promise<SubmissionView> {
  await examFor(contestant, examId);
  const { id } = await contestant.post<AttemptView>(`/my/exams/${examId}/start`);
  return contestant.post<SubmissionView>(`/attempts/${id}/submit`);
}

describe('an edition', () => {
  it('loses an entry that withdraws', async () => {
    const heat = await firstHeat();
    await page.goto(`${system.baseUrl}/competitions/${edition.id}?heat=${heat.id}`);
    await press(page, '名单');
    await page.getByRole('button', { name: `${home[3].name} 退赛` }).click();
    await doIn(page, `${home[3].name} 退赛？`, '退赛 1 人');
    const entries = await cast.organizer.get<EntryView[]>(`/heats/${heat.id}/entries`);
    expect(entries.map(({ state }) => state).sort()).toEqual(['entered', 'entered', 'entered', 'withdrawn']);
    expect(entries.find(({ state }) => state === 'withdrawn')?.person.id).toBe(home[3].id);
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
  });

  it('has its heats confirmed, and does not advance while a tie is open', async () => {
    const { tiers } = await freshEdition();
    const exam = await scheduleExam(cast.organizer, tiers[0], paper, []);
    expect(exam.candidates).toBe(4);
    const others = await Promise.all([home[1], home[2]].map(({ account }) => ApiClient.signedIn(system.baseUrl, account!.username, demoPassword)));
    await Promise.all([...cast.contestants, ...others].map((contestant) => handInBlank(contestant, exam.id)));
    await eventually(async () => (await freshEdition()).tiers[0].heats.every(({ state }) => state === 'provisional'), 'every result is in', 30_000);

    await press(page, '核对并确认 2 个');
    await doIn(page, '确认 2 个赛区的成绩？', /^确认 2 个赛区/);
    expect((await freshEdition()).tiers[0].heats.map(({ state }) => state)).toEqual(['confirmed', 'confirmed']);

    await press(page, '预览晋级');
    const preview = page.getByRole('dialog');
    await preview.getByText('第 1 名并列跨越晋级线').waitFor();
    expect(await preview.getByText(home[0].unit!.title.zh).count()).toBeGreaterThan(0);
    expect(await preview.getByRole('button', { name: /^晋级/ }).isDisabled()).toBe(true);
    await preview.getByRole('button', { name: '再看看' }).click();
  });

  it('has its tie decided with a reason', async () => {
    const heat = await firstHeat();
    await press(page, '裁定并列');
    const dialog = page.getByRole('dialog', { name: /^裁定并列/ });
    for (const { name } of [home[0], home[2]]) await dialog.getByRole('checkbox', { name }).check();
    expect(await dialog.getByRole('checkbox', { name: home[1].name }).isDisabled()).toBe(true);
    await dialog.getByLabel('裁定依据').fill('现场加赛成绩');
    await doIn(page, /^裁定并列/, '裁定 2 人晋级');
    const { rows } = await cast.organizer.get<StandingView>(`/heats/${heat.id}/standing`);
    expect(rows.filter(({ advance }) => advance === 'advances').map(({ name }) => name).sort()).toEqual([home[0].name, home[2].name].sort());
  });

  it('advances by its preview and is published', async () => {
    await press(page, '预览晋级');
    await page.getByRole('dialog').getByText(home[2].name).first().waitFor();
    await doIn(page, '初赛晋级：先看名单', '晋级 3 人到决赛');
    const advanced = await eventually(async () => {
      const { tiers } = await freshEdition();
      return tiers[1].heats[0].entries === 3 && tiers[0];
    }, 'the final has its entries');
    expect(advanced.advancedAt).not.toBeNull();

    await press(page, '公布 2 个赛区');
    await doIn(page, '公布 2 个赛区的成绩？', /^公布 2 个赛区/);
    expect((await freshEdition()).tiers[0].heats.map(({ state }) => state)).toEqual(['published', 'published']);
    expect(await page.getByRole('button', { name: '裁定并列' }).count()).toBe(0);
  });

  it('grants its awards after the final', async () => {
    const { tiers } = await freshEdition();
    const exam = await scheduleExam(cast.organizer, tiers[1], paper, []);
    const third = await ApiClient.signedIn(system.baseUrl, home[2].account!.username, demoPassword);
    await Promise.all([...cast.contestants, third].map((contestant) => handInBlank(contestant, exam.id)));
    await confirmTier(cast.organizer, tiers[1]);
    await press(page, '核对并授奖');
    await doIn(page, /授奖？$/, '按 3 人名次授奖');
    const { awards } = await freshEdition();
    expect(new Set(awards.map(({ kind }) => kind))).toContain('winner');
    await page.getByRole('table', { name: '奖项' }).waitFor();
  });
});

describe('an exam on its own', () => {
  const makeExam = async (title: string): Promise<ExamView> => {
    const now = Date.parse((await cast.organizer.get<{ now: string }>('/clock')).now);
    const exam = await cast.organizer.post<ExamView>('/exams', {
      orgUnitId: paper.orgUnit.id, title: { zh: title }, paperId: paper.id, mode: 'open', opensAt: new Date(now - 1_000).toISOString(), lateUntil: new Date(now + 10 * minute).toISOString(), durationSeconds: 1_800, referenceIds: [],
    });
    return cast.organizer.post<ExamView>(`/exams/${exam.id}/candidates`, { personIds: [cast.contestants[1].session!.person.id] });
  };
  const read = async ({ id }: ExamView): Promise<ExamView> => cast.organizer.get<ExamView>(`/exams/${id}`);

  it('is prepared, sat and released', async () => {
    const exam = await makeExam('走查测验');
    await page.goto(`${system.baseUrl}/exams/${exam.id}`);
    await press(page, '准备考卷');
    await doIn(page, /^准备/, '准备 1 份考卷');
    await handInBlank(cast.contestants[1], exam.id);
    await page.getByRole('button', { name: '公布成绩' }).click();
    await doIn(page, '公布“走查测验”的成绩？', '公布 1 人成绩');
    await eventually(async () => (await read(exam)).counts.released === 1, 'the mark is released');
  });

  it('is called off before anybody sits it', async () => {
    const exam = await makeExam('取消的测验');
    await page.goto(`${system.baseUrl}/exams/${exam.id}`);
    await press(page, '取消考试');
    await doIn(page, '取消“取消的测验”？', '取消 1 人的考试');
    expect((await read(exam)).state).toBe('cancelled');
    await page.getByRole('button', { name: '取消考试' }).waitFor({ state: 'hidden' });
  });
});

it('a question is retired in the bank', async () => {
  const { items: [question] } = await cast.organizer.get<Page<QuestionListItem>>('/questions?state=published&limit=1&sort=code');
  await page.goto(`${system.baseUrl}/bank?q=${encodeURIComponent(question.code)}`);
  await page.getByRole('button', { name: question.excerpt }).first().click();
  await press(page, '停用');
  await doIn(page, `停用 ${question.code}`, '停用');
  await page.getByText('已停用').first().waitFor();
  expect((await cast.organizer.get<QuestionView>(`/questions/${question.id}`)).state).toBe('retired');
  await page.goBack();

  const search = page.getByRole('searchbox');
  await search.fill('没有这道题');
  await press(page, '清除搜索和筛选');
  await eventually(async () => await search.inputValue() === '', 'the search is empty as the list is whole');
});

it('a security administrator gives a role and takes it back', async () => {
  const admin = await ApiClient.signedIn(system.baseUrl, 'security-admin', demoPassword);
  const held = async (): Promise<string[]> => (await admin.get<Page<GrantView>>(`/grants?q=${encodeURIComponent(home[1].name)}`)).items.filter(({ person }) => person.id === home[1].id).map(({ role }) => role).sort();
  const before = await held();
  const screen = await signedIn('security-admin');
  await screen.goto(`${system.baseUrl}/people?tab=grants`);
  await press(screen, '授予角色');
  const sheet = screen.getByRole('dialog', { name: '授予角色' });
  await sheet.getByLabel('姓名').fill(home[1].name);
  await screen.locator('.ant-select-item-option', { hasText: home[1].staffNumber! }).click();
  const roles = sheet.getByRole('combobox', { name: '角色' });
  expect(await roles.locator('option').allTextContents()).not.toContain('系统管理员');
  await roles.selectOption({ label: '纪检监督' });
  await sheet.getByLabel('范围').fill(home[1].unit!.title.zh);
  await screen.locator(`.ant-select-item-option[title="${home[1].unit!.title.zh}"]`).click();
  await doIn(screen, '授予角色', '授予 1 个角色');
  expect(await held()).toEqual([...before, 'supervisor'].sort());

  await screen.getByRole('button', { name: `撤销 ${home[1].name} 的纪检监督` }).click();
  await doIn(screen, `撤销 ${home[1].name} 的角色？`, '撤销 1 个角色');
  expect(await held()).toEqual(before);
});

it('a system administrator disables an account and enables it again', async () => {
  const { name, account, staffNumber } = home[3];
  const screen = await signedIn('system-admin');
  const signIn = (): Promise<ApiClient> => ApiClient.signedIn(system.baseUrl, account!.username, demoPassword);
  await screen.goto(`${system.baseUrl}/people?q=${staffNumber}`);
  await screen.getByRole('button', { name: `停用 ${name} 的账号` }).click();
  await doIn(screen, `停用 ${name} 的账号？`, '停用 1 个账号');
  await expect(signIn()).rejects.toThrow(/^40[13]/);
  await screen.getByRole('button', { name: `启用 ${name} 的账号` }).click();
  await doIn(screen, `启用 ${name} 的账号？`, '启用 1 个账号');
  expect((await signIn()).session?.account.username).toBe(account!.username);
});

it('no page had an error of its own', () => {
  const leaving = /ERR_ABORTED/;
  expect(opened.flatMap(({ problems }) => problems).filter((problem) => !leaving.test(problem))).toEqual([]);
});
