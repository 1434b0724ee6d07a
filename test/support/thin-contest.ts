import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type {
  AdvancementPreview, AttemptView, ChiefView, EditionView, ExamView, HeatSummary, JudgingView, MyExamItem, OperationView, Page, PaperView, QuestionImportView,
  QuestionListItem, ReferenceListItem, SaveAnswer, StandingView, SubmissionView, TierView, WriteEdition, ZonePlanView, OrgUnitView,
} from '#lib/contracts';
import { newId } from '#lib/kernel';
import { ApiClient, eventually, type LiveSocket } from './api-client.js';

export const demoPassword = 'kaosai-demo';
const fixture = new URL('../../libs/question-bank/fixtures/safety-questions.csv', import.meta.url);
const minutes = 60_000;

/** The people of a small contest over two units: one contestant each, five judges, the organizer. */
export interface Cast {
  organizer: ApiClient;
  contestants: ApiClient[];
  judges: ApiClient[];
}

export async function gather(baseUrl: string): Promise<Cast> {
  const signIn = (name: string) => ApiClient.signedIn(baseUrl, name, demoPassword);
  return {
    organizer: await signIn('organizer'),
    contestants: await Promise.all(['contestant1', 'contestant2'].map(signIn)),
    judges: await Promise.all(['judge1', 'judge2', 'judge3', 'judge4', 'judge5'].map(signIn)),
  };
}

const personOf = ({ session }: ApiClient) => session!.person;

/** Uploads a file as users bring it, takes the proposed mapping and imports its good rows. Answers the ids of the new versions. */
export async function importQuestions(organizer: ApiClient): Promise<QuestionListItem[]> {
  const form = new FormData();
  form.append('file', new Blob([readFileSync(fixture)], { type: 'text/csv' }), 'safety-questions.csv');
  const dryRun = await organizer.post<QuestionImportView>('/question-imports', form);
  const [system] = await organizer.get<OrgUnitView[]>('/org-units');
  const before = new Set((await allQuestions(organizer)).map(({ id }) => id));
  const operation = await organizer.post<OperationView>(`/question-imports/${dryRun.id}/commit`, { rows: 'good', orgUnitId: system.id, state: 'published' });
  const done = await organizer.finished(operation);
  if (done.state !== 'succeeded') throw new Error(`import ${done.state}: ${done.problem?.code}`);
  return (await allQuestions(organizer)).filter(({ id }) => !before.has(id));
}

async function allQuestions(organizer: ApiClient): Promise<QuestionListItem[]> {
  const items: QuestionListItem[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<QuestionListItem> = await organizer.get(`/questions?limit=200${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return items;
}

export async function publishPaper(organizer: ApiClient, questions: readonly QuestionListItem[], title: string): Promise<PaperView> {
  const slots = questions.map(({ versionId }, index) => ({ slot: `q${index + 1}`, questionVersionId: versionId, marks: '2', scoring: 'all_or_nothing' as const }));
  const [system] = await organizer.get<OrgUnitView[]>('/org-units');
  const paper = await organizer.post<PaperView>('/papers', { orgUnitId: system.id, title: { zh: title }, sections: [{ title: { zh: '一、选择' }, slots }], shuffleQuestions: true, shuffleOptions: true });
  return organizer.post<PaperView>(`/papers/${paper.id}/publish`, {}, { ifMatch: paper.version });
}

/** An edition over the contestants' units: a written preliminary, a written zone heat, a judged final. */
export async function createEdition({ organizer, contestants }: Cast): Promise<EditionView> {
  const [system] = await organizer.get<OrgUnitView[]>('/org-units');
  const [plan] = await organizer.get<ZonePlanView[]>('/zone-plans');
  const rule = (quotaPerHeat: number | null): WriteEdition['tiers'][number]['rule'] => ({
    quotaPerHeat, tieAtCut: 'include_all', reserves: 1, rankStyle: '1224', tieBreaks: [{ kind: 'submitted_at', direction: 'asc' }], scale: 2, figures: 'published',
  });
  const written = [{ kind: 'exam' as const, title: { zh: '笔试' }, weight: '100' }];
  const edition: WriteEdition = {
    orgUnitId: system.id, title: { zh: `走线竞赛 ${newId().slice(-6)}`, en: 'Thin line' }, year: 2026, zonePlanId: plan.id, unitIds: contestants.map((contestant) => personOf(contestant).unit!.id),
    tiers: [
      { kind: 'unit', title: { zh: '初赛' }, rule: rule(1), stages: written },
      { kind: 'zone', title: { zh: '预赛' }, rule: rule(2), stages: written },
      { kind: 'system', title: { zh: '决赛' }, rule: { ...rule(null), tieBreaks: [] }, stages: [{ kind: 'judged', title: { zh: '实操' }, weight: '100' }] },
    ],
  };
  const made = await organizer.post<EditionView>('/editions', edition, { idempotencyKey: newId() });
  for (const heat of made.tiers[0].heats) {
    const own = contestants.filter((contestant) => personOf(contestant).unit!.id === heat.unit?.id).map((contestant) => personOf(contestant).id);
    await organizer.post(`/heats/${heat.id}/entries`, { personIds: own });
  }
  return made;
}

/** An edition of two written tiers, units and final; two go on from each unit, and a tie at the cut line is decided by hand. `home` are those of the first unit. */
export async function createShortEdition({ organizer, contestants }: Cast, home: readonly string[]): Promise<EditionView> {
  const [system] = await organizer.get<OrgUnitView[]>('/org-units');
  const [plan] = await organizer.get<ZonePlanView[]>('/zone-plans');
  const [first, second] = contestants.map((contestant) => personOf(contestant));
  const rule: WriteEdition['tiers'][number]['rule'] = { quotaPerHeat: 2, tieAtCut: 'chief_decides', reserves: 1, rankStyle: '1224', tieBreaks: [], scale: 2, figures: 'published' };
  const stages = [{ kind: 'exam' as const, title: { zh: '笔试' }, weight: '100' }];
  const edition: WriteEdition = {
    orgUnitId: system.id, title: { zh: `两级竞赛 ${newId().slice(-6)}` }, year: 2026, zonePlanId: plan.id, unitIds: [first.unit!.id, second.unit!.id],
    tiers: [{ kind: 'unit', title: { zh: '初赛' }, rule, stages }, { kind: 'system', title: { zh: '决赛' }, rule: { ...rule, quotaPerHeat: null, reserves: 0 }, stages }],
  };
  const made = await organizer.post<EditionView>('/editions', edition, { idempotencyKey: newId() });
  for (const { id, unit } of made.tiers[0].heats) await organizer.post(`/heats/${id}/entries`, { personIds: unit?.id === first.unit!.id ? home : [second.id] });
  return made;
}

/** Schedules the tier's exam and waits until every form is drawn. */
export async function scheduleExam(organizer: ApiClient, tier: TierView, paper: PaperView, referenceIds: string[]): Promise<ExamView> {
  const now = Date.parse((await organizer.get<{ now: string }>('/clock')).now);
  const edition = await organizer.post<EditionView>(`/tiers/${tier.id}/exam`, {
    stageOrdinal: 1, title: { zh: `${tier.title.zh}·开卷笔试` }, paperId: paper.id, mode: 'open',
    opensAt: new Date(now - 1_000).toISOString(), lateUntil: new Date(now + 10 * minutes).toISOString(), durationSeconds: 1_800, referenceIds,
  });
  const examId = edition.tiers.find(({ id }) => id === tier.id)!.heats[0].stages[0].exam!.id;
  return eventually(async () => {
    const exam = await organizer.get<ExamView>(`/exams/${examId}`);
    return exam.state === 'ready' && exam.candidates > 0 && exam;
  }, 'the exam is ready');
}

export async function anyReference(organizer: ApiClient): Promise<string> {
  return (await organizer.get<Page<ReferenceListItem>>('/references')).items[0].id;
}

/** Sits an exam through the API: the first `count` questions get their first option, then it is handed in. */
export async function sit(contestant: ApiClient, examId: string, count: number): Promise<SubmissionView> {
  const attempt = await contestant.post<AttemptView>(`/my/exams/${examId}/start`);
  const questions = attempt.sections.flatMap((section) => section.questions).slice(0, count);
  const items = questions.map((question, index) => ({ slot: question.slot, writer: attempt.writer!, seq: index + 1, body: { chosen: 'options' in question ? [question.options[0].id] : [] } }));
  const answer = await contestant.post<SaveAnswer>(`/attempts/${attempt.id}/saves`, { items });
  if (answer.acks.some(({ outcome }) => outcome !== 'stored')) throw new Error(`saves: ${answer.acks.map(({ outcome }) => outcome).join()}`);
  return contestant.post<SubmissionView>(`/attempts/${attempt.id}/submit`);
}

/** Waits until every result of the tier's heats is in, then confirms each. */
export async function confirmTier(organizer: ApiClient, tier: TierView): Promise<StandingView[]> {
  return Promise.all(tier.heats.map(async ({ id }) => {
    const ready = await eventually(async () => {
      const standing = await organizer.get<StandingView>(`/heats/${id}/standing`);
      return standing.heat.state === 'provisional' && standing;
    }, 'every result is in', 30_000);
    return organizer.post<StandingView>(`/heats/${id}/confirm`, {}, { ifMatch: ready.heat.version });
  }));
}

/** Advances a tier by its preview and waits until the next one has its entries. Answers the next tier. */
export async function advance(organizer: ApiClient, edition: EditionView, tier: TierView): Promise<TierView> {
  const preview = await organizer.get<AdvancementPreview>(`/tiers/${tier.id}/advancement`);
  if (!preview.ready) throw new Error(`not ready: ${JSON.stringify(preview.blockers)}`);
  await organizer.post(`/tiers/${tier.id}/advance`, { digest: preview.digest });
  return eventually(async () => {
    const { tiers } = await organizer.get<EditionView>(`/editions/${edition.id}`);
    const next = tiers.find(({ id }) => id === preview.nextTierId);
    return next && next.heats.some(({ entries }) => entries > 0) && next;
  }, 'the next tier has its entries');
}

export async function setPanelUp({ organizer, judges }: Cast, final: HeatSummary): Promise<string> {
  const stageId = final.stages[0].id;
  await organizer.post<ChiefView>(`/stages/${stageId}/panel`, {
    judges: judges.map((judge, index) => ({ personId: personOf(judge).id, seat: index + 1, chief: index === 0 })),
    criteria: [{ title: { zh: '研判' }, max: '30', step: '0.5' }, { title: { zh: '操作' }, max: '45', step: '0.5' }, { title: { zh: '协同' }, max: '25', step: '0.5' }],
    dropHigh: 1, dropLow: 1, seconds: 360,
  });
  return stageId;
}

export const judging = (judge: ApiClient, stageId: string) => judge.get<JudgingView>(`/stages/${stageId}/judging`);

/** The chief calls the next waiting entry to the stage. */
export async function callNext(chief: ApiClient, socket: LiveSocket, stageId: string): Promise<JudgingView> {
  const view = await judging(chief, stageId);
  const next = view.performances.find(({ state }) => state === 'waiting');
  if (!next) throw new Error('nobody waits');
  return socket.command('performance.call', { commandId: newId(), performanceId: next.id, expectedVersion: next.version });
}

/** One judge's sheet for the entry on stage. */
export async function submitSheet(socket: LiveSocket, view: JudgingView, marks: readonly string[]): Promise<void> {
  const sheet = { commandId: newId(), performanceId: view.current!.id, expectedVersion: 0, comment: '', marks: view.criteria.map(({ id }, index) => ({ criterionId: id, mark: marks[index] })) };
  const first = await socket.command('sheet.submit', sheet);
  const again = await socket.command('sheet.submit', sheet);
  if (first.id !== again.id || first.version !== again.version) throw new Error('a replay was not answered as the first time');
}

/** The chief confirms what all judges have sent. */
export async function confirmCurrent(chief: ApiClient, socket: LiveSocket, stageId: string): Promise<ChiefView> {
  const { current } = await eventually(async () => {
    const view = await judging(chief, stageId);
    return view.current?.state === 'scored' && view;
  }, 'every sheet is in');
  return socket.command('performance.confirm', { commandId: newId(), performanceId: current!.id, expectedVersion: current!.version });
}

export async function examFor(contestant: ApiClient, examId: string): Promise<MyExamItem> {
  return eventually(async () => (await contestant.get<MyExamItem[]>('/my/exams')).find((item) => item.examId === examId && item.ready), 'the candidate has the exam');
}

export { sleep };
