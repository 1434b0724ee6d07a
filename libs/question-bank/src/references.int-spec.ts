import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { BankWorld } from '../../../test/bank-world.js';
import { readDocument } from './document-reader.js';
import { References } from './references.service.js';

jest.setTimeout(60_000);
let world: BankWorld;
let references: References;
beforeAll(async () => {
  world = await BankWorld.create();
  references = new References(world.transactions);
});
afterAll(() => world.drop());

const regulation = [
  '训练管理办法', '第一章 总则', '第一条 为了规范训练，保证安全，根据有关规定，结合各单位的实际情况，制定本办法，各单位应当遵照第二条的要求执行，不得违反。',
  '第二条 每周一练，每月一比。有下列情形之一的，应当补练：', '（一）因公缺席；', '（二）未达标准。', '第二章 附则', '第三条 本办法自公布之日起施行。',
];

const fixture = (name: string): Buffer => readFileSync(fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url)));

describe('a regulation’s file', () => {
  const author = () => world.actor('ann', 's.a', 'question_author');

  it('is read from a PDF, lines put together again, and stored as articles', async () => {
    const file = await references.readFile(author(), fixture('regulation.pdf'));
    expect(file).toMatchObject({ format: 'pdf', title: '训练管理办法', articles: 3 });
    const stored = await references.create(author(), { orgUnitId: world.unit('s.a'), title: { zh: file.title }, text: file.text });
    expect(stored.articleList.map(({ chapter, label, text }) => [chapter, label, text])).toEqual([
      ['第一章 总则', '第一条', regulation[2].slice(4)], ['第一章 总则', '第二条', '每周一练，每月一比。有下列情形之一的，应当补练：\n（一）因公缺席；\n（二）未达标准。'], ['第二章 附则', '第三条', '本办法自公布之日起施行。']]);
    expect((await references.articles(author(), stored.id, '每月一比')).map(({ label }) => label)).toEqual(['第二条']);
    expect((await references.articles(author(), stored.id, '第三条')).map(({ label }) => label)).toEqual(['第三条']);
    expect(await references.articles(author(), stored.id)).toHaveLength(3);
    await expect(references.articles(world.actor('dan', 's.b', 'organizer'), stored.id)).rejects.toMatchObject({ code: 'object.not_found' });
  });

  it('is read from Markdown and plain text, in GB18030 too', async () => {
    const markdown = Buffer.from(`# ${regulation[0]}\n\n${regulation.slice(1).join('\n\n')}`);
    expect(await references.readFile(author(), markdown)).toMatchObject({ format: 'text', title: '训练管理办法', articles: 3 });
    expect(await readDocument(Buffer.from('b5dad2bbccf5', 'hex'))).toEqual({ format: 'text', text: '第一条' });
  });

  it.each([
    ['a workbook', Buffer.from('504b030414', 'hex'), 'reference.file_refused'], ['an old document', Buffer.from('d0cf11e0a1b1', 'hex'), 'reference.file_refused'],
    ['broken bytes', Buffer.from([0xff, 0xff, 0xff]), 'reference.file_unreadable'], ['half a PDF', Buffer.from('%PDF-1.7\nnothing'), 'reference.file_unreadable'], ['NUL', Buffer.from('a\0b'), 'reference.file_unreadable'],
    ['too much text', Buffer.alloc(1_000_000, 'a'), 'request.too_large'],
  ])('is refused when it is %s', async (_, file, code) => {
    await expect(readDocument(file)).rejects.toMatchObject({ code });
  });

  it('is refused when it is a scan, and by those who store none', async () => {
    await expect(readDocument(fixture('scan.pdf'))).rejects.toMatchObject({ code: 'reference.no_text' });
    await expect(references.readFile(world.actor('dan', 's.a', 'question_reviewer'), Buffer.from('第一条 一'))).rejects.toMatchObject({ code: 'access.denied' });
  });
});
