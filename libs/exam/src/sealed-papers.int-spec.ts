import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { PaperSection, PaperView } from '#lib/contracts';
import type { Actor } from '#lib/identity';
import { newId } from '#lib/kernel';
import { type NewQuestion, PaperVault, storeQuestions } from '#lib/question-bank';
import { setClockOffset } from '#lib/testing';
import { ExamWorld } from '../../../test/exam-world.js';
import { OpenForms } from './open-forms.handler.js';
import { PaperPreviews } from './paper-preview.service.js';

jest.setTimeout(60_000);
let world: ExamWorld;
let previews: PaperPreviews;
let unit: string;
beforeAll(async () => {
  world = await ExamWorld.create(12);
  previews = new PaperPreviews(world.transactions, world.access, world.vault);
  unit = world.units.get('s') as string;
  for (const personId of world.people) await world.dataSource.query("INSERT INTO account (id, person_id, username, password_hash) VALUES ($1, $2, $3, '')", [newId(), personId, `u${personId}`]);
});
afterAll(() => world.drop());
afterEach(() => setClockOffset(world.database.ownerUrl, 0));

const person = (index: number, role: 'organizer' | 'question_author' | 'supervisor' = 'organizer'): Actor => ({ ...world.organizer(), personId: world.people[index], grants: [{ role, path: 's' }] });
const stranger = (index: number): Actor => ({ ...person(index), grants: [] });
const inAnHour = (): string => new Date(Date.now() + 3_600_000).toISOString();

/** A published paper with a canary in its instructions, a fixed question and a rule; answers the versions it may hold. */
async function paper(canary: string): Promise<{ view: PaperView; versions: string[] }> {
  const actor = world.organizer();
  const questions = Array.from({ length: 8 }, (_, index): NewQuestion => ({
    content: { schemaVersion: 1, kind: 'single', html: `题 ${index} ${newId()}`, options: ['A', 'B'].map((id) => ({ id, html: id })) }, key: { schemaVersion: 1, kind: 'single', correct: ['A'], explanation: null },
    marks: '1', subject: canary, difficulty: null, source: null,
  }));
  const versions = await world.transactions.run((manager) => storeQuestions(manager, questions, { orgUnitId: unit, createdBy: null, state: 'published' }));
  const sections: PaperSection[] = [
    { title: { zh: `标题${canary}` }, instructions: { zh: `说明${canary}` }, slots: [{ slot: 'q1', questionVersionId: versions[0], marks: '1', scoring: 'all_or_nothing' }] },
    { title: { zh: '抽' }, slots: [], rules: [{ id: 'r', count: 3, marks: '1', scoring: 'all_or_nothing', filter: { subjects: [canary] } }] },
  ];
  const draft = await world.papers.create(actor, { orgUnitId: unit, title: { zh: '机密卷' }, sections, shuffleQuestions: true, shuffleOptions: true });
  // As a request with an idempotency key leaves it behind.
  await world.dataSource.query("INSERT INTO idempotency_key (account_id, key, route, body_hash, answer) VALUES ($1, $2, 'POST /papers', '', $3)", [newId(), newId(), draft]);
  return { view: await world.papers.publish(actor, draft.id, draft.version), versions };
}

/** The tables, other than the bank's own, in whose rows a text stands, as a dump of the database would show them. */
async function tablesWith(text: string, but: string[] = ['question', 'question_version', 'question_key']): Promise<string[]> {
  const tables = await world.dataSource.query("SELECT tablename FROM pg_tables WHERE schemaname = 'kaosai'") as { tablename: string }[];
  const found: string[] = [];
  for (const { tablename } of tables.filter((table) => !but.includes(table.tablename))) {
    const [{ n }] = await world.dataSource.query(`SELECT count(*)::int AS n FROM kaosai.${tablename} t WHERE t::text LIKE '%' || $1 || '%' OR t::text LIKE '%' || $2 || '%' OR t::text LIKE '%' || $3 || '%'`,
      [text, Buffer.from(text).toString('hex'), Buffer.from(text).toString('base64').slice(2, -4)]);
    if (n > 0) found.push(tablename);
  }
  return found.sort();
}

const seal = (view: PaperView, openers = [1, 2], until = inAnHour()) => world.seals.seal(world.organizer(), view.id, view.version, { until, openerIds: openers.map((index) => world.people[index]) });

describe('a sealed paper', () => {
  it('stands nowhere in clear, and tells its readers nothing', async () => {
    const canary = `CANARY${newId()}`;
    const { view, versions } = await paper(canary);
    expect(await tablesWith(canary)).toEqual(['idempotency_key', 'paper', 'paper_version']);
    const sealed = await seal(view);
    expect(sealed).toMatchObject({ sections: [], questions: 4, totalMarks: '4', seal: { open: false, openers: [{ openedAt: null }, { openedAt: null }] }, sealedUntil: expect.any(String) });
    expect(await tablesWith(canary)).toEqual([]);
    for (const version of versions) expect(await tablesWith(version)).toEqual([]);

    for (const actor of [world.organizer(), person(1), person(3, 'question_author')]) {
      expect(JSON.stringify(await world.papers.get(actor, view.id))).not.toContain(canary);
      expect(JSON.stringify(await world.papers.list(actor, { sealed: true }))).not.toContain(canary);
      await expect(previews.preview(actor, view.id, 1, false)).rejects.toMatchObject({ code: 'paper.sealed' });
      await expect(world.insights.distribution(actor, view.id)).rejects.toMatchObject({ code: 'paper.sealed' });
    }
    await expect(world.papers.copy(world.organizer(), view.id)).rejects.toMatchObject({ code: 'paper.sealed' });
    await expect(world.papers.revise(world.organizer(), view.id, sealed.version)).rejects.toMatchObject({ code: 'paper.sealed' });
    const log = await world.seals.log(person(4, 'supervisor'), view.id, { limit: 100 });
    expect(log.items.at(-1)).toMatchObject({ act: 'seal', allowed: true });
    expect(log.items.filter(({ allowed }) => !allowed).map(({ act }) => act).sort()).toEqual(['distribution', 'distribution', 'distribution', 'export', 'preview', 'preview', 'preview', 'read', 'read', 'read']);
    await expect(world.seals.log(person(3, 'question_author'), view.id, {})).rejects.toMatchObject({ code: 'access.denied' });
  });

  it('opens for nobody alone, and for two within ten minutes', async () => {
    const canary = `CANARY${newId()}`;
    const { view } = await paper(canary);
    await seal(view);
    await expect(world.seals.open(person(3), view.id)).rejects.toMatchObject({ code: 'access.denied' });
    await expect(world.seals.open(stranger(3), view.id)).rejects.toMatchObject({ code: 'object.not_found' });
    for (let time = 0; time < 3; time++) expect(await world.seals.open(person(1), view.id)).toMatchObject({ sections: [], seal: { open: false } });
    await setClockOffset(world.database.ownerUrl, 11 * 60_000);
    expect(await world.seals.open(person(2), view.id)).toMatchObject({ sections: [], seal: { open: false } });
    expect(await tablesWith(canary)).toEqual([]);
    const opened = await world.seals.open(stranger(1), view.id);
    expect(opened).toMatchObject({ sections: [], seal: { open: true } });
    expect((await world.papers.get(world.organizer(), view.id)).sections).toEqual(view.sections);
    expect((await previews.preview(world.organizer(), view.id, 1, false)).sections[0].instructions?.zh).toBe(`说明${canary}`);
    const acts = (await world.seals.log(world.organizer(), view.id, { limit: 100 })).items.map(({ act, allowed }) => `${act} ${allowed}`).reverse();
    expect(acts).toEqual(['seal true', 'open false', 'open true', 'open true', 'open true', 'open true', 'open true', 'unseal true', 'read true', 'preview true']);
    expect((await world.papers.revise(world.organizer(), view.id, opened.version)).state).toBe('draft');
  });

  it('opens by itself when its time has come', async () => {
    const { view } = await paper(`CANARY${newId()}`);
    await seal(view);
    await setClockOffset(world.database.ownerUrl, 3_601_000);
    expect(await world.papers.get(world.organizer(), view.id)).toMatchObject({ sections: view.sections, sealedUntil: null, seal: { open: true } });
    expect(await world.seals.restoreDue()).toBeGreaterThan(0);
    expect(await world.seals.restoreDue()).toBe(0);
    expect((await world.papers.get(world.organizer(), view.id)).sections).toEqual(view.sections);
    const [{ n }] = await world.dataSource.query('SELECT count(*)::int AS n FROM paper_question WHERE paper_version_id = $1', [view.versionId]);
    expect(n).toBe(8);
  });

  it('is drawn from, sat and marked all the same', async () => {
    const canary = `CANARY${newId()}`;
    const { view, versions } = await paper(canary);
    await seal(view);
    const exam = await world.readyExam([5, 6], { paperId: view.id });
    expect(exam.state).toBe('ready');
    expect(await tablesWith(canary)).toEqual([]);
    for (const version of versions) expect(await tablesWith(version)).toEqual([]);

    const candidate = world.candidate(5);
    const attempt = await world.attempts.start(candidate, exam.id);
    expect(attempt.sections[0].instructions?.zh).toBe(`说明${canary}`);
    expect(attempt.sections.flatMap(({ questions }) => questions)).toHaveLength(4);
    for (const { slot } of attempt.sections.flatMap(({ questions }) => questions)) expect(await world.save(candidate, attempt, slot, ['1'], 1)).toMatchObject({ outcome: 'stored' });
    await world.attempts.submit(candidate, attempt.id);
    await world.marking.handle({ attemptId: attempt.id });
    const [{ marks }] = await world.dataSource.query('SELECT count(*)::int AS marks FROM response_mark WHERE attempt_id = $1', [attempt.id]);
    expect(marks).toBe(4);
    expect(await tablesWith(canary)).toEqual([]);
    expect((await world.seals.log(world.organizer(), view.id, {})).items).toContainEqual(expect.objectContaining({ act: 'unseal', person: null, allowed: true }));

    await world.seals.open(person(1), view.id);
    await world.seals.open(person(2), view.id);
    await new OpenForms(world.transactions, world.vault).handle({ paperId: view.id });
    const forms = await world.dataSource.query("SELECT content->>'schemaVersion' AS version FROM form WHERE exam_id = $1", [exam.id]);
    expect(forms).toEqual([{ version: '2' }, { version: '2' }]);
    expect((await world.attempts.view(candidate, attempt.id)).sections).toEqual(attempt.sections);
  });

  it('is sealed only when it can be kept', async () => {
    const { view } = await paper(`CANARY${newId()}`);
    await expect(seal(view, [1, 1])).rejects.toMatchObject({ code: 'paper.openers_invalid' });
    await expect(seal(view, [1])).rejects.toMatchObject({ code: 'paper.openers_invalid' });
    await expect(seal(view, [1, 2], new Date(Date.now() - 1_000).toISOString())).rejects.toMatchObject({ code: 'paper.seal_time_past' });
    await expect(world.seals.seal(person(3, 'question_author'), view.id, view.version, { until: inAnHour(), openerIds: [world.people[1], world.people[2]] })).rejects.toMatchObject({ code: 'access.denied' });
    await world.readyExam([7], { paperId: view.id });
    await expect(seal(view)).rejects.toMatchObject({ code: 'paper.forms_drawn' });
    const { view: other } = await paper(`CANARY${newId()}`);
    const sealed = await seal(other);
    await expect(seal(sealed)).rejects.toMatchObject({ code: 'paper.already_sealed' });
    await expect(new PaperVault({}).version(world.transactions.reader, other.versionId as string)).rejects.toMatchObject({ code: 'paper.seal_key_missing' });
    await expect(new PaperVault({ sealKey: Buffer.alloc(32, 8).toString('base64') }).version(world.transactions.reader, other.versionId as string)).rejects.toThrow();
  });

  it('keeps its record for good', async () => {
    await expect(world.dataSource.query('UPDATE paper_access SET allowed = true')).rejects.toThrow('permission denied');
    await expect(world.dataSource.query('DELETE FROM paper_access')).rejects.toThrow('permission denied');
  });
});
