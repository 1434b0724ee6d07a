import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { revisionOf } from '#lib/database';
import { Decimal, SeededRandom } from '#lib/kernel';
import { actorOf, type ContestWorld, makeContestWorld, threeTiers } from '../../../test/fixtures/contest-world.js';
import { type ServiceHost, startServiceHost } from '../../../test/fixtures/service-host.js';
import { Awards, Boards, computeStanding, Editions, Entries, Explanations, loadHeat, readHeatInput, recordStageResults, recomputeStanding, Standings, type StageResultWrite } from './index.js';

jest.setTimeout(60_000);

let host: ServiceHost;
let world: ContestWorld;
let editions: Editions;
let entries: Entries;
let standings: Standings;
let boards: Boards;
let explanations: Explanations;
let awards: Awards;

beforeAll(async () => {
  host = await startServiceHost();
  world = await makeContestWorld(host.source.manager);
  [editions, entries, standings, boards, explanations, awards] = [new Editions(host.transactions), new Entries(host.transactions), new Standings(host.transactions), new Boards(host.transactions), new Explanations(host.transactions), new Awards(host.transactions)];
});
afterAll(() => host.stop());

const scored = (entryId: string, mark: string, submittedAt = '2026-11-23T06:00:00.000Z'): StageResultWrite => ({ entryId, state: 'scored', exact: Decimal.of(mark), detail: { mark, marks: '100', submittedAt } });
const record = (stageId: string, results: StageResultWrite[]): Promise<void> => host.transactions.run((manager) => recordStageResults(manager, stageId, results));

async function makeUnitHeat(people = 5) {
  const edition = await editions.create(world.organizer, threeTiers(world));
  const [heat] = edition.tiers[0].heats;
  const entered = await entries.enter(world.organizer, heat.id, { personIds: world.people[0].slice(0, people) });
  return { edition, heat, stageId: heat.stages[0].id, entered };
}

describe('an edition', () => {
  it('has one heat per unit, one per zone with such a unit, and one final, each linked to the next', async () => {
    const edition = await editions.create(world.organizer, threeTiers(world, { unitIds: world.units.slice(0, 3) }));
    const [unit, zone, final] = edition.tiers.map(({ heats }) => heats);
    expect(unit.map(({ title, host, nextHeatId }) => [title.zh, host.id, nextHeatId])).toEqual([
      ['u1分局初赛', world.units[0], zone[0].id], ['u2分局初赛', world.units[1], zone[0].id], ['u3分局初赛', world.units[2], zone[1].id]]);
    expect(zone.map(({ title, host, nextHeatId }) => [title.zh, host.id, nextHeatId])).toEqual([['第一片区预赛', world.units[0], final[0].id], ['第二片区预赛', world.units[2], final[0].id]]);
    expect(final).toMatchObject([{ state: 'setup', nextHeatId: null, entries: 0, stages: [{ kind: 'judged', weight: '100' }] }]);
  });

  it('is refused for units outside the plan, without them, or outside the own scope', async () => {
    await expect(editions.create(world.organizer, threeTiers(world, { unitIds: [world.rootId] }))).rejects.toThrow('edition.units_invalid');
    await expect(editions.create(world.organizer, threeTiers(world, { unitIds: [] }))).rejects.toThrow('edition.units_invalid');
    await expect(editions.create(world.unitOrganizer, threeTiers(world))).rejects.toThrow('object.not_found');
  });

  it('is listed for those whose unit takes part, and for nobody else', async () => {
    const { edition } = await makeUnitHeat();
    expect((await editions.list(world.unitOrganizer, {})).items.map(({ id }) => id)).toContain(edition.id);
    const stranger = actorOf(world.guests[0], { grants: [{ role: 'organizer', path: 'elsewhere' }] });
    expect((await editions.list(stranger, {})).items).toEqual([]);
    await expect(editions.get(stranger, edition.id)).rejects.toThrow('object.not_found');
  });
});

describe('entries', () => {
  it('carry the unit of the day, start numbers in order and aliases of their own', async () => {
    const { entered } = await makeUnitHeat();
    expect(entered.map(({ startNumber, unit }) => [startNumber, unit.id])).toEqual([1, 2, 3, 4, 5].map((n) => [n, world.units[0]]));
    expect(new Set(entered.map(({ alias }) => alias)).size).toBe(5);
  });

  it('come from the heat’s own unit, once, into the first tier only', async () => {
    const { edition, heat } = await makeUnitHeat();
    await expect(entries.enter(world.organizer, heat.id, { personIds: [world.people[1][0], world.people[0][7]] })).rejects.toMatchObject({ code: 'entry.wrong_unit', params: { count: 1 } });
    await expect(entries.enter(world.organizer, heat.id, { personIds: [world.people[0][0]] })).rejects.toMatchObject({ code: 'entry.duplicate' });
    await expect(entries.enter(world.organizer, edition.tiers[1].heats[0].id, { personIds: [world.people[0][7]] })).rejects.toMatchObject({ code: 'heat.fed_by_tier' });
    const other = actorOf(world.guests[0], { grants: [{ role: 'organizer', path: `${world.root}.u2` }] });
    await expect(entries.list(other, heat.id)).rejects.toThrow('object.not_found');
  });
});

describe('a standing', () => {
  it('moves with every result and turns provisional with the last one', async () => {
    const { heat, stageId, entered: [a, b, c, d, e] } = await makeUnitHeat();
    await record(stageId, [scored(a.id, '90'), scored(b.id, '80')]);
    expect((await standings.get(world.organizer, heat.id)).heat.state).toBe('running');
    await record(stageId, [scored(c.id, '85'), scored(d.id, '80', '2026-11-23T05:00:00.000Z'), { entryId: e.id, state: 'absent', exact: null }]);
    const view = await standings.get(world.organizer, heat.id);
    expect(view.heat.state).toBe('provisional');
    expect(view.rows.map(({ startNumber, rank, total, moved, advance }) => [startNumber, rank, total, moved, advance])).toEqual([
      [1, 1, '90.00', 0, 'advances'], [3, 2, '85.00', 0, 'advances'], [4, 3, '80.00', 0, 'advances'], [2, 4, '80.00', -2, 'reserve'], [5, null, null, 0, 'out']]);
    expect(view.cut).toEqual({ quota: 3, afterRank: 3, tieAcrossCut: false });
  });

  it('is confirmed only as it was seen, complete, and is frozen from then on', async () => {
    const { heat, stageId, entered } = await makeUnitHeat(2);
    await record(stageId, [scored(entered[0].id, '90')]);
    const seen = await standings.get(world.organizer, heat.id);
    await expect(standings.confirm(world.organizer, heat.id, seen.heat.version)).rejects.toMatchObject({ code: 'heat.results_missing', params: { count: 1 } });
    await record(stageId, [scored(entered[1].id, '95')]);
    await expect(standings.confirm(world.organizer, heat.id, seen.heat.version)).rejects.toMatchObject({ code: 'version.stale' });
    const { heat: { version } } = await standings.get(world.organizer, heat.id);
    const confirmed = await standings.confirm(world.organizer, heat.id, version);
    expect(confirmed.heat.state).toBe('confirmed');
    expect((await standings.confirm(world.organizer, heat.id, version)).heat.version).toBe(confirmed.heat.version);
    await expect(record(stageId, [scored(entered[0].id, '99')])).rejects.toMatchObject({ code: 'heat.frozen' });
    await expect(entries.withdraw(world.organizer, entered[0].id)).rejects.toMatchObject({ code: 'heat.frozen' });
    await expect(boards.get(heat.id)).rejects.toThrow('object.not_found');
    expect((await standings.publish(world.organizer, heat.id, confirmed.heat.version)).heat.state).toBe('published');
    expect((await boards.get(heat.id)).rows.map(({ name, total }) => [name, total])).toEqual([['选手11', '95.00'], ['选手10', '90.00']]);
  });

  it('waits for the decision of a tie across the cut line, which a new result undoes', async () => {
    const [unit, ...others] = threeTiers(world).tiers;
    const edition = await editions.create(world.organizer, threeTiers(world, { tiers: [{ ...unit, rule: { ...unit.rule, quotaPerHeat: 1, tieBreaks: [], tieAtCut: 'chief_decides' } }, ...others] }));
    const [heat] = edition.tiers[0].heats;
    const [a, b] = await entries.enter(world.organizer, heat.id, { personIds: world.people[0].slice(0, 2) });
    await record(heat.stages[0].id, [scored(a.id, '80'), scored(b.id, '80')]);
    const seen = await standings.get(world.organizer, heat.id);
    expect(seen.rows.map(({ advance, tiedAtCut }) => [advance, tiedAtCut])).toEqual([['pending', true], ['pending', true]]);
    const decide = (entryIds: string[], version: number) => standings.decideTie(world.organizer, heat.id, version, { entryIds, reason: '加赛' });
    await expect(decide([a.id, b.id], seen.heat.version)).rejects.toMatchObject({ code: 'request.invalid', errors: [{ path: 'entryIds', code: 'tie.wrong_count' }] });
    await expect(decide([b.id], seen.heat.version - 1)).rejects.toMatchObject({ code: 'version.stale' });
    const decided = await decide([b.id], seen.heat.version);
    expect(decided.rows.map(({ entryId, advance }) => [entryId, advance])).toEqual([[a.id, 'reserve'], [b.id, 'advances']]);
    expect((await explanations.get(world.organizer, heat.id, a.id)).verified).toBe(true);
    await record(heat.stages[0].id, [scored(a.id, '80', '2026-11-23T04:00:00.000Z')]);
    expect((await standings.get(world.organizer, heat.id)).rows.map(({ advance }) => advance)).toEqual(['pending', 'pending']);
    await record(heat.stages[0].id, [scored(a.id, '70')]);
    const { heat: { version } } = await standings.get(world.organizer, heat.id);
    await expect(decide([a.id], version)).rejects.toMatchObject({ code: 'tie.none' });
  });

  it('equals a full recomputation after each of many random events', async () => {
    const { heat, stageId, entered } = await makeUnitHeat(10);
    const random = new SeededRandom('events');
    for (let event = 0; event < 60; event += 1) {
      const entry = random.pick(entered);
      await record(stageId, [random.nextInt(8) === 0 ? { entryId: entry.id, state: 'absent', exact: null } : scored(entry.id, String(random.nextInt(12) * 5))]);
      const input = await readHeatInput(host.source.manager, await loadHeat(host.source.manager, heat.id));
      const stored = (await standings.get(world.organizer, heat.id)).rows.map(({ entryId, rank, total, advance, reserve }) => ({ entryId, rank, total, advance, reserve }));
      const computed = computeStanding(input).rows.map(({ entryId, rank, total, advance, reserve }) => ({ entryId, rank, total, advance, reserve }));
      const byId = (x: { entryId: string }, y: { entryId: string }): number => (x.entryId < y.entryId ? -1 : 1);
      expect(stored.sort(byId)).toEqual(computed.sort(byId));
    }
  });

  it('raises the revisions of heat, board and edition, and loses no result of many at once', async () => {
    const { edition, heat, stageId, entered } = await makeUnitHeat(10);
    const before = await revisionOf(host.source.manager, `board:${heat.id}`);
    await Promise.all(entered.map((entry, index) => record(stageId, [scored(entry.id, String(50 + index))])));
    const { rows, revision } = await standings.get(world.organizer, heat.id);
    expect(rows.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(await revisionOf(host.source.manager, `board:${heat.id}`)).toBe(before + 10);
    expect(revision).toBe(await revisionOf(host.source.manager, `heat:${heat.id}`));
    expect((await editions.get(world.organizer, edition.id)).revision).toBeGreaterThan(10);
  });
});

describe('an explanation', () => {
  it('shows the tie-break that decided and verifies itself; a stored figure that was tampered with does not verify', async () => {
    const { heat, stageId, entered: [a, b] } = await makeUnitHeat(2);
    await record(stageId, [scored(a.id, '80'), scored(b.id, '80', '2026-11-23T05:00:00.000Z')]);
    const explanation = await explanations.get(world.organizer, heat.id, a.id);
    expect(explanation).toMatchObject({ verified: true, entry: { rank: 2, total: '80.00' }, other: { id: b.id, rank: 1 } });
    expect(explanation.steps.map(({ key, own, other, outcome }) => [key, own, other, outcome])).toEqual([
      ['total', '80.00', '80.00', 'equal'], ['submitted_at', '2026-11-23T06:00:00.000Z', '2026-11-23T05:00:00.000Z', 'decided']]);
    expect(explanation.stages).toMatchObject([{ score: '80.00', contribution: '80.00', exam: { mark: '80', marks: '100' }, judges: null }]);
    await host.source.query('UPDATE standing SET total = 81 WHERE entry_id = $1', [a.id]);
    expect((await explanations.get(world.organizer, heat.id, a.id)).verified).toBe(false);
  });

  it('opens to the own person once confirmed and to anyone once published', async () => {
    const { heat, stageId, entered: [a, b] } = await makeUnitHeat(2);
    await record(stageId, [scored(a.id, '70'), scored(b.id, '60')]);
    const own = actorOf(a.person.id);
    await expect(explanations.get(own, heat.id, a.id)).rejects.toThrow('object.not_found');
    const { heat: { version } } = await standings.get(world.organizer, heat.id);
    const confirmed = await standings.confirm(world.organizer, heat.id, version);
    expect(await explanations.get(own, heat.id, a.id)).toMatchObject({ verified: true, other: null, steps: [] });
    await expect(explanations.get(own, heat.id, b.id)).rejects.toThrow('object.not_found');
    await expect(explanations.getPublic(heat.id, 1)).rejects.toThrow('object.not_found');
    await standings.publish(world.organizer, heat.id, confirmed.heat.version);
    expect(await explanations.getPublic(heat.id, 1)).toMatchObject({ other: { id: b.id } });
  });
});

describe('awards', () => {
  it('name the winner, outstanding individuals and winning units of the confirmed final, once', async () => {
    const edition = await editions.create(world.organizer, threeTiers(world, { tiers: [{ ...threeTiers(world).tiers[0], kind: 'system', rule: { ...threeTiers(world).tiers[0].rule, quotaPerHeat: null } }] }));
    const [heat] = edition.tiers[0].heats;
    const entered = await entries.enter(world.organizer, heat.id, { personIds: world.people.flatMap((people) => people.slice(0, 2)) });
    await record(heat.stages[0].id, entered.map(({ id }, index) => scored(id, String(99 - index))));
    await expect(awards.grant(world.organizer, edition.id)).rejects.toMatchObject({ code: 'heat.not_confirmed' });
    const { heat: { version } } = await standings.get(world.organizer, heat.id);
    await standings.confirm(world.organizer, heat.id, version);
    const [first, second] = await Promise.all([awards.grant(world.organizer, edition.id), awards.grant(world.organizer, edition.id)]);
    expect(second.awards).toEqual(first.awards);
    expect(first.state).toBe('finished');
    expect(first.awards.map(({ kind, place, value, person, unit }) => [kind, place, value, person?.name ?? unit.code])).toEqual([
      ['winner', 1, '99', '选手10'], ['winning_unit', 1, '197', `${world.root}-u1`], ['winning_unit', 2, '193', `${world.root}-u2`],
      ['outstanding_individual', 2, '98', '选手11'], ['outstanding_individual', 3, '97', '选手20'], ['outstanding_individual', 4, '96', '选手21'], ['outstanding_individual', 5, '95', '选手30'], ['outstanding_individual', 6, '94', '选手31']]);
    await expect(host.transactions.run((manager) => recomputeStanding(manager, heat.id))).resolves.toMatchObject({ complete: true });
  });
});
