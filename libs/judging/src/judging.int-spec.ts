import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Boards, Editions, Entries, Explanations, Standings } from '#lib/competition';
import type { WritePanel } from '#lib/contracts';
import { revisionOf } from '#lib/database';
import type { Actor } from '#lib/identity';
import { newId } from '#lib/kernel';
import { actorOf, type ContestWorld, makeContestWorld, makeJudgedFinal } from '../../../test/fixtures/contest-world.js';
import { type ServiceHost, startServiceHost } from '../../../test/fixtures/service-host.js';
import { JudgingService, Panels } from './index.js';

jest.setTimeout(60_000);

let host: ServiceHost;
let world: ContestWorld;
let judging: JudgingService;
let panels: Panels;
let boards: Boards;

beforeAll(async () => {
  host = await startServiceHost();
  world = await makeContestWorld(host.source.manager);
  [judging, panels, boards] = [new JudgingService(host.transactions), new Panels(host.transactions), new Boards(host.transactions)];
});
afterAll(() => host.stop());

const panelOf = (judges = 5): WritePanel => ({
  judges: world.guests.slice(0, judges).map((personId, index) => ({ personId, seat: index + 1, chief: index === 0 })),
  criteria: [{ title: { zh: '规范', en: 'Form' }, max: '40', step: '0.5' }, { title: { zh: '处置', en: 'Handling' }, max: '40', step: '0.5' }, { title: { zh: '协同', en: 'Team' }, max: '20', step: '0.5' }],
  dropHigh: 1, dropLow: 1, seconds: 600,
});

async function startFinal(judges = 5, perUnit = 1) {
  const final = await makeJudgedFinal(world, new Editions(host.transactions), new Entries(host.transactions), perUnit);
  const view = await panels.write(world.organizer, final.stageId, panelOf(judges));
  const object = { objectType: 'stage' as const, objectId: final.stageId };
  const bench: Actor[] = world.guests.slice(0, judges).map((personId, index) => actorOf(personId, { assignments: [{ role: index === 0 ? 'chief_judge' : 'judge', ...object }] }));
  const marksOf = (a: string, b: string, c: string) => view.criteria.map(({ id }, index) => ({ criterionId: id, mark: [a, b, c][index] }));
  const call = (performanceId: string, expectedVersion = 1) => judging.callPerformance(bench[0], { commandId: newId(), performanceId, expectedVersion });
  const submit = (seat: number, performanceId: string, marks: [string, string, string], expectedVersion = 0, commandId = newId()) => (
    judging.submitSheet(bench[seat - 1], { commandId, performanceId, expectedVersion, marks: marksOf(...marks), comment: '' }));
  const versionOf = async (performanceId: string): Promise<number> => (await panels.get(bench[0], final.stageId)).performances.find(({ id }) => id === performanceId)?.version ?? 0;
  const confirm = async (performanceId: string, commandId = newId()) => judging.confirmPerformance(bench[0], { commandId, performanceId, expectedVersion: await versionOf(performanceId) });
  return { ...final, view, bench, marksOf, call, submit, confirm, versionOf, performances: view.performances };
}

describe('a panel', () => {
  it('makes the heat ready and gives each judge the stage, by alias alone', async () => {
    const { view, bench, stageId, heatId } = await startFinal();
    expect(view.performances.map(({ startNumber, state }) => [startNumber, state])).toEqual([[1, 'waiting'], [2, 'waiting'], [3, 'waiting'], [4, 'waiting']]);
    expect((await new Standings(host.transactions).get(world.organizer, heatId)).heat.state).toBe('ready');
    const tablet = await judging.getJudging(bench[1], stageId);
    expect(tablet).toMatchObject({ seat: 2, chief: false, judgeName: '评委2', judges: 5, current: null });
    expect(JSON.stringify(tablet)).not.toContain('选手');
    expect((await panels.get(bench[0], stageId)).panel.map(({ online }) => online)).toEqual([false, true, false, false, false]);
    expect((await panels.mine(bench[0])).map(({ stageId: id, chief }) => [id, chief])).toContainEqual([stageId, true]);
    await expect(judging.getJudging(actorOf(world.guests[1]), stageId)).rejects.toThrow('object.not_found');
    await expect(panels.get(bench[1], stageId)).rejects.toThrow('object.not_found');
  });

  it('cannot change once somebody has been called', async () => {
    const { stageId, call, performances } = await startFinal();
    await panels.write(world.organizer, stageId, panelOf(7));
    await panels.write(world.organizer, stageId, panelOf());
    await call(performances[0].id);
    await expect(panels.write(world.organizer, stageId, panelOf())).rejects.toMatchObject({ code: 'panel.in_use' });
  });
});

describe('a performance', () => {
  it('goes from call to board: five sheets, extremes dropped, explained', async () => {
    const { heatId, stageId, bench, call, submit, confirm, performances } = await startFinal();
    const [first, second] = performances;
    await expect(submit(1, first.id, ['30', '30', '15'])).rejects.toMatchObject({ code: 'sheet.not_on_stage' });
    await call(first.id);
    await expect(call(second.id)).rejects.toMatchObject({ code: 'performance.other_on_stage', params: { alias: first.alias } });
    expect(await boards.get(heatId)).toMatchObject({ live: true, onStage: { startNumber: 1, arrived: 0, judges: 5 }, next: { startNumber: 2 }, rows: [], latest: null });
    const given: [string, string, string][] = [['36', '36', '18'], ['37', '36.5', '18'], ['35', '35', '18'], ['36', '36', '18.5'], ['36', '36', '18']];
    for (const [index, marks] of given.entries()) {
      if (index === 4) await expect(confirm(first.id)).rejects.toMatchObject({ code: 'sheet.missing', params: { count: 1 } });
      await submit(index + 1, first.id, marks);
    }
    const desk = await panels.get(bench[0], stageId);
    expect(desk).toMatchObject({ result: '90.17', spread: '3.5', current: { state: 'scored', sheets: 5 } });
    expect(desk.panel.map(({ total, dropped }) => [total, dropped])).toEqual([['90', null], ['91.5', 'high'], ['88', 'low'], ['90.5', null], ['90', null]]);
    const before = await revisionOf(host.source.manager, `board:${heatId}`);
    await confirm(first.id);
    expect(await revisionOf(host.source.manager, `board:${heatId}`)).toBeGreaterThan(before);
    const board = await boards.get(heatId);
    expect(board.rows).toMatchObject([{ startNumber: 1, name: '选手10', total: '90.17', rank: 1, stages: ['90.17'] }]);
    expect(board.latest).toMatchObject({ startNumber: 1, total: '90.17', rank: 1, judges: [{ seat: 1, dropped: null }, { seat: 2, dropped: 'high' }, { seat: 3, dropped: 'low' }, { seat: 4 }, { seat: 5 }] });
    expect(board).toMatchObject({ progress: { done: 1, total: 4 }, onStage: null, next: { startNumber: 2 }, teams: [{ total: '90.17', rank: 1, members: 1 }] });
    const explanation = await new Explanations(host.transactions).get(world.organizer, heatId, first.entryId);
    expect(explanation).toMatchObject({ verified: true, stages: [{ score: '90.17', judges: [{ seat: 1, total: '90' }, { seat: 2, dropped: 'high' }, {}, {}, {}] }] });
    await expect(submit(1, first.id, ['1', '1', '1'], 1)).rejects.toMatchObject({ code: 'sheet.confirmed' });
  });

  it('is told of a stale version with the present sheet, and a reopened sheet does not count until it is sent anew', async () => {
    const { bench, call, submit, confirm, performances: [first], marksOf, stageId } = await startFinal(3);
    await call(first.id);
    const sheet = await submit(1, first.id, ['36', '36', '18']);
    await expect(submit(1, first.id, ['30', '30', '15'])).rejects.toMatchObject({ code: 'version.stale', params: { current: 1, present: { total: '90' } } });
    expect(await submit(1, first.id, ['30', '30', '15'], sheet.version)).toMatchObject({ version: 2, total: '75' });
    await submit(2, first.id, ['30', '30', '15']);
    await submit(3, first.id, ['30', '30', '15']);
    const reopen = { commandId: newId(), performanceId: first.id, seat: 2, expectedVersion: 1, reason: '漏计' };
    await expect(judging.reopenSheet(bench[1], reopen)).rejects.toMatchObject({ code: 'object.not_found' });
    expect((await judging.reopenSheet(bench[0], reopen)).panel[1]).toMatchObject({ total: null, sheet: { version: 1 } });
    await expect(confirm(first.id)).rejects.toMatchObject({ code: 'sheet.missing' });
    expect(await submit(2, first.id, ['31', '30', '15'], 1)).toMatchObject({ version: 2 });
    await confirm(first.id);
    const versions = await host.source.query('SELECT count(*)::int AS count FROM score_sheet_version v JOIN score_sheet c ON c.id = v.sheet_id WHERE c.performance_id = $1', [first.id]);
    expect(versions).toEqual([{ count: 5 }]);
    await expect(host.source.query('DELETE FROM score_sheet_version')).rejects.toThrow('permission denied');
    expect((await judging.getJudging(bench[2], stageId)).performances[0].ownTotal).toBe('75');
    await expect(judging.submitSheet(bench[0], { commandId: newId(), performanceId: first.id, expectedVersion: 2, marks: marksOf('1', '1', '1'), comment: '' })).rejects.toMatchObject({ code: 'sheet.confirmed' });
  });

  it('records each command once, however often and at the same time it arrives', async () => {
    const { call, submit, confirm, marksOf, bench, heatId, versionOf, performances: [first, second] } = await startFinal(3);
    await call(first.id);
    const commandId = newId();
    const answers = await Promise.all(Array.from({ length: 10 }, () => submit(2, first.id, ['36', '36', '18'], 0, commandId)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    await expect(submit(2, first.id, ['1', '1', '1'], 0, commandId)).rejects.toMatchObject({ code: 'idempotency.conflict' });
    const rivals = await Promise.allSettled(Array.from({ length: 10 }, (_, index) => submit(3, first.id, [String(20 + index), '36', '18'])));
    expect(rivals.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await submit(1, first.id, ['30', '30', '15']);
    const confirmation = newId();
    const version = await versionOf(first.id);
    const confirmed = await Promise.all(Array.from({ length: 5 }, () => judging.confirmPerformance(bench[0], { commandId: confirmation, performanceId: first.id, expectedVersion: version })));
    for (const answer of confirmed) expect(answer).toEqual(confirmed[0]);
    const outbox = await host.source.query(`SELECT count(*)::int AS count FROM outbox WHERE topic = 'performance.confirmed' AND payload->>'performanceId' = $1`, [first.id]);
    expect(outbox).toEqual([{ count: 1 }]);
    await call(second.id);
    await expect(judging.submitSheet(bench[1], { commandId, performanceId: second.id, expectedVersion: 0, marks: marksOf('36', '36', '18'), comment: '' })).rejects.toMatchObject({ code: 'idempotency.conflict' });
    await expect(confirm(second.id)).rejects.toMatchObject({ code: 'sheet.missing' });
    expect((await boards.get(heatId)).rows).toHaveLength(1);
  });

  it('of somebody who withdrew is not called', async () => {
    const { call, performances: [first, second], heatId } = await startFinal(3);
    await new Entries(host.transactions).withdraw(world.organizer, first.entryId);
    await expect(call(first.id)).rejects.toMatchObject({ code: 'heat.not_ready' });
    expect((await boards.get(heatId)).next).toEqual({ startNumber: 2 });
    await call(second.id);
  });
});
