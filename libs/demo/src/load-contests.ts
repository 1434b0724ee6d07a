import type { EditionView, TierView, Title } from '#lib/contracts';
import type { Actor } from '#lib/identity';
import { sha256Bytes } from '#lib/kernel';
import { chineseNumber, editionNumber, planEdition, planPanel } from './contest-plan.js';
import type { DemoServices } from './demo-services.js';
import { judgeStage } from './judge-final.js';
import type { LoadedBank } from './load-bank.js';
import type { LoadedPeople } from './load-people.js';
import { sitPastExam } from './sit-exam.js';

const day = 24 * 3600 * 1000;

interface Loading {
  services: DemoServices;
  people: LoadedPeople;
  bank: LoadedBank;
  organizer: Actor;
  now: Date;
}

/** Last year's contest, from the units' preliminaries to the awards, made by the product's own services. */
export async function loadFinishedContest(loading: Loading): Promise<EditionView> {
  const { services, people, bank, organizer, now } = loading;
  const year = now.getFullYear() - 1;
  const edition = await services.editions.create(organizer, planEdition(people, year, `${year}-12-05`, { unit: 2, zone: 2 }));
  for (const [unit, unitId] of people.unitIds.entries()) {
    const heat = edition.tiers[0].heats.find((one) => one.unit?.id === unitId);
    if (heat) await services.entries.enter(organizer, heat.id, { personIds: people.staffOf(unit).slice(0, 3).map(({ id }) => id) });
  }
  await services.followUp.run();
  const [unit, zone, system] = edition.tiers;
  await holdExam(loading, unit, 1, bank.openBook, new Date(Date.UTC(year, 9, 14, 1)), [bank.referenceId]);
  await advance(loading, unit);
  await holdExam(loading, zone, 1, bank.zone, new Date(Date.UTC(year, 10, 6, 1)), []);
  await advance(loading, zone);
  await holdFinal(loading, system, year);
  return services.awards.grant(organizer, edition.id);
}

async function holdFinal(loading: Loading, system: TierView, year: number): Promise<void> {
  const { services, people, bank, organizer } = loading;
  const [final] = system.heats;
  const judged = final.stages[1].id;
  await services.panels.write(organizer, judged, planPanel(people));
  await holdExam(loading, system, 1, bank.knowledge, new Date(Date.UTC(year, 11, 5, 1)), []);
  await judgeStage(services, people, organizer, judged, (personId) => 0.8 + skillOf(people, personId) / 8);
  await confirmAll(loading, system);
}

/** Schedules the exam of a tier in the past, has it sat, marked and released. */
async function holdExam({ services, people, organizer, now }: Loading, tier: TierView, stageOrdinal: number, paperId: string, opensAt: Date, referenceIds: string[]): Promise<void> {
  const { stages } = tier.heats[0];
  const view = await services.tierExams.schedule(organizer, tier.id, {
    stageOrdinal, title: examTitle(now.getFullYear() - 1, tier, stages[stageOrdinal - 1].title), paperId, referenceIds,
    mode: referenceIds.length > 0 ? 'open' : 'closed', opensAt: opensAt.toISOString(), lateUntil: new Date(opensAt.getTime() + 30 * 60_000).toISOString(), durationSeconds: 3600,
  });
  const exam = view.tiers.find(({ id }) => id === tier.id)?.heats[0].stages[stageOrdinal - 1].exam;
  if (!exam) throw new RangeError('The tier has no exam after scheduling it');
  await services.followUp.run();
  await sitPastExam(services.transactions, exam.id, opensAt, (personId) => skillOf(people, personId));
  await services.followUp.run();
  await services.exams.release(organizer, exam.id);
}

function examTitle(year: number, tier: TierView, stage: Title): Title {
  return { zh: `第${chineseNumber(editionNumber(year))}届${tier.title.zh}·${stage.zh}`, en: `${year} ${tier.title.en} · ${stage.en}` };
}

async function advance(loading: Loading, tier: TierView): Promise<void> {
  const { services, organizer } = loading;
  await confirmAll(loading, tier);
  const { digest } = await services.advancements.preview(organizer, tier.id);
  await services.advancements.advance(organizer, tier.id, { digest });
  await services.followUp.run();
}

async function confirmAll({ services, organizer }: Loading, tier: TierView): Promise<void> {
  for (const { id } of tier.heats) {
    const { heat } = await services.standings.get(organizer, id);
    const confirmed = await services.standings.confirm(organizer, id, heat.version);
    await services.standings.publish(organizer, id, confirmed.heat.version);
  }
}

/** This year's contest: everybody entered, the preliminaries' exam open since a minute ago, the final's panel set up. */
export async function loadComingContest(loading: Loading, competitionId: string): Promise<void> {
  const { services, people, bank, organizer, now } = loading;
  const finalOn = new Date(now.getTime() + 12 * day);
  const edition = await services.editions.create(organizer, planEdition(people, now.getFullYear(), finalOn.toISOString().slice(0, 10), { unit: 3, zone: 4 }, competitionId));
  for (const [unit, unitId] of people.unitIds.entries()) {
    const heat = edition.tiers[0].heats.find((one) => one.unit?.id === unitId);
    if (heat) await services.entries.enter(organizer, heat.id, { personIds: people.staffOf(unit).slice(0, 6).map(({ id }) => id) });
  }
  await services.followUp.run();
  await services.tierExams.schedule(organizer, edition.tiers[0].id, {
    stageOrdinal: 1, title: examTitle(now.getFullYear(), edition.tiers[0], edition.tiers[0].heats[0].stages[0].title), paperId: bank.openBook, referenceIds: [bank.referenceId], mode: 'open', durationSeconds: 3600,
    opensAt: new Date(now.getTime() - 60_000).toISOString(), lateUntil: new Date(now.getTime() + 7 * day).toISOString(),
  });
  await services.panels.write(organizer, edition.tiers[2].heats[0].stages[1].id, planPanel(people));
  await services.followUp.run();
}

/** An exam of its own, two days ahead: what a candidate and an organizer see before it opens. */
export async function loadComingExam({ services, people, bank, organizer, now }: Loading): Promise<void> {
  const opensAt = new Date(Math.ceil((now.getTime() + 2 * day) / 3_600_000) * 3_600_000);
  const exam = await services.exams.create(organizer, {
    orgUnitId: people.systemId, title: { zh: '综合知识季度考核', en: 'Quarterly assessment' }, paperId: bank.knowledge, referenceIds: [], mode: 'closed', passMark: '60',
    opensAt: opensAt.toISOString(), lateUntil: new Date(opensAt.getTime() + 30 * 60_000).toISOString(), durationSeconds: 5400,
  });
  const personIds = [people.personId('contestant1'), people.personId('contestant2'), ...people.staffOf(0).slice(0, 10).map(({ id }) => id)];
  await services.candidateLists.addPeople(organizer, exam.id, { personIds });
  await services.exams.prepare(organizer, exam.id);
  await services.followUp.run();
}

/** From 0.55 to 0.95, always the same for the same person of the demo; one of the printed contestants is good enough for the final. */
function skillOf({ people }: LoadedPeople, personId: string): number {
  const username = people.find(({ id }) => id === personId)?.username ?? '';
  return username === 'contestant2' ? 0.97 : 0.55 + (sha256Bytes(username)[0] / 255) * 0.4;
}
