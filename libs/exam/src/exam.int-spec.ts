import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { newId } from '#lib/kernel';
import { setClockOffset } from '#lib/testing';
import pg from 'pg';
import { ExamWorld } from '../../../test/exam-world.js';

jest.setTimeout(60_000);
let world: ExamWorld;
beforeAll(async () => { world = await ExamWorld.create(80); });
afterAll(() => world.drop());
afterEach(() => setClockOffset(world.database.ownerUrl, 0));

const pass = (seconds: number): Promise<void> => setClockOffset(world.database.ownerUrl, seconds * 1000);

/** As the owner, who may do what the app never does. */
async function asOwner(statement: string, params: unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: world.database.ownerUrl, options: '-c search_path=kaosai,public' });
  await client.connect();
  await client.query(statement, params);
  await client.end();
}

describe('preparing an exam', () => {
  it('draws each candidate one form, however often it is asked for, and late candidates theirs', async () => {
    const exam = await world.readyExam(Array.from({ length: 70 }, (_, index) => index + 1));
    await Promise.all([world.prepareForms(exam.id), world.prepareForms(exam.id)]);
    const forms = () => world.dataSource.query("SELECT f.content FROM form f WHERE f.exam_id = $1", [exam.id]) as Promise<{ content: { seed: string; pool: string } }[]>;
    expect(new Set((await forms()).map(({ content }) => content.seed)).size).toBe(70);
    expect(new Set((await forms()).map(({ content }) => content.pool)).size).toBe(1);

    const actor = world.candidate(71);
    await world.lists.addPeople(world.organizer(), exam.id, { personIds: [actor.personId, world.people[1]] });
    expect(await world.mine.list(actor)).toMatchObject([{ ready: false }]);
    await expect(world.attempts.start(actor, exam.id)).rejects.toMatchObject({ code: 'exam.not_ready' });
    await world.prepareForms(exam.id);
    expect(await forms()).toHaveLength(71);
    expect((await world.attempts.start(actor, exam.id)).writer).toBe(1);
    const [{ count }] = await world.dataSource.query("SELECT count(*)::int AS count FROM outbox WHERE topic = 'exam.prepared' AND payload->>'examId' = $1", [exam.id]);
    expect(count).toBe(1);
  });

  it('fails visibly when the paper cannot be drawn, and can be tried again', async () => {
    const actor = world.organizer();
    const exam = await world.readyExam([1]);
    const [{ paper_version_id: version }] = await world.dataSource.query('SELECT paper_version_id FROM exam WHERE id = $1', [exam.id]);
    await asOwner("UPDATE paper_version SET structure = jsonb_set(structure, '{sections,0,slots,0,questionVersionId}', to_jsonb($2::text)) WHERE id = $1", [version, newId()]);
    await asOwner("UPDATE exam SET state = 'preparing' WHERE id = $1", [exam.id]);
    await world.prepareForms(exam.id);
    expect(await world.exams.get(actor, exam.id)).toMatchObject({ state: 'failed', problem: { code: 'paper.question_unavailable', params: { count: 1 } } });
    expect(await world.exams.prepare(actor, exam.id)).toMatchObject({ state: 'preparing', problem: null });
  });

  it('needs candidates, a published paper and a window that fits', async () => {
    const actor = world.organizer();
    const input = { orgUnitId: world.units.get('s') as string, title: { zh: '考试' }, paperId: await world.paper(), mode: 'closed' as const, opensAt: '2026-11-23T06:00:00.000Z', lateUntil: '2026-11-23T07:00:00.000Z', durationSeconds: 60, referenceIds: [] };
    await expect(world.exams.create(actor, { ...input, lateUntil: input.opensAt })).rejects.toMatchObject({ code: 'exam.window_invalid' });
    await expect(world.exams.create(actor, { ...input, paperId: newId() })).rejects.toMatchObject({ code: 'object.not_found' });
    await expect(world.exams.create(world.organizer('s.b'), input)).rejects.toMatchObject({ code: 'object.not_found' });
    const draft = await world.papers.create(actor, { orgUnitId: input.orgUnitId, title: { zh: '草稿' }, sections: [], shuffleOptions: false, shuffleQuestions: false });
    await expect(world.exams.create(actor, { ...input, paperId: draft.id })).rejects.toMatchObject({ code: 'paper.not_published' });
    const exam = await world.exams.create(actor, input);
    await expect(world.exams.prepare(actor, exam.id)).rejects.toMatchObject({ code: 'exam.no_candidates' });
    await expect(world.lists.addPeople(actor, exam.id, { personIds: [newId()] })).rejects.toMatchObject({ code: 'person.unknown' });
  });

  it('is called off only before anybody sits', async () => {
    const actor = world.organizer();
    const exam = await world.readyExam([1]);
    await expect(world.exams.cancel(actor, exam.id, 99)).rejects.toMatchObject({ code: 'version.stale' });
    const other = await world.readyExam([2]);
    await world.attempts.start(world.candidate(2), other.id);
    await expect(world.exams.cancel(actor, other.id, other.version)).rejects.toMatchObject({ code: 'exam.running' });
    expect(await world.exams.cancel(actor, exam.id, exam.version)).toMatchObject({ state: 'cancelled' });
    await expect(world.attempts.start(world.candidate(1), exam.id)).rejects.toMatchObject({ code: 'object.not_found' });
  });
});

describe('starting', () => {
  it('is the same attempt for a double click, and each page has a writer of its own', async () => {
    const exam = await world.readyExam([3]);
    const actor = world.candidate(3);
    const views = await Promise.all(Array.from({ length: 8 }, () => world.attempts.start(actor, exam.id)));
    expect(new Set(views.map(({ id }) => id)).size).toBe(1);
    expect(new Set(views.map(({ writer }) => writer)).size).toBe(8);
  });

  it('is refused before the opening, after the latest entry, and to whoever is no candidate', async () => {
    const exam = await world.readyExam([4]);
    await pass(-120);
    await expect(world.attempts.start(world.candidate(4), exam.id)).rejects.toMatchObject({ code: 'exam.not_open' });
    await pass(3_700);
    await expect(world.attempts.start(world.candidate(4), exam.id)).rejects.toMatchObject({ code: 'exam.too_late' });
    await expect(world.attempts.start(world.candidate(5), exam.id)).rejects.toMatchObject({ code: 'object.not_found' });
    expect(await world.exams.get(world.organizer(), exam.id)).toMatchObject({ state: 'closed', counts: { absent: 1 } });
  });
});

describe('closing', () => {
  it('is seen by everybody without any job, and a submission a second late ends it as of the closing time', async () => {
    const exam = await world.readyExam([6, 7], { durationSeconds: 60 });
    const [first, second] = [world.candidate(6), world.candidate(7)];
    const [one, two] = [await world.attempts.start(first, exam.id), await world.attempts.start(second, exam.id)];
    await world.save(first, one, 'q1', ['A'], 1);
    await pass(61);
    expect((await world.exams.get(world.organizer(), exam.id)).counts).toMatchObject({ submitted: 2, in_progress: 0 });
    expect((await world.candidates.list(world.organizer(), exam.id, { state: 'submitted' })).items).toMatchObject([{ submittedAt: one.closesAt, answered: 1 }, { submittedAt: two.closesAt }]);
    expect(await world.mine.list(first)).toEqual(expect.arrayContaining([expect.objectContaining({ examId: exam.id, state: 'submitted' })]));

    expect(await world.attempts.submit(first, one.id)).toMatchObject({ submittedAt: one.closesAt, submittedBy: 'clock', answered: 1 });
    const view = await world.attempts.view(second, two.id);
    expect(view).toMatchObject({ state: 'submitted', writer: null, submission: { submittedAt: two.closesAt, submittedBy: 'clock', answered: 0 } });
    await expect(world.attempts.takeover(second, two.id, {})).rejects.toMatchObject({ code: 'attempt.closed' });
    expect(await world.outbox('attempt.submitted', two.id)).toBe(1);
  });

  it('by the sweeper is done once each, and one broken attempt never stands before the others', async () => {
    const people = Array.from({ length: 60 }, (_, index) => index + 8);
    const exam = await world.readyExam(people, { durationSeconds: 60 });
    const attempts = await Promise.all(people.map((index) => world.attempts.start(world.candidate(index), exam.id)));
    const broken = attempts[3];
    await asOwner(`CREATE FUNCTION break_one() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.id = '${broken.id}' THEN RAISE 'broken'; END IF; RETURN NEW; END $$`);
    await asOwner('CREATE TRIGGER break_one BEFORE UPDATE ON attempt FOR EACH ROW EXECUTE FUNCTION break_one()');
    try {
      await pass(61);
      const [a, b] = await Promise.all([world.sweeper.sweep(), world.sweeper.sweep()]);
      expect(a + b).toBe(59);
      const states = await world.dataSource.query('SELECT state, submitted_by, count(*)::int AS count, bool_and(submitted_at = closes_at) AS exact FROM attempt WHERE exam_id = $1 GROUP BY 1, 2 ORDER BY 1', [exam.id]);
      expect(states).toEqual([{ state: 'in_progress', submitted_by: null, count: 1, exact: null }, { state: 'submitted', submitted_by: 'clock', count: 59, exact: true }]);
      expect((await world.exams.get(world.organizer(), exam.id)).counts.submitted).toBe(60);
    } finally {
      await asOwner('DROP TRIGGER break_one ON attempt');
    }
    expect(await world.sweeper.sweep()).toBe(1);
    expect(await world.sweeper.sweep()).toBe(0);
  });

  it('an extension reaches who still sits, once however often its operation runs, and nobody who has ended', async () => {
    const exam = await world.readyExam([70, 71, 72]);
    const [a, b] = [world.candidate(70), world.candidate(71)];
    const [first, second] = [await world.attempts.start(a, exam.id), await world.attempts.start(b, exam.id)];
    await world.attempts.submit(b, second.id);
    const operation = await world.exams.extend(world.organizer(), exam.id, { seconds: 120, reason: '停电' });
    expect(await world.runOperation(operation)).toMatchObject({ extended: 1 });
    expect(await world.runOperation(operation)).toMatchObject({ extended: 1 });
    const gained = async (actor: typeof a, attempt: typeof first) => new Date((await world.attempts.view(actor, attempt.id)).deadline).getTime() - new Date(attempt.deadline).getTime();
    expect(await gained(a, first)).toBe(120_000);
    expect(await gained(b, second)).toBe(0);
    await expect(world.exams.extend(world.organizer('s.a'), exam.id, { seconds: 1, reason: 'x' })).rejects.toMatchObject({ code: 'object.not_found' });
  });
});

describe('what a candidate sees', () => {
  it('never holds a key or an explanation: a canary in both is in no answer', async () => {
    const canary = 'CANARY7f3a';
    const reference = await world.references.create(world.organizer(), { orgUnitId: world.units.get('s') as string, title: { zh: '训练办法' }, text: '第一章 总则\n第一条 训练应当安全有序。\n第二条 每周一练。' });
    const exam = await world.readyExam([73], { secret: canary, referenceIds: [reference.id] });
    const actor = world.candidate(73);
    const attempt = await world.attempts.start(actor, exam.id);
    const seen: unknown[] = [attempt, await world.mine.list(actor), await world.attempts.view(actor, attempt.id)];
    seen.push(await world.saves.save(actor, attempt.id, { items: [{ slot: 'q1', writer: (seen[2] as typeof attempt).writer as number, seq: 1, body: { chosen: ['2'] } }] }));
    seen.push(await world.mine.searchReferences(actor, attempt.id, '安全'), await world.mine.reference(actor, attempt.id, reference.id), await world.attempts.takeover(actor, attempt.id, {}));
    seen.push(await world.attempts.submit(actor, attempt.id));
    await world.marking.handle({ attemptId: attempt.id });
    seen.push(await world.attempts.view(actor, attempt.id), await world.mine.list(actor));
    await world.exams.release(world.organizer(), exam.id);
    seen.push(await world.mine.result(actor, attempt.id), await world.attempts.view(actor, attempt.id));
    const text = JSON.stringify(seen);
    expect(text).not.toContain(canary);
    expect(text).not.toMatch(/"(correct|key|explanation|scoring|seed|pool|versionId|questionVersionId|keepLast)"/);
    const keys = await world.dataSource.query('SELECT count(*)::int AS count FROM question_key WHERE key::text LIKE $1', [`%${canary}%`]);
    expect(keys).toEqual([{ count: 3 }]);
  });

  it('of references is what the open-book exam names, found by any two characters, and nothing in a closed one', async () => {
    const make = (title: string, text: string) => world.references.create(world.organizer(), { orgUnitId: world.units.get('s') as string, title: { zh: title }, text });
    const [named, other] = [await make('甲办法', '第一条 训练应当安全有序。\n第二条 每周一练。'), await make('乙办法', '第一条 安全第一。')];
    const open = await world.readyExam([74], { referenceIds: [named.id] });
    const closed = await world.readyExam([74], { referenceIds: [named.id], mode: 'closed' });
    const actor = world.candidate(74);
    const attempt = await world.attempts.start(actor, open.id);
    expect(attempt.references).toEqual([{ id: named.id, title: { zh: '甲办法' }, articles: 2 }]);
    expect(await world.mine.searchReferences(actor, attempt.id, '安全')).toMatchObject([{ referenceId: named.id, article: { label: '第一条' } }]);
    expect(await world.mine.searchReferences(actor, attempt.id, '没有的话')).toEqual([]);
    await expect(world.mine.reference(actor, attempt.id, other.id)).rejects.toMatchObject({ code: 'object.not_found' });
    await expect(world.mine.searchReferences(world.candidate(75), attempt.id, '安全')).rejects.toMatchObject({ code: 'object.not_found' });
    const shut = await world.attempts.start(actor, closed.id);
    expect(shut.references).toEqual([]);
    await expect(world.mine.reference(actor, shut.id, named.id)).rejects.toMatchObject({ code: 'object.not_found' });
  });
});

describe('what organizers see', () => {
  it('is their scope, or what they are assigned to, and nothing else', async () => {
    const exam = await world.readyExam([76, 79]);
    const ids = async (actor: ReturnType<ExamWorld['organizer']>) => (await world.exams.list(actor, { limit: 200 })).items.map(({ id }) => id);
    expect(await ids(world.organizer())).toContain(exam.id);
    expect(await ids(world.organizer('s.a'))).toEqual([]);
    const invigilator = { ...world.candidate(5), assignments: [{ role: 'invigilator' as const, objectType: 'exam' as const, objectId: exam.id }] };
    expect(await ids(invigilator)).toEqual([exam.id]);
    expect((await world.exams.get(invigilator, exam.id)).counts.not_started).toBe(2);
    await expect(world.exams.release(invigilator, exam.id)).rejects.toMatchObject({ code: 'access.denied' });
    await expect(world.exams.get(world.candidate(76), exam.id)).rejects.toMatchObject({ code: 'object.not_found' });
  });

  it('finds candidates by name, staff number and admission number, page by page', async () => {
    const exam = await world.readyExam([76, 77, 78, 79]);
    const actor = world.organizer();
    const first = await world.candidates.list(actor, exam.id, { limit: 3 });
    const rest = await world.candidates.list(actor, exam.id, { limit: 3, cursor: first.next as string });
    expect([...first.items, ...rest.items].map(({ admissionNumber }) => admissionNumber.slice(-4))).toEqual(['0001', '0002', '0003', '0004']);
    expect(rest.next).toBeNull();
    expect((await world.candidates.list(actor, exam.id, { q: 'N79' })).items).toMatchObject([{ person: { name: '考生79' }, unit: { code: 'B' } }]);
    expect((await world.candidates.list(actor, exam.id, { q: '考生77' })).items).toHaveLength(1);
    expect((await world.candidates.list(actor, exam.id, { q: first.items[1].admissionNumber })).items).toHaveLength(1);
  });
});
