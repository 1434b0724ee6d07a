import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Boards, Editions, Entries, Standings } from '#lib/competition';
import { loadConfig } from '#lib/config';
import type { EditionView, HeatSummary, ScheduleTierExam } from '#lib/contracts';
import type { Actor } from '#lib/identity';
import { JudgingService, Panels } from '#lib/judging';
import { newId } from '#lib/kernel';
import { createLogger } from '#lib/observability';
import { setClockOffset } from '#lib/testing';
import { ExamWorld } from '../../../test/exam-world.js';
import { actorOf, type ContestWorld, makeContestWorld, threeTiers } from '../../../test/fixtures/contest-world.js';
import { Advancements, ContestSweeper, FollowAdvancement, FollowEntries, ReadyHeats, ScoreStages, TierExams } from './index.js';

jest.setTimeout(60_000);

let exams: ExamWorld;
let world: ContestWorld;
let organizer: Actor;
let paperId: string;
let services: ReturnType<typeof makeServices>;

beforeAll(async () => {
  exams = await ExamWorld.create();
  world = await makeContestWorld(exams.dataSource.manager);
  organizer = { ...world.organizer, grants: [...world.organizer.grants, { role: 'organizer', path: 's' }] };
  paperId = await exams.paper({ shuffle: false });
  services = makeServices();
});
afterAll(() => exams.drop());

function makeServices() {
  const { transactions } = exams;
  const ready = new ReadyHeats(transactions);
  return {
    editions: new Editions(transactions), entries: new Entries(transactions), standings: new Standings(transactions), boards: new Boards(transactions),
    tierExams: new TierExams(transactions), advancements: new Advancements(transactions), panels: new Panels(transactions), judging: new JudgingService(transactions),
    sweeper: new ContestSweeper(transactions, ready, loadConfig({ DATABASE_URL: exams.database.appUrl, NODE_ENV: 'test' }), createLogger('silent', 'test')),
    topics: {
      'exam.prepare': ({ examId }: { examId: string }) => exams.prepareForms(examId),
      'exam.prepared': (payload: { examId: string }) => ready.handle(payload),
      'attempt.submitted': (payload: { attemptId: string }) => exams.marking.handle(payload),
      'attempt.marked': (payload: { attemptId: string; examId: string }) => new ScoreStages(transactions).handle(payload),
      'entries.changed': (payload: { heatId: string }) => new FollowEntries(transactions).handle(payload),
      'tier.advanced': (payload: { tierId: string }) => new FollowAdvancement(transactions).handle(payload, { lastAttempt: false }),
    } as Record<string, (payload: never) => Promise<void>>,
  };
}

/** Works the outbox off as the worker does, every row twice: delivery is at least once. */
async function work(): Promise<void> {
  for (;;) {
    const rows = await exams.dataSource.query<{ id: string; topic: string; payload: never }[]>('SELECT id, topic, payload FROM outbox WHERE done_at IS NULL ORDER BY id');
    if (rows.length === 0) return;
    for (const { id, topic, payload } of rows) {
      for (let delivery = 0; delivery < 2; delivery += 1) await services.topics[topic]?.(payload);
      await exams.dataSource.query('UPDATE outbox SET done_at = kaosai.clock() WHERE id = $1', [id]);
    }
  }
}

const windowOf = (change: Partial<ScheduleTierExam> = {}): ScheduleTierExam => ({
  stageOrdinal: 1, title: { zh: '笔试' }, paperId, mode: 'closed', opensAt: new Date(Date.now() - 1000).toISOString(), lateUntil: new Date(Date.now() + 600_000).toISOString(), durationSeconds: 600, referenceIds: [], ...change });

async function enterUnits(edition: EditionView, perUnit: number): Promise<void> {
  for (const heat of edition.tiers[0].heats) {
    const unit = world.units.indexOf(heat.unit?.id ?? '');
    await services.entries.enter(organizer, heat.id, { personIds: world.people[unit].slice(0, perUnit) });
  }
}

/** A person sits the heat's exam and gets so many of its 6 marks. */
async function sit(heat: HeatSummary, personId: string, marks: number): Promise<void> {
  const actor = actorOf(personId);
  const attempt = await exams.attempts.start(actor, heat.stages[0].exam?.id ?? '');
  const answers: [string, string[]][] = marks >= 6 ? [['q1', ['B']], ['q2', ['A', 'C']], ['q3', ['T']]] : marks >= 3 ? [['q2', ['A', 'C']]] : marks >= 2 ? [['q1', ['B']]] : [];
  for (const [slot, chosen] of answers) await exams.save(actor, attempt, slot, chosen, 1);
  await exams.attempts.submit(actor, attempt.id);
}

const reload = (edition: EditionView): Promise<EditionView> => services.editions.get(organizer, edition.id);
async function confirmAll(edition: EditionView, tier: number): Promise<void> {
  for (const { id } of edition.tiers[tier].heats) await services.standings.confirm(organizer, id, (await services.standings.get(organizer, id)).heat.version);
}

/** An edition whose four preliminaries are sat by three people each, marked and confirmed. */
async function confirmedPreliminaries(): Promise<EditionView> {
  let edition = await services.editions.create(organizer, threeTiers(world));
  await enterUnits(edition, 3);
  edition = await services.tierExams.schedule(organizer, edition.tiers[0].id, windowOf());
  await work();
  for (const heat of edition.tiers[0].heats) {
    for (const [index, { person }] of (await services.entries.list(organizer, heat.id)).entries()) await sit(heat, person.id, [6, 3, 2][index]);
  }
  await work();
  await confirmAll(edition, 0);
  return reload(edition);
}

describe('a tier’s exam', () => {
  it('makes its heats preparing, then ready, and those who are entered later follow', async () => {
    let edition = await services.editions.create(organizer, threeTiers(world, { unitIds: world.units.slice(0, 2) }));
    const [first, second] = edition.tiers[0].heats;
    await services.entries.enter(organizer, first.id, { personIds: world.people[0].slice(0, 2) });
    edition = await services.tierExams.schedule(organizer, edition.tiers[0].id, windowOf());
    expect(edition.tiers[0].heats.map(({ state }) => state)).toEqual(['preparing', 'setup']);
    await expect(services.tierExams.schedule(organizer, edition.tiers[0].id, windowOf())).rejects.toMatchObject({ code: 'tier.exam_exists' });
    await expect(services.tierExams.schedule(organizer, edition.tiers[2].id, windowOf())).rejects.toMatchObject({ code: 'tier.no_exam_stage' });
    await expect(exams.attempts.start(actorOf(world.people[0][0]), edition.tiers[0].heats[0].stages[0].exam?.id ?? '')).rejects.toMatchObject({ code: 'exam.not_ready' });
    await work();
    await services.entries.enter(organizer, second.id, { personIds: world.people[1].slice(0, 1) });
    await work();
    expect((await reload(edition)).tiers[0].heats.map(({ state, stages }) => [state, stages[0].exam?.state])).toEqual([['running', 'ready'], ['running', 'ready']]);
    await sit(edition.tiers[0].heats[0], world.people[1][0], 6);
    await work();
    expect((await services.standings.get(organizer, second.id)).rows).toMatchObject([{ total: '100.00', rank: 1 }]);
  });

  it('scores mark ÷ total × 100, and whoever never started is absent once nobody can start', async () => {
    let edition = await services.editions.create(organizer, threeTiers(world, { unitIds: [world.units[0]], tiers: [{ ...threeTiers(world).tiers[0], kind: 'system', rule: { ...threeTiers(world).tiers[0].rule, quotaPerHeat: null } }] }));
    const [heat] = edition.tiers[0].heats;
    await services.entries.enter(organizer, heat.id, { personIds: world.people[0].slice(0, 3) });
    edition = await services.tierExams.schedule(organizer, edition.tiers[0].id, windowOf());
    await work();
    await sit(edition.tiers[0].heats[0], world.people[0][0], 2);
    await work();
    expect(await services.sweeper.sweep()).toBe(0);
    await setClockOffset(exams.database.ownerUrl, 700_000);
    await services.sweeper.sweep();
    const after = await services.standings.get(organizer, heat.id);
    expect(await services.sweeper.sweep()).toBe(0);
    await setClockOffset(exams.database.ownerUrl, 0);
    expect(await services.standings.get(organizer, heat.id)).toMatchObject({ revision: after.revision, heat: { state: 'provisional' } });
    expect(after.rows.map(({ total, rank, stages }) => [total, rank, stages[0].state])).toEqual([['33.33', 1, 'scored'], [null, null, 'absent'], [null, null, 'absent']]);
  });

  it('that cannot be prepared shows its heats as failed, and ready once it is mended', async () => {
    const edition = await services.editions.create(organizer, threeTiers(world, { unitIds: [world.units[0]] }));
    const [heat] = edition.tiers[0].heats;
    await services.entries.enter(organizer, heat.id, { personIds: world.people[0].slice(0, 1) });
    await services.tierExams.schedule(organizer, edition.tiers[0].id, windowOf());
    const examId = (await reload(edition)).tiers[0].heats[0].stages[0].exam?.id;
    await exams.dataSource.query(`UPDATE exam SET state = 'failed', problem = '{"code": "internal", "params": {}}' WHERE id = $1`, [examId]);
    await services.sweeper.sweep();
    expect((await reload(edition)).tiers[0].heats[0]).toMatchObject({ state: 'failed', problem: { code: 'internal' } });
    await exams.dataSource.query(`UPDATE exam SET state = 'preparing', problem = NULL WHERE id = $1`, [examId]);
    await work();
    await services.sweeper.sweep();
    expect((await reload(edition)).tiers[0].heats[0]).toMatchObject({ state: 'running', problem: null });
  });
});

describe('advancing', () => {
  it('is refused before every heat is confirmed, and when results moved after the preview', async () => {
    const edition = await services.editions.create(organizer, threeTiers(world, { unitIds: world.units.slice(0, 2) }));
    const [tier] = edition.tiers;
    await services.entries.enter(organizer, tier.heats[0].id, { personIds: world.people[0].slice(0, 2) });
    const preview = await services.advancements.preview(organizer, tier.id);
    expect(preview).toMatchObject({ ready: false, blockers: [{ code: 'heat.not_confirmed', heatId: tier.heats[0].id }] });
    await expect(services.advancements.advance(organizer, tier.id, preview)).rejects.toMatchObject({ code: 'heat.not_confirmed' });
    await expect(services.advancements.preview(world.unitOrganizer, tier.id)).rejects.toMatchObject({ code: 'object.not_found' });
    const confirmed = await confirmedPreliminaries();
    await expect(services.advancements.advance(organizer, confirmed.tiers[0].id, { digest: preview.digest })).rejects.toMatchObject({ code: 'tier.changed' });
    expect((await reload(confirmed)).tiers[1].heats.map(({ entries }) => entries)).toEqual([0, 0]);
  });

  it('happens once and whole, however many press at the same moment', async () => {
    const edition = await confirmedPreliminaries();
    const [tier, next] = edition.tiers;
    const preview = await services.advancements.preview(organizer, tier.id);
    expect(preview).toMatchObject({ ready: true, blockers: [] });
    expect(preview.heats.map(({ advancing }) => advancing.map(({ rank }) => rank))).toEqual([[1, 2, 3], [1, 2, 3], [1, 2, 3], [1, 2, 3]]);
    const answers = await Promise.allSettled(Array.from({ length: 50 }, () => services.advancements.advance(organizer, tier.id, { digest: preview.digest })));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'tier.already_advanced' });
    const outbox = await exams.dataSource.query(`SELECT count(*)::int AS count FROM outbox WHERE topic = 'tier.advanced' AND payload->>'tierId' = $1`, [tier.id]);
    expect(outbox).toEqual([{ count: 1 }]);
    const after = await reload(edition);
    expect(after.tiers[0].advancedAt).not.toBeNull();
    expect(after.tiers[1].heats.map(({ entries }) => entries)).toEqual([6, 6]);
    const entered = await exams.dataSource.query('SELECT seed, start_number, source_entry_id IS NOT NULL AS linked FROM entry WHERE heat_id = $1 ORDER BY seed', [next.heats[0].id]);
    expect(entered.map(({ seed, linked }: { seed: number; linked: boolean }) => [seed, linked])).toEqual([1, 2, 3, 4, 5, 6].map((seed) => [seed, true]));
    expect(new Set(entered.map(({ start_number }: { start_number: number }) => start_number)).size).toBe(6);
  });

  it('undoes itself whole when it fails half-way', async () => {
    const edition = await confirmedPreliminaries();
    const [tier, next] = edition.tiers;
    const { digest } = await services.advancements.preview(organizer, tier.id);
    // A foreign entry in the second zone heat collides with one of those who advance.
    await exams.dataSource.query('INSERT INTO entry (id, heat_id, person_id, org_unit_id, start_number, alias) VALUES ($1, $2, $3, $4, 1, $5)', [newId(), next.heats[1].id, world.people[2][0], world.units[2], '甲 10']);
    await expect(services.advancements.advance(organizer, tier.id, { digest })).rejects.toThrow();
    expect((await reload(edition)).tiers[0].advancedAt).toBeNull();
    expect((await reload(edition)).tiers[1].heats.map(({ entries }) => entries)).toEqual([0, 1]);
    await exams.dataSource.query('DELETE FROM entry WHERE heat_id = $1', [next.heats[1].id]);
    await expect(services.advancements.advance(organizer, tier.id, { digest })).resolves.toMatchObject({ advanced: 12 });
  });
});

describe('the whole contest', () => {
  it('goes from the preliminaries to the winner', async () => {
    let edition = await confirmedPreliminaries();
    // The next exam is scheduled before anybody has advanced: its candidates follow.
    await services.tierExams.schedule(organizer, edition.tiers[1].id, windowOf());
    const zoneExam = (await reload(edition)).tiers[1].heats[0].stages[0].exam;
    expect(zoneExam?.state).toBe('draft');
    const first = await services.advancements.preview(organizer, edition.tiers[0].id);
    await services.advancements.advance(organizer, edition.tiers[0].id, first);
    await expect(exams.attempts.start(actorOf(world.people[0][0]), zoneExam?.id ?? '')).rejects.toMatchObject({ code: expect.stringMatching(/object.not_found|exam.not_ready/) });
    await work();
    edition = await reload(edition);
    expect(edition.tiers[1].heats.map(({ state }) => state)).toEqual(['running', 'running']);
    for (const heat of edition.tiers[1].heats) {
      for (const [index, { person }] of (await services.entries.list(organizer, heat.id)).entries()) await sit(heat, person.id, [6, 3, 2, 0, 0, 0][index]);
    }
    await work();
    await confirmAll(edition, 1);
    const [final] = edition.tiers[2].heats;
    const stageId = final.stages[0].id;
    const judges = world.guests.slice(0, 3);
    await services.panels.write(organizer, stageId, { judges: judges.map((personId, index) => ({ personId, seat: index + 1, chief: index === 0 })), criteria: [{ title: { zh: '总评' }, max: '100', step: '0.5' }], dropHigh: 1, dropLow: 1, seconds: null });
    const bench = judges.map((personId, index) => actorOf(personId, { assignments: [{ role: index === 0 ? 'chief_judge' as const : 'judge' as const, objectType: 'stage', objectId: stageId }] }));
    expect((await services.panels.get(bench[0], stageId)).performances).toEqual([]);
    await services.advancements.advance(organizer, edition.tiers[1].id, await services.advancements.preview(organizer, edition.tiers[1].id));
    await work();
    const { performances, criteria } = await services.panels.get(bench[0], stageId);
    expect(performances.map(({ startNumber }) => startNumber)).toEqual([1, 2, 3, 4]);
    for (const [index, { id: performanceId }] of performances.entries()) {
      await services.judging.callPerformance(bench[0], { commandId: newId(), performanceId, expectedVersion: 1 });
      for (const judge of bench) await services.judging.submitSheet(judge, { commandId: newId(), performanceId, expectedVersion: 0, marks: [{ criterionId: criteria[0].id, mark: String(80 + index) }], comment: '' });
      await services.judging.confirmPerformance(bench[0], { commandId: newId(), performanceId, expectedVersion: 5 });
    }
    await confirmAll(edition, 2);
    await expect(services.advancements.preview(organizer, edition.tiers[2].id)).resolves.toMatchObject({ ready: false, nextTierId: null, blockers: [{ code: 'tier.last' }] });
    expect((await services.boards.get(final.id)).rows.map(({ startNumber, total, rank }) => [startNumber, total, rank])).toEqual([[4, '83.00', 1], [3, '82.00', 2], [2, '81.00', 3], [1, '80.00', 4]]);
  });
});
