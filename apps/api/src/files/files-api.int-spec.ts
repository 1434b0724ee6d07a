import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { ValidationPipe, VersioningType } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type AttemptView, questionKinds, type UploadedFile } from '#lib/contracts';
import { loadConfig } from '#lib/config';
import { Transactions } from '#lib/database';
import { CandidateLists, Exams, PrepareExam } from '#lib/exam';
import { type Actor, enrollPeople, hashPassword, insertGrant, insertOrgUnits } from '#lib/identity';
import { createLogger } from '#lib/observability';
import { invalidInput } from '#lib/problems';
import { Papers, PaperVault, storeQuestions } from '#lib/question-bank';
import { testDatabase, type TestDatabase } from '#lib/testing';
import { questionsOfEveryKind } from '../../../../test/fixtures/questions-of-every-kind.js';
import { ApiModule } from '../api.module.js';

jest.setTimeout(30_000);
const directory = mkdtempSync(join(tmpdir(), 'kaosai-files-api-'));
const film = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypmp42'), Buffer.alloc(900, 5)]);
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
let database: TestDatabase;
let app: NestFastifyApplication;
let origin: string;
let examId: string;

beforeAll(async () => {
  database = await testDatabase();
  const config = loadConfig({ DATABASE_URL: database.appUrl, NODE_ENV: 'test', KAOSAI_DATA: directory });
  app = await NestFactory.create<NestFastifyApplication>(ApiModule.forRoot(config, createLogger('silent', 'test')), new FastifyAdapter(), { logger: false, abortOnError: false });
  app.setGlobalPrefix('api');
  app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });
  app.useGlobalPipes(new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true, exceptionFactory: invalidInput }));
  await app.register(cookie);
  await app.register(multipart, { limits: { files: 1 } });
  await app.listen(0, '127.0.0.1');
  origin = await app.getUrl();
  examId = await prepare();
});

afterAll(async () => {
  await app?.close();
  await database.drop();
  rmSync(directory, { recursive: true });
});

/** An exam with a question of each kind, its candidate, and an organizer. */
async function prepare(): Promise<string> {
  const transactions = app.get(Transactions);
  const passwordHash = await hashPassword('right-horse');
  const { orgUnitId, people, versions } = await transactions.run(async (manager) => {
    const unit = (await insertOrgUnits(manager, [{ path: 's', kind: 'system', code: 'S', title: { zh: '系统' } }])).get('s') as string;
    const ids = await enrollPeople(manager, ['organizer', 'candidate'].map((name) => ({ name, orgUnitId: unit, account: { username: name, passwordHash } })));
    await insertGrant(manager, { personId: ids[0], role: 'organizer', orgUnitId: unit }, null);
    const samples = questionsOfEveryKind();
    const questions = questionKinds.map((kind) => ({ ...samples[kind], marks: '1', subject: null, difficulty: null, source: null }));
    return { orgUnitId: unit, people: ids, versions: await storeQuestions(manager, questions, { orgUnitId: unit, createdBy: null, state: 'published' }) };
  });
  const actor: Actor = { accountId: people[0], personId: people[0], sessionId: people[0], locale: 'zh-CN', grants: [{ role: 'organizer', path: 's' }], assignments: [] };
  const slots = versions.map((questionVersionId, index) => ({ slot: questionKinds[index], questionVersionId, marks: '1', scoring: 'all_or_nothing' as const }));
  const draft = await app.get(Papers).create(actor, { orgUnitId, title: { zh: '卷' }, shuffleQuestions: false, shuffleOptions: false, sections: [{ title: { zh: '一' }, slots }] });
  const paper = await app.get(Papers).publish(actor, draft.id, draft.version);
  const window = { opensAt: new Date(Date.now() - 60_000).toISOString(), lateUntil: new Date(Date.now() + 600_000).toISOString(), durationSeconds: 600 };
  const exam = await app.get(Exams).create(actor, { orgUnitId, title: { zh: '考试' }, paperId: paper.id, mode: 'closed', ...window, referenceIds: [] });
  await app.get(CandidateLists).addPeople(actor, exam.id, { personIds: [people[1]] });
  await app.get(Exams).prepare(actor, exam.id);
  await new PrepareExam(transactions, app.get(PaperVault)).handle({ examId: exam.id }, { lastAttempt: true });
  return exam.id;
}

type Fetch = (method: string, path: string, body?: object, headers?: Record<string, string>) => Promise<Response>;

async function signIn(username: string): Promise<Fetch> {
  const answer = await fetch(`${origin}/api/v1/session`, { method: 'POST', headers: { origin, 'content-type': 'application/json' }, body: JSON.stringify({ username, password: 'right-horse' }) });
  const cookies = answer.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ');
  const { csrfToken } = await answer.json() as { csrfToken: string };
  return (method, path, body, headers = {}) => {
    const form = body instanceof FormData;
    const type: Record<string, string> = body && !form ? { 'content-type': 'application/json' } : {};
    return fetch(`${origin}/api/v1${path}`, { method, signal: AbortSignal.timeout(8_000), headers: { origin, cookie: cookies, 'x-csrf-token': csrfToken, ...type, ...headers }, ...(body ? { body: form ? body : JSON.stringify(body) } : {}) });
  };
}

function file(content: Buffer): FormData {
  const form = new FormData();
  form.append('file', new Blob([content], { type: 'text/html' }), 'x.html');
  return form;
}

describe('the routes of files', () => {
  it('take a picture by its content and send it so that it can do nothing', async () => {
    const organizer = await signIn('organizer');
    const uploaded = await (await organizer('POST', '/assets', file(png))).json() as UploadedFile;
    expect(uploaded).toMatchObject({ kind: 'image', mediaType: 'image/png', size: png.length });
    const sent = await organizer('GET', `/assets/${uploaded.id}`);
    expect(Buffer.from(await sent.arrayBuffer()).equals(png)).toBe(true);
    expect(Object.fromEntries(['content-type', 'content-disposition', 'content-security-policy', 'x-content-type-options', 'cache-control'].map((name) => [name, sent.headers.get(name)]))).toEqual({
      'content-type': 'image/png', 'content-disposition': 'inline', 'content-security-policy': "default-src 'none'; sandbox", 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-cache',
    });
    expect((await organizer('GET', `/assets/${uploaded.id}`, undefined, { 'if-none-match': sent.headers.get('etag') as string })).status).toBe(304);
    expect((await (await signIn('candidate'))('GET', `/assets/${uploaded.id}`)).status).toBe(404);
    expect((await fetch(`${origin}/api/v1/assets/${uploaded.id}`)).status).toBe(401);
  });

  it.each([['a drawing', Buffer.from('<svg onload="alert(1)"/>')], ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300_000)])], ['a text', Buffer.from('文字')]])('refuse for a question %s', async (_, content) => {
    const answer = await (await signIn('organizer'))('POST', '/assets', file(content));
    expect([answer.status, (await answer.json() as { code: string }).code]).toEqual([422, 'file.type_refused']);
  });

  it('take what a candidate hands in, let the response name it and give it back, in parts too', async () => {
    const candidate = await signIn('candidate');
    const attempt = await (await candidate('POST', `/my/exams/${examId}/start`, {})).json() as AttemptView;
    const path = `/attempts/${attempt.id}/files`;
    const { id } = await (await candidate('POST', path, file(film))).json() as UploadedFile;
    const refused = await candidate('POST', path, file(png));
    expect([refused.status, (await refused.json() as { code: string }).code]).toEqual([422, 'file.type_refused']);
    const large = await candidate('POST', path, file(Buffer.concat([film, Buffer.alloc(3_000_000)])));
    expect([large.status, (await large.json() as { code: string }).code]).toEqual([413, 'request.too_large']);
    expect((await candidate('POST', path, { file: 'x' })).status).toBe(400);

    const whole = await candidate('GET', `${path}/${id}`);
    expect([whole.headers.get('content-disposition'), whole.headers.get('accept-ranges'), whole.headers.get('content-length')]).toEqual(['attachment', 'bytes', String(film.length)]);
    expect(Buffer.from(await whole.arrayBuffer()).equals(film)).toBe(true);
    const part = await candidate('GET', `${path}/${id}`, undefined, { range: 'bytes=10-19' });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 10-19/${film.length}`]);
    expect(Buffer.from(await part.arrayBuffer()).equals(film.subarray(10, 20))).toBe(true);
    expect((await candidate('GET', `${path}/${id}`, undefined, { range: `bytes=${film.length}-` })).status).toBe(416);

    const save = async (slot: string, seq: number, body: object) => {
      const answer = await candidate('POST', `/attempts/${attempt.id}/saves`, { items: [{ slot, writer: attempt.writer, seq, body }] });
      return [answer.status, answer.status === 200 ? (await answer.json() as { acks: { outcome: string }[] }).acks[0].outcome : (await answer.json() as { code: string }).code];
    };
    expect(await save('file', 1, { files: [id] })).toEqual([200, 'stored']);
    expect(await save('essay', 2, { text: '长'.repeat(20_000) })).toEqual([200, 'stored']);
    expect(await save('gap_fill', 3, { gaps: { 1: '三', 2: '十五' } })).toEqual([200, 'stored']);
    expect(await save('composite', 4, { parts: { 1: { chosen: ['2'] }, 2: { gaps: { 1: '3' } } }, flagged: true })).toEqual([200, 'stored']);
    expect(await save('essay', 5, { text: '长'.repeat(20_001) })).toEqual([400, 'request.invalid']);
    expect(await save('composite', 6, { parts: { 1: { chosen: ['2'], correct: 'x' } } })).toEqual([400, 'request.invalid']);
    expect(await save('composite', 7, { parts: { 1: { parts: {} } } })).toEqual([400, 'request.invalid']);
    expect(await save('gap_fill', 8, { gaps: { 1: 7 } })).toEqual([400, 'request.invalid']);
    expect(await save('gap_fill', 9, { gaps: { 'auth-a': '三' } })).toEqual([422, 'attempt.body_invalid']);
    expect(await save('file', 10, { files: [attempt.id] })).toEqual([422, 'attempt.file_unknown']);
  });
});
