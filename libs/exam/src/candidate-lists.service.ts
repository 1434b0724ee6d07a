import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import type { AddCandidates, CandidateImport, CandidateSelection, ExamView, ImportCandidates, OrgUnitRef, RemoveCandidates, SelectCandidates } from '#lib/contracts';
import { lockRows, raiseRevision, Transactions } from '#lib/database';
import { type Actor, inScope, orgUnitRefs, pathsOfOrgUnits, peopleInScope, requireAllowed, scopeOf, snapshotUnitOf } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { readExamView, requireExam } from './exam-queries.js';
import { addCandidates, type NewCandidate } from './exam-steps.js';
import { type ListedCandidate, readCandidateList } from './read-candidate-list.js';
import { readSittings } from './sitting-queries.js';

interface KnownPerson {
  id: string;
  staff_number: string;
  on_duty: boolean;
  in_scope: boolean;
}

/** Who sits an exam: by person, by org unit and dictionary, by a list of staff numbers. */
@Injectable()
export class CandidateLists {
  constructor(private readonly transactions: Transactions) {}

  /** Adds people of the actor's scope with the unit of this day; who is a candidate already stays one. @throws DomainError `person.unknown`. */
  async addPeople(actor: Actor, examId: string, { personIds, sittingId }: AddCandidates): Promise<ExamView> {
    return this.transactions.run(async (manager) => {
      await requireExam(manager, actor, examId, 'exam.write');
      const wanted = await peopleInScope(manager, scopeOf(actor, 'person.read'), personIds);
      await this.add(manager, actor, examId, wanted.map((personId) => ({ personId })), sittingId);
      return readExamView(manager, examId);
    });
  }

  /**
   * Adds everybody on duty in these units, or those of them with one of the dictionary entries; a dry run only counts them.
   * @throws DomainError `object.not_found` for a unit out of sight.
   */
  async select(actor: Actor, examId: string, { orgUnitIds, entryIds, sittingId, dryRun }: SelectCandidates): Promise<CandidateSelection> {
    return this.transactions.run(async (manager) => {
      await requireExam(manager, actor, examId, 'exam.write');
      const paths = [...(await pathsOfOrgUnits(manager, orgUnitIds)).values()];
      for (const path of paths) requireAllowed(actor, 'person.read', { paths: [path] });
      const found = await findPeople(manager, paths, entryIds);
      const already = await alreadyThere(manager, examId, found);
      const fresh = found.filter((id) => !already.has(id));
      const byUnit = await countByUnit(manager, found);
      const added = dryRun ? 0 : await this.add(manager, actor, examId, fresh.map((personId) => ({ personId })), sittingId);
      return { found: found.length, already: already.size, added, byUnit };
    });
  }

  /** Checks a list of staff numbers and, unless it is a dry run or the list has problems, adds its people. All of them or none. */
  async import(actor: Actor, examId: string, { text, sittingId, dryRun }: ImportCandidates): Promise<CandidateImport> {
    return this.transactions.run(async (manager) => {
      await requireExam(manager, actor, examId, 'exam.write');
      const { rows, problems } = readCandidateList(text);
      const known = await findByStaffNumber(manager, actor, rows);
      const sittings = new Map((await readSittings(manager, examId)).map(({ id, ordinal }) => [ordinal, id]));
      const good: { personId: string; sittingId?: string }[] = [];
      for (const row of rows) {
        const code = problemOf(row, known.get(row.staffNumber), sittings);
        if (code) problems.push({ line: row.line, staffNumber: row.staffNumber, code });
        else good.push({ personId: (known.get(row.staffNumber) as KnownPerson).id, ...(row.sitting === null ? {} : { sittingId: sittings.get(row.sitting) as string }) });
      }
      const already = await alreadyThere(manager, examId, good.map(({ personId }) => personId));
      const added = dryRun || problems.length > 0 ? 0 : await this.add(manager, actor, examId, good.filter(({ personId }) => !already.has(personId)), sittingId);
      return { rows: good.length + problems.length, good: good.length, already: already.size, added, problems: problems.sort((a, b) => a.line - b.line) };
    });
  }

  /** Takes candidates off the list again, as long as no paper has been drawn for them. @throws DomainError `candidate.drawn`, `object.not_found`. */
  async remove(actor: Actor, examId: string, { candidateIds }: RemoveCandidates): Promise<ExamView> {
    return this.transactions.run(async (manager) => {
      await requireExam(manager, actor, examId, 'exam.write');
      await lockRows(manager, 'exam', [examId]);
      const rows = await manager.query<{ id: string; drawn: boolean }[]>(
        `SELECT c.id, e.state NOT IN ('draft', 'failed') OR EXISTS (SELECT 1 FROM form f WHERE f.candidate_id = c.id) OR EXISTS (SELECT 1 FROM candidate_ruling g WHERE g.candidate_id = c.id) AS drawn
         FROM candidate c JOIN exam e ON e.id = c.exam_id WHERE c.exam_id = $1 AND c.id = ANY($2::uuid[])`, [examId, candidateIds]);
      if (rows.length < new Set(candidateIds).size) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
      if (rows.some(({ drawn }) => drawn)) throw new DomainError('candidate.drawn', {}, { kind: 'conflict' });
      await manager.query('UPDATE session SET candidate_id = NULL, ended_at = coalesce(ended_at, kaosai.clock()) WHERE candidate_id = ANY($1::uuid[])', [candidateIds]);
      await manager.query('DELETE FROM entry_code WHERE candidate_id = ANY($1::uuid[])', [candidateIds]);
      await manager.query('DELETE FROM candidate WHERE id = ANY($1::uuid[])', [candidateIds]);
      await appendAudit(manager, actor, 'exam.remove_candidates', 'exam', examId, { candidateIds });
      await raiseRevision(manager, `exam:${examId}`);
      return readExamView(manager, examId);
    });
  }

  private async add(manager: EntityManager, actor: Actor, examId: string, people: readonly { personId: string; sittingId?: string }[], sittingId?: string): Promise<number> {
    const units = await snapshotUnitOf(manager, people.map(({ personId }) => personId));
    const fresh: NewCandidate[] = people.map((person) => ({ ...person, orgUnitId: units.get(person.personId) as string }));
    const added = await addCandidates(manager, examId, fresh, sittingId);
    await appendAudit(manager, actor, 'exam.add_candidates', 'exam', examId, { added });
    await raiseRevision(manager, `exam:${examId}`);
    return added;
  }
}

function problemOf({ sitting }: ListedCandidate, person: KnownPerson | undefined, sittings: ReadonlyMap<number, string>): CandidateImport['problems'][number]['code'] | null {
  if (!person) return 'unknown';
  if (!person.in_scope) return 'out_of_scope';
  if (!person.on_duty) return 'not_on_duty';
  return sitting !== null && !sittings.has(sitting) ? 'sitting_unknown' : null;
}

async function findPeople(manager: EntityManager, paths: readonly string[], entryIds: readonly string[]): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT DISTINCT p.id FROM person p JOIN affiliation f ON f.person_id = p.id AND f.valid_to IS NULL JOIN org_unit d ON d.id = f.org_unit_id
     WHERE p.archived_at IS NULL AND p.state IN ('on_duty', 'seconded') AND d.path <@ ANY($1::text[]::ltree[])
       AND (cardinality($2::uuid[]) = 0 OR EXISTS (SELECT 1 FROM person_dictionary_entry x WHERE x.person_id = p.id AND x.entry_id = ANY($2::uuid[]))) ORDER BY p.id`, [paths, entryIds]);
  return rows.map(({ id }) => id);
}

async function findByStaffNumber(manager: EntityManager, actor: Actor, rows: readonly ListedCandidate[]): Promise<Map<string, KnownPerson>> {
  const params: unknown[] = [rows.map(({ staffNumber }) => staffNumber)];
  const belongs = inScope(scopeOf(actor, 'person.read'), 'd.path', params);
  const people = await manager.query<KnownPerson[]>(
    `SELECT p.id, p.staff_number, p.state IN ('on_duty', 'seconded') AS on_duty,
       EXISTS (SELECT 1 FROM affiliation f JOIN org_unit d ON d.id = f.org_unit_id WHERE f.person_id = p.id AND f.valid_to IS NULL AND ${belongs}) AS in_scope
     FROM person p WHERE p.staff_number = ANY($1::text[]) AND p.archived_at IS NULL`, params);
  return new Map(people.map((person) => [person.staff_number, person]));
}

async function alreadyThere(manager: EntityManager, examId: string, personIds: readonly string[]): Promise<Set<string>> {
  const rows = await manager.query<{ person_id: string }[]>('SELECT person_id FROM candidate WHERE exam_id = $1 AND person_id = ANY($2::uuid[])', [examId, personIds]);
  return new Set(rows.map(({ person_id: id }) => id));
}

async function countByUnit(manager: EntityManager, personIds: readonly string[]): Promise<CandidateSelection['byUnit']> {
  const units = await snapshotUnitOf(manager, personIds);
  const counts = new Map<string, number>();
  for (const unit of units.values()) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const refs = await orgUnitRefs(manager, [...counts.keys()]);
  return [...counts].map(([id, found]) => ({ unit: refs.get(id) as OrgUnitRef, found })).sort((a, b) => b.found - a.found || a.unit.code.localeCompare(b.unit.code));
}
