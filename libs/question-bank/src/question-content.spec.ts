import { describe, expect, it } from '@jest/globals';
import type { QuestionContent } from '#lib/contracts';
import { newId } from '#lib/kernel';
import { questionsOfEveryKind } from '../../../test/fixtures/questions-of-every-kind.js';
import { assetsOfContent, contentHash, excerptOf, plainTextOf, sanitizeContent } from './question-content.js';

const content = { schemaVersion: 1 as const, kind: 'single' as const, html: '甲<b>乙</b>', options: [{ id: 'A', html: '一' }, { id: 'B', html: '二' }] };
const every = Object.entries(questionsOfEveryKind());

/** The content with something bad in every text and in every object. */
function spoiled<T>(value: T): T {
  if (Array.isArray(value)) return value.map(spoiled) as T;
  if (typeof value !== 'object' || value === null) return value;
  return { ...Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, name === 'html' ? `${String(inner)}<script>BAD</script>` : spoiled(inner)])), smuggled: 'BAD' } as T;
}

describe('the content of a question', () => {
  it.each(every)('%s is cleaned in every text and keeps only what its kind has', (_, sample) => {
    const cleaned = sanitizeContent(spoiled(sample.content));
    expect(JSON.stringify(cleaned)).not.toContain('BAD');
    expect(cleaned).toEqual(sanitizeContent(sample.content));
    expect(JSON.parse(JSON.stringify(cleaned))).toEqual(sample.content);
  });

  it('is searched in all its texts', () => {
    expect(plainTextOf(content)).toBe('甲乙\n一\n二');
    const { cloze, composite, matching, ordering } = questionsOfEveryKind();
    expect(plainTextOf(cloze.content)).toBe('先____后____\n内容auth-a\n内容auth-b\n内容auth-c\n内容auth-a\n内容auth-b');
    expect(plainTextOf(matching.content)).toContain('内容left-2\n内容auth-a');
    expect(plainTextOf(ordering.content)).toContain('内容auth-d');
    expect(plainTextOf(composite.content)).toContain('案例材料\nsingle 题干\n内容auth-a');
  });

  it('has an excerpt that is cut between characters and shows gaps as such', () => {
    expect(excerptOf({ ...content, html: '𠮷'.repeat(5) }, 3)).toBe('𠮷𠮷𠮷…');
    expect(excerptOf(questionsOfEveryKind().gap_fill.content)).toBe('第____条，____日内');
  });

  it('names its files, those of its parts too', () => {
    const [a, b] = [newId(), newId()];
    const part = { ...content, html: `<video data-asset="${b}"></video>`, options: [{ id: 'A', html: `<img data-asset="${a}" alt="" />` }] };
    expect(assetsOfContent({ schemaVersion: 1, kind: 'composite', html: `<img data-asset="${a}" alt="" />`, parts: [{ id: 'p', marks: '1', content: part }] })).toEqual([a, b]);
  });
});

describe('the content hash', () => {
  it('does not see spacing, width, case or punctuation', () => {
    expect(contentHash({ ...content, html: ' 甲，乙。' })).toEqual(contentHash(content));
  });

  it.each<Partial<QuestionContent>>([{ html: '丙' }, { kind: 'multiple' }, { options: content.options.slice(1) }, { html: `甲乙<img data-asset="${newId()}" alt="" />` }])('sees another question (%#)', (change) => {
    expect(contentHash({ ...content, ...change } as QuestionContent)).not.toEqual(contentHash(content));
  });

  it('differs between kinds', () => expect(new Set(every.map(([, sample]) => contentHash(sample.content).toString('hex'))).size).toBe(every.length));
});
