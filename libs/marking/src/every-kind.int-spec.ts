import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type AttemptView, questionKinds, type ResponseBody } from '#lib/contracts';
import { AttemptBindings, AttemptFiles, type FormContent, FrozenPapers, ReadableAssets } from '#lib/exam';
import type { Actor } from '#lib/identity';
import { Decimal, newId } from '#lib/kernel';
import { QuestionAssets, toFormBody } from '#lib/question-bank';
import { LocalFileStorage } from '#lib/storage';
import { ExamWorld } from '../../../test/exam-world.js';
import { questionsOfEveryKind } from '../../../test/fixtures/questions-of-every-kind.js';
import { PersonMarks } from './index.js';

jest.setTimeout(60_000);
const secret = 'CANARY51ab';
const samples = questionsOfEveryKind(secret);
const directory = mkdtempSync(join(tmpdir(), 'kaosai-kinds-'));
const storage = new LocalFileStorage(directory);
const film = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypmp42'), Buffer.alloc(500)]);
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
let world: ExamWorld;
let files: AttemptFiles;
let readable: ReadableAssets;
let assets: QuestionAssets;
let persons: PersonMarks;
let picture: string;
beforeAll(async () => {
  world = await ExamWorld.create(14);
  const papers = new FrozenPapers(world.vault);
  files = new AttemptFiles(world.transactions, new AttemptBindings(world.transactions, world.vault), storage);
  readable = new ReadableAssets(world.transactions, papers);
  assets = new QuestionAssets(world.transactions, storage);
  persons = new PersonMarks(world.transactions, papers, world.revisions);
  picture = (await assets.upload(world.organizer(), Readable.from([png]))).id;
});
afterAll(async () => {
  await world.drop();
  rmSync(directory, { recursive: true });
});

/** A paper with one question of each kind, each for six marks; the picture stands in the essay. */
async function paperOfEveryKind(): Promise<string> {
  const actor = world.organizer();
  const orgUnitId = world.units.get('s') as string;
  const versions = await world.questions.createPublished(actor, orgUnitId, questionKinds.map((kind) => {
    const { content, key } = samples[kind];
    const shown = kind === 'essay' ? { ...content, html: `论述<img data-asset="${picture}" alt="图">` } : content;
    return { content: { ...shown, html: `${shown.html} ${newId()}` }, key, marks: '6', subject: null, difficulty: null, source: null };
  }));
  const slots = versions.map((questionVersionId, index) => ({ slot: questionKinds[index], questionVersionId, marks: '6', scoring: 'partial_per_right' as const }));
  const draft = await world.papers.create(actor, { orgUnitId, title: { zh: '各题型' }, shuffleQuestions: true, shuffleOptions: true, sections: [{ title: { zh: '一' }, slots }] });
  return (await world.papers.publish(actor, draft.id, draft.version)).id;
}

/** Answers in the ids of the author, saved as the candidate's page would. */
async function answer(actor: Actor, attempt: AttemptView, bodies: Partial<Record<string, ResponseBody>>): Promise<void> {
  const [{ content }] = await world.dataSource.query('SELECT f.content FROM form f JOIN attempt a ON a.form_id = f.id WHERE a.id = $1', [attempt.id]) as { content: FormContent }[];
  const items = content.sections.flatMap(({ questions }) => questions).flatMap((question, index) => {
    const body = bodies[question.slot];
    return body ? [{ slot: question.slot, writer: attempt.writer as number, seq: index + 1, body: toFormBody(body, question) }] : [];
  });
  const { acks } = await world.saves.save(actor, attempt.id, { items });
  expect(acks.map(({ outcome }) => outcome)).toEqual(items.map(() => 'stored'));
}

const byMachine = questionKinds.filter((kind) => !('person' in samples[kind].responses));
const bodiesOf = (how: 'right' | 'partial' | 'wrong') => Object.fromEntries(byMachine.map((kind) => {
  const responses = samples[kind].responses as Exclude<(typeof samples)['single']['responses'], { person: ResponseBody }>;
  return [kind, how === 'partial' ? responses.partial?.body ?? responses.right : responses[how]];
}));
const marksOf = async (actor: Actor, attemptId: string) => Object.fromEntries((await world.mine.result(actor, attemptId)).slots.map(({ slot, mark }) => [slot, mark]));

describe('an exam with a question of every kind', () => {
  it('is drawn, answered rightly, in part, wrongly and not at all, marked by machine and by people, and its result is right', async () => {
    const exam = await world.readyExam([1, 2, 3, 4], { paperId: await paperOfEveryKind() });
    const organizer = world.organizer();
    const seen: unknown[] = [];
    const attempts: AttemptView[] = [];
    for (const [index, how] of (['right', 'partial', 'wrong'] as const).entries()) {
      const actor = world.candidate(index + 1);
      const attempt = await world.attempts.start(actor, exam.id);
      const own = { ...bodiesOf(how), essay: { text: `我认为 ${how}` } };
      if (how !== 'right') await answer(actor, attempt, own);
      else {
        const uploaded = await files.upload(actor, attempt.id, Readable.from([film]));
        expect(uploaded).toMatchObject({ kind: 'video', mediaType: 'video/mp4', size: film.length });
        await answer(actor, attempt, { ...own, file: { files: [uploaded.id] } });
        expect((await buffer(await storage.open((await files.find(actor, attempt.id, uploaded.id)).sha256))).equals(film)).toBe(true);
      }
      seen.push(attempt, await world.attempts.submit(actor, attempt.id), await world.attempts.view(actor, attempt.id));
      attempts.push(attempt);
    }
    const blank = await world.attempts.start(world.candidate(4), exam.id);
    await world.attempts.submit(world.candidate(4), blank.id);
    for (const { id } of [...attempts, blank, ...attempts]) await world.marking.handle({ attemptId: id });
    expect((await world.exams.get(organizer, exam.id)).counts).toMatchObject({ submitted: 3, marked: 1 });
    expect(await world.markingSweeper.sweep(0)).toBe(0);

    const { items } = await persons.list(organizer, exam.id, {});
    expect(items.map(({ slot }) => slot)).toEqual(['essay', 'essay', 'essay', 'file']);
    expect(items[0]).toMatchObject({ maxMark: '6', response: { text: expect.stringContaining('我认为') }, question: { kind: 'essay' }, guide: { guide: `参考${secret}`, rubric: [{ id: 'r1' }] } });
    expect(JSON.stringify(items)).not.toContain('考生');
    for (const { attemptId, slot } of items) {
      await expect(persons.give(organizer, exam.id, attemptId, slot, { mark: '6.5' })).rejects.toMatchObject({ code: 'mark.out_of_range' });
      await persons.give(organizer, exam.id, attemptId, slot, { mark: '1', comment: '先看' });
      const last = slot === 'file' || attemptId !== attempts[0].id;
      if (!last) expect(await persons.give(organizer, exam.id, attemptId, slot, { mark: '4.5', comment: '有理' })).toMatchObject({ mark: '4.5', awaiting: 1, attemptState: 'submitted' });
    }
    await expect(persons.give(organizer, exam.id, attempts[0].id, 'essay', { mark: '2' })).rejects.toMatchObject({ code: 'mark.not_awaited' });
    await expect(persons.give(organizer, exam.id, attempts[1].id, 'single', { mark: '2' })).rejects.toMatchObject({ code: 'mark.not_awaited' });
    expect((await persons.list(organizer, exam.id, {})).items).toEqual([]);
    for (const { id } of [...attempts, blank]) expect(await world.outbox('attempt.marked', id)).toBe(1);

    await world.exams.release(organizer, exam.id);
    const [right, partial, wrong] = await Promise.all(attempts.map(({ id }, index) => marksOf(world.candidate(index + 1), id)));
    for (const kind of byMachine) {
      expect({ kind, mark: right[kind] }).toEqual({ kind, mark: '6' });
      expect({ kind, mark: wrong[kind] }).toEqual({ kind, mark: '0' });
      const { partial: part } = samples[kind].responses as { partial?: { fraction: string } };
      expect({ kind, mark: partial[kind] }).toEqual({ kind, mark: part ? Decimal.of(part.fraction).mul(6).round(4).toString() : '6' });
    }
    expect(right).toMatchObject({ essay: '4.5', file: '1' });
    const result = await world.mine.result(world.candidate(1), attempts[0].id);
    expect(result).toMatchObject({ totalMark: '65.5', totalMarks: '72' });
    expect((await world.mine.result(world.candidate(4), blank.id)).totalMark).toBe('0');
    seen.push(result);

    const text = JSON.stringify(seen);
    expect(text).not.toContain(secret);
    expect(text).not.toMatch(/"(auth|left|part)-|\[\[auth|"(correct|key|explanation|scoring|seed|pool|versionId|orders|keepLast|rubric|guide)"/);
    for (const attempt of attempts) expect(attempt.sections[0].questions.map(({ kind }) => kind).sort()).toEqual([...questionKinds].sort());
  });

  it('lets nobody mark but the organizers of its unit, nor by another exam', async () => {
    const exam = await world.readyExam([5], { paperId: await paperOfEveryKind() });
    const other = await world.readyExam([6]);
    const sitting = world.candidate(5);
    const attempt = await world.attempts.start(sitting, exam.id);
    await answer(sitting, attempt, { essay: { text: '答' } });
    await world.attempts.submit(sitting, attempt.id);
    await world.marking.handle({ attemptId: attempt.id });
    for (const actor of [world.candidate(5), world.organizer('s.b')]) {
      await expect(persons.list(actor, exam.id, {})).rejects.toMatchObject({ code: 'object.not_found' });
      await expect(persons.give(actor, exam.id, attempt.id, 'essay', { mark: '1' })).rejects.toMatchObject({ code: 'object.not_found' });
    }
    await expect(persons.give(world.organizer(), other.id, attempt.id, 'essay', { mark: '1' })).rejects.toMatchObject({ code: 'object.not_found' });
    await expect(persons.give(world.organizer(), exam.id, attempt.id, 'nothing', { mark: '1' })).rejects.toMatchObject({ code: 'mark.not_awaited' });
    expect(await persons.give(world.organizer(), exam.id, attempt.id, 'essay', { mark: '0' })).toMatchObject({ awaiting: 0, attemptState: 'marked' });
  });
});

describe('files', () => {
  it('of an attempt are those its candidate handed in for it, of a type and size that a question takes', async () => {
    const exam = await world.readyExam([7, 8], { paperId: await paperOfEveryKind() });
    const [a, b] = [world.candidate(7), world.candidate(8)];
    const [one, two] = [await world.attempts.start(a, exam.id), await world.attempts.start(b, exam.id)];
    const uploaded = await files.upload(a, one.id, Readable.from([film]));
    const save = (actor: Actor, attempt: AttemptView, id: string) => world.saves.save(actor, attempt.id, { items: [{ slot: 'file', writer: attempt.writer as number, seq: 1, body: { files: [id] } }] });
    await expect(save(b, two, uploaded.id)).rejects.toMatchObject({ code: 'attempt.file_unknown' });
    await expect(save(a, one, picture)).rejects.toMatchObject({ code: 'attempt.file_unknown' });
    await expect(files.upload(a, one.id, Readable.from([png]))).rejects.toMatchObject({ code: 'file.type_refused' });
    await expect(files.upload(a, one.id, Readable.from([Buffer.concat([film, Buffer.alloc(1_000_000)])]))).rejects.toMatchObject({ code: 'request.too_large' });
    await expect(files.upload(b, one.id, Readable.from([film]))).rejects.toMatchObject({ code: 'object.not_found' });
    await expect(files.find(b, one.id, uploaded.id)).rejects.toMatchObject({ code: 'object.not_found' });
    expect((await save(a, one, uploaded.id)).acks[0].outcome).toBe('stored');
    await world.attempts.submit(a, one.id);
    await expect(files.upload(a, one.id, Readable.from([film]))).rejects.toMatchObject({ code: 'attempt.closed' });
    expect(await readable.find(world.organizer(), uploaded.id)).toMatchObject({ size: film.length });
    await expect(readable.find(world.organizer('s.b'), uploaded.id)).rejects.toMatchObject({ code: 'object.not_found' });
  });

  it('of a question are for those who may see it there: its authors, and candidates while they sit it', async () => {
    await expect(assets.upload(world.organizer(), Readable.from([Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')]))).rejects.toMatchObject({ code: 'file.type_refused' });
    await expect(assets.upload(world.candidate(1), Readable.from([png]))).rejects.toMatchObject({ code: 'access.denied' });
    const exam = await world.readyExam([9, 10], { paperId: await paperOfEveryKind() });
    const [sitting, waiting] = [world.candidate(9), world.candidate(10)];
    const attempt = await world.attempts.start(sitting, exam.id);
    expect(await readable.find(sitting, picture)).toMatchObject({ mediaType: 'image/png', size: png.length });
    await expect(readable.find(waiting, picture)).rejects.toMatchObject({ code: 'object.not_found' });
    await expect(readable.find({ ...world.organizer('s.b'), personId: world.people[11] }, picture)).rejects.toMatchObject({ code: 'object.not_found' });
    expect(await readable.find({ ...world.organizer(), personId: world.people[11] }, picture)).toMatchObject({ mediaType: 'image/png' });
    await world.attempts.submit(sitting, attempt.id);
    await expect(readable.find(sitting, picture)).rejects.toMatchObject({ code: 'object.not_found' });
  });
});
