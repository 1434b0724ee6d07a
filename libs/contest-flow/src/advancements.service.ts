import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import { insertEntries, loadHeat, raiseHeat, recomputeStanding, settleHeat } from '#lib/competition';
import type { AdvancementPreview, AdvancementView, AdvanceTier } from '#lib/contracts';
import { appendToOutbox, lockRows, Transactions } from '#lib/database';
import { type Actor, requireAllowed } from '#lib/identity';
import { DomainError, SeededRandom } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { previewAdvancement } from './advancement-preview.js';
import { heatIdsOf, loadTier, tierTarget } from './tier-record.js';

interface Going {
  entryId: string;
  personId: string;
  orgUnitId: string;
  nextHeatId: string;
}

/** Who goes on to the next tier. */
@Injectable()
export class Advancements {
  constructor(private readonly transactions: Transactions) {}

  /** What advancing would do now; nothing is written. */
  async preview(actor: Actor, tierId: string): Promise<AdvancementPreview> {
    const { reader } = this.transactions;
    const tier = await loadTier(reader, tierId);
    requireAllowed(actor, 'tier.advance', tierTarget(tier));
    return previewAdvancement(reader, tier);
  }

  /**
   * Advances a tier exactly once, whole or not at all: the next heats get their entries, each with its seed, its source and a start number drawn by lot
   * from a recorded seed. What hangs on the new entries follows by the outbox.
   * @throws DomainError `tier.already_advanced`, `tier.changed` when results moved after the preview, and the first blocker.
   */
  async advance(actor: Actor, tierId: string, { digest }: AdvanceTier): Promise<AdvancementView> {
    const tier = await loadTier(this.transactions.reader, tierId);
    requireAllowed(actor, 'tier.advance', tierTarget(tier));
    return this.transactions.run(async (manager) => {
      await lockRows(manager, 'tier', [tierId]);
      await refuseSecond(manager, tierId);
      if (!tier.nextTierId) throw new DomainError('tier.last');
      await lockRows(manager, 'heat', await heatIdsOf(manager, [tierId, tier.nextTierId]));
      const preview = await previewAdvancement(manager, tier);
      const [blocker] = preview.blockers;
      if (blocker) throw new DomainError(blocker.code, blocker.params, { kind: 'conflict' });
      if (preview.digest !== digest) throw new DomainError('tier.changed', {}, { kind: 'conflict' });
      const seed = randomBytes(16).toString('hex');
      const advanced = await enterNext(manager, preview, seed);
      await manager.query(
        'INSERT INTO advancement (tier_id, next_tier_id, digest, result, advanced, advanced_by) VALUES ($1, $2, $3, $4, $5, $6)',
        [tierId, tier.nextTierId, digest, { seed, heats: toRecord(preview) }, advanced, actor.personId]);
      await appendToOutbox(manager, 'tier.advanced', { tierId });
      await appendAudit(manager, actor, 'tier.advance', 'edition', tier.editionId, { tierId, digest, advanced });
      for (const { heatId } of preview.heats) await raiseHeat(manager, await loadHeat(manager, heatId));
      return readAdvancement(manager, tierId);
    });
  }
}

async function refuseSecond(manager: EntityManager, tierId: string): Promise<void> {
  const [done] = await manager.query<{ advanced_at: Date }[]>('SELECT advanced_at FROM advancement WHERE tier_id = $1', [tierId]);
  if (done) throw new DomainError('tier.already_advanced', { advancedAt: done.advanced_at.toISOString() }, { kind: 'conflict' });
}

/** Seeds by rank over the source heats, equal ranks by the better total; start numbers by lot. */
async function enterNext(manager: EntityManager, preview: AdvancementPreview, seed: string): Promise<number> {
  const ids = preview.heats.flatMap(({ advancing }) => advancing.map(({ entryId }) => entryId));
  const going = await manager.query<Going[]>(
    `SELECT n.id AS "entryId", n.person_id AS "personId", n.org_unit_id AS "orgUnitId", h.next_heat_id AS "nextHeatId"
     FROM entry n JOIN heat h ON h.id = n.heat_id JOIN standing g ON g.heat_id = h.id AND g.entry_id = n.id
     WHERE n.id = ANY($1::uuid[]) ORDER BY g.rank, g.total DESC, n.id`, [ids]);
  for (const heatId of [...new Set(going.map(({ nextHeatId }) => nextHeatId))].sort()) {
    const seeded = going.filter(({ nextHeatId }) => nextHeatId === heatId)
      .map(({ entryId, personId, orgUnitId }, index) => ({ personId, orgUnitId, seed: index + 1, sourceEntryId: entryId }));
    await insertEntries(manager, heatId, new SeededRandom(`${seed}:${heatId}`).shuffle(seeded));
    await settleHeat(manager, heatId);
    await recomputeStanding(manager, heatId);
  }
  return going.length;
}

function toRecord({ heats }: AdvancementPreview): unknown[] {
  return heats.map(({ heatId, nextHeatId, advancing, reserves }) => ({
    heatId, nextHeatId, advancing: advancing.map(({ entryId, rank }) => ({ entryId, rank })), reserves: reserves.map(({ entryId, rank }) => ({ entryId, rank })),
  }));
}

async function readAdvancement(manager: EntityManager, tierId: string): Promise<AdvancementView> {
  const [row] = await manager.query<(Omit<AdvancementView, 'advancedAt'> & { advancedAt: Date })[]>(
    'SELECT tier_id AS "tierId", next_tier_id AS "nextTierId", advanced_at AS "advancedAt", advanced, state FROM advancement WHERE tier_id = $1', [tierId]);
  return { ...row, advancedAt: row.advancedAt.toISOString() };
}
