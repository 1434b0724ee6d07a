import { Injectable } from '@nestjs/common';
import type { PaperAccessAct } from '#lib/contracts';
import { Transactions } from '#lib/database';
import { type Actor, isAllowed, requireAllowed } from '#lib/identity';
import { DomainError, newId } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import type { PaperRow } from './paper-rows.js';
import type { PaperDraft } from './paper-structure.js';
import { PaperVault } from './paper-vault.js';

/** Who may look into a paper, and the record of every look into one that is or was sealed. */
@Injectable()
export class PaperAccess {
  constructor(private readonly transactions: Transactions, private readonly vault: PaperVault) {}

  /** Readers by grant, and the openers of this very paper. @throws DomainError `object.not_found`. */
  async requireReader(actor: Actor, paper: PaperRow): Promise<void> {
    if (isAllowed(actor, 'paper.read', { paths: [paper.path] })) return;
    const opener = await this.transactions.reader.query<unknown[]>('SELECT 1 FROM paper_opener WHERE paper_id = $1 AND person_id = $2', [paper.id, actor.personId]);
    if (opener.length === 0) requireAllowed(actor, 'paper.read', { paths: [paper.path] });
  }

  /** The content for those who read papers, or null while it is sealed; recorded either way once a paper has a seal. Call it outside a transaction, so that a refusal is on record. */
  async look(actor: Actor, paper: PaperRow, act: PaperAccessAct): Promise<PaperDraft | null> {
    if (paper.sealed_at) await recordAccess(this.transactions.reader, paper.id, actor.personId, act, !paper.sealed);
    return isAllowed(actor, 'paper.read', { paths: [paper.path] }) ? this.contentOf(this.transactions.reader, paper) : null;
  }

  /** Like {@link look}. @throws DomainError `paper.sealed`. */
  async requireOpen(actor: Actor, paper: PaperRow, act: PaperAccessAct): Promise<PaperDraft> {
    const draft = await this.look(actor, paper, act);
    if (!draft) throw new DomainError('paper.sealed', { until: paper.until?.toISOString() }, { kind: 'forbidden' });
    return draft;
  }

  /** The content, without a record: for what the actor has just written. */
  async contentOf(manager: EntityManager, paper: PaperRow): Promise<PaperDraft | null> {
    if (!paper.sealed_at || paper.unsealed_at) return paper.draft;
    return paper.sealed ? null : ((await this.vault.open(manager, paper.id))?.draft ?? null);
  }
}

export async function recordAccess(manager: EntityManager, paperId: string, personId: string | null, act: PaperAccessAct, allowed: boolean): Promise<void> {
  await manager.query('INSERT INTO paper_access (id, paper_id, person_id, act, allowed) VALUES ($1, $2, $3, $4, $5)', [newId(), paperId, personId, act, allowed]);
}
