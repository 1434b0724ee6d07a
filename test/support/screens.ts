import type { AttemptView, BoardListItem, EditionListItem, ExamListItem, ExamView, JudgingView, MyExamItem, Page as PageOf, PaperListItem, ReferenceListItem } from '#lib/contracts';
import type { Browser, Page } from 'playwright-core';
import { ApiClient } from './api-client.js';
import {
  advance, anyReference, callNext, confirmTier, createEdition, examFor, gather, importQuestions, publishPaper, scheduleExam, setPanelUp, sit, submitSheet,
} from './thin-contest.js';

/** One screen of the product in a state worth looking at. */
export interface Screen {
  name: string;
  path: string;
  /** The demo account that looks at it; nobody signed in without one. */
  as?: string;
  /** What must be there before it is looked at. */
  ready?: string;
  /** Wide boards are for halls: they are looked at dark and light. */
  act?: (page: Page) => Promise<void>;
}

/** Plays a small contest up to its final, with one entry on stage and three of five sheets in, and lists every screen with real data. */
export async function prepareScreens(baseUrl: string): Promise<{ screens: Screen[]; clients: Map<string, ApiClient> }> {
  const cast = await gather(baseUrl);
  const { organizer, contestants, judges } = cast;
  const questions = await importQuestions(organizer);
  const paper = await publishPaper(organizer, questions.slice(0, 5), '安全与急救测试卷');
  const edition = await createEdition(cast);
  const exams: ExamView[] = [];
  for (const tier of edition.tiers.slice(0, 2)) {
    const exam = await scheduleExam(organizer, tier, paper, [await anyReference(organizer)]);
    for (const [index, contestant] of contestants.entries()) {
      await examFor(contestant, exam.id);
      await sit(contestant, exam.id, 5 - index);
    }
    await confirmTier(organizer, tier);
    await advance(organizer, edition, tier);
    exams.push(exam);
  }
  const final = edition.tiers[2].heats[0];
  const stageId = await setPanelUp(cast, final);
  const sockets = judges.map((judge) => judge.socket());
  const view: JudgingView = await callNext(judges[0], sockets[0], stageId);
  for (const seat of [1, 3, 4]) await submitSheet(sockets[seat], view, ['25', '40.5', `${18 + seat}`]);
  sockets.forEach((socket) => socket.close());

  const mine = await contestants[1].get<MyExamItem[]>('/my/exams');
  const open = mine.find(({ state, ready, opensAt, lateUntil, examId }) => state === 'not_started' && ready && Date.parse(opensAt) < Date.now() && Date.parse(lateUntil) > Date.now() && !exams.some(({ id }) => id === examId));
  const attempt = await contestants[1].post<AttemptView>(`/my/exams/${open!.examId}/start`);
  const released = mine.find(({ state }) => state === 'released')!;
  const first = async <T>(path: string): Promise<T> => (await organizer.get<PageOf<T>>(path)).items[0];
  const editions = (await organizer.get<PageOf<EditionListItem>>('/editions')).items;
  const finished = editions.find(({ state }) => state === 'finished')!;
  const boards = await new ApiClient(baseUrl).get<PageOf<BoardListItem> | BoardListItem[]>('/public/boards');
  const published = (Array.isArray(boards) ? boards : boards.items).find(({ state, title }) => state === 'published' && title.zh.includes('决赛'))!;
  const [examItem, paperItem, referenceItem] = [await first<ExamListItem>('/exams'), await first<PaperListItem>('/papers'), await first<ReferenceListItem>('/references')];

  const screens: Screen[] = [
    { name: 'sign-in', path: '/sign-in' }, { name: 'set-up', path: '/setup' }, { name: 'boards', path: '/boards' },
    ...['organizer', 'contestant2', 'judge3', 'supervisor', 'system-admin'].map((as) => ({ name: `home-${as}`, path: '/', as })),
    { name: 'profile', path: '/me', as: 'organizer' },
    { name: 'bank', path: '/bank', as: 'organizer' }, { name: 'bank-import', path: '/bank/import', as: 'organizer' },
    { name: 'papers', path: '/papers', as: 'organizer' }, { name: 'paper', path: `/papers/${paperItem.id}`, as: 'organizer' }, { name: 'paper-new', path: '/papers/new', as: 'organizer' },
    { name: 'references', path: '/references', as: 'organizer' }, { name: 'reference', path: `/references/${referenceItem.id}`, as: 'organizer' }, { name: 'reference-new', path: '/references/new', as: 'organizer' },
    { name: 'exams', path: '/exams', as: 'organizer' }, { name: 'exam-organizer', path: `/exams/${examItem.id}`, as: 'organizer' }, { name: 'exam-new', path: '/exams/new', as: 'organizer' },
    { name: 'wall', path: `/exams/${open!.examId}/wall`, as: 'organizer', ready: '.wall-sum' },
    { name: 'wall-extend', path: `/exams/${open!.examId}/wall`, as: 'organizer', ready: '.wall-sum', act: async (page) => {
      await page.locator('.wall-bulk .btn.pri').click();
      await page.waitForSelector('.wall-pv .tbl');
    } },
    { name: 'competitions', path: '/competitions', as: 'organizer' }, { name: 'competition-new', path: '/competitions/new', as: 'organizer' },
    ...editions.slice(0, 3).map(({ id }, index) => ({ name: `competition-${index + 1}`, path: `/competitions/${id}`, as: 'organizer' })),
    { name: 'competition-list', path: `/competitions/${finished.id}?view=list`, as: 'organizer' },
    { name: 'people', path: '/people', as: 'organizer' }, { name: 'zones', path: '/people?tab=zones', as: 'organizer' }, { name: 'grants', path: '/people?tab=grants', as: 'security-admin' }, { name: 'audit', path: '/audit', as: 'audit-admin' },
    { name: 'my-exams', path: '/exam/', as: 'contestant2' }, { name: 'exam-notes', path: `/exam/${mine.at(-1)!.examId}`, as: 'contestant2' },
    { name: 'exam', path: `/exam/attempt/${attempt.id}`, as: 'contestant2', ready: '.opt', act: answerAndSearch },
    { name: 'exam-result', path: `/exam/attempt/${released.attemptId}/result`, as: 'contestant2' },
    { name: 'judge-stages', path: '/judge/', as: 'judge3' }, { name: 'judge', path: `/judge/${stageId}`, as: 'judge3', ready: '.step .value' }, { name: 'judge-sent', path: `/judge/${stageId}`, as: 'judge2', ready: '.stamp' },
    { name: 'chief', path: `/judge/${stageId}/chief`, as: 'judge1' },
    { name: 'board-live', path: `/board/${final.id}` }, { name: 'board', path: `/board/${published.heatId}` }, { name: 'board-light', path: `/board/${published.heatId}?theme=light` },
    { name: 'explanation', path: `/public/heats/${published.heatId}/entries/1` },
    { name: 'not-found', path: '/nowhere', as: 'organizer' },
  ];
  // The attempt belongs to the session that started it; another one would be asked to take it over.
  return { screens, clients: new Map([['organizer', organizer], ['contestant2', contestants[1]]]) };
}

/** The exam as it is in the middle of work: something answered, something searched. */
async function answerAndSearch(page: Page): Promise<void> {
  await page.click('.opt >> nth=0');
  const search = page.locator('.srch input');
  if (await search.isVisible()) await search.fill('记录 中断');
}

/** A page signed in as the screen's account, in the language, at the width. Signs in through the API and takes its cookies. */
export async function openScreen(browser: Browser, baseUrl: string, screen: Screen, language: 'zh-CN' | 'en', width: number, clients: Map<string, ApiClient>, password: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: heights[width] ?? 900 }, locale: language, timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' });
  if (screen.as) {
    const client = clients.get(screen.as) ?? await ApiClient.signedIn(baseUrl, screen.as, password);
    clients.set(screen.as, client);
    await context.addCookies(client.cookie.split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: baseUrl })));
  }
  await context.addInitScript(`localStorage.setItem('kaosai.locale', '${language}')`);
  const page = await context.newPage();
  await page.goto(baseUrl + screen.path);
  await page.waitForSelector(screen.ready ?? 'h1, .h1, h2, main', { timeout: 20_000 });
  await page.waitForLoadState('networkidle');
  await screen.act?.(page);
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  await page.waitForTimeout(300);
  return page;
}

const heights: Record<number, number> = { 360: 780, 820: 1180, 1440: 900, 1920: 1080 };
