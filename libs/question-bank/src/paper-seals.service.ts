import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import type { ListQuery, Page, PaperAccessAct, PaperAccessItem, PaperView, SealPaper } from '#lib/contracts';
import { appendToOutbox, databaseNow, lockRows, pageQuery, type SortColumn, Transactions } from '#lib/database';
import { type Actor, isAllowed, requireAllowed } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { PaperAccess, recordAccess } from './paper-access.js';
import { openingMinutes, type PaperRow, readPaper, toPaperView } from './paper-rows.js';
import { PaperVault } from './paper-vault.js';
import { emptyPaper, hideContent, readContent, restoreContent } from './sealed-content.js';

interface AccessRow {
  id: string;
  at: Date;
  person_id: string | null;
  name: string | null;
  act: PaperAccessAct;
  allowed: boolean;
  sort_key: string;
}

const newestFirst: Record<string, SortColumn> = { at: { expression: 'a.at', type: 'timestamptz' } };

/** Sealing papers until a time, opening them by two people together, and the record of every look. */
@Injectable()
export class PaperSeals {
  constructor(private readonly transactions: Transactions, private readonly vault: PaperVault, private readonly access: PaperAccess) {}

  /**
   * Encrypts all that a published paper holds; from then on nobody reads it, in the program, the database or a new backup, until two openers open it
   * together or the time comes. Exams on it go on: the server opens it for their candidates alone.
   *
   * @throws DomainError `paper.not_published`, `paper.already_sealed`, `paper.forms_drawn`, `paper.seal_time_past`, `paper.openers_invalid`, `paper.seal_key_missing`.
   */
  async seal(actor: Actor, id: string, version: number, { until, openerIds }: SealPaper): Promise<PaperView> {
    return this.transactions.run(async (manager) => {
      const paper = await lockPaper(manager, id);
      requireAllowed(actor, 'paper.seal', { paths: [paper.path] });
      if (paper.version !== version) throw new DomainError('version.stale', { current: paper.version }, { kind: 'conflict' });
      if (paper.state !== 'published') throw new DomainError('paper.not_published');
      if (paper.sealed_at) throw new DomainError('paper.already_sealed');
      if (new Date(until) <= (await databaseNow(manager))) throw new DomainError('paper.seal_time_past');
      const openers = await requireOpeners(manager, openerIds);
      await requireNoForms(manager, id);

      const { wrappedKey, content } = this.vault.seal(id, await readContent(manager, id, paper.draft));
      await manager.query('INSERT INTO paper_seal (paper_id, sealed_by, until, wrapped_key, content) VALUES ($1, $2, $3, $4, $5)', [id, actor.personId, until, wrappedKey, content]);
      await manager.query('INSERT INTO paper_opener (paper_id, person_id) SELECT $1, unnest($2::uuid[])', [id, openers]);
      await hideContent(manager, id);
      await recordAccess(manager, id, actor.personId, 'seal', true);
      await appendAudit(manager, actor, 'paper.seal', 'paper', id, { until, openerIds: openers });
      return toPaperView(manager, actor, await readPaper(manager, id), null);
    });
  }

  /**
   * Says that one opener agrees to open the paper early. The second of two different openers within ten minutes opens it; alone nobody opens anything.
   * Every try is recorded, refused ones too.
   */
  async open(actor: Actor, id: string): Promise<PaperView> {
    await this.requireOpener(actor, await readPaper(this.transactions.reader, id));
    return this.transactions.run(async (manager) => {
      const paper = await lockPaper(manager, id);
      if (paper.sealed) {
        await manager.query('UPDATE paper_opener SET opened_at = kaosai.clock() WHERE paper_id = $1 AND person_id = $2', [id, actor.personId]);
        await recordAccess(manager, id, actor.personId, 'open', true);
        await appendAudit(manager, actor, 'paper.open', 'paper', id);
        const [{ agreed }] = await manager.query<{ agreed: number }[]>(
          `SELECT count(*)::int AS agreed FROM paper_opener WHERE paper_id = $1 AND opened_at > kaosai.clock() - interval '${openingMinutes} minutes'`, [id]);
        if (agreed >= 2) {
          await unseal(manager, this.vault, id);
          await recordAccess(manager, id, actor.personId, 'unseal', true);
          await appendAudit(manager, actor, 'paper.unseal', 'paper', id);
        }
      }
      const after = await readPaper(manager, id);
      return toPaperView(manager, actor, after, isAllowed(actor, 'paper.read', { paths: [after.path] }) ? await this.access.contentOf(manager, after) : null);
    });
  }

  /** Every look into a paper since it was sealed, newest first: for organizers and supervisors. */
  async log(actor: Actor, id: string, query: ListQuery): Promise<Page<PaperAccessItem>> {
    const paper = await readPaper(this.transactions.reader, id);
    requireAllowed(actor, 'paper.log', { paths: [paper.path] });
    const params: unknown[] = [id];
    const page = pageQuery(query, newestFirst, '-at', 'a.id', params);
    const rows = await this.transactions.reader.query<AccessRow[]>(
      `SELECT a.id, a.at, a.person_id, p.name, a.act, a.allowed, ${page.sortKey} FROM paper_access a LEFT JOIN person p ON p.id = a.person_id WHERE a.paper_id = $1 AND ${page.after} ${page.orderAndLimit}`, params);
    return page.toPage(rows, ({ id: row, at, person_id: person, name, act, allowed }) => ({ id: row, at: at.toISOString(), person: person ? { id: person, name: name ?? '' } : null, act, allowed }));
  }

  /** Writes papers back whose time has come; answers how many. Several processes may do it at once. */
  async restoreDue(): Promise<number> {
    let restored = 0;
    for (let tried: string[] = []; ;) {
      const id = await this.transactions.run((manager) => this.restoreNext(manager, tried));
      if (!id) return restored;
      tried = [...tried, id];
      restored += 1;
    }
  }

  private async restoreNext(manager: EntityManager, tried: readonly string[]): Promise<string | null> {
    const [due] = await manager.query<{ paper_id: string }[]>(
      `SELECT s.paper_id FROM paper_seal s JOIN paper p ON p.id = s.paper_id WHERE s.unsealed_at IS NULL AND s.until <= kaosai.clock() AND s.paper_id <> ALL($1::uuid[])
       ORDER BY s.until, s.paper_id LIMIT 1 FOR NO KEY UPDATE OF p SKIP LOCKED`, [tried]);
    if (due) await unseal(manager, this.vault, due.paper_id);
    return due?.paper_id ?? null;
  }

  private async requireOpener(actor: Actor, paper: PaperRow): Promise<void> {
    const openers = await this.transactions.reader.query<unknown[]>('SELECT 1 FROM paper_opener WHERE paper_id = $1 AND person_id = $2', [paper.id, actor.personId]);
    const target = { paths: [paper.path], ...(openers.length > 0 ? { personId: actor.personId } : {}) };
    if (!isAllowed(actor, 'paper.open', target) && isAllowed(actor, 'paper.read', target)) await recordAccess(this.transactions.reader, paper.id, actor.personId, 'open', false);
    requireAllowed(actor, 'paper.open', target);
  }
}

async function lockPaper(manager: EntityManager, id: string): Promise<PaperRow> {
  await lockRows(manager, 'paper', [id]);
  return readPaper(manager, id);
}

/** At least two different people whom one may name. */
async function requireOpeners(manager: EntityManager, ids: readonly string[]): Promise<string[]> {
  const openers = [...new Set(ids)];
  const [{ count }] = await manager.query<{ count: number }[]>('SELECT count(*)::int AS count FROM person p JOIN account a ON a.person_id = p.id WHERE p.id = ANY($1::uuid[]) AND a.disabled_at IS NULL', [openers]);
  if (openers.length < 2 || count < openers.length) throw new DomainError('paper.openers_invalid');
  return openers;
}

/** Forms in clear would tell what the seal hides. */
async function requireNoForms(manager: EntityManager, id: string): Promise<void> {
  const forms = await manager.query<unknown[]>('SELECT 1 FROM paper_version v JOIN exam e ON e.paper_version_id = v.id JOIN form f ON f.exam_id = e.id WHERE v.paper_id = $1 LIMIT 1', [id]);
  if (forms.length > 0) throw new DomainError('paper.forms_drawn');
}

/** Puts everything back in clear; the forms drawn meanwhile follow by themselves. */
async function unseal(manager: EntityManager, vault: PaperVault, id: string): Promise<void> {
  await restoreContent(manager, id, (await vault.open(manager, id)) ?? { draft: emptyPaper, versions: [] });
  await manager.query('UPDATE paper_seal SET unsealed_at = kaosai.clock() WHERE paper_id = $1', [id]);
  await appendToOutbox(manager, 'paper.unsealed', { paperId: id });
}
