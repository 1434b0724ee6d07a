import type { QuestionContent, SimilarQuestion } from '#lib/contracts';
import { bigrams } from '#lib/database';
import { type Actor, orgUnitRefSql } from '#lib/identity';
import type { EntityManager } from 'typeorm';
import { plainTextOf } from './question-content.js';
import { bandsOf, jaccard, similarFrom } from './similar-text.js';
import { visibleQuestions } from './visible-questions.js';

/** At most so many are told of one text. */
const told = 10;
const batch = 200;

interface Candidate {
  n: number;
  id: string;
  code: string;
  excerpt: string;
  org_unit: SimilarQuestion['orgUnit'];
  bigrams: string[];
}

/** The questions that the actor may see and that read almost like a content, most alike first; retired ones do not count. Of near ones about 1 in 100 is missed (`bandsOf`). */
export async function findSimilar(manager: EntityManager, actor: Actor, content: QuestionContent, excludeId?: string): Promise<SimilarQuestion[]> {
  return (await findSimilarMany(manager, actor, [plainTextOf(content)], excludeId))[0];
}

/**
 * The same for many texts at once, in their order: 20,000 rows of an import in some seconds. It compares with the bank alone; what repeats
 * within the texts themselves `similarWithin` finds.
 */
export async function findSimilarMany(manager: EntityManager, actor: Actor, texts: readonly string[], excludeId?: string): Promise<SimilarQuestion[][]> {
  const found: SimilarQuestion[][] = [];
  for (let start = 0; start < texts.length; start += batch) {
    const part = texts.slice(start, start + batch);
    const candidates = await readCandidates(manager, actor, part, excludeId);
    found.push(...part.map((text, n) => mostAlike(text, candidates.filter((candidate) => candidate.n === n))));
  }
  return found;
}

/** For each text the position of the first earlier one that reads almost the same, or null. */
export function similarWithin(texts: readonly string[]): (number | null)[] {
  const byBand = new Map<number, number[]>();
  const grams: string[][] = [];
  return texts.map((text, index) => {
    grams.push(bigrams(text));
    const bands = bandsOf(text);
    const earlier = [...new Set(bands.flatMap((band) => byBand.get(band) ?? []))].sort((a, b) => a - b);
    const first = earlier.find((other) => jaccard(grams[other], grams[index]) >= similarFrom) ?? null;
    // What repeats an earlier one leads to that one already; keeping it out keeps lists of a thousand copies short.
    if (first === null) for (const band of bands) byBand.set(band, [...(byBand.get(band) ?? []), index]);
    return first;
  });
}

async function readCandidates(manager: EntityManager, actor: Actor, texts: readonly string[], excludeId?: string): Promise<Candidate[]> {
  const wanted = texts.flatMap((text, n) => {
    const { length } = bigrams(text);
    // No set that is a fifth larger or smaller can have so much in common.
    return length === 0 ? [] : [{ n, bands: bandsOf(text), least: Math.floor(length * similarFrom), most: Math.ceil(length / similarFrom) }];
  });
  if (wanted.length === 0) return [];
  const params: unknown[] = [JSON.stringify(wanted), excludeId ?? null];
  return manager.query<Candidate[]>(
    `SELECT DISTINCT ON (w.n, q.id) w.n, q.id, q.code, v.excerpt, ${orgUnitRefSql('u')} AS org_unit, v.bigrams
     FROM (SELECT (t->>'n')::int AS n, (t->>'least')::int AS least, (t->>'most')::int AS most, ARRAY(SELECT jsonb_array_elements_text(t->'bands')::int) AS bands FROM jsonb_array_elements($1::jsonb) AS t) AS w
       CROSS JOIN LATERAL (SELECT near.* FROM question_version near WHERE near.bands && w.bands AND cardinality(near.bigrams) BETWEEN w.least AND w.most OFFSET 0) AS v
       JOIN question q ON q.id = v.question_id JOIN org_unit u ON u.id = q.org_unit_id
     WHERE (v.id = q.current_version_id OR (v.id = q.draft_version_id AND u.path <@ ANY($${params.length + 1}::text[]::ltree[])))
       AND q.archived_at IS NULL AND q.state <> 'retired' AND q.id IS DISTINCT FROM $2::uuid AND ${visibleQuestions(actor, params)}
     ORDER BY w.n, q.id, v.number DESC`, params);
}

function mostAlike(text: string, candidates: readonly Candidate[]): SimilarQuestion[] {
  const grams = new Set(bigrams(text));
  return candidates.map(({ id, code, excerpt, org_unit: orgUnit, bigrams: other }) => ({ id, code, excerpt, orgUnit, share: jaccard(grams, other) }))
    .filter(({ share }) => share >= similarFrom)
    .sort((a, b) => b.share - a.share || (a.code < b.code ? -1 : 1))
    .slice(0, told)
    .map(({ share, ...question }) => ({ ...question, similarity: (Math.floor(share * 100) / 100).toFixed(2) }));
}
