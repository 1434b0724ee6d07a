import { randomUUID } from 'node:crypto';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Editions, Entries } from '#lib/competition';
import { FollowEntries } from '#lib/contest-flow';
import type { EditionView, Title, WriteEdition } from '#lib/contracts';
import type { Transactions } from '#lib/database';
import { CandidateLists, Exams, PrepareExam, Sittings } from '#lib/exam';
import { type Actor, Actors, Dictionaries, enrollPeople, hashPassword, insertGrant, insertOrgUnits, insertZonePlan } from '#lib/identity';
import { Panels } from '#lib/judging';
import { OperationsService } from '#lib/queue';
import { Categories, PaperAccess, Papers, PaperVault, QuestionComments, References, storeQuestions } from '#lib/question-bank';
import { type ServiceHost, startServiceHost } from '../fixtures/service-host.js';
import { ApiClient } from '../support/api-client.js';
import { people as names, type Person } from './access-matrix.table.js';

export const password = 'matrix-password';
export const unknownId = '01890000-0000-7000-8000-000000000000';

/** What one of the twin units owns. */
export interface Belongings {
  unitId: string;
  questionId: string;
  questionVersionId: string;
  commentId: string;
  categoryId: string;
  entryOfDictionaryId: string;
  paperId: string;
  draftPaperId: string;
  referenceId: string;
  articleId: string;
  examId: string;
  sittingId: string;
  roomId: string;
  candidateId: string;
  edition: EditionView;
  heatId: string;
  /** A person without any role, with their account, grant and entry. */
  personId: string;
  accountId: string;
  grantId: string;
  entryId: string;
}

export interface MatrixWorld {
  url: string;
  /** What the running application has registered. */
  routes: string[];
  events: string[];
  clients: Map<Person | 'nobody' | 'disabled', ApiClient>;
  personId(name: string): string;
  /** The candidate of a1, signed in with the password of their room. */
  hall: ApiClient;
  systemId: string;
  zonePlanId: string;
  guestId: string;
  a: Belongings;
  b: Belongings;
  stageId: string;
  performanceId: string;
  attemptId: string;
  /** A picture of a question of a1, and a file of the candidate's attempt. */
  assetId: string;
  candidateEntryId: string;
  operationId: string;
  /** A fresh import of organizerA1's, and a fresh grant at a1: for acts that use their object up. */
  newImport(): Promise<string>;
  newGrant(): Promise<string>;
  /** Puts the heat of a1 into a state it would reach with results. */
  setHeatState(state: 'confirmed' | 'published'): Promise<void>;
  archive(table: 'question' | 'paper' | 'reference' | 'exam' | 'edition', id: string): Promise<void>;
  stop(): Promise<void>;
}

/** A picture that nobody has uploaded before. */
export function picture(): FormData {
  const form = new FormData();
  form.append('file', new Blob([Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'), randomUUID()]), 'p.png');
  return form;
}

const title = (zh: string): Title => ({ zh, en: zh });
const rights: Partial<Record<Person, readonly [Parameters<typeof insertGrant>[1]['role'], string]>> = {
  organizerS: ['organizer', 's'], organizerA1: ['organizer', 's.a1'], organizerA2: ['organizer', 's.a2'], organizerB1: ['organizer', 's.b1'], leaderA1: ['team_leader', 's.a1'],
  author: ['question_author', 's'], watcher: ['supervisor', 's'], boss: ['leader', 's'], systemAdmin: ['system_admin', 's'], securityAdmin: ['security_admin', 's'], auditAdmin: ['audit_admin', 's'], unitAdminA1: ['system_admin', 's.a1'],
};
const placeOf = (person: string): string => rights[person as Person]?.[1] ?? 's.a1';

/** Starts the production build on a database of its own and fills it with the matrix's world. */
export async function startMatrixWorld(): Promise<MatrixWorld> {
  const host = await startServiceHost(5);
  const { transactions } = host;
  const filled = await fill(transactions);
  const server = await startServer(host);
  const clients = await signInEverybody(transactions, server.url, filled.personId('disabled'));
  const started = await (clients.get('candidate') as ApiClient).post<{ id: string }>(`/my/exams/${filled.a.examId}/start`);
  const organizer = clients.get('organizerA1') as ApiClient;
  const hall = await enterHall(server.url, organizer, transactions, filled);
  const { id: operationId } = await organizer.post<{ id: string }>(`/exams/${filled.a.examId}/extend`, { seconds: 1, reason: 'test' });
  const { id: assetId } = await (await organizer.raw('POST', '/assets', picture())).json() as { id: string };
  await transactions.reader.query(
    "INSERT INTO asset_use (asset_id, object_type, object_id) SELECT $1::uuid, 'question_version', q.current_version_id FROM question q WHERE q.id = $2 UNION ALL SELECT $1, 'attempt', $3::uuid", [assetId, filled.a.questionId, started.id]);
  return {
    ...filled, url: server.url, routes: server.routes, events: server.events, clients, hall, attemptId: started.id, assetId, operationId,
    newImport: async () => {
      const form = new FormData();
      form.append('file', new Blob(['题型,题干,选项A,选项B,答案,分值\n单选题,一加一？,2,3,A,1\n']), 'q.csv');
      const response = await organizer.raw('POST', '/question-imports', form);
      return (await response.json() as { id: string }).id;
    },
    newGrant: () => transactions.run((manager) => insertGrant(manager, { personId: filled.a.personId, role: 'question_reviewer', orgUnitId: filled.a.unitId }, null)),
    setHeatState: async (state) => void await transactions.reader.query('UPDATE heat SET state = $2 WHERE id = $1', [filled.a.heatId, state]),
    archive: async (table, id) => void await transactions.reader.query(`UPDATE ${table} SET archived_at = kaosai.clock() WHERE id = $1`, [id]),
    stop: async () => {
      await server.stop();
      await host.stop();
    },
  };
}

interface Server {
  url: string;
  routes: string[];
  events: string[];
  stop(): Promise<void>;
}

async function startServer(host: ServiceHost): Promise<Server> {
  const directory = mkdtempSync(join(tmpdir(), 'kaosai-matrix-'));
  mkdirSync(join(directory, 'web', 'assets'), { recursive: true });
  writeFileSync(join(directory, 'web', 'index.html'), '<!doctype html>');
  const child: ChildProcess = fork(fileURLToPath(new URL('./access-matrix.server.mjs', import.meta.url)), [], {
    execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { PATH: process.env.PATH, DATABASE_URL: host.database.appUrl, NODE_ENV: 'production', LOG_LEVEL: 'error', HOST: '127.0.0.1', KAOSAI_WEB: join(directory, 'web'), KAOSAI_DATA: join(directory, 'data'), KAOSAI_SWEEPERS: '0' },
  });
  const [told] = await Promise.race([once(child, 'message'), once(child, 'exit').then(([code]) => { throw new Error(`The server ended with ${String(code)}`); })]) as [Omit<Server, 'stop'>];
  return {
    ...told,
    stop: async () => {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

type Filled = Omit<MatrixWorld, 'url' | 'routes' | 'events' | 'clients' | 'hall' | 'attemptId' | 'assetId' | 'operationId' | 'newImport' | 'newGrant' | 'setHeatState' | 'archive' | 'stop'>;

async function fill(transactions: Transactions): Promise<Filled> {
  const passwordHash = await hashPassword(password);
  const { units, ids, zonePlanId } = await transactions.run(async (manager) => {
    const made = await insertOrgUnits(manager, [
      { path: 's', kind: 'system', code: 'S', title: title('系统') },
      ...['a1', 'a2', 'b1'].map((code) => ({ path: `s.${code}`, kind: 'unit' as const, code, title: title(code) })),
    ]);
    const all = [...names, 'disabled', 'clerkA', 'clerkB', 'guest'];
    const people = await enrollPeople(manager, all.map((name) => ({
      name, kind: name === 'guest' ? 'guest' as const : 'staff' as const,
      orgUnitId: name === 'guest' ? undefined : made.get(name === 'clerkB' ? 's.b1' : placeOf(name)), account: { username: name, passwordHash },
    })));
    const byName = new Map(all.map((name, index) => [name, people[index]]));
    for (const [name, [role, path]] of Object.entries(rights)) await insertGrant(manager, { personId: byName.get(name) as string, role, orgUnitId: made.get(path) as string }, null);
    const at = (path: string): string => made.get(path) as string;
    const plan = await insertZonePlan(manager, { orgUnitId: at('s'), title: title('分组'), validFrom: '2026-01-01', zones: [
      { code: 'Z1', title: title('一片区'), unitIds: [at('s.a1'), at('s.a2')] }, { code: 'Z2', title: title('二片区'), unitIds: [at('s.b1')] }] });
    return { units: made, ids: byName, zonePlanId: plan };
  });
  const personId = (name: string): string => ids.get(name) as string;
  const actor = async (name: string): Promise<Actor> => await new Actors(transactions).ofPerson(personId(name)) as Actor;
  const systemId = units.get('s') as string;
  const organizerS = await actor('organizerS');
  const a = await furnish(transactions, organizerS, { unitId: units.get('s.a1') as string, systemId, zonePlanId, personId: personId('clerkA'), competing: [personId('candidate'), personId('clerkA')] });
  const b = await furnish(transactions, organizerS, { unitId: units.get('s.b1') as string, systemId, zonePlanId, personId: personId('clerkB'), competing: [personId('clerkB')] });
  const [{ id: candidateEntryId }] = await transactions.reader.query<{ id: string }[]>('SELECT id FROM entry WHERE heat_id = $1 AND person_id = $2', [a.heatId, personId('candidate')]);
  const judged = await setUpFinal(transactions, organizerS, personId, { systemId, zonePlanId, unitId: a.unitId });
  return { personId, systemId, zonePlanId, guestId: personId('guest'), a, b, candidateEntryId, ...judged };
}

interface Place {
  unitId: string;
  systemId: string;
  zonePlanId: string;
  personId: string;
  competing: string[];
}

/** Everything that a unit can own, made by the system's organizer. */
async function furnish(transactions: Transactions, organizer: Actor, { unitId, systemId, zonePlanId, personId, competing }: Place): Promise<Belongings> {
  const [versionId] = await transactions.run((manager) => storeQuestions(manager, [{
    content: { schemaVersion: 1, kind: 'single', html: `${unitId} ?`, options: [{ id: 'A', html: '1' }, { id: 'B', html: '2' }] }, key: { schemaVersion: 1, kind: 'single', correct: ['A'], explanation: null }, marks: '1', subject: null, difficulty: null, source: null,
  }], { orgUnitId: unitId, createdBy: null, state: 'published' }));
  const [{ question_id: questionId }] = await transactions.reader.query<{ question_id: string }[]>('SELECT question_id FROM question_version WHERE id = $1', [versionId]);
  const { id: commentId } = await new QuestionComments(transactions).add(organizer, questionId, { text: '-' });
  const { id: categoryId } = await new Categories(transactions).create(organizer, { orgUnitId: unitId, parentId: null, title: title('类'), sharedBelow: false, sharedWithIds: [] });
  const { id: entryOfDictionaryId } = await new Dictionaries(transactions).add(organizer, 'subject', { code: unitId, title: title('科目'), sort: 0 });
  const papers = new Papers(transactions, new PaperAccess(transactions, new PaperVault({})));
  const paper = { orgUnitId: unitId, title: title('卷'), shuffleOptions: false, shuffleQuestions: false, sections: [{ title: title('一'), slots: [{ slot: 's1', questionVersionId: versionId, marks: '1', scoring: 'all_or_nothing' as const }] }] };
  const [published, draft] = [await papers.create(organizer, paper), await papers.create(organizer, paper)];
  await papers.publish(organizer, published.id, published.version);
  const reference = await new References(transactions).create(organizer, { orgUnitId: unitId, title: title('规定'), text: '第一条 一。' });
  const edition = await new Editions(transactions).create(organizer, planEdition(systemId, zonePlanId, unitId));
  const heatId = edition.tiers[0].heats[0].id;
  await new Entries(transactions).enter(organizer, heatId, { personIds: competing });
  const examId = await openExam(transactions, organizer, { orgUnitId: unitId, paperId: published.id, referenceId: reference.id, competing });
  const [{ account, entry }] = await transactions.reader.query<{ account: string; entry: string }[]>(
    'SELECT (SELECT id FROM account WHERE person_id = $1) AS account, (SELECT id FROM entry WHERE person_id = $1) AS entry', [personId]);
  const grantId = await transactions.run((manager) => insertGrant(manager, { personId, role: 'question_reviewer', orgUnitId: unitId }, null));
  // The role is there for the lists of grants alone; it must not open anything for the person.
  return { unitId, questionId, questionVersionId: versionId, commentId, categoryId, entryOfDictionaryId, paperId: published.id, draftPaperId: draft.id, referenceId: reference.id, articleId: reference.articleList[0].id, examId, ...await furnishHall(transactions, organizer, examId), edition, heatId, personId, accountId: account, grantId, entryId: entry };
}

async function furnishHall(transactions: Transactions, organizer: Actor, examId: string): Promise<Pick<Belongings, 'sittingId' | 'roomId' | 'candidateId'>> {
  const sittings = new Sittings(transactions);
  const [{ id: sittingId }] = await sittings.list(organizer, examId);
  const { id: roomId } = await sittings.addRoom(organizer, examId, { sittingId, title: title('考场'), capacity: 10 });
  const [{ id: candidateId }] = await transactions.reader.query<{ id: string }[]>('SELECT id FROM candidate WHERE exam_id = $1 ORDER BY admission_number LIMIT 1', [examId]);
  return { sittingId, roomId, candidateId };
}

async function enterHall(url: string, organizer: ApiClient, transactions: Transactions, { a, personId }: { a: Belongings; personId(name: string): string }): Promise<ApiClient> {
  const [{ id, admission_number: admissionNumber, version }] = await transactions.reader.query<{ id: string; admission_number: string; version: number }[]>(
    'SELECT id, admission_number, version FROM candidate WHERE exam_id = $1 AND person_id = $2', [a.examId, personId('candidate')]);
  await organizer.put(`/exams/${a.examId}/candidates/${id}`, { sittingId: a.sittingId, roomId: a.roomId, seat: 1, accommodations: {} }, { ifMatch: version });
  const { password: roomPassword } = await organizer.post<{ password: string }>(`/exams/${a.examId}/rooms/${a.roomId}/password`);
  const client = new ApiClient(url);
  client.session = await client.post('/session/exam', { admissionNumber, roomPassword });
  return client;
}

async function openExam(transactions: Transactions, organizer: Actor, { orgUnitId, paperId, referenceId, competing }: { orgUnitId: string; paperId: string; referenceId: string; competing: string[] }): Promise<string> {
  const now = Date.now();
  const exams = new Exams(transactions, new OperationsService(transactions));
  const { id } = await exams.create(organizer, {
    orgUnitId, title: title('考试'), paperId, mode: 'open', durationSeconds: 3600, referenceIds: [referenceId],
    opensAt: new Date(now - 60_000).toISOString(), lateUntil: new Date(now + 3_600_000).toISOString(),
  });
  await new CandidateLists(transactions).addPeople(organizer, id, { personIds: competing });
  await exams.prepare(organizer, id);
  await new PrepareExam(transactions, new PaperVault({})).handle({ examId: id }, { lastAttempt: true });
  return id;
}

const rule = { tieAtCut: 'include_all' as const, reserves: 0, rankStyle: '1224' as const, tieBreaks: [], scale: 2, figures: 'published' as const };

function planEdition(systemId: string, zonePlanId: string, unitId: string): WriteEdition {
  const stages = [{ kind: 'exam' as const, title: title('笔试'), weight: '100' }];
  return {
    orgUnitId: systemId, title: title('竞赛'), year: 2026, zonePlanId, unitIds: [unitId],
    tiers: [{ kind: 'unit', title: title('初赛'), rule: { ...rule, quotaPerHeat: 1 }, stages }, { kind: 'system', title: title('决赛'), rule: { ...rule, quotaPerHeat: null }, stages }],
  };
}

/** A judged final of the system's own, whose panel has lost a judge. */
async function setUpFinal(transactions: Transactions, organizer: Actor, personId: (name: string) => string, { systemId, zonePlanId, unitId }: Omit<Place, 'personId' | 'competing'>): Promise<{ stageId: string; performanceId: string }> {
  const plan = planEdition(systemId, zonePlanId, unitId);
  const edition = await new Editions(transactions).create(organizer, { ...plan, tiers: [{ ...plan.tiers[1], stages: [{ kind: 'judged', title: title('实操'), weight: '100' }] }] });
  const [heat] = edition.tiers[0].heats;
  await new Entries(transactions).enter(organizer, heat.id, { personIds: [personId('colleague')] });
  const panel = (judge: string) => ({
    judges: [{ personId: personId('chief'), seat: 1, chief: true }, { personId: personId(judge), seat: 2, chief: false }], dropHigh: 0, dropLow: 0, seconds: null,
    criteria: [{ title: title('项'), max: '10', step: '1' }],
  });
  const stageId = heat.stages[0].id;
  await new Panels(transactions).write(organizer, stageId, panel('formerJudge'));
  await new Panels(transactions).write(organizer, stageId, panel('judge'));
  await new FollowEntries(transactions).handle({ heatId: heat.id });
  const [{ id }] = await transactions.reader.query<{ id: string }[]>('SELECT id FROM performance WHERE stage_id = $1', [stageId]);
  return { stageId, performanceId: id };
}

async function signInEverybody(transactions: Transactions, url: string, disabledId: string): Promise<MatrixWorld['clients']> {
  const clients: MatrixWorld['clients'] = new Map();
  for (const name of [...names, 'disabled' as const]) clients.set(name, await ApiClient.signedIn(url, name, password));
  clients.set('nobody', new ApiClient(url));
  await (clients.get('systemAdmin') as ApiClient).post(`/accounts/${(await accountOf(transactions, disabledId))}/disable`, {}, { ifMatch: 1 });
  return clients;
}

async function accountOf(transactions: Transactions, personId: string): Promise<string> {
  const [{ id }] = await transactions.reader.query<{ id: string }[]>('SELECT id FROM account WHERE person_id = $1', [personId]);
  return id;
}

