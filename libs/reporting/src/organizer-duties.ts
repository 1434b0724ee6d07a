import type { Duty, DutyKind, Title } from '#lib/contracts';
import { type Actor, inScope, scopeOf } from '#lib/identity';
import type { EntityManager } from 'typeorm';

interface HeatRow {
  id: string;
  edition_id: string;
  title: Title;
  state: string;
  count: number;
}

interface TierRow {
  id: string;
  edition_id: string;
  title: Title;
  edition_title: Title;
}

interface ExamRow {
  id: string;
  title: Title;
  state: string;
  opens_at: Date;
  sitting: number;
  candidates: number;
}

const atHeat = (editionId: string, heatId: string): string => `/competitions/${editionId}?heat=${heatId}`;

/** Heats to confirm, tiers to advance, heats to set up: those within the organizer's own scope. */
export async function contestDuties(manager: EntityManager, actor: Actor): Promise<Duty[]> {
  return [...await heatDuties(manager, actor), ...await tierDuties(manager, actor)];
}

async function heatDuties(manager: EntityManager, actor: Actor): Promise<Duty[]> {
  const params: unknown[] = [];
  const rows = await manager.query<HeatRow[]>(
    `SELECT h.id, h.edition_id, h.title, h.state, (SELECT count(*)::int FROM entry n WHERE n.heat_id = h.id AND n.state <> 'withdrawn') AS count
     FROM heat h JOIN edition e ON e.id = h.edition_id JOIN tier t ON t.id = h.tier_id JOIN org_unit u ON u.id = h.host_unit_id
     WHERE e.archived_at IS NULL AND e.state <> 'finished' AND ${inScope(scopeOf(actor, 'heat.confirm'), 'u.path', params)} AND (h.state IN ('provisional', 'failed') OR (h.state = 'setup'
       AND (t.level = 1 OR EXISTS (SELECT 1 FROM entry n WHERE n.heat_id = h.id)))) ORDER BY array_position(ARRAY['failed', 'provisional', 'setup'], h.state), h.id LIMIT 8`, params);
  return rows.map(({ id, edition_id, title, state, count }) => ({
    kind: (state === 'provisional' ? 'heat.confirm' : 'heat.setup') satisfies DutyKind, title, params: { count }, href: atHeat(edition_id, id), at: null, urgent: state !== 'setup',
  }));
}

async function tierDuties(manager: EntityManager, actor: Actor): Promise<Duty[]> {
  const params: unknown[] = [];
  const rows = await manager.query<TierRow[]>(
    `SELECT t.id, t.edition_id, t.title, e.title AS edition_title FROM tier t JOIN edition e ON e.id = t.edition_id JOIN org_unit u ON u.id = e.org_unit_id
     WHERE e.archived_at IS NULL AND ${inScope(scopeOf(actor, 'tier.advance'), 'u.path', params)} AND NOT EXISTS (SELECT 1 FROM advancement a WHERE a.tier_id = t.id)
       AND EXISTS (SELECT 1 FROM tier n WHERE n.edition_id = t.edition_id AND n.level = t.level + 1)
       AND EXISTS (SELECT 1 FROM heat h WHERE h.tier_id = t.id AND h.state IN ('confirmed', 'published'))
       AND NOT EXISTS (SELECT 1 FROM heat h WHERE h.tier_id = t.id AND h.state NOT IN ('confirmed', 'published') AND EXISTS (SELECT 1 FROM entry n WHERE n.heat_id = h.id))
     ORDER BY t.edition_id DESC, t.level LIMIT 5`, params);
  return rows.map(({ edition_id, title, edition_title }) => ({
    kind: 'tier.advance', title: { zh: `${edition_title.zh}·${title.zh}`, ...(edition_title.en || title.en ? { en: `${edition_title.en ?? edition_title.zh}: ${title.en ?? title.zh}` } : {}) },
    params: {}, href: `/competitions/${edition_id}`, at: null, urgent: true,
  }));
}

/** Exams that are running, that failed to prepare, or that are still drafts. */
export async function examWork(manager: EntityManager, actor: Actor): Promise<Duty[]> {
  const params: unknown[] = [];
  const rows = await manager.query<ExamRow[]>(
    `SELECT e.id, e.title, e.state, e.opens_at, (SELECT count(*)::int FROM attempt a WHERE a.exam_id = e.id AND kaosai.effective_state(a.state, a.closes_at, kaosai.clock()) = 'in_progress') AS sitting,
       (SELECT count(*)::int FROM candidate c WHERE c.exam_id = e.id) AS candidates
     FROM exam e JOIN org_unit u ON u.id = e.org_unit_id
     WHERE e.archived_at IS NULL AND ${inScope(scopeOf(actor, 'exam.write'), 'u.path', params)} AND (e.state = 'failed' OR (e.state = 'draft' AND e.late_until > kaosai.clock())
       OR (e.state = 'ready' AND e.opens_at <= kaosai.clock() AND (e.late_until > kaosai.clock()
         OR EXISTS (SELECT 1 FROM attempt a WHERE a.exam_id = e.id AND kaosai.effective_state(a.state, a.closes_at, kaosai.clock()) = 'in_progress'))))
     ORDER BY e.opens_at LIMIT 8`, params);
  return rows.map(({ id, title, state, opens_at, sitting, candidates }) => ({
    kind: state === 'ready' ? 'exam.running' : 'exam.prepare', title, params: { count: candidates, sitting }, href: `/exams/${id}`, at: state === 'ready' ? null : opens_at.toISOString(), urgent: state === 'failed',
  }));
}

/** Uploaded question files that wait for their author. */
export async function importDuties(manager: EntityManager, actor: Actor): Promise<Duty[]> {
  const rows = await manager.query<{ id: string; file_name: string }[]>(
    `SELECT id, file_name FROM question_import WHERE created_by = $1 AND state = 'mapped' AND created_at > kaosai.clock() - interval '14 days' ORDER BY created_at DESC LIMIT 3`, [actor.personId]);
  return rows.map(({ id, file_name }) => ({ kind: 'bank.import', title: { zh: file_name, en: file_name }, params: {}, href: `/bank/import?id=${id}`, at: null, urgent: false }));
}
