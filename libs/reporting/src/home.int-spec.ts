import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Editions, Entries, recordStageResults, Standings } from '#lib/competition';
import { JudgingService, Panels } from '#lib/judging';
import { Decimal, newId } from '#lib/kernel';
import { ExamWorld } from '../../../test/exam-world.js';
import { actorOf, type ContestWorld, makeContestWorld, makeJudgedFinal, threeTiers } from '../../../test/fixtures/contest-world.js';
import { HomeService } from './index.js';

jest.setTimeout(60_000);

let exams: ExamWorld;
let world: ContestWorld;
let home: HomeService;

beforeAll(async () => {
  exams = await ExamWorld.create();
  world = await makeContestWorld(exams.dataSource.manager);
  home = new HomeService(exams.transactions);
});
afterAll(() => exams.drop());

describe('the home page', () => {
  it('tells a candidate to sit an open exam, then to go on with it, then where the marks are', async () => {
    const exam = await exams.readyExam([1]);
    const actor = exams.candidate(1);
    expect((await home.homeOf(actor)).duties).toMatchObject([{ kind: 'exam.sit', href: `/exam/${exam.id}`, urgent: true, params: { count: 3 } }]);
    expect((await home.homeOf(exams.organizer())).live).toMatchObject([{ done: 0, total: 1, href: `/exams/${exam.id}` }]);
    const attempt = await exams.attempts.start(actor, exam.id);
    expect((await home.homeOf(actor)).duties).toMatchObject([{ kind: 'exam.sit', href: `/exam/attempt/${attempt.id}` }]);
    await exams.attempts.submit(actor, attempt.id);
    expect((await home.homeOf(actor)).duties).toEqual([]);
    await exams.marking.handle({ attemptId: attempt.id });
    await exams.exams.release(exams.organizer(), exam.id);
    expect((await home.homeOf(actor)).duties).toMatchObject([{ kind: 'exam.result', href: `/exam/attempt/${attempt.id}/result`, urgent: false }]);
    expect((await home.homeOf(exams.organizer())).year).toEqual({ exams: 1, attempts: 1, editions: 0, people: 1 });
  });

  it('tells organizers to set up, confirm and advance within their own scope', async () => {
    const { transactions } = exams;
    const edition = await new Editions(transactions).create(world.organizer, threeTiers(world, { unitIds: world.units.slice(0, 2) }));
    const [first, second] = edition.tiers[0].heats;
    expect((await home.homeOf(world.unitOrganizer)).duties).toMatchObject([{ kind: 'heat.setup', href: `/competitions/${edition.id}?heat=${first.id}`, params: { count: 0 } }]);
    const [entry] = await new Entries(transactions).enter(world.organizer, first.id, { personIds: world.people[0].slice(0, 1) });
    await transactions.run((manager) => recordStageResults(manager, first.stages[0].id, [{ entryId: entry.id, state: 'scored', exact: Decimal.of(80) }]));
    expect((await home.homeOf(world.organizer)).duties.map(({ kind, href }) => [kind, href])).toEqual([['heat.confirm', `/competitions/${edition.id}?heat=${first.id}`], ['heat.setup', `/competitions/${edition.id}?heat=${second.id}`]]);
    const standings = new Standings(transactions);
    await standings.confirm(world.organizer, first.id, (await standings.get(world.organizer, first.id)).heat.version);
    expect((await home.homeOf(world.organizer)).duties[0]).toMatchObject({ kind: 'tier.advance', urgent: true });
    expect((await home.homeOf(actorOf(world.guests[6]))).duties).toEqual([]);
    expect((await home.homeOf(actorOf(world.guests[6]))).year).toBeNull();
  });

  it('tells judges and the chief which stage waits for them, and contestants which board to follow', async () => {
    const { transactions } = exams;
    const { stageId, heatId } = await makeJudgedFinal(world, new Editions(transactions), new Entries(transactions), 1);
    const view = await new Panels(transactions).write(world.organizer, stageId, { judges: world.guests.slice(0, 3).map((personId, index) => ({ personId, seat: index + 1, chief: index === 0 })), criteria: [{ title: { zh: '总评' }, max: '100', step: '1' }], dropHigh: 1, dropLow: 1, seconds: null });
    const [chief, judge] = (['chief_judge', 'judge'] as const).map((role, index) => actorOf(world.guests[index], { assignments: [{ role, objectType: 'stage', objectId: stageId }] }));
    expect((await home.homeOf(judge)).duties).toMatchObject([{ kind: 'stage.judge', href: `/judge/${stageId}`, urgent: false, params: { count: 4 } }]);
    await new JudgingService(transactions).callPerformance(chief, { commandId: newId(), performanceId: view.performances[0].id, expectedVersion: 1 });
    expect((await home.homeOf(chief)).duties).toMatchObject([{ kind: 'stage.chief', href: `/judge/${stageId}/chief`, urgent: true }]);
    expect((await home.homeOf(actorOf(world.people[3][0]))).duties).toMatchObject([{ kind: 'contest.follow', href: `/board/${heatId}` }]);
    expect((await home.homeOf(world.organizer)).live).toMatchObject([{ done: 0, total: 4, href: `/board/${heatId}` }]);
  });
});
