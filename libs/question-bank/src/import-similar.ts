import { setImmediate } from 'node:timers/promises';
import type { ImportProblem } from '#lib/contracts';
import { bigrams } from '#lib/database';
import type { Actor } from '#lib/identity';
import type { EntityManager } from 'typeorm';
import type { HashedQuestion } from './check-rows.js';
import { bandsOf, jaccard, similarFrom } from './similar-text.js';
import { visibleQuestions } from './visible-questions.js';

/** How many others with a common band are compared with one question; a file of one and the same text is told of all the same. */
const compared = 12;
const batch = 500;

interface Fingerprint {
  line: number;
  pairs: string[];
  bands: number[];
}

function warning(line: number, code: string, params: Record<string, unknown>): ImportProblem {
  return { severity: 'warning', sheet: null, line, column: null, cell: null, code, params };
}

function fingerprint({ lines, text }: HashedQuestion): Fingerprint {
  return { line: lines[0], pairs: bigrams(text), bands: bandsOf(text) };
}

/** Warns of the questions that read almost like an earlier one of the file, or like one of the bank that the actor may see. */
export async function findSimilar(manager: EntityManager, actor: Actor, questions: readonly HashedQuestion[]): Promise<ImportProblem[]> {
  const own: Fingerprint[] = [];
  for (const [index, question] of questions.entries()) {
    if (index % 100 === 99) await setImmediate();
    own.push(fingerprint(question));
  }
  return [...await inFile(own), ...await inBank(manager, actor, own)];
}

async function inFile(questions: readonly Fingerprint[]): Promise<ImportProblem[]> {
  const byBand = new Map<string, Fingerprint[]>();
  const found: ImportProblem[] = [];
  for (const [index, own] of questions.entries()) {
    if (index % 100 === 99) await setImmediate();
    const others = new Set<Fingerprint>();
    for (const [band, value] of own.bands.entries()) {
      const slot = `${band}:${value}`;
      const members = byBand.get(slot);
      if (!members) byBand.set(slot, [own]);
      else {
        for (const member of members) if (others.size < compared) others.add(member);
        if (members.length < compared) members.push(own);
      }
    }
    const like = [...others].map((other) => ({ other, similarity: jaccard(own.pairs, other.pairs) })).filter(({ similarity }) => similarity >= similarFrom).sort((a, b) => b.similarity - a.similarity)[0];
    if (like) found.push(warning(own.line, 'import.similar_line', { line: like.other.line, percent: Math.floor(like.similarity * 100) }));
  }
  return found;
}

async function inBank(manager: EntityManager, actor: Actor, questions: readonly Fingerprint[]): Promise<ImportProblem[]> {
  const found: ImportProblem[] = [];
  for (let from = 0; from < questions.length; from += batch) {
    const own = questions.slice(from, from + batch);
    const params: unknown[] = [[...new Set(own.flatMap(({ bands }) => bands))]];
    const rows = await manager.query<{ code: string; bands: number[]; pairs: string[] }[]>(
      `SELECT q.code, v.bands, v.bigrams AS pairs FROM question_version v JOIN question q ON q.current_version_id = v.id JOIN org_unit u ON u.id = q.org_unit_id
       WHERE v.bands && $1::int[] AND q.archived_at IS NULL AND q.state <> 'retired' AND ${visibleQuestions(actor, params)} LIMIT 5000`, params);
    if (rows.length === 0) continue;
    const byBand = new Map<string, typeof rows>();
    for (const row of rows) for (const [band, value] of row.bands.entries()) byBand.set(`${band}:${value}`, [...(byBand.get(`${band}:${value}`) ?? []).slice(0, compared - 1), row]);
    for (const { line, pairs, bands } of own) {
      const others = new Set(bands.flatMap((value, band) => byBand.get(`${band}:${value}`) ?? []));
      const like = [...others].map(({ code, pairs: theirs }) => ({ code, similarity: jaccard(pairs, theirs) })).filter(({ similarity }) => similarity >= similarFrom).sort((a, b) => b.similarity - a.similarity)[0];
      if (like) found.push(warning(line, 'import.similar_question', { code: like.code, percent: Math.floor(like.similarity * 100) }));
    }
    await setImmediate();
  }
  return found;
}
