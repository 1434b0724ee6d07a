import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CandidateQuestion, EditionView, OperationView, Page, PaperView, PersonView, QuestionImportView, QuestionListItem, QuestionView, ReferenceListItem, ReferenceView, TierRule, WriteEdition, ZonePlanView } from '#lib/contracts';
import { newId, SeededRandom } from '#lib/kernel';
import { ApiClient } from '../support/api-client.js';
import type { Player } from './ledger.js';
import type { Options } from './options.js';
import { inParallel, persist } from './patience.js';
import { say, show } from './progress.js';

const subject = '模拟竞赛';
/** People a unit sends at most; the demo's units have fourteen. */
const perUnit = 10;

/** What the contest is made of. */
export interface Contest {
  options: Options;
  organizer: ApiClient;
  random: SeededRandom;
  players: Player[];
  edition: EditionView;
  paperId: string;
  referenceId: string;
  /** Keys by question version, as the bank tells its organizer. */
  questions: Map<string, QuestionView>;
  paper: PaperView;
}

/** What single exams are made of. */
export type Hall = Pick<Contest, 'options' | 'organizer' | 'random' | 'paperId' | 'paper' | 'questions'> & { orgUnitId: string };

export const rule: TierRule = { quotaPerHeat: 3, tieAtCut: 'include_all', reserves: 1, rankStyle: '1224', tieBreaks: [{ kind: 'submitted_at', direction: 'asc' }], scale: 2, figures: 'published' };

/** From signing in to an edition with everybody entered. */
export async function setUp(options: Options, root: string): Promise<Contest> {
  const hall = await openBank(options, root);
  const { random, organizer, orgUnitId, questions, paper } = hall;
  const referenceId = await findReference(organizer, orgUnitId);
  const { zonePlan, unitIds, people } = await choosePeople(options, organizer, random);
  say(`选出 ${unitIds.length} 个单位 ${people.length} 人`, `${people.length} people of ${unitIds.length} units`);
  const edition = await createEdition(organizer, orgUnitId, zonePlan.id, unitIds);
  for (const heat of edition.tiers[0].heats) {
    const personIds = people.filter(({ unit }) => unit?.id === heat.unit?.id).map(({ id }) => id);
    const key = newId();
    await persist(() => organizer.post(`/heats/${heat.id}/entries`, { personIds }, { idempotencyKey: key }));
  }
  say(`已建届次“${edition.title.zh}”并报名`, 'the edition is made and everybody entered');
  let done = 0;
  const players = await inParallel(people, 8, async ({ id, name, unit, account }): Promise<Player> => {
    const client = await signIn(options, account?.username ?? '');
    show('选手登录', 'contestants sign in', done += 1, people.length);
    return { personId: id, name, unitId: unit?.id ?? '', client, skill: 0.45 + random.nextInt(50) / 100 };
  });
  return { options, organizer, random, players, edition, paperId: paper.id, referenceId, questions, paper };
}

/** A paper and people for exams that belong to no contest. */
export async function setUpHall(options: Options, root: string): Promise<{ hall: Hall; people: PersonView[] }> {
  const hall = await openBank(options, root);
  const { people } = await choosePeople(options, hall.organizer, hall.random);
  return { hall, people };
}

/** The organizer with questions in the bank and a published paper. */
async function openBank(options: Options, root: string): Promise<Hall> {
  const random = new SeededRandom(options.seed);
  const organizer = await signIn(options, options.organizer);
  const orgUnitId = organizer.session?.grants.find(({ role }) => role === 'organizer')?.orgUnit.id;
  if (!orgUnitId) throw new Error(`${options.organizer} 不是组织者 · is no organizer`);
  const questions = await importQuestions(organizer, orgUnitId, join(root, 'test', 'simulate', 'questions.csv'));
  const paper = await buildPaper(organizer, orgUnitId, questions);
  return { options, organizer, random, paperId: paper.id, paper, questions, orgUnitId };
}

/** A demo account at the door. */
export async function signIn({ url, password }: Options, username: string): Promise<ApiClient> {
  return persist(() => ApiClient.signedIn(url, username, password));
}

async function importQuestions(organizer: ApiClient, orgUnitId: string, file: string): Promise<Map<string, QuestionView>> {
  const form = new FormData();
  form.append('file', new Blob([readFileSync(file)], { type: 'text/csv' }), 'questions.csv');
  const upload = await persist(() => organizer.post<QuestionImportView>('/question-imports', form));
  if (upload.rows.bad > 0) throw new Error(`题库文件有 ${upload.rows.bad} 行不对 · bad rows: ${JSON.stringify(upload.problems.slice(0, 3))}`);
  if (upload.rows.good > 0) {
    const key = newId();
    const operation = await persist(() => organizer.post<OperationView>(`/question-imports/${upload.id}/commit`, { rows: 'all', subject, orgUnitId, state: 'published' }, { idempotencyKey: key }));
    const end = await persist(() => organizer.finished(operation));
    if (end.state !== 'succeeded') throw new Error(`导入失败 · the import ${end.state}: ${JSON.stringify(end.problem)}`);
  } else {
    await persist(() => organizer.delete(`/question-imports/${upload.id}`));
  }
  const list = await persist(() => organizer.get<Page<QuestionListItem>>(`/questions?subject=${encodeURIComponent(subject)}&state=published&limit=200`));
  const views = await inParallel(list.items, 6, ({ id }) => persist(() => organizer.get<QuestionView>(`/questions/${id}`)));
  say(`导入试题 ${upload.rows.good} 道，题库可用 ${views.length} 道`, `${upload.rows.good} questions imported, ${views.length} in the bank`);
  return new Map(views.map((view) => [view.versionId, view]));
}

async function buildPaper(organizer: ApiClient, orgUnitId: string, questions: ReadonlyMap<string, QuestionView>): Promise<PaperView> {
  const marks = { single: '3', multiple: '4', true_false: '2' } as const;
  const titles = { single: '单选题', multiple: '多选题', true_false: '判断题' } as const;
  const ordered = [...questions.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  const sections = (['single', 'multiple', 'true_false'] as const).map((kind) => ({
    title: { zh: titles[kind] },
    slots: ordered.filter((question) => question.kind === kind).map(({ versionId }, index) => ({ slot: `${kind}-${index + 1}`, questionVersionId: versionId, marks: marks[kind], scoring: 'partial_per_right' as const })),
  })).filter(({ slots }) => slots.length > 0);
  const keys = [newId(), newId()];
  const draft = await persist(() => organizer.post<PaperView>('/papers', { orgUnitId, title: { zh: '模拟竞赛试卷', en: 'Simulation paper' }, sections, shuffleQuestions: true, shuffleOptions: true }, { idempotencyKey: keys[0] }));
  const paper = await persist(async () => {
    const present = await organizer.get<PaperView>(`/papers/${draft.id}`);
    return present.state === 'published' ? present : organizer.post<PaperView>(`/papers/${draft.id}/publish`, {}, { ifMatch: present.version, idempotencyKey: keys[1] });
  });
  say(`组卷：${paper.questions} 题，满分 ${paper.totalMarks}`, `a paper of ${paper.questions} questions, ${paper.totalMarks} marks`);
  return paper;
}

async function findReference(organizer: ApiClient, orgUnitId: string): Promise<string> {
  const { items: [known] } = await persist(() => organizer.get<Page<ReferenceListItem>>('/references?limit=1'));
  if (known) return known.id;
  const key = newId();
  const text = '第一章 总则\n第一条 为规范现场工作，制定本规程。\n第二条 现场工作人员应当持证上岗。\n第二章 报告\n第三条 发现险情，应当立即报告并保护现场。';
  return (await persist(() => organizer.post<ReferenceView>('/references', { orgUnitId, title: { zh: '现场工作规程（模拟）', en: 'Field rules (simulation)' }, text }, { idempotencyKey: key }))).id;
}

/** Units from all zones in turn, so that every zone heat has somebody; of each its people who have an account of their own. */
async function choosePeople(options: Options, organizer: ApiClient, random: SeededRandom): Promise<{ zonePlan: ZonePlanView; unitIds: string[]; people: PersonView[] }> {
  const [zonePlan] = await persist(() => organizer.get<ZonePlanView[]>('/zone-plans'));
  if (!zonePlan) throw new Error('没有分组方案 · there is no zone plan; start the server with its demo data');
  const longest = Math.max(...zonePlan.zones.map(({ units }) => units.length));
  const inTurn = Array.from({ length: longest }, (_, at) => zonePlan.zones.flatMap(({ units }) => units[at] ?? [])).flat();
  const wanted = Math.max(2, Math.ceil(options.candidates / perUnit));
  const unitIds: string[] = [];
  const pools: PersonView[][] = [];
  for (const { id } of inTurn) {
    if (unitIds.length >= wanted) break;
    const page = await persist(() => organizer.get<Page<PersonView>>(`/people?orgUnitId=${id}&limit=200`));
    const pool = page.items.filter(({ account, staffNumber }) => account && !account.disabled && account.username === staffNumber);
    if (pool.length === 0) continue;
    unitIds.push(id);
    pools.push(random.shuffle(pool));
  }
  const people: PersonView[] = [];
  for (let turn = 0; people.length < options.candidates && pools.some((pool) => pool.length > turn); turn += 1) {
    for (const pool of pools) if (pool[turn] && people.length < options.candidates) people.push(pool[turn]);
  }
  if (people.length < options.candidates) say(`只有 ${people.length} 人可用`, `only ${people.length} people are there`);
  return { zonePlan, unitIds, people };
}

async function createEdition(organizer: ApiClient, orgUnitId: string, zonePlanId: string, unitIds: string[]): Promise<EditionView> {
  const key = newId();
  const exam = [{ kind: 'exam' as const, title: { zh: '笔试', en: 'Written exam' }, weight: '100' }];
  const { now } = await persist(() => organizer.get<{ now: string }>('/clock'));
  const edition: WriteEdition = {
    orgUnitId, zonePlanId, unitIds, year: Number(now.slice(0, 4)), title: { zh: `模拟竞赛 ${now.slice(5, 16).replace('T', ' ')}`, en: `Simulated contest ${now.slice(5, 16).replace('T', ' ')}` }, jobField: { zh: '安全与应急', en: 'Safety' },
    tiers: [
      { kind: 'unit', title: { zh: '初赛', en: 'Preliminary' }, rule, stages: exam },
      { kind: 'zone', title: { zh: '预赛', en: 'Heat' }, rule: { ...rule, quotaPerHeat: 2 }, stages: exam },
      { kind: 'system', title: { zh: '决赛', en: 'Final' }, rule: { ...rule, quotaPerHeat: null, reserves: 0, tieBreaks: [] }, stages: [{ kind: 'judged', title: { zh: '现场处置实操', en: 'Practical' }, weight: '100' }] },
    ],
  };
  return persist(() => organizer.post<EditionView>('/editions', edition, { idempotencyKey: key }));
}

/** The answer of somebody of this skill, sometimes after another one; now and then none at all. */
export function choose(question: CandidateQuestion, questions: ReadonlyMap<string, QuestionView>, skill: number, random: SeededRandom): { slot: string; chosen: string[]; meant: string[] }[] {
  const known = [...questions.values()].find(({ content }) => content.html === question.html);
  if (!known) throw new Error(`题目不在题库中 · a question that is not in the bank: ${question.slot}`);
  if (!('options' in question) || !('options' in known.content) || !('correct' in known.key)) return [];
  const { content: { options }, key: { correct } } = known;
  // The form has its own names; what they stand for is found by what they say.
  const shownAs = new Map(options.map(({ id, html }) => [id, question.options.find((shown) => shown.html === html)?.id ?? '']));
  const choice = (meant: string[]): { slot: string; chosen: string[]; meant: string[] } => ({ slot: question.slot, chosen: meant.map((id) => shownAs.get(id) ?? '').sort(), meant });
  const wrong = [random.pick(options.map(({ id }) => id).filter((id) => !correct.includes(id)))];
  const right = [...correct].sort();
  const final = random.nextInt(100) < skill * 100 ? right : right.length > 2 && random.nextInt(2) === 0 ? right.slice(1) : wrong;
  if (random.nextInt(25) === 0) return [];
  return [...(random.nextInt(4) === 0 ? [choice(wrong)] : []), choice(final)];
}
