import 'reflect-metadata';
import { ValidationPipe } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { fc } from '../../../../test/property.js';
import { SaveCommandDto } from './exam.dto.js';
import { isSaveCommand } from './is-save-command.js';

const rules = new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true });
const usual = { items: [{ slot: 'p1-1', writer: 1, seq: 0, body: { chosen: ['A'], flagged: true } }] };
const first = usual.items[0];

describe('isSaveCommand', () => {
  it.each([usual, { items: [{ ...first, body: { chosen: [] } }] }])('recognises the usual: %#', (command) => {
    expect(isSaveCommand(command)).toBe(true);
  });

  it.each([
    null, [], {}, { items: [] }, { ...usual, more: 1 }, { items: Array(51).fill(first) }, { items: [null] }, { items: [{ ...first, more: 1 }] },
    { items: [{ ...first, slot: '' }] }, { items: [{ ...first, slot: '题' }] }, { items: [{ ...first, writer: 0 }] }, { items: [{ ...first, writer: '1' }] }, { items: [{ ...first, seq: 1.5 }] },
    { items: [{ ...first, seq: 2 ** 31 }] }, { items: [{ ...first, body: { chosen: 'A' } }] }, { items: [{ ...first, body: { chosen: [1] } }] }, { items: [{ ...first, body: { chosen: ['A'], more: 1 } }] },
    { items: [{ ...first, body: { flagged: true } }] }, { items: [{ ...first, body: { chosen: ['A'], flagged: 1 } }] },
  ])('says nothing of anything else: %#', (command) => {
    expect(isSaveCommand(command)).toBe(false);
  });

  it('recognises only what the DTO accepts unchanged', async () => {
    const rarely = <T>(usually: fc.Arbitrary<T>) => fc.oneof({ weight: 30, arbitrary: usually as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: fc.jsonValue() as fc.Arbitrary<unknown> });
    const text = fc.oneof(fc.constantFrom('A', 'p1-1', ''), fc.string({ maxLength: 45 }), fc.string({ unit: 'binary', maxLength: 3 }));
    const body = fc.record({ chosen: rarely(fc.array(rarely(text), { maxLength: 28 })), flagged: rarely(fc.boolean()), more: fc.constant(1) }, { requiredKeys: ['chosen'] });
    const count = fc.oneof(fc.nat(5), fc.constantFrom(-1, 0.5, 2_147_483_647, 2_147_483_648));
    const item = fc.record({ slot: rarely(text), writer: rarely(count), seq: rarely(count), body: rarely(body) });
    let recognised = 0;
    await fc.assert(fc.asyncProperty(fc.record({ items: rarely(fc.array(rarely(item), { maxLength: 3 })) }), async (generated) => {
      const command: unknown = JSON.parse(JSON.stringify(generated));
      if (!isSaveCommand(command)) return;
      recognised += 1;
      expect(JSON.parse(JSON.stringify(await rules.transform(structuredClone(command), { type: 'body', metatype: SaveCommandDto })))).toEqual(command);
    }), { examples: [[usual]] });
    expect(recognised).toBeGreaterThan(0);
  });
});
