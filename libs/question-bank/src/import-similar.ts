import { setImmediate } from 'node:timers/promises';
import type { ImportProblem } from '#lib/contracts';
import { bigrams } from '#lib/database';
import type { Actor } from '#lib/identity';
import type { EntityManager } from 'typeorm';
import type { HashedQuestion } from './check-rows.js';
import { bandsOf, jaccard, similarFrom } from './similar-text.js';
import { visibleQuestions } from './visible-questions.js';

/**
 * With how many others that share a band a question is compared, of the file and of the bank. Files and banks of
 * questions from one mould (第 1 题…, 第 2 题…) share bands by the thousand; a warning is worth no more than this.
 */
const compared = 8;
const batch = 500;

interface Fingerprint<T> {
  of: T;
  pairs: string[];
  bands: number[];
}

/** Warns of the questions that read almost like an earlier one of the file, or like one of the bank that the actor may see. */
export async function findSimilarQuestions(manager: EntityManager, actor: Actor, questions: readonly HashedQuestion[]): Promise<ImportProblem[]> {
  const inFile = new Neighbours<number>();
  const found: ImportProblem[] = [];
  const warn = (line: number, code: string, params: Record<string, unknown>): void => {
    found.push({ severity: 'warning', sheet: null, line, column: null, cell: null, code, params });
  };
  for (let from = 0; from < questions.length; from += batch) {
    const own = questions.slice(from, from + batch).map(({ lines, text }): Fingerprint<number> => ({ of: lines[0], pairs: bigrams(text), bands: bandsOf(text) }));
    const inBank = await readNeighbours(manager, actor, own);
    for (const one of own) {
      const earlier = inFile.nearest(one);
      if (earlier) warn(one.of, 'import.similar_line', { line: earlier.of });
      else inFile.add(one);
      const stored = inBank.nearest(one);
      if (stored) warn(one.of, 'import.similar_question', { code: stored.of, percent: Math.floor(stored.share * 100) });
    }
    await setImmediate();
  }
  return found;
}

/** Texts by their bands; of those that share one with a text, the most alike. */
class Neighbours<T> {
  private readonly byBand = new Map<string, Fingerprint<T>[]>();

  add(one: Fingerprint<T>): void {
    for (const slot of slotsOf(one)) {
      const members = this.byBand.get(slot);
      if (!members) this.byBand.set(slot, [one]);
      else if (members.length < compared) members.push(one);
    }
  }

  nearest(one: Fingerprint<unknown>): { of: T; share: number } | null {
    let best: { of: T; share: number } | null = null;
    const others = new Set<Fingerprint<T>>();
    for (const slot of slotsOf(one)) for (const other of this.byBand.get(slot) ?? []) if (others.size < compared) others.add(other);
    for (const other of others) {
      const share = jaccard(one.pairs, other.pairs);
      if (share >= similarFrom && share > (best?.share ?? 0)) best = { of: other.of, share };
    }
    return best;
  }
}

function slotsOf({ bands }: Fingerprint<unknown>): string[] {
  return bands.map((value, band) => `${band}:${value}`);
}

/** Question by question, so that the index of bands serves each; one look for all of a batch would read the whole bank. */
async function readNeighbours(manager: EntityManager, actor: Actor, own: readonly Fingerprint<number>[]): Promise<Neighbours<string>> {
  const params: unknown[] = [JSON.stringify(own.map(({ bands }) => bands)), compared];
  const rows = await manager.query<{ code: string; bands: number[]; pairs: string[] }[]>(
    `SELECT DISTINCT ON (v.id) q.code, v.bands, v.bigrams AS pairs
     FROM (SELECT ARRAY(SELECT jsonb_array_elements_text(b)::int) AS bands FROM jsonb_array_elements($1::jsonb) AS b) w
       CROSS JOIN LATERAL (SELECT * FROM (SELECT near.id, near.bands, near.bigrams FROM question_version near WHERE near.bands && w.bands OFFSET 0) found LIMIT $2) v
       JOIN question q ON q.current_version_id = v.id JOIN org_unit u ON u.id = q.org_unit_id
     WHERE q.archived_at IS NULL AND q.state <> 'retired' AND ${visibleQuestions(actor, params)}`, params);
  const stored = new Neighbours<string>();
  for (const { code, bands, pairs } of rows) stored.add({ of: code, pairs, bands });
  return stored;
}
