import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Accounts, type Actor, isAllowed } from '#lib/identity';
import { newId } from '#lib/kernel';
import { setClockOffset } from '#lib/testing';
import { ExamWorld } from '../../../test/exam-world.js';
import { ownAttempt } from './attempt-view.js';
import { deviceNumberOf } from './exam-entry.service.js';

jest.setTimeout(60_000);
let world: ExamWorld;
beforeAll(async () => { world = await ExamWorld.create(60); });
afterAll(() => world.drop());
afterEach(() => setClockOffset(world.database.ownerUrl, 0));

const minutes = (count: number): string => new Date(Date.now() + count * 60_000).toISOString();
const invigilator = (examId: string, objectType: 'exam' | 'room' = 'exam'): Actor => ({ ...world.organizer(), personId: world.people[3], grants: [], assignments: [{ role: 'invigilator', objectType, objectId: examId }] });
const found = async (examId: string, index: number) => (await world.candidates.list(world.organizer(), examId, { limit: 200 })).items.find(({ person }) => person.id === world.people[index])!;

/** A draft with a morning and an afternoon. */
async function draft(change: object = {}) {
  const exam = await world.exams.create(world.organizer(), {
    orgUnitId: world.units.get('s') as string, title: { zh: '闭卷考试' }, paperId: await world.paper({ secret: 'CANARY' }), mode: 'closed', opensAt: minutes(-1), lateUntil: minutes(60), durationSeconds: 600, referenceIds: [],
    sittings: [{ title: { zh: '下午场' }, opensAt: minutes(240), lateUntil: minutes(300) }, { title: { zh: '上午场' }, opensAt: minutes(-1), lateUntil: minutes(60) }], ...change,
  });
  const [morning, afternoon] = await world.sittings.list(world.organizer(), exam.id);
  return { exam, morning, afternoon };
}

async function made(people: readonly number[], change: object = {}) {
  const { exam, morning, afternoon } = await draft(change);
  await world.lists.addPeople(world.organizer(), exam.id, { personIds: people.map((index) => world.people[index]) });
  const room = await world.sittings.addRoom(world.organizer(), exam.id, { sittingId: morning.id, title: { zh: '第一考场' }, capacity: 40, rows: 5, columns: 8 });
  await world.exams.prepare(world.organizer(), exam.id);
  await world.prepareForms(exam.id);
  return { exam, morning, afternoon, room };
}

describe('sittings and rooms', () => {
  it('are several, in order of time, and the exam lasts from the first to the last', async () => {
    const { exam, morning, afternoon } = await draft();
    expect([morning.title.zh, afternoon.title.zh, morning.ordinal]).toEqual(['上午场', '下午场', 1]);
    expect(exam).toMatchObject({ opensAt: morning.opensAt, lateUntil: afternoon.lateUntil });
    const evening = await world.sittings.add(world.organizer(), exam.id, { title: { zh: '晚场' }, opensAt: minutes(400), lateUntil: minutes(460) });
    expect((await world.exams.get(world.organizer(), exam.id)).lateUntil).toBe(evening.lateUntil);
    await expect(world.sittings.write(world.organizer(), exam.id, evening.id, 9, evening)).rejects.toMatchObject({ code: 'version.stale' });
    await expect(world.sittings.write(world.organizer(), exam.id, evening.id, 1, { ...evening, lateUntil: evening.opensAt })).rejects.toMatchObject({ code: 'exam.window_invalid' });
    await world.sittings.remove(world.organizer(), exam.id, evening.id, 1);
    await expect(world.sittings.list(world.organizer('s.b'), exam.id)).rejects.toMatchObject({ code: 'object.not_found' });
  });

  it('go away only while nothing hangs on them, and a room holds whom it holds', async () => {
    const { exam, morning, room } = await made([1, 2]);
    const organizer = world.organizer();
    await expect(world.sittings.remove(organizer, exam.id, morning.id, 1)).rejects.toMatchObject({ code: 'sitting.in_use' });
    await expect(world.sittings.write(organizer, exam.id, morning.id, 1, { ...morning, lateUntil: minutes(90) })).rejects.toMatchObject({ code: 'exam.change_guarded' });
    expect(await world.sittings.write(organizer, exam.id, morning.id, 1, { ...morning, title: { zh: '第一场' } })).toMatchObject({ title: { zh: '第一场' }, version: 2 });
    await expect(world.sittings.addRoom(organizer, exam.id, { sittingId: newId(), title: { zh: '别处' }, capacity: 1 })).rejects.toMatchObject({ code: 'object.not_found' });
    await expect(world.sittings.addRoom(organizer, exam.id, { sittingId: morning.id, title: { zh: '小' }, capacity: 9, rows: 2, columns: 4 })).rejects.toMatchObject({ code: 'room.grid_invalid' });
    await expect(world.sittings.addRoom(organizer, exam.id, { sittingId: morning.id, title: { zh: '错' }, capacity: 9, addressRanges: ['10.0.0.0/40'] })).rejects.toMatchObject({ code: 'exam.address_invalid', params: { range: '10.0.0.0/40' } });
    const one = await found(exam.id, 1);
    await world.acts.write(organizer, exam.id, one.id, one.version, { sittingId: morning.id, roomId: room.id, seat: 30, accommodations: {} });
    await expect(world.sittings.writeRoom(organizer, exam.id, room.id, room.version, { sittingId: morning.id, title: room.title, capacity: 20 })).rejects.toMatchObject({ code: 'room.too_small' });
    await expect(world.sittings.removeRoom(organizer, exam.id, room.id, room.version)).rejects.toMatchObject({ code: 'room.in_use' });
    expect(await world.sittings.writeRoom(organizer, exam.id, room.id, room.version, { sittingId: morning.id, title: room.title, capacity: 30, addressRanges: ['10.1.2.3/16', 'fd00::/8'] })).toMatchObject({ addressRanges: ['10.1.0.0/16', 'fd00::/8'], seated: 1 });
    expect((await world.sittings.seatPlan(invigilator(exam.id), exam.id, room.id)).seats).toMatchObject([{ seat: 30, candidateId: one.id }]);
  });
});

describe('candidates', () => {
  it('come by unit, counted first and added after, each once', async () => {
    const { exam, afternoon } = await draft();
    const request = { orgUnitIds: [world.units.get('s.a') as string], entryIds: [], sittingId: afternoon.id };
    expect(await world.lists.select(world.organizer(), exam.id, { ...request, dryRun: true })).toMatchObject({ found: 58, already: 0, added: 0, byUnit: [{ unit: { code: 'A' }, found: 58 }] });
    expect((await world.exams.get(world.organizer(), exam.id)).candidates).toBe(0);
    expect(await world.lists.select(world.organizer(), exam.id, { ...request, dryRun: false })).toMatchObject({ added: 58 });
    expect(await world.lists.select(world.organizer(), exam.id, { ...request, dryRun: false })).toMatchObject({ already: 58, added: 0 });
    expect((await found(exam.id, 5)).sitting.id).toBe(afternoon.id);
    await expect(world.lists.select(world.organizer('s.b'), exam.id, { ...request, dryRun: true })).rejects.toMatchObject({ code: 'object.not_found' });
    expect(await world.lists.select(world.organizer(), exam.id, { ...request, entryIds: [newId()], dryRun: true })).toMatchObject({ found: 0 });
  });

  it('come by a list of staff numbers: all of it, or its problems by line', async () => {
    const unit = world.organizer('s.a');
    const exam = await world.exams.create(world.organizer(), { orgUnitId: world.units.get('s.a') as string, title: { zh: '单位考试' }, paperId: await world.paper(), mode: 'closed', opensAt: minutes(1), lateUntil: minutes(2), durationSeconds: 60, referenceIds: [] });
    const bad = await world.lists.import(unit, exam.id, { text: '工号,场次\nN1,1\nN1,1\nN999,\nN60,\nN2,7\n', dryRun: false });
    expect(bad).toEqual({ rows: 5, good: 1, already: 0, added: 0, problems: [
      { line: 3, staffNumber: 'N1', code: 'duplicate' }, { line: 4, staffNumber: 'N999', code: 'unknown' }, { line: 5, staffNumber: 'N60', code: 'out_of_scope' }, { line: 6, staffNumber: 'N2', code: 'sitting_unknown' }] });
    expect(await world.lists.import(unit, exam.id, { text: 'N1\nN2', dryRun: true })).toMatchObject({ good: 2, added: 0 });
    expect(await world.lists.import(unit, exam.id, { text: 'N1\nN2', dryRun: false })).toMatchObject({ good: 2, added: 2, problems: [] });
  });

  it('have admission numbers that no other exam of the day has, and leave before their papers are drawn', async () => {
    const [one, two] = [await made([1]), await made([1])];
    const numbers = [(await found(one.exam.id, 1)).admissionNumber, (await found(two.exam.id, 1)).admissionNumber];
    expect(new Set(numbers).size).toBe(2);
    await expect(world.lists.remove(world.organizer(), one.exam.id, { candidateIds: [(await found(one.exam.id, 1)).id] })).rejects.toMatchObject({ code: 'candidate.drawn' });
    const { exam } = await draft();
    await world.lists.addPeople(world.organizer(), exam.id, { personIds: [world.people[1]] });
    expect(await world.lists.remove(world.organizer(), exam.id, { candidateIds: [(await found(exam.id, 1)).id] })).toMatchObject({ candidates: 0 });
  });

  it('are seated apart from their unit as previewed, and a plan that has grown old is refused', async () => {
    const { exam, morning, room } = await made([10, 11, 58, 59]);
    const request = { sittingId: morning.id, method: 'by_unit' as const, seed: '7' };
    const preview = await world.seatings.preview(world.organizer(), exam.id, request);
    expect(preview).toMatchObject({ unplaced: 0, sameUnitNeighbours: 0, rooms: [{ id: room.id, seats: [{ seat: 1 }, { seat: 2 }, { seat: 3 }, { seat: 4 }] }] });
    expect(await world.seatings.apply(world.organizer(), exam.id, { ...request, digest: preview.digest })).toEqual(preview);
    expect(await world.candidates.list(world.organizer(), exam.id, { roomId: room.id, sort: 'seat' })).toMatchObject({ items: [{ seat: 1 }, { seat: 2 }, { seat: 3 }, { seat: 4 }] });
    await expect(world.seatings.apply(world.organizer(), exam.id, { ...request, digest: preview.digest })).rejects.toMatchObject({ code: 'exam.change_stale' });
    const one = await found(exam.id, 10);
    await expect(world.acts.write(world.organizer(), exam.id, one.id, one.version, { sittingId: morning.id, roomId: room.id, seat: one.seat === 1 ? 2 : 1, accommodations: {} })).rejects.toMatchObject({ code: 'seat.taken' });
    await expect(world.acts.write(world.organizer(), exam.id, one.id, one.version, { sittingId: morning.id, roomId: room.id, seat: 41, accommodations: {} })).rejects.toMatchObject({ code: 'seat.out_of_room' });
  });

  it('are granted time that always wins over the window', async () => {
    const { exam, morning } = await made([1]);
    const one = await found(exam.id, 1);
    expect(await world.acts.write(world.organizer(), exam.id, one.id, one.version, { sittingId: morning.id, roomId: null, seat: null, accommodations: { extraPercent: 25, extraSeconds: 30, largerText: true } })).toMatchObject({ extraSeconds: 210 });
    await setClockOffset(world.database.ownerUrl, 59 * 60_000);
    const attempt = await world.attempts.start(world.candidate(1), exam.id);
    expect(attempt).toMatchObject({ durationSeconds: 810, largerText: true });
    expect(Date.parse(attempt.deadline) - Date.parse(attempt.startedAt)).toBe(810_000);
    expect(Date.parse(attempt.deadline)).toBeGreaterThan(Date.parse(morning.lateUntil));
  });
});

describe('rulings and make-ups', () => {
  it('keep who is postponed out, and let them sit the afternoon with everything on record', async () => {
    const { exam, afternoon } = await made([1, 2]);
    const one = await found(exam.id, 1);
    const two = world.candidate(2);
    await world.attempts.start(two, exam.id);
    const ruled = await world.acts.rule(invigilator(exam.id), exam.id, { candidateIds: [one.id, (await found(exam.id, 2)).id], ruling: 'postponed', reason: '出差' });
    expect(ruled).toMatchObject({ changed: 1, unchanged: [{ why: 'sitting_now' }] });
    expect(await found(exam.id, 1)).toMatchObject({ state: 'postponed', reason: '出差' });
    await expect(world.attempts.start(world.candidate(1), exam.id)).rejects.toMatchObject({ code: 'candidate.not_admitted' });
    expect(await world.acts.makeUp(world.organizer(), exam.id, { candidateIds: [one.id], examId: exam.id, sittingId: afternoon.id, reason: '补考' })).toMatchObject({ changed: 1 });
    expect(await world.candidates.get(world.organizer(), exam.id, one.id)).toMatchObject({ state: 'not_started', sitting: { id: afternoon.id }, rulings: [{ ruling: 'postponed', sitting: { zh: '上午场' } }, { ruling: 'make_up' }] });
    await setClockOffset(world.database.ownerUrl, 241 * 60_000);
    expect(await world.attempts.start(world.candidate(1), exam.id)).toMatchObject({ state: 'in_progress' });
    await expect(world.acts.rule({ ...world.organizer(), grants: [] }, exam.id, { candidateIds: [one.id], ruling: 'absent', reason: 'x' })).rejects.toMatchObject({ code: 'object.not_found' });
  });

  it('link the candidate of another exam to the one they missed', async () => {
    const [first, second] = [await made([1]), await made([2])];
    const one = await found(first.exam.id, 1);
    const request = { candidateIds: [one.id], examId: second.exam.id, sittingId: second.afternoon.id, reason: '补考' };
    expect(await world.acts.makeUp(world.organizer(), first.exam.id, request)).toMatchObject({ changed: 0, unchanged: [{ why: 'not_missed' }] });
    await world.acts.rule(world.organizer(), first.exam.id, { candidateIds: [one.id], ruling: 'absent', reason: '未到' });
    expect(await world.acts.makeUp(world.organizer(), first.exam.id, request)).toMatchObject({ changed: 1 });
    const there = await found(second.exam.id, 1);
    expect(await world.candidates.get(world.organizer(), second.exam.id, there.id)).toMatchObject({ makeUpOf: { candidateId: one.id, examId: first.exam.id }, sitting: { id: second.afternoon.id } });
    expect(await world.acts.makeUp(world.organizer(), first.exam.id, request)).toMatchObject({ changed: 0, unchanged: [{ why: 'already_there' }] });
    await expect(world.acts.makeUp(world.organizer(), first.exam.id, { ...request, sittingId: first.morning.id })).rejects.toMatchObject({ code: 'object.not_found' });
  });
});

describe('starting and ending', () => {
  it('asks for the code and the address, and counts wrong codes', async () => {
    const { exam } = await made([1, 2], { accessCode: 'abc-123', addressRanges: ['10.0.0.0/8'] });
    const actor = world.candidate(1);
    await expect(world.attempts.start(actor, exam.id, { accessCode: 'ABC-123', address: '192.168.1.1' })).rejects.toMatchObject({ code: 'exam.address_refused' });
    for (let tries = 0; tries < 10; tries += 1) await expect(world.attempts.start(actor, exam.id, { accessCode: `wrong-${tries}`, address: '10.1.1.1' })).rejects.toMatchObject({ code: 'exam.access_code' });
    await expect(world.attempts.start(actor, exam.id, { accessCode: 'ABC-123', address: '10.1.1.1' })).rejects.toMatchObject({ code: 'session.too_many_tries' });
    expect(await world.attempts.start(world.candidate(2), exam.id, { accessCode: 'abc-123 ', address: '::ffff:10.1.1.1' })).toMatchObject({ state: 'in_progress' });
    const attempt = (await found(exam.id, 2));
    expect(attempt.state).toBe('in_progress');
    const other = world.candidate(2);
    const [{ id }] = await world.dataSource.query('SELECT id FROM attempt WHERE candidate_id = $1', [attempt.id]);
    await expect(world.attempts.takeover(other, id, {}, { address: '192.168.1.1' })).rejects.toMatchObject({ code: 'exam.address_refused' });
  });

  it('refuses to submit too early, but not to close by the clock', async () => {
    const { exam } = await made([1], { earliestSubmitSeconds: 300 });
    const actor = world.candidate(1);
    const attempt = await world.attempts.start(actor, exam.id);
    expect(Date.parse(attempt.earliestSubmitAt as string) - Date.parse(attempt.startedAt)).toBe(300_000);
    await expect(world.attempts.submit(actor, attempt.id)).rejects.toMatchObject({ code: 'attempt.too_early' });
    await setClockOffset(world.database.ownerUrl, 301_000);
    expect(await world.attempts.submit(actor, attempt.id)).toMatchObject({ submittedBy: 'candidate' });
    expect(await world.attempts.submit(actor, attempt.id)).toMatchObject({ submittedBy: 'candidate' });
  });
});

describe('what may be reviewed', () => {
  async function released(review: object, change: object = {}) {
    const { exam } = await made([1], { review: { marks: { when: 'never' }, responses: { when: 'never' }, keys: { when: 'never' }, explanations: { when: 'never' }, ...review }, ...change });
    const actor = world.candidate(1);
    const attempt = await world.attempts.start(actor, exam.id);
    await world.save(actor, attempt, 'q1', ['A'], 1);
    await world.attempts.submit(actor, attempt.id);
    await world.marking.handle({ attemptId: attempt.id });
    await expect(world.mine.result(actor, attempt.id)).rejects.toMatchObject({ code: 'attempt.not_released' });
    await world.exams.release(world.organizer(), exam.id);
    return { actor, attempt, result: () => world.mine.result(actor, attempt.id) };
  }

  it('is nothing but the total unless the exam says so: no key, explanation or response is in it', async () => {
    const { result } = await released({});
    const view = await result();
    expect(view).toMatchObject({ totalMark: '0', slots: [], review: null });
    expect(JSON.stringify(view)).not.toContain('CANARY');
  });

  it('has each part by itself, keys under the ids of the candidate’s own form', async () => {
    const keys = await (await released({ keys: { when: 'after_release' } })).result();
    expect(JSON.stringify(keys)).not.toContain('CANARY');
    expect(keys.review).toMatchObject({ responses: null, explanations: null });
    const q1 = keys.review!.sections.flatMap(({ questions }) => questions).find(({ slot }) => slot === 'q1')!;
    const right = 'options' in q1 ? q1.options.find(({ html }) => html === '选项B')!.id : '';
    expect(keys.review!.keys!.find(({ slot }) => slot === 'q1')!.body).toEqual({ chosen: [right] });
    const explanations = await (await released({ explanations: { when: 'after_release' }, marks: { when: 'after_release' } })).result();
    expect(explanations.slots).toHaveLength(3);
    expect(explanations.review).toMatchObject({ keys: null, responses: null, explanations: expect.arrayContaining([{ slot: 'q1', html: expect.stringContaining('CANARY') }]) });
  });

  it('opens at its time, and not before', async () => {
    const { result } = await released({ keys: { when: 'at_time', at: minutes(30) }, responses: { when: 'after_release' } });
    expect((await result()).review).toMatchObject({ keys: null, responses: [{ slot: 'q1' }] });
    await setClockOffset(world.database.ownerUrl, 31 * 60_000);
    expect((await result()).review!.keys).toHaveLength(3);
  });

  it('is released by the clock when the exam says at which time', async () => {
    const { exam } = await made([1], { release: 'at_time', releaseAt: minutes(20) });
    const actor = world.candidate(1);
    const attempt = await world.attempts.start(actor, exam.id);
    await world.attempts.submit(actor, attempt.id);
    await world.marking.handle({ attemptId: attempt.id });
    await world.markingSweeper.sweep();
    await expect(world.mine.result(actor, attempt.id)).rejects.toMatchObject({ code: 'attempt.not_released' });
    await setClockOffset(world.database.ownerUrl, 21 * 60_000);
    await world.markingSweeper.sweep();
    expect(await world.mine.result(actor, attempt.id)).toMatchObject({ totalMark: '0' });
    await expect(draft({ release: 'at_time' })).rejects.toMatchObject({ code: 'exam.release_time_missing' });
    await expect(draft({ sectionSeconds: [60, 60] })).rejects.toMatchObject({ code: 'exam.sections_mismatch' });
  });
});

describe('signing in on the day', () => {
  async function hall(people: readonly number[]) {
    const set = await made(people);
    const { password } = await world.sittings.rotatePassword(world.organizer(), set.exam.id, set.room.id);
    const preview = await world.seatings.preview(world.organizer(), set.exam.id, { sittingId: set.morning.id, method: 'by_list' });
    await world.seatings.apply(world.organizer(), set.exam.id, { sittingId: set.morning.id, method: 'by_list', digest: preview.digest });
    return { ...set, password };
  }

  it('begins a session for this exam alone, whatever else the person may do', async () => {
    const { exam, password } = await hall([1, 2]);
    const { admissionNumber } = await found(exam.id, 1);
    const signedIn = await world.entry.signIn({ admissionNumber: ` ${admissionNumber} `, roomPassword: password.toLowerCase() }, {});
    expect(signedIn.session).toMatchObject({ exam: { id: exam.id }, grants: [], assignments: [] });
    const actor = await world.sessions.authenticate(signedIn.token) as Actor;
    expect(actor).toMatchObject({ personId: world.people[1], exam: { id: exam.id }, grants: [] });
    expect(isAllowed(actor, 'attempt.sit', ownAttempt(actor.personId, exam.id))).toBe(true);
    expect(isAllowed(actor, 'attempt.sit', ownAttempt(actor.personId, newId()))).toBe(false);
    expect(await world.mine.list(actor)).toHaveLength(1);
    const attempt = await world.attempts.start(actor, exam.id);
    expect(attempt.writer).toBe(1);
    const other = await made([1]);
    await expect(world.attempts.start(actor, other.exam.id)).rejects.toMatchObject({ code: 'object.not_found' });
  });

  it('refuses the wrong password, the password of another room, and whoever was ruled absent', async () => {
    const { exam, password } = await hall([1]);
    const other = await hall([2]);
    const one = await found(exam.id, 1);
    await expect(world.entry.signIn({ admissionNumber: one.admissionNumber, roomPassword: other.password }, {})).rejects.toMatchObject({ code: 'session.bad_admission' });
    await expect(world.entry.signIn({ admissionNumber: '000', roomPassword: password }, {})).rejects.toMatchObject({ code: 'session.bad_admission' });
    const { password: fresh } = await world.sittings.rotatePassword(world.organizer(), exam.id, one.room!.id);
    await expect(world.entry.signIn({ admissionNumber: one.admissionNumber, roomPassword: password }, {})).rejects.toMatchObject({ code: 'session.bad_admission' });
    await world.acts.rule(world.organizer(), exam.id, { candidateIds: [one.id], ruling: 'absent', reason: '未到' });
    await expect(world.entry.signIn({ admissionNumber: one.admissionNumber, roomPassword: fresh }, {})).rejects.toMatchObject({ code: 'candidate.not_admitted' });
    await setClockOffset(world.database.ownerUrl, -4 * 3_600_000);
    await expect(world.entry.signIn({ admissionNumber: one.admissionNumber, roomPassword: fresh }, {})).rejects.toMatchObject({ code: 'session.bad_admission' });
  });

  it('lets five hundred in behind one address, and each has ten tries', async () => {
    const people = Array.from({ length: 30 }, (_, index) => index + 1);
    const { exam, password } = await hall(people);
    const numbers = (await world.candidates.list(world.organizer(), exam.id, { limit: 200 })).items.map(({ admissionNumber }) => admissionNumber);
    const all = await Promise.all(numbers.map((admissionNumber) => world.entry.signIn({ admissionNumber, roomPassword: password }, { address: '10.0.0.1' })));
    expect(new Set(all.map(({ token }) => token)).size).toBe(30);
    const wrong = await Promise.all(Array.from({ length: 25 }, () => world.entry.signIn({ admissionNumber: numbers[0], roomPassword: 'WRONG' }, {}).catch((error: { code: string }) => error.code)));
    expect(wrong.filter((code) => code === 'session.bad_admission')).toHaveLength(10);
    expect(wrong.filter((code) => code === 'session.too_many_tries')).toHaveLength(15);
    const known = all[numbers.indexOf(numbers[0])].deviceId;
    expect(await world.entry.signIn({ admissionNumber: numbers[0], roomPassword: password }, { deviceId: known })).toMatchObject({ session: { exam: { id: exam.id } } });
  });

  it('a code opens once, within ten minutes, at its device, however fast somebody guesses elsewhere', async () => {
    const { exam } = await hall([1]);
    const one = await found(exam.id, 1);
    const staff = invigilator(exam.id);
    const deviceId = randomUUID();
    const { code } = await world.entry.issueCode(staff, exam.id, one.id, { deviceNumber: deviceNumberOf(deviceId) });
    expect(code).toMatch(/^\d{8}$/);
    const guess = (index: number) => world.entry.signIn({ admissionNumber: one.admissionNumber, oneTimeCode: String(index).padStart(8, '0') }, { deviceId: randomUUID() }).catch((error: { code: string }) => error.code);
    expect(new Set(await Promise.all(Array.from({ length: 40 }, (_, index) => guess(index))))).toEqual(new Set(['session.bad_admission', 'session.too_many_tries']));
    await expect(world.entry.signIn({ admissionNumber: one.admissionNumber, oneTimeCode: code }, { deviceId: randomUUID() })).rejects.toMatchObject({ code: 'session.too_many_tries' });
    const inside = await world.entry.signIn({ admissionNumber: one.admissionNumber, oneTimeCode: code }, { deviceId });
    expect(inside.deviceId).toBe(deviceId);
    await expect(world.entry.signIn({ admissionNumber: one.admissionNumber, oneTimeCode: code }, { deviceId })).rejects.toMatchObject({ code: 'session.bad_admission' });
    const late = await world.entry.issueCode(staff, exam.id, one.id, {});
    await setClockOffset(world.database.ownerUrl, 601_000);
    await expect(world.entry.signIn({ admissionNumber: one.admissionNumber, oneTimeCode: late.code }, { deviceId })).rejects.toMatchObject({ code: 'session.bad_admission' });
    const stored = await world.dataSource.query('SELECT code_hash FROM entry_code WHERE candidate_id = $1', [one.id]) as { code_hash: string }[];
    expect(stored.every((row) => row.code_hash.startsWith('$argon2') && !row.code_hash.includes(code))).toBe(true);
  });

  it('codes come from whoever invigilates the exam or the room, and nobody else', async () => {
    const { exam, room } = await hall([1]);
    const one = await found(exam.id, 1);
    await expect(world.entry.issueCode(invigilator(room.id, 'room'), exam.id, one.id, {})).resolves.toMatchObject({ code: expect.stringMatching(/^\d{8}$/) });
    for (const actor of [invigilator(newId(), 'room'), invigilator(newId()), world.candidate(1)]) await expect(world.entry.issueCode(actor, exam.id, one.id, {})).rejects.toMatchObject({ code: 'object.not_found' });
    await expect(world.entry.issueCode(invigilator(exam.id), exam.id, newId(), {})).rejects.toMatchObject({ code: 'object.not_found' });
  });

  it('needs no account beforehand, and a disabled one stays shut', async () => {
    const { exam, password } = await hall([5]);
    const one = await found(exam.id, 5);
    const first = await world.entry.signIn({ admissionNumber: one.admissionNumber, roomPassword: password }, {});
    const again = await world.entry.signIn({ admissionNumber: one.admissionNumber, roomPassword: password }, {});
    expect(again.session.account.id).toBe(first.session.account.id);
    const administrator: Actor = { ...world.organizer(), grants: [{ role: 'system_admin', path: 's' }] };
    await new Accounts(world.transactions).disable(administrator, first.session.account.id, 1);
    await expect(world.entry.signIn({ admissionNumber: one.admissionNumber, roomPassword: password }, {})).rejects.toMatchObject({ code: 'account.disabled' });
  });
});

describe('changing an exam', () => {
  it('is free while it is a draft', async () => {
    const { exam, afternoon } = await draft();
    const changed = await world.changes.apply(world.organizer(), exam.id, exam.version, { title: { zh: '改名' }, durationSeconds: 900, mode: 'restricted', paperId: await world.paper(), navigation: 'forward', sittings: [{ id: afternoon.id, lateUntil: minutes(500) }] });
    expect(changed).toMatchObject({ operation: null, exam: { title: { zh: '改名' }, durationSeconds: 900, mode: 'restricted', rules: { navigation: 'forward' }, version: exam.version + 1 } });
    await expect(world.changes.apply(world.organizer(), exam.id, exam.version, { title: { zh: '又' } })).rejects.toMatchObject({ code: 'version.stale' });
    await expect(world.changes.apply(world.organizer(), exam.id, exam.version + 1, { sittings: [{ id: afternoon.id, lateUntil: minutes(-500) }] })).rejects.toMatchObject({ code: 'exam.window_invalid' });
    await expect(world.changes.preview(world.organizer('s.b'), exam.id, {})).rejects.toMatchObject({ code: 'object.not_found' });
  });

  it('moves the ends of those who sit by exactly what the preview showed, once', async () => {
    const { exam, morning } = await made([1, 2, 3]);
    const organizer = world.organizer();
    const granted = await found(exam.id, 2);
    await world.acts.write(organizer, exam.id, granted.id, granted.version, { sittingId: morning.id, roomId: null, seat: null, accommodations: { extraPercent: 50 } });
    const before = [await world.attempts.start(world.candidate(1), exam.id), await world.attempts.start(world.candidate(2), exam.id)];
    const { version } = await world.exams.get(organizer, exam.id);
    const change = { durationSeconds: 1200, graceSeconds: 30 };
    await expect(world.changes.apply(organizer, exam.id, version, change)).rejects.toMatchObject({ code: 'exam.change_guarded' });
    const preview = await world.changes.preview(organizer, exam.id, change);
    expect(preview).toMatchObject({ allowed: true, digestNeeded: true, effects: { deadlinesMoved: 2, endedAtOnce: 0, couldNoLongerStart: 0 } });
    const { operation } = await world.changes.apply(organizer, exam.id, version, { ...change, digest: preview.digest });
    await world.runOperation(operation!);
    await world.runOperation(operation!);
    const after = [await world.attempts.view(world.candidate(1), before[0].id), await world.attempts.view(world.candidate(2), before[1].id)];
    expect(after.map(({ deadline }, index) => Date.parse(deadline) - Date.parse(before[index].deadline))).toEqual([600_000, 900_000]);
    expect(after.map(({ closesAt, deadline }) => Date.parse(closesAt) - Date.parse(deadline))).toEqual([30_000, 30_000]);
    expect(await world.attempts.start(world.candidate(3), exam.id)).toMatchObject({ durationSeconds: 1200 });
  });

  it('refuses what people have relied on, and a preview that others have overtaken', async () => {
    const { exam, morning } = await made([1, 2]);
    const organizer = world.organizer();
    const { version } = await world.exams.get(organizer, exam.id);
    const change = { sittings: [{ id: morning.id, opensAt: minutes(-10), lateUntil: minutes(-2) }] };
    const preview = await world.changes.preview(organizer, exam.id, change);
    expect(preview.effects).toMatchObject({ couldNoLongerStart: 2 });
    await world.attempts.start(world.candidate(1), exam.id);
    await expect(world.changes.apply(organizer, exam.id, version, { ...change, digest: preview.digest })).rejects.toMatchObject({ code: 'exam.change_stale' });
    await expect(world.changes.apply(organizer, exam.id, version, { mode: 'open', paperId: await world.paper() })).rejects.toMatchObject({ code: 'exam.change_refused', params: { fields: 'mode, paperId' } });
    const again = await world.changes.preview(organizer, exam.id, change);
    expect(again.effects).toMatchObject({ couldNoLongerStart: 1 });
    await world.changes.apply(organizer, exam.id, version, { ...change, digest: again.digest });
    await expect(world.attempts.start(world.candidate(2), exam.id)).rejects.toMatchObject({ code: 'exam.too_late' });
  });

  it('lets a candidate sit again when there are attempts left, and the best one counts', async () => {
    const { exam } = await made([1], { attemptsAllowed: 2 });
    const actor = world.candidate(1);
    for (const chosen of [['B'], ['A']]) {
      const attempt = await world.attempts.start(actor, exam.id);
      await world.save(actor, attempt, 'q1', chosen, 1);
      await world.attempts.submit(actor, attempt.id);
      await world.marking.handle({ attemptId: attempt.id });
    }
    await world.exams.release(world.organizer(), exam.id);
    const one = await found(exam.id, 1);
    expect(one.totalMark).toBe('2');
    expect((await world.candidates.get(world.organizer(), exam.id, one.id)).attempts).toMatchObject([{ number: 1, totalMark: '2' }, { number: 2, totalMark: '0' }]);
    expect((await world.mine.list(actor)).find(({ examId }) => examId === exam.id)).toMatchObject({ attemptsLeft: 0, totalMark: '2' });
    expect((await world.attempts.start(actor, exam.id)).state).toBe('released');
    const { version } = await world.exams.get(world.organizer(), exam.id);
    await expect(world.changes.apply(world.organizer(), exam.id, version, { attemptsAllowed: 1 })).rejects.toMatchObject({ code: 'exam.change_refused' });
  });
});
