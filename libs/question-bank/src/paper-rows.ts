import type { FieldProblem, OrgUnitRef, PaperAct, PaperListItem, PaperSealView, PaperView, QuestionKind, Title } from '#lib/contracts';
import { type Actor, isAllowed, namesOf, orgUnitRefSql } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { checkBlueprint, fixedVersions, rulesOf } from './blueprint-pools.js';
import { type PaperDraft, totalOf } from './paper-structure.js';
import { visibleQuestions } from './visible-questions.js';

export interface PaperRow {
  id: string;
  title: Title;
  state: PaperListItem['state'];
  draft: PaperDraft;
  org_unit: OrgUnitRef;
  path: string;
  version_id: string | null;
  versions: number;
  /** Of the last published version. */
  questions: number | null;
  total_marks: string | null;
  sealed_at: Date | null;
  until: Date | null;
  unsealed_at: Date | null;
  /** Sealed now: neither the time has come nor two have opened it. */
  sealed: boolean;
  updated_at: Date;
  version: number;
  sort_key: string;
}

/** How long an opener waits for the other one. */
export const openingMinutes = 10;

export const paperColumns = `p.id, p.title, p.state, p.draft, ${orgUnitRefSql('u')} AS org_unit, u.path::text AS path, p.updated_at, p.version,
  last.id AS version_id, coalesce(last.number, 0) AS versions, last.questions, trim_scale(last.total_marks)::text AS total_marks, s.sealed_at, s.until, s.unsealed_at,
  s.paper_id IS NOT NULL AND s.unsealed_at IS NULL AND s.until > kaosai.clock() AS sealed`;
export const paperTables = `paper p JOIN org_unit u ON u.id = p.org_unit_id LEFT JOIN paper_seal s ON s.paper_id = p.id
  LEFT JOIN LATERAL (SELECT pv.id, pv.number, pv.questions, pv.total_marks FROM paper_version pv WHERE pv.paper_id = p.id ORDER BY pv.number DESC LIMIT 1) last ON true`;

/** @throws DomainError `object.not_found`. */
export async function readPaper(manager: EntityManager, id: string): Promise<PaperRow> {
  const [row] = await manager.query<PaperRow[]>(`SELECT ${paperColumns} FROM ${paperTables} WHERE p.id = $1 AND p.archived_at IS NULL`, [id]);
  if (!row) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
  return row;
}

export function toListItem(row: PaperRow): PaperListItem {
  const { questions, totalMarks } = row.sealed_at && !row.unsealed_at ? { questions: row.questions ?? 0, totalMarks: row.total_marks ?? '0' } : totalOf(row.draft.sections);
  return {
    id: row.id, title: row.title, state: row.state, orgUnit: row.org_unit, questions, totalMarks, versionId: row.version_id,
    sealedUntil: row.sealed ? (row.until as Date).toISOString() : null, updatedAt: row.updated_at.toISOString(), version: row.version,
  };
}

/** A paper with what stands in each slot. `draft` is what the actor may see of it: null while it is sealed. */
export async function toPaperView(manager: EntityManager, actor: Actor, row: PaperRow, draft: PaperDraft | null): Promise<PaperView> {
  const shown = draft ?? { sections: [], shuffleQuestions: false, shuffleOptions: false };
  const questions = await readSlotQuestions(manager, actor, shown);
  const sections = shown.sections.map((section) => ({
    ...section,
    slots: section.slots.map((slot) => {
      const { questionId = null, kind = 'single', excerpt = '', code = '' } = questions.get(slot.questionVersionId) ?? {};
      return { ...slot, questionId, kind, excerpt, code };
    }),
  }));
  return {
    ...toListItem(row), sections, shuffleQuestions: shown.shuffleQuestions, shuffleOptions: shown.shuffleOptions, versions: row.versions,
    problems: draft && row.state === 'draft' ? await problemsOf(manager, actor, draft, questions) : [], seal: await sealView(manager, row), acts: actsOn(actor, row),
  };
}

export interface SlotQuestion {
  id: string;
  questionId: string;
  kind: QuestionKind;
  excerpt: string;
  code: string;
  usable: boolean;
}

/** What the fixed slots hold, of what the actor may see; usable when it is not retired. No key is read. */
export async function readSlotQuestions(manager: EntityManager, actor: Actor, draft: PaperDraft): Promise<Map<string, SlotQuestion>> {
  const params: unknown[] = [fixedVersions(draft.sections)];
  const rows = await manager.query<SlotQuestion[]>(
    `SELECT v.id, q.id AS "questionId", v.kind, v.excerpt, q.code, q.state = 'published' AND q.archived_at IS NULL AND v.state IN ('published', 'superseded') AS usable
     FROM question_version v JOIN question q ON q.id = v.question_id JOIN org_unit u ON u.id = q.org_unit_id
     WHERE v.id = ANY($1::uuid[]) AND ${visibleQuestions(actor, params)}`, params);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Everything that keeps a draft from being published, each with its place. */
export async function problemsOf(manager: EntityManager, actor: Actor, draft: PaperDraft, questions: ReadonlyMap<string, SlotQuestion>): Promise<FieldProblem[]> {
  const problems: FieldProblem[] = [];
  if (totalOf(draft.sections).questions === 0) problems.push({ path: 'sections', code: 'paper.empty' });
  draft.sections.forEach(({ slots }, at) => slots.forEach(({ questionVersionId }, index) => {
    if (!questions.get(questionVersionId)?.usable) problems.push({ path: `sections.${at}.slots.${index}`, code: 'paper.question_unavailable', params: { count: 1 } });
  }));
  const meeting = await countMeeting(manager, [...questions.values()].map(({ questionId }) => questionId));
  if (meeting > 0) problems.push({ path: 'sections', code: 'paper.questions_meet', params: { count: meeting } });
  if (rulesOf(draft.sections).length === 0) return problems;
  const { feasible, rules, apart } = await checkBlueprint(manager, actor, draft.sections);
  const short = rules.reduce((sum, rule) => sum + rule.short, 0);
  if (short > 0) problems.push({ path: 'sections', code: 'paper.blueprint_infeasible', params: { short, rules: rules.filter((rule) => rule.short > 0).map(({ id }) => id) } });
  else if (!feasible) problems.push({ path: 'sections', code: 'paper.apart_infeasible', params: { apart } });
  return problems;
}

async function countMeeting(manager: EntityManager, questionIds: readonly string[]): Promise<number> {
  const [{ count }] = await manager.query<{ count: number }[]>('SELECT count(*)::int AS count FROM question_apart WHERE a_id = ANY($1::uuid[]) AND b_id = ANY($1::uuid[])', [questionIds]);
  return count;
}

async function sealView(manager: EntityManager, row: PaperRow): Promise<PaperSealView | null> {
  if (!row.sealed_at || !row.until) return null;
  const openers = await manager.query<{ person_id: string; opened_at: Date | null }[]>(
    `SELECT person_id, CASE WHEN $2 OR opened_at > kaosai.clock() - interval '${openingMinutes} minutes' THEN opened_at END AS opened_at FROM paper_opener WHERE paper_id = $1 ORDER BY person_id`,
    [row.id, row.unsealed_at !== null]);
  const names = await namesOf(manager, openers.map(({ person_id: id }) => id));
  return {
    sealedAt: row.sealed_at.toISOString(), until: row.until.toISOString(), open: !row.sealed,
    openers: openers.map(({ person_id: id, opened_at: at }) => ({ id, name: names.get(id) ?? '', openedAt: at?.toISOString() ?? null })),
  };
}

/** What the actor may do with a paper now. Opening is offered to its openers by {@link sealView}. */
function actsOn(actor: Actor, row: PaperRow): PaperAct[] {
  const target = { paths: [row.path] };
  const writes = isAllowed(actor, 'paper.write', target);
  const reads = isAllowed(actor, 'paper.read', target) && !row.sealed;
  const acts: [PaperAct, boolean][] = [
    ['edit', writes && row.state === 'draft' && !row.sealed],
    ['publish', writes && row.state === 'draft' && !row.sealed],
    ['revise', writes && row.state === 'published' && (!row.sealed_at || row.unsealed_at !== null)],
    ['copy', writes && reads],
    ['retire', writes && row.state !== 'retired' && row.versions > 0],
    ['restore', writes && row.state === 'retired'],
    ['delete', writes && row.versions === 0],
    ['seal', isAllowed(actor, 'paper.seal', target) && row.state === 'published' && !row.sealed_at],
    ['open', row.sealed],
    ['preview', reads],
    ['keys', reads && isAllowed(actor, 'paper.keys', target)],
  ];
  return acts.flatMap(([act, open]) => (open ? [act] : []));
}
