import type { Actor } from '#lib/identity';
import { newId, SeededRandom } from '#lib/kernel';
import type { DemoServices } from './demo-services.js';
import { idAt, type LoadedPeople } from './load-people.js';

const comments = ['研判快，警戒线设置到位；交接口令可更简短。', '程序规范，器材归位漏一项。', '口令清楚，衔接紧凑。', '安全意识强，收尾检查认真。', '报告要素齐全，时间掌握好。'];

/** Judges the whole stage as five experts would: the chief calls each performance, all score it, the chief confirms. */
export async function judgeStage({ judging, panels, transactions }: DemoServices, people: LoadedPeople, organizer: Actor, stageId: string, skill: (personId: string) => number): Promise<void> {
  const judges: Actor[] = [];
  for (const seat of [1, 2, 3, 4, 5]) judges.push(await people.actor(`judge${seat}`));
  const [chief] = judges;
  const random = new SeededRandom('kaosai demo final');
  const { performances, criteria } = await panels.get(organizer, stageId);
  const competitors = await transactions.reader.query<{ id: string; person_id: string }[]>('SELECT f.id, n.person_id FROM performance f JOIN entry n ON n.id = f.entry_id WHERE f.stage_id = $1', [stageId]);
  const personOf = new Map(competitors.map((row) => [row.id, row.person_id]));
  for (const { id, version, ordinal } of performances) {
    await judging.callPerformance(chief, { commandId: newId(), performanceId: id, expectedVersion: version });
    const level = skill(idAt(personOf, id));
    for (const judge of judges) {
      const marks = criteria.map((criterion) => ({ criterionId: criterion.id, mark: markOf(Number(criterion.max), level, random) }));
      await judging.submitSheet(judge, { commandId: newId(), performanceId: id, expectedVersion: 0, marks, comment: random.pick(comments) });
    }
    const scored = (await panels.get(organizer, stageId)).performances.find((performance) => performance.ordinal === ordinal);
    await judging.confirmPerformance(chief, { commandId: newId(), performanceId: id, expectedVersion: scored?.version ?? 0 });
  }
}

/** A mark in steps of a half, near the level. Whole halves are exact in a double. */
function markOf(max: number, level: number, random: SeededRandom): string {
  const halves = Math.round(max * 2 * level) + random.nextInt(5) - 2;
  return (Math.min(max * 2, Math.max(0, halves)) / 2).toString();
}
