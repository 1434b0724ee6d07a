import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { ValidationPipe, VersioningType } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { loadConfig } from '#lib/config';
import { Transactions } from '#lib/database';
import { PrepareExam } from '#lib/exam';
import { Actors, enrollPeople, hashPassword, insertGrant, insertOrgUnits } from '#lib/identity';
import { ImportQuestions, PaperVault } from '#lib/question-bank';
import { createLogger } from '#lib/observability';
import { testDatabase, type TestDatabase } from '#lib/testing';
import { ApiModule } from '../api.module.js';
import { invalidInput } from '#lib/problems';

jest.setTimeout(30_000);
let origin: string;
let database: TestDatabase;
let app: NestFastifyApplication;
let people: string[];
let unit: string;

beforeAll(async () => {
  database = await testDatabase();
  const config = loadConfig({ DATABASE_URL: database.appUrl, NODE_ENV: 'test' });
  const logger = createLogger('silent', 'test');
  // As create-api.ts does, without the web client: Jest cannot load what serves it.
  app = await NestFactory.create<NestFastifyApplication>(ApiModule.forRoot(config, logger), new FastifyAdapter(), { logger: false, abortOnError: false });
  app.setGlobalPrefix('api');
  app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });
  app.useGlobalPipes(new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true, exceptionFactory: invalidInput }));
  await app.register(cookie);
  await app.register(multipart, { limits: { files: 1 } });
  await app.listen(0, '127.0.0.1');
  origin = await app.getUrl();
  const passwordHash = await hashPassword('right-horse');
  await app.get(Transactions).run(async (manager) => {
    unit = (await insertOrgUnits(manager, [{ path: 's', kind: 'system', code: 'S', title: { zh: '系统' } }])).get('s') as string;
    people = await enrollPeople(manager, ['organizer', 'candidate'].map((name) => ({ name, orgUnitId: unit, account: { username: name, passwordHash } })));
    await insertGrant(manager, { personId: people[0], role: 'organizer', orgUnitId: unit }, null);
  });
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

interface Answer<T> { status: number; body: T }
type Call = <T = Record<string, unknown>>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object | Buffer, headers?: Record<string, string>) => Promise<Answer<T>>;

/** Somebody at a browser of their own. */
async function signIn(username: string): Promise<Call> {
  const answer = await fetch(`${origin}/api/v1/session`, { method: 'POST', headers: { origin, 'content-type': 'application/json' }, body: JSON.stringify({ username, password: 'right-horse' }) });
  const cookies = answer.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ');
  const { csrfToken } = await answer.json() as { csrfToken: string };
  return async <T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object | Buffer, headers: Record<string, string> = {}) => {
    const sent = body === undefined ? {} : Buffer.isBuffer(body) ? { body } : { body: JSON.stringify(body) };
    const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    const result = await fetch(`${origin}/api/v1${path}`, { method, headers: { origin, cookie: cookies, 'x-csrf-token': csrfToken, ...type, ...headers }, ...(sent as { body?: string }) });
    const text = await result.text();
    return { status: result.status, body: (text === '' ? null : JSON.parse(text)) as T };
  };
}

function upload(fileName: string, content: string): { body: Buffer; headers: Record<string, string> } {
  const boundary = 'kaosai-boundary';
  return {
    body: Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: text/csv\r\n\r\n${content}\r\n--${boundary}--\r\n`),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}

describe('the routes from the file to the submission', () => {
  it('import, build, schedule, start, save and submit over HTTP', async () => {
    const organizer = await signIn('organizer');
    const file = upload('questions.csv', '题型,题干,A,B,答案\n单选题,一加一等于,二,三,A\n判断题,水往低处流,,,对\n');
    const imported = await organizer<{ id: string; rows: object; version: number }>('POST', '/question-imports', file.body, file.headers);
    expect(imported).toMatchObject({ status: 200, body: { fileName: 'questions.csv', rows: { good: 2, bad: 0 } } });
    const refused = upload('questions.ods', 'x');
    expect(await organizer('POST', '/question-imports', refused.body, refused.headers)).toMatchObject({ status: 415, body: { code: 'import.format_refused' } });
    expect(await organizer('PUT', `/question-imports/${imported.body.id}/mapping`, { fields: ['kind'] })).toMatchObject({ status: 428, body: { code: 'version.missing' } });

    const key = { 'idempotency-key': '0190a0a0-0000-7000-8000-000000000001' };
    const commit = { rows: 'all', orgUnitId: unit, subject: '常识', state: 'published' };
    const operation = await organizer<{ id: string }>('POST', `/question-imports/${imported.body.id}/commit`, commit, key);
    expect(operation.status).toBe(200);
    expect(await organizer('POST', `/question-imports/${imported.body.id}/commit`, commit, key)).toEqual(operation);
    await new ImportQuestions(app.get(Transactions), app.get(Actors)).run({ id: operation.body.id, kind: 'question.import', input: { importId: imported.body.id, rows: 'all', orgUnitId: unit, subject: '常识', categoryId: null, state: 'published' }, createdBy: people[0], done: 0, progress: () => Promise.resolve(), checkpoint: () => Promise.resolve() });

    const questions = await organizer<{ items: { versionId: string }[] }>('GET', '/questions?sort=code&kind=single');
    expect(questions.body.items).toHaveLength(1);
    expect(await organizer('GET', '/questions?sort=salary')).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    const slots = [{ slot: 'q1', questionVersionId: questions.body.items[0].versionId, marks: '2.50', scoring: 'all_or_nothing' }];
    const paper = await organizer<{ id: string; version: number }>('POST', '/papers', { orgUnitId: unit, title: { zh: '卷' }, sections: [{ title: { zh: '一' }, slots }], shuffleQuestions: true, shuffleOptions: true });
    expect(paper).toMatchObject({ status: 200, body: { totalMarks: '2.5', problems: [] } });
    expect(await organizer('POST', '/papers', { orgUnitId: unit, title: { zh: '卷' }, sections: [{ title: { zh: '一' }, slots: [{ ...slots[0], marks: '0' }] }], shuffleQuestions: true, shuffleOptions: true })).toMatchObject({ status: 400 });
    expect(await organizer('POST', `/papers/${paper.body.id}/publish`, {}, { 'if-match': '"1"' })).toMatchObject({ status: 200, body: { state: 'published' } });
    expect(await organizer('POST', `/papers/${paper.body.id}/publish`, {}, { 'if-match': '1' })).toMatchObject({ status: 409, body: { code: 'version.stale', params: { current: 2 } } });
    const reference = await organizer<{ id: string }>('POST', '/references', { orgUnitId: unit, title: { zh: '办法' }, text: '第一条 训练应当安全。' });
    expect(await organizer('POST', '/references/preview', { orgUnitId: unit, title: { zh: '办法' }, text: '无' })).toMatchObject({ status: 422, body: { code: 'reference.no_articles' } });

    const window = { opensAt: new Date(Date.now() - 60_000).toISOString(), lateUntil: new Date(Date.now() + 600_000).toISOString(), durationSeconds: 600 };
    const exam = await organizer<{ id: string }>('POST', '/exams', { orgUnitId: unit, title: { zh: '初赛' }, paperId: paper.body.id, mode: 'open', ...window, referenceIds: [reference.body.id] });
    expect(exam).toMatchObject({ status: 200, body: { state: 'draft', paper: { totalMarks: '2.5' } } });
    expect(await organizer('POST', `/exams/${exam.body.id}/candidates`, { personIds: [people[1]] })).toMatchObject({ status: 200, body: { candidates: 1 } });
    expect(await organizer('POST', `/exams/${exam.body.id}/prepare`)).toMatchObject({ status: 200, body: { state: 'preparing' } });
    await new PrepareExam(app.get(Transactions), app.get(PaperVault)).handle({ examId: exam.body.id }, { lastAttempt: true });
    expect(await organizer('GET', `/exams/${exam.body.id}/candidates?state=not_started`)).toMatchObject({ body: { items: [{ person: { name: 'candidate' } }], next: null } });

    const candidate = await signIn('candidate');
    expect((await candidate<unknown[]>('GET', '/my/exams')).body).toMatchObject([{ examId: exam.body.id, ready: true }]);
    const attempt = await candidate<{ id: string; writer: number }>('POST', `/my/exams/${exam.body.id}/start`);
    expect(attempt).toMatchObject({ status: 200, body: { writer: 1, references: [{ id: reference.body.id }] } });
    const path = `/attempts/${attempt.body.id}`;
    const item = { slot: 'q1', writer: 1, seq: 1, body: { chosen: ['1'] } };
    expect(await candidate('POST', `${path}/saves`, { items: [item] })).toMatchObject({ status: 200, body: { acks: [{ outcome: 'stored', seq: 1 }] } });
    expect(await candidate('POST', `${path}/saves`, { items: [{ ...item, seq: 2, body: { chosen: ['Q'] } }] })).toMatchObject({ status: 422, body: { code: 'attempt.body_invalid' } });
    expect(await candidate('POST', `${path}/saves`, { items: [{ ...item, seq: -1 }] })).toMatchObject({ status: 400 });
    expect(await candidate('POST', `${path}/saves`, { items: [{ ...item, extra: 1 }] })).toMatchObject({ status: 400 });
    expect((await candidate<unknown[]>('GET', `${path}/references/search?q=${encodeURIComponent('安全')}`)).body).toHaveLength(1);
    expect(await candidate('GET', `${path}/references/${reference.body.id}`)).toMatchObject({ status: 200, body: { articles: 1 } });
    expect(await candidate('GET', `${path}/result`)).toMatchObject({ status: 409, body: { code: 'attempt.not_released' } });

    const elsewhere = await signIn('candidate');
    expect(await elsewhere('GET', path)).toMatchObject({ status: 200, body: { writer: null } });
    expect(await elsewhere('POST', `${path}/saves`, { items: [{ ...item, seq: 3 }] })).toMatchObject({ status: 409, body: { code: 'attempt.writer_lost' } });
    expect(await elsewhere('POST', `${path}/takeover`, {})).toMatchObject({ status: 200, body: { writer: 2 } });
    expect(await candidate('POST', `${path}/saves`, { items: [{ ...item, seq: 4 }] })).toMatchObject({ status: 200, body: { acks: [{ outcome: 'superseded' }] } });

    expect(await organizer('GET', path)).toMatchObject({ status: 404 });
    expect(await candidate('GET', `/exams/${exam.body.id}`)).toMatchObject({ status: 404 });
    expect(await candidate('POST', `${path}/submit`)).toMatchObject({ status: 200, body: { submittedBy: 'candidate', answered: 1, questions: 1 } });
    expect(await organizer('GET', `/exams/${exam.body.id}`)).toMatchObject({ body: { counts: { submitted: 1 } } });
    expect(await organizer('POST', `/exams/${exam.body.id}/extend`, { seconds: 60, reason: '停电' })).toMatchObject({ status: 200, body: { kind: 'exam.extend' } });
  });
});
