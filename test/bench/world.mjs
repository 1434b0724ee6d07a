import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { hash } from '@node-rs/argon2';
import { newId } from '#lib/kernel';
import { HttpConnection } from './http-connection.mjs';
import { ownerClient } from './stack.mjs';

export const password = 'bench-password-1';
const questions = 20;
const pages = 4;

/**
 * An exam of 20 questions in 4 sections that `candidates` people may start, each with an account and a session already. People and
 * questions are written straight into the tables; paper, exam, candidates and forms are made through the API and the worker.
 * @returns {Promise<{ examId: string, candidates: { username: string, headers: string }[] }>}
 */
export async function makeWorld({ database, base }, candidates, { withPasswords = false } = {}) {
  const owner = await ownerClient(database);
  try {
    const unitId = newId();
    await owner.query("INSERT INTO org_unit (id, kind, code, path, title) VALUES ($1, 'system', 'BENCH', 'bench', $2)", [unitId, { zh: '压测系统' }]);
    const [organizer, ...people] = await insertPeople(owner, unitId, candidates + 1, withPasswords);
    await owner.query("INSERT INTO role_grant (id, person_id, role, org_unit_id) VALUES ($1, $2, 'organizer', $3)", [newId(), organizer.personId, unitId]);
    const versions = await insertQuestions(owner, unitId);
    const api = await caller(base, organizer.headers);
    const examId = await makeExam(api, unitId, versions, people);
    await owner.query("UPDATE exam SET release = 'when_marked' WHERE id = $1", [examId]);
    await owner.query('ANALYZE');
    api.close();
    return { examId, unitId, candidates: people };
  } finally {
    await owner.end();
  }
}

async function insertPeople(owner, unitId, count, withPasswords) {
  const passwordHash = withPasswords ? await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 }) : 'none';
  const people = Array.from({ length: count }, (_, index) => {
    const token = randomBytes(32).toString('base64url');
    const csrf = randomBytes(32).toString('base64url');
    return {
      personId: newId(), accountId: newId(), sessionId: newId(), username: `bench-${index}`, tokenHash: createHash('sha256').update(token).digest(), csrf,
      headers: `Cookie: kaosai_session=${token}\r\nX-CSRF-Token: ${csrf}\r\n`,
    };
  });
  const column = (name) => people.map((person) => person[name]);
  await owner.query("INSERT INTO person (id, kind, name, staff_number) SELECT id, 'staff', '考生', name FROM unnest($1::uuid[], $2::text[]) AS p (id, name)", [column('personId'), column('username')]);
  await owner.query('INSERT INTO affiliation (id, person_id, org_unit_id) SELECT id, person_id, $3 FROM unnest($1::uuid[], $2::uuid[]) AS a (id, person_id)', [people.map(() => newId()), column('personId'), unitId]);
  await owner.query('INSERT INTO account (id, person_id, username, password_hash) SELECT id, person_id, name, $4 FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS a (id, person_id, name)', [column('accountId'), column('personId'), column('username'), passwordHash]);
  await owner.query(
    `INSERT INTO session (id, account_id, token_hash, csrf_token, expires_at)
     SELECT id, account_id, hash, csrf, clock_timestamp() + interval '12 hours' FROM unnest($1::uuid[], $2::uuid[], $3::bytea[], $4::text[]) AS s (id, account_id, hash, csrf)`,
    [column('sessionId'), column('accountId'), column('tokenHash'), column('csrf')]);
  return people;
}

/** Three single choices to one multiple, with texts of the usual length. */
async function insertQuestions(owner, unitId) {
  const versions = [];
  for (let index = 0; index < questions; index += 1) {
    const [id, versionId] = [newId(), newId()];
    const kind = index % 4 === 3 ? 'multiple' : 'single';
    const options = ['A', 'B', 'C', 'D'].map((option) => ({ id: option, html: `第 ${index + 1} 题的选项 ${option}，长短与真题相仿。` }));
    const html = `第 ${index + 1} 题：值班室接到火情报告后，值班员首先应当记录的是下列哪一项？请结合现场处置规程作答。`;
    await owner.query('BEGIN');
    await owner.query("INSERT INTO question (id, org_unit_id, code, state, current_version_id) VALUES ($1, $2, $3, 'published', $4)", [id, unitId, `BENCH-${index}`, versionId]);
    await owner.query(
      "INSERT INTO question_version (id, question_id, number, kind, content, excerpt, search_text, bigrams, content_hash) VALUES ($1, $2, 1, $3, $4, $5, $5, '{}', $6)",
      [versionId, id, kind, { schemaVersion: 1, kind, html, options }, html.slice(0, 40), randomBytes(32)]);
    await owner.query('INSERT INTO question_key (question_version_id, key) VALUES ($1, $2)', [versionId, { schemaVersion: 1, kind, correct: kind === 'multiple' ? ['A', 'C'] : ['B'], explanation: null }]);
    await owner.query('COMMIT');
    versions.push(versionId);
  }
  return versions;
}

async function makeExam(api, orgUnitId, versions, people) {
  const sections = Array.from({ length: pages }, (_, page) => ({
    title: { zh: `第 ${page + 1} 部分` },
    slots: versions.slice(page * (questions / pages), (page + 1) * (questions / pages)).map((questionVersionId, index) => ({ slot: `p${page + 1}-${index + 1}`, questionVersionId, marks: '5', scoring: 'partial_per_right' })),
  }));
  const draft = await api.post('/papers', { orgUnitId, title: { zh: '压测试卷' }, sections, shuffleQuestions: true, shuffleOptions: true });
  const paper = await api.post(`/papers/${draft.id}/publish`, {}, `If-Match: "${draft.version}"\r\n`);
  const exam = await api.post('/exams', {
    orgUnitId, title: { zh: '压测考试' }, paperId: paper.id, mode: 'closed', referenceIds: [], durationSeconds: 14_400,
    opensAt: new Date(Date.now() - 60_000).toISOString(), lateUntil: new Date(Date.now() + 6 * 3_600_000).toISOString(),
  });
  for (let from = 0; from < people.length; from += 5_000) await api.post(`/exams/${exam.id}/candidates`, { personIds: people.slice(from, from + 5_000).map(({ personId }) => personId) });
  await api.post(`/exams/${exam.id}/prepare`, {});
  for (;;) {
    const { state, problem } = await api.get(`/exams/${exam.id}`);
    if (state === 'ready') return exam.id;
    if (state === 'failed') throw new Error(`the forms could not be drawn: ${JSON.stringify(problem)}`);
    await sleep(100);
  }
}

/** Calls the API as one person; anything but 2xx is thrown. */
async function caller(base, headers) {
  const connection = new HttpConnection(base);
  // With a key, as browsers send one: what repeating costs everybody else is part of the price.
  const call = async (method, path, body, more = `Idempotency-Key: ${newId()}\r\n`) => {
    const answer = await connection.send(method, `/api/v1${path}`, headers + more, body && JSON.stringify(body));
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`);
    return JSON.parse(answer.body);
  };
  return { get: (path) => call('GET', path), post: (path, body, more) => call('POST', path, body, more), close: () => connection.close() };
}
