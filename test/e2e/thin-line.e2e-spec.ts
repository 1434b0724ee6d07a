import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { BoardView, EditionView, ExamView, RankExplanation, StandingView, TierView } from '#lib/contracts';
import { launchBrowser, openPage, type WatchedPage } from '#lib/testing';
import { ApiClient, eventually, type LiveSocket } from '../support/api-client.js';
import {
  advance, anyReference, callNext, type Cast, confirmCurrent, confirmTier, createEdition, demoPassword, examFor, gather, importQuestions, judging, publishPaper, scheduleExam, setPanelUp, sit, submitSheet,
} from '../support/thin-contest.js';
import { missingTools } from '../../scripts/split/tools.mjs';
import { type Platform, startSplit, startStandalone } from './harness.js';

/** Signs in on the page as a person would and waits for the home page. */
async function signInOn(page: Page, baseUrl: string, username: string): Promise<void> {
  await page.goto(`${baseUrl}/sign-in`);
  await page.fill('input[name=username]', username);
  await page.fill('input[name=password]', demoPassword);
  await page.click('button[type=submit]');
  await page.waitForSelector('h1 >> text=今天');
}

describe.each([['standalone', startStandalone], ['split', startSplit]] as const)('the thin line, %s', (kind, start) => {
  let system: Platform | null;
  let browser: Browser;
  let cast: Cast;
  let edition: EditionView;
  let tiers: TierView[];
  let prelim: ExamView;
  const opened: WatchedPage[] = [];
  const open = async (): Promise<Page> => {
    const watched = await openPage(browser, { viewport: { width: 1440, height: 900 } });
    opened.push(watched);
    return watched.page;
  };
  /** Skipped where the tools of the topology are missing. */
  const runs = kind === 'standalone' || missingTools().length === 0;
  const step = (name: string, run: () => Promise<void>, timeout = 60_000): void => (runs ? it : it.skip)(name, run, timeout);

  beforeAll(async () => {
    system = runs ? await start() : null;
    if (!system) return;
    browser = await launchBrowser();
    cast = await gather(system.baseUrl);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  }, 60_000);

  step('an organizer imports questions, publishes a paper and schedules the preliminaries of two units', async () => {
    const questions = await importQuestions(cast.organizer);
    expect(questions.length).toBeGreaterThanOrEqual(5);
    const paper = await publishPaper(cast.organizer, questions.slice(0, 5), '走线试卷');
    expect(paper).toMatchObject({ state: 'published', questions: 5, totalMarks: expect.stringMatching(/^10(\.0+)?$/) });
    edition = await createEdition(cast);
    tiers = edition.tiers;
    expect(tiers.map(({ heats }) => heats.length)).toEqual([2, 1, 1]);
    prelim = await scheduleExam(cast.organizer, tiers[0], paper, [await anyReference(cast.organizer)]);
    expect(prelim.candidates).toBe(2);
  });

  step('a contestant sits it in the browser: loses the network, goes on, and nothing is lost', async () => {
    await examFor(cast.contestants[0], prelim.id);
    const page = await open();
    await signInOn(page, system!.baseUrl, 'contestant1');
    await page.goto(`${system!.baseUrl}/exam/${prelim.id}`);
    await page.click('text=开始作答');
    await page.waitForSelector('.opt');
    await page.click('.opt >> nth=0');
    await page.waitForSelector('text=全部已保存');

    await page.context().setOffline(true);
    await page.click('text=下一题');
    await page.click('.opt >> nth=0');
    await page.waitForSelector('text=离线，已存本机');
    expect(await page.isVisible('text=全部已保存')).toBe(false);
    const back = performance.now();
    await page.context().setOffline(false);
    await page.waitForSelector('text=全部已保存');
    expect(performance.now() - back).toBeLessThan(10_000);

    // Typed, and the page reloaded before the answer could leave: it is there again and goes out.
    await page.click('text=下一题');
    await page.context().setOffline(true);
    await page.click('.opt >> nth=0');
    await page.waitForSelector('text=离线，已存本机');
    await page.context().setOffline(false);
    await page.reload();
    await page.waitForSelector('text=全部已保存');

    await page.click('text=检查并交卷');
    await page.click('text=交卷，已答 3 题');
    await page.waitForSelector('.stamp >> text=已交卷');
    const submission = await sitIn(cast.contestants[0], prelim.id);
    expect(submission.answered).toBe(3);
  }, 120_000);

  step('each unit has its standing, and the first of each advances to the zone heat', async () => {
    await sit(cast.contestants[1], prelim.id, 5);
    const standings = await confirmTier(cast.organizer, tiers[0]);
    expect(standings.every(({ rows }) => rows.length === 1 && rows[0].rank === 1 && rows[0].advance === 'advances')).toBe(true);
    const zone = await advance(cast.organizer, edition, tiers[0]);
    expect(zone.heats[0].entries).toBe(2);
  });

  step('the zone heat is a second exam and leads to the final', async () => {
    const questions = (await cast.organizer.get<{ items: { id: string; versionId: string }[] }>('/questions?limit=6')).items;
    const paper = await publishPaper(cast.organizer, questions as never, '片区卷');
    const exam = await scheduleExam(cast.organizer, tiers[1], paper, []);
    for (const contestant of cast.contestants) await examFor(contestant, exam.id);
    await Promise.all(cast.contestants.map((contestant) => sit(contestant, exam.id, 6)));
    await confirmTier(cast.organizer, tiers[1]);
    const final = await advance(cast.organizer, edition, tiers[1]);
    expect(final.heats[0].entries).toBe(2);
  });

  step('five judges score the final, one of them on a tablet in the browser, and the open board moves within a second', async () => {
    const heat = tiers[2].heats[0];
    const stageId = await setPanelUp(cast, heat);
    const sockets: LiveSocket[] = cast.judges.map((judge) => judge.socket());
    const board = await open();
    const tablet = await open();
    await signInOn(tablet, system!.baseUrl, 'judge3');
    await tablet.click(`a[href="/judge/${stageId}"]`);
    const totals = [['25', '40', '20'], ['20', '35', '18']];
    for (const marks of totals) {
      const view = await callNext(cast.judges[0], sockets[0], stageId);
      if (marks === totals[0]) {
        await board.goto(`${system!.baseUrl}/board/${heat.id}`);
        await board.waitForSelector('text=走线竞赛');
      }
      await Promise.all([0, 1, 3, 4].map((seat) => submitSheet(sockets[seat], view, marks)));
      await scoreOnTablet(tablet, view.current!.alias, marks);
      await confirmCurrent(cast.judges[0], sockets[0], stageId);
      const confirmed = performance.now();
      const total = marks.reduce((sum, mark) => sum + Number(mark), 0).toFixed(2);
      await board.waitForSelector(`text=${total}`, { timeout: 5_000 });
      expect(performance.now() - confirmed).toBeLessThan(1_000);
    }
    sockets.forEach((socket) => socket.close());
    expect((await judging(cast.judges[1], stageId)).performances.every(({ state }) => state === 'confirmed')).toBe(true);
  }, 120_000);

  step('the winner, the winning unit and the reason of each rank are shown', async () => {
    const heat = tiers[2].heats[0];
    const [final] = await confirmTier(cast.organizer, tiers[2]);
    expect(final.rows.map(({ rank, total }) => [rank, Number(total)])).toEqual([[1, 85], [2, 73]]);
    const published = await cast.organizer.post<StandingView>(`/heats/${heat.id}/publish`, {}, { ifMatch: final.heat.version });
    const { awards } = await cast.organizer.post<EditionView>(`/editions/${edition.id}/awards`);
    expect(awards.find(({ kind, place }) => kind === 'winner' && place === 1)?.person?.id).toBeDefined();
    expect(awards.some(({ kind }) => kind === 'winning_unit')).toBe(true);
    for (const row of published.rows) {
      const reason = await new ApiClient(system!.baseUrl).get<RankExplanation>(`/public/heats/${heat.id}/entries/${row.startNumber}/explanation`);
      expect(reason).toMatchObject({ verified: true, entry: { rank: row.rank } });
      expect(reason.stages[0].judges?.filter(({ dropped }) => dropped)).toHaveLength(2);
    }
    const board = await eventually(async () => {
      const view = await new ApiClient(system!.baseUrl).get<BoardView>(`/public/boards/${heat.id}`);
      return view.awards.length > 0 && view;
    }, 'the board shows the awards');
    expect(board.rows[0].rank).toBe(1);
  });

  step('no page had an error of its own', async () => {
    const offline = /ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|ERR_ABORTED|WebSocket connection/;
    expect(opened.flatMap(({ problems }) => problems).filter((problem) => !offline.test(problem))).toEqual([]);
  });
});

async function sitIn(contestant: ApiClient, examId: string): Promise<{ answered: number }> {
  const { attemptId } = await examFor(contestant, examId);
  return contestant.post(`/attempts/${attemptId}/submit`);
}

/** Enters marks on the keypad, reads them back and sends them; waits for the seal. */
async function scoreOnTablet(page: Page, alias: string, marks: readonly string[]): Promise<void> {
  await page.waitForSelector(`text=${alias}`);
  const values = page.locator('.step .value');
  for (const [index, mark] of marks.entries()) {
    await values.nth(index).click();
    for (const digit of mark) await page.click(`.keys button:text-is("${digit}")`);
  }
  await page.click('text=核对并提交');
  await page.click(`.rb >> text=提交 ${alias}`);
  await page.waitForSelector('.stamp >> text=已送达');
}
