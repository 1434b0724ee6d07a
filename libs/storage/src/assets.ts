import { newId } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import type { StoredFile } from './file-storage.js';

/** Records a stored file, in the act's transaction; the same content has one row. Answers its id. */
export async function insertAsset(manager: EntityManager, { sha256, size }: StoredFile, mediaType: string): Promise<string> {
  const digest = Buffer.from(sha256, 'hex');
  await manager.query('INSERT INTO asset (id, sha256, size, media_type) VALUES ($1, $2, $3, $4) ON CONFLICT (sha256) DO NOTHING', [newId(), digest, size, mediaType]);
  const [{ id }] = await manager.query<{ id: string }[]>('SELECT id FROM asset WHERE sha256 = $1', [digest]);
  return id;
}

/** Says what a file is used for: the right to read it comes from there. */
export async function useAsset(manager: EntityManager, assetId: string, objectType: string, objectId: string): Promise<void> {
  await manager.query('INSERT INTO asset_use (asset_id, object_type, object_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [assetId, objectType, objectId]);
}

export interface AssetUse {
  sha256: string;
  size: number;
  mediaType: string;
  uses: { objectType: string; objectId: string }[];
}

/** A file with what it is used for, so that the policy can decide who may read it; null when there is none. */
export async function readAsset(manager: EntityManager, assetId: string): Promise<AssetUse | null> {
  const [row] = await manager.query<(Omit<AssetUse, 'size'> & { size: string })[]>(
    `SELECT encode(a.sha256, 'hex') AS sha256, a.size, a.media_type AS "mediaType",
       coalesce((SELECT jsonb_agg(jsonb_build_object('objectType', u.object_type, 'objectId', u.object_id)) FROM asset_use u WHERE u.asset_id = a.id), '[]') AS uses
     FROM asset a WHERE a.id = $1`, [assetId]);
  return row ? { ...row, size: Number(row.size) } : null;
}
