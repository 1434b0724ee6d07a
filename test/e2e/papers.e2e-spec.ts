import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page as BrowserPage } from 'playwright-core';
import type { Page, PaperAccessItem, PaperListItem, PaperView } from '#lib/contracts';
import { launchBrowser, openPage, type WatchedPage } from '#lib/testing';
import { ApiClient } from '../support/api-client.js';
import { demoPassword } from '../support/thin-contest.js';
import { type Platform, startStandalone } from './harness.js';

const minute = 60_000;
let system: Platform;
let browser: Browser;
let organizer: ApiClient;
let page: BrowserPage;
const opened: WatchedPage[] = [];

beforeAll(async () => {
  system = await startStandalone();
  browser = await launchBrowser();
  organizer = await ApiClient.signedIn(system.baseUrl, 'organizer', demoPassword);
  page = await signedIn('organizer');
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await system?.stop();
}, 60_000);

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

const present = async (): Promise<PaperView> => organizer.get<PaperView>(`/papers/${new URL(page.url()).pathname.split('/').at(-1)}`);
const press = (on: BrowserPage, name: string | RegExp): Promise<void> => on.getByRole('button', { name }).first().click();

describe('a paper built by hand', () => {
  it('takes questions from the bank, in an order changed with the keyboard alone, and rules that say what they lack', async () => {
    await page.goto(`${system.baseUrl}/papers/new`);
    await page.getByLabel('试卷名称（中文）').fill('点击走查抽题卷');
    await press(page, '选题');
    const boxes = page.getByRole('dialog').locator('tbody input[type=checkbox]');
    for (let index = 0; index < 3; index++) await boxes.nth(index).check();
    await page.getByRole('dialog').getByRole('button', { name: '加入 3 题' }).click();
    const codes = (): Promise<string[]> => page.locator('.slot .tx small').allTextContents();
    const [first, second] = await codes();
    await page.getByRole('button', { name: '拖动第 1 题' }).focus();
    for (const key of ['Space', 'ArrowDown', 'Space']) {
      await page.keyboard.press(key);
      await page.waitForTimeout(250);
    }
    expect((await codes()).slice(0, 2)).toEqual([second, first]);
    await press(page, '第 2 题上移');
    expect((await codes()).slice(0, 2)).toEqual([first, second]);

    await press(page, '按规则抽题');
    await page.getByLabel('抽几题').fill('200');
    await page.getByText(/抽题规则还缺 \d+ 道?题/).waitFor();
    await page.getByLabel('抽几题').fill('5');
    await page.getByText(/够抽，题池 \d+ 题/).waitFor();
    await press(page, '保存草稿');
    await page.waitForURL(/papers\/[0-9a-f-]{36}$/);
    expect(await present()).toMatchObject({ state: 'draft', questions: 8, problems: [] });
  }, 2 * minute);

  it('is previewed, weighed and published', async () => {
    await press(page, '预览考生卷');
    await page.locator('.form-question').nth(7).waitFor();
    await page.getByLabel('同时显示答案').check();
    await page.locator('.form-key').first().waitFor();
    await press(page, '关闭');
    await press(page, '题目分布');
    await page.locator('svg.bars rect').first().waitFor();
    await press(page, '关闭');
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: /^发布 8 题/ }).click();
    await page.getByText('已定稿，不能再改').waitFor();
    expect(await present()).toMatchObject({ state: 'published', versions: 1 });
  }, 2 * minute);

  it('is sealed for everybody, and opened by two', async () => {
    await press(page, '密封');
    for (const name of ['林晓岚', '苏望舒']) {
      const box = page.getByRole('dialog').getByRole('combobox').last();
      await box.click();
      await box.fill(name);
      await page.locator('.ant-select-item-option').filter({ hasText: name }).first().click();
    }
    await page.getByRole('dialog').getByRole('button', { name: /^密封至/ }).click();
    await page.getByText('已密封，内容不可查看').waitFor();
    const sealed = await present();
    expect(sealed).toMatchObject({ sections: [], questions: 8 });
    expect((await organizer.get<Page<PaperListItem>>('/papers?sealed=true')).items.map(({ id }) => id)).toContain(sealed.id);

    await press(page, '同意启封');
    await page.getByRole('dialog').getByRole('button', { name: '同意启封' }).click();
    await page.getByText(/已同意/).waitFor();
    expect((await present()).sections).toEqual([]);
    const other = await signedIn('unit-organizer');
    await other.goto(page.url());
    await press(other, '同意启封');
    await other.getByRole('dialog').getByRole('button', { name: '同意启封' }).click();
    await other.getByText('已启封', { exact: true }).waitFor();
    expect((await present()).sections).toHaveLength(2);
    const { items } = await organizer.get<Page<PaperAccessItem>>(`/papers/${sealed.id}/access-log`);
    expect(items.map(({ act }) => act)).toEqual(expect.arrayContaining(['seal', 'open', 'unseal', 'read']));
    expect(opened.flatMap(({ problems }) => problems)).toEqual([]);
  }, 2 * minute);
});
