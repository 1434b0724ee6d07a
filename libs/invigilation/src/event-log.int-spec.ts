import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { loadConfig } from '#lib/config';
import type { ActKind, AttemptView, EventLogFile } from '#lib/contracts';
import { ChangeEnds } from '#lib/exam';
import { newId, SeededRandom } from '#lib/kernel';
import { createLogger } from '#lib/observability';
import { freezeClock, setClockOffset } from '#lib/testing';
import { ExamWorld } from '../../../test/exam-world.js';
import { entryHash, firstHash } from './event-chain.js';
import { AttemptLive, EventLogs, Incidents, InvigilationActs, Presence, SigningKey, verifyEventLog } from './index.js';

jest.setTimeout(60_000);
let world: ExamWorld;
let logs: EventLogs;
let key: SigningKey;
let directory: string;
let file: EventLogFile;
let attempt: AttemptView;
let pem: string;

beforeAll(async () => {
  world = await ExamWorld.create(6);
  directory = mkdtempSync(join(tmpdir(), 'kaosai-key-'));
  key = new SigningKey(loadConfig({ DATABASE_URL: world.database.appUrl, NODE_ENV: 'test', KAOSAI_DATA: directory }));
  logs = new EventLogs(world.transactions, key);
  pem = (await key.view()).pem;
  ({ attempt, file } = await sitThrough());
});
afterEach(() => setClockOffset(world.database.ownerUrl, 0));
afterAll(async () => {
  rmSync(directory, { recursive: true, force: true });
  await world.drop();
});

/** Saves on two devices, late and repeated ones, time given and taken back, pauses, a message that is acknowledged, incidents with rulings, the end. */
async function sitThrough(): Promise<{ attempt: AttemptView; file: EventLogFile }> {
  const presence = new Presence(world.transactions, createLogger('silent', 'test'));
  const acts = new InvigilationActs(world.transactions, world.operations, world.revisions);
  const live = new AttemptLive(world.transactions, presence);
  const incidents = new Incidents(world.transactions, presence, world.revisions);
  const organizer = world.organizer();
  const exam = await world.readyExam([1], { graceSeconds: 7 });
  const actor = world.candidate(1);
  const started = await world.attempts.start(actor, exam.id);
  const begun = Date.parse(started.startedAt);
  const at = (seconds: number) => freezeClock(world.database.ownerUrl, new Date(begun + seconds * 1000));
  const carryOut = async (act: ActKind, more: object = {}) => {
    const command = { act, scope: { kind: 'exam' as const }, ...more };
    return acts.carryOut(organizer, exam.id, { ...command, text: '停电', digest: (await acts.preview(organizer, exam.id, command)).digest });
  };
  for (let seq = 1; seq <= 4; seq += 1) {
    await at(seq);
    await world.save(actor, started, seq % 2 ? 'q1' : 'q3', [seq % 2 ? 'ABCD'[seq] : 'T'], seq * 10);
  }
  await at(5);
  await world.save(actor, started, 'q1', ['D'], 7);
  await at(10.003);
  await carryOut('pause');
  await at(100.01);
  await carryOut('resume');
  const { id } = await carryOut('extend', { seconds: 300 });
  await live.acknowledge(actor, started.id, [id]);
  await carryOut('retract', { undoes: id });
  await at(110);
  await world.runOperation(await world.exams.extend(organizer, exam.id, { seconds: 60, reason: '补时' }));
  await at(115);
  const operationId = newId();
  await world.dataSource.query("INSERT INTO operation (id, kind, state, created_by) VALUES ($1, 'exam.change', 'running', $2)", [operationId, organizer.personId]);
  await world.dataSource.query('INSERT INTO exam_change_row (operation_id, attempt_id, deadline_seconds, closes_seconds) VALUES ($1, $2, -30, -33)', [operationId, started.id]);
  await new ChangeEnds(world.transactions, world.revisions).run({ id: operationId, kind: 'exam.change', input: { examId: exam.id }, createdBy: organizer.personId, done: 0, progress: () => Promise.resolve(), checkpoint: () => Promise.resolve() });
  await at(120);
  await incidents.report(actor, started.id, { items: [{ id: newId(), kind: 'focus_lost', at: new Date(begun).toISOString() }] });
  const second = { ...actor, sessionId: newId() };
  const taken = await world.attempts.takeover(second, started.id, {});
  await at(130);
  await world.save(actor, started, 'q2', ['A'], 90);
  await world.save(second, taken, 'q2', ['A', 'C'], 1);
  await incidents.rule(organizer, exam.id, { incidents: (await incidents.list(organizer, exam.id, {})).items.map(({ id: incident, version }) => ({ id: incident, version })), ruling: 'dismissed', reason: '误触' });
  await carryOut('pause');
  await at(200);
  await carryOut('end');
  return { attempt: started, file: await logs.export(organizer, started.id, true) };
}

const copyOf = (): EventLogFile => JSON.parse(JSON.stringify(file)) as EventLogFile;

describe('the log of an attempt', () => {
  it('is whole, signed, and replays offline to the same end', () => {
    expect(verifyEventLog(copyOf(), pem)).toEqual({ ok: true, entries: file.entries.length, saves: 7, signed: true });
    expect(verifyEventLog(copyOf())).toMatchObject({ ok: true, signed: false });
    expect(file.outcome).toMatchObject({ state: 'submitted', deadline: new Date(Date.parse(attempt.deadline) + 60_000 - 30_000 + 90_007 + 70_000).toISOString() });
    expect(new Set(file.entries.map(({ type }) => type))).toEqual(new Set(['started', 'writer', 'save', 'act', 'acknowledged', 'extended', 'changed', 'incident', 'ruling', 'submitted']));
    expect(Object.keys(file.outcome.current)).toEqual(['q1', 'q2', 'q3']);
  });

  it('names nobody and quotes nobody; answers stand in it only for whoever may set the exam up', async () => {
    const watcher = { ...world.organizer(), grants: [{ role: 'supervisor' as const, path: 's' }] };
    const plain = await logs.export(watcher, attempt.id, false);
    expect(JSON.stringify(plain)).not.toMatch(/考生|停电|误触|"chosen"/);
    expect(verifyEventLog(plain, pem)).toMatchObject({ ok: true });
    await expect(logs.export(watcher, attempt.id, true)).rejects.toMatchObject({ code: 'access.denied' });
    await expect(logs.export(world.candidate(1), attempt.id, false)).rejects.toMatchObject({ code: 'object.not_found' });
    const [{ count }] = await world.dataSource.query("SELECT count(*)::int AS count FROM audit_event WHERE action = 'attempt.export_log' AND object_id = $1", [attempt.id]);
    expect(count).toBe(2);
  });

  it('locates 100 of 100 tamperings at the very entry', () => {
    const random = new SeededRandom('attempt-log');
    for (let round = 0; round < 100; round += 1) {
      const tampered = copyOf();
      const index = random.nextInt(tampered.entries.length - 1);
      const harm = harms[round % harms.length];
      harm.act(tampered, index);
      const { broken } = verifyEventLog(tampered, pem);
      expect([round, broken?.n]).toEqual([round, harm.at(index)]);
    }
  });

  it('is not believed when somebody chains it anew: what was changed contradicts the rest, or the signature', () => {
    const rechained = (change: (copy: EventLogFile) => void) => {
      const copy = copyOf();
      change(copy);
      let previous = firstHash;
      copy.entries.forEach((entry, index) => {
        entry.n = index + 1;
        entry.hash = entryHash(previous, entry);
        previous = entry.hash;
      });
      return verifyEventLog(copy, pem).broken;
    };
    const find = (copy: EventLogFile, type: string, nth = 0) => copy.entries.filter((entry) => entry.type === type)[nth];
    const numberOf = (type: string, nth = 0) => find(file, type, nth).n;
    expect(rechained((copy) => { find(copy, 'save').data.bodyHash = createHash('sha256').update('{}').digest('hex'); })).toMatchObject({ n: numberOf('save'), fault: 'receipt' });
    expect(rechained((copy) => { find(copy, 'save').data.body = { chosen: ['C'] }; })).toMatchObject({ n: numberOf('save'), fault: 'body' });
    expect(rechained((copy) => { find(copy, 'save', 4).data.superseded = false; })).toMatchObject({ n: numberOf('save', 4), fault: 'superseded' });
    expect(rechained((copy) => { copy.entries.splice(copy.entries.indexOf(find(copy, 'save', 2)), 1); })).toMatchObject({ fault: 'submission' });
    expect(rechained((copy) => { find(copy, 'extended').data.seconds = 3_600; })).toMatchObject({ fault: 'times' });
    expect(rechained((copy) => { find(copy, 'incident').data.kind = 'copy'; })).toMatchObject({ n: 0, fault: 'signature' });
    expect(rechained((copy) => { copy.outcome.state = 'cancelled'; })).toMatchObject({ n: 0, fault: 'outcome' });
  });

  it('is checked with the key it names', async () => {
    const other = new SigningKey(loadConfig({ DATABASE_URL: world.database.appUrl, NODE_ENV: 'test', KAOSAI_DATA: join(directory, 'other') }));
    expect(verifyEventLog(copyOf(), (await other.view()).pem).broken).toMatchObject({ n: 0, fault: 'key' });
    expect((await key.view()).pem).toBe(pem);
  });
});

const harms: { act: (copy: EventLogFile, index: number) => void; at: (index: number) => number }[] = [
  { act: ({ entries }, index) => { entries[index].data = { ...entries[index].data, extra: 1 }; }, at: (index) => index + 1 },
  { act: ({ entries }, index) => { entries[index].type = 'other'; }, at: (index) => index + 1 },
  { act: ({ entries }, index) => { entries[index].at = new Date(Date.parse(entries[index].at) + 1).toISOString(); }, at: (index) => index + 1 },
  { act: ({ entries }, index) => { entries[index].hash = '0'.repeat(63) + '1'; }, at: (index) => index + 1 },
  { act: ({ entries }, index) => { entries.splice(index, 1); }, at: (index) => index + 1 },
  { act: ({ entries }, index) => { entries.splice(index, 0, { ...entries[index] }); }, at: (index) => index + 2 },
  { act: ({ entries }, index) => { [entries[index], entries[index + 1]] = [entries[index + 1], entries[index]]; }, at: (index) => index + 1 },
  { act: ({ entries }, index) => { entries[index].n += 1; }, at: (index) => index + 1 },
];
