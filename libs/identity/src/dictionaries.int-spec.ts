import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { BankWorld } from '../../../test/bank-world.js';
import { Dictionaries } from './index.js';

jest.setTimeout(60_000);
let world: BankWorld;
let dictionaries: Dictionaries;
beforeAll(async () => {
  world = await BankWorld.create();
  dictionaries = new Dictionaries(world.transactions);
});
afterAll(() => world.drop());

const entry = (code: string, zh: string, sort = 0) => ({ code, title: { zh }, sort });

describe('dictionaries', () => {
  it('are kept by organizers of the whole system and read by everybody', async () => {
    const organizer = world.actor('bob', 's', 'organizer');
    const first = await dictionaries.add(organizer, 'subject', entry('law', '法规', 2));
    await dictionaries.add(organizer, 'subject', entry('aid', '急救', 1));
    await dictionaries.add(organizer, 'job_field', entry('law', '执法'));
    expect((await dictionaries.list('subject')).map(({ code }) => code)).toEqual(['aid', 'law']);
    await expect(dictionaries.add(organizer, 'subject', entry(' law ', '又一个'))).rejects.toMatchObject({ code: 'dictionary.code_taken', params: { code: 'law' } });
    expect(await dictionaries.update(organizer, 'subject', first.id, entry('law', '法律法规', 0))).toMatchObject({ title: { zh: '法律法规' } });
    for (const other of [world.actor('ann', 's.a', 'organizer'), world.actor('ann', 's', 'question_author')]) {
      await expect(dictionaries.add(other, 'subject', entry('x', 'x'))).rejects.toMatchObject({ code: 'access.denied' });
      await expect(dictionaries.archive(other, 'subject', first.id, true)).rejects.toMatchObject({ code: 'access.denied' });
    }
    await expect(dictionaries.update(organizer, 'job_field', first.id, entry('y', 'y'))).rejects.toMatchObject({ code: 'object.not_found' });
    await expect(dictionaries.update(organizer, 'subject', randomUUID(), entry('y', 'y'))).rejects.toMatchObject({ code: 'object.not_found' });
  });

  it('take entries out of the offers without losing them', async () => {
    const organizer = world.actor('bob', 's', 'organizer');
    const { id } = await dictionaries.add(organizer, 'service_line', entry('old', '旧'));
    expect(await dictionaries.archive(organizer, 'service_line', id, true)).toMatchObject({ archived: true });
    expect(await dictionaries.archive(organizer, 'service_line', id, true)).toMatchObject({ archived: true });
    expect(await dictionaries.list('service_line')).toEqual([]);
    expect(await dictionaries.list('service_line', true)).toHaveLength(1);
    expect(await dictionaries.archive(organizer, 'service_line', id, false)).toMatchObject({ archived: false });
    expect(await world.audited(id)).toEqual(['dictionary.add', 'dictionary.archive', 'dictionary.restore']);
  });
});
