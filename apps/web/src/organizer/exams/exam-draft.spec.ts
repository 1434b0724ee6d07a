import { describe, expect, it } from '@jest/globals';
import { addSitting, newExam, toRooms, toWriteExam, unfinishedSteps } from './exam-draft.js';

const draft = () => {
  const exam = newExam({ zh: '上午场' });
  return { ...exam, orgUnitId: 'u', schedule: { ...exam.schedule, title: { zh: '考试' }, paperId: 'p', durationMinutes: 60 } };
};

describe('the draft of an exam', () => {
  it('says which steps lack something', () => {
    expect([...unfinishedSteps(newExam({ zh: '' }))]).toEqual([0, 1]);
    expect(unfinishedSteps(draft()).size).toBe(0);
    expect([...unfinishedSteps({ ...draft(), rules: { ...draft().rules, release: 'at_time' }, rooms: { ...draft().rooms, perSitting: 1, rows: 2, columns: 2, capacity: 5 } })]).toEqual([2, 4]);
  });

  it('adds a sitting after the last one has ended', () => {
    const [first, second] = addSitting(draft().sittings, { zh: '第 2 场' }, 90);
    expect(second!.opensAt.diff(first!.opensAt, 'minute')).toBeGreaterThanOrEqual(120);
    expect(second!.key).not.toBe(first!.key);
  });

  it('is written with every sitting and rooms of each', () => {
    const exam = { ...draft(), rooms: { ...draft().rooms, perSitting: 2 } };
    const sittings = addSitting(exam.sittings, { zh: '第 2 场' }, 60);
    expect(toWriteExam({ ...exam, sittings })).toMatchObject({ orgUnitId: 'u', paperId: 'p', sittings: [{ title: { zh: '上午场' } }, { title: { zh: '第 2 场' } }] });
    expect(toRooms(exam, 's', (n) => ({ zh: String(n) }))).toMatchObject([{ sittingId: 's', title: { zh: '1' } }, { sittingId: 's', title: { zh: '2' } }]);
  });
});
