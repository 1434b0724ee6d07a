import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AppConfig } from '#lib/config';
import { DomainError } from '#lib/kernel';
import type { ApartPair } from '#lib/rules';
import type { EntityManager } from 'typeorm';
import type { PaperDraft, PaperStructure } from './paper-structure.js';

/** All that a seal hides of a paper. */
export interface SealedContent {
  draft: PaperDraft;
  versions: { id: string; structure: PaperStructure; apart: ApartPair[]; pools: Record<string, string[]>; questions: { versionId: string; questionId: string; ruleId: string | null }[] }[];
}

/** A published version of a paper as drawing, sitting and marking need it, sealed or not. */
export interface FrozenVersion {
  paperId: string;
  sealed: boolean;
  structure: PaperStructure;
  apart: ApartPair[];
}

/** What stands in the place of a sealed form. */
export interface SealedForm {
  sealed: string;
}

const algorithm = 'aes-256-gcm';
const kept = 50;

/**
 * Seals and opens the content of papers: AES-256-GCM under a key of each paper's own, which is wrapped by the installation's key. It decides
 * nothing about who may look: services do, before they ask it. Keys that were unwrapped stay in the process.
 */
@Injectable()
export class PaperVault {
  private readonly keys = new Map<string, Buffer>();

  constructor(@Inject(AppConfig) private readonly config: Pick<AppConfig, 'sealKey'>) {}

  /** Encrypts content under a fresh key. @throws DomainError `paper.seal_key_missing`. */
  seal(paperId: string, content: SealedContent): { wrappedKey: Buffer; content: Buffer } {
    const key = randomBytes(32);
    const wrappedKey = encrypt(this.installationKey(), key, `key ${paperId}`);
    this.remember(paperId, key);
    return { wrappedKey, content: encrypt(key, Buffer.from(JSON.stringify(content)), `content ${paperId}`) };
  }

  /** What a sealed paper holds; null for one that was never sealed. */
  async open(manager: EntityManager, paperId: string): Promise<SealedContent | null> {
    const [row] = await manager.query<{ content: Buffer }[]>('SELECT content FROM paper_seal WHERE paper_id = $1', [paperId]);
    if (!row) return null;
    const key = await this.keyOf(manager, paperId);
    return JSON.parse(decrypt(key, row.content, `content ${paperId}`).toString()) as SealedContent;
  }

  /** A published version. Reads by the caller's own connection. */
  async version(manager: EntityManager, paperVersionId: string): Promise<FrozenVersion> {
    const [row] = await manager.query<{ paper_id: string; structure: PaperStructure | null; apart: ApartPair[] }[]>('SELECT paper_id, structure, apart FROM paper_version WHERE id = $1', [paperVersionId]);
    if (!row) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
    if (row.structure && !isSealed(row.structure)) return { paperId: row.paper_id, sealed: false, structure: row.structure, apart: row.apart };
    const { structure, apart } = await this.sealedVersion(manager, row.paper_id, paperVersionId);
    return { paperId: row.paper_id, sealed: true, structure, apart };
  }

  /** The pools of a published version, by rule. */
  async pools(manager: EntityManager, paperVersionId: string, { paperId, sealed }: Pick<FrozenVersion, 'paperId' | 'sealed'>): Promise<Record<string, string[]>> {
    if (sealed) return (await this.sealedVersion(manager, paperId, paperVersionId)).pools;
    const rows = await manager.query<{ rule_id: string; version_ids: string[] }[]>('SELECT rule_id, to_jsonb(version_ids) AS version_ids FROM paper_pool WHERE paper_version_id = $1', [paperVersionId]);
    return Object.fromEntries(rows.map(({ rule_id: ruleId, version_ids: ids }) => [ruleId, ids]));
  }

  /** A form as it is stored: encrypted for a sealed paper, and for no other candidate. */
  async closeForm(manager: EntityManager, paperId: string, candidateId: string, form: string): Promise<SealedForm> {
    return { sealed: encrypt(await this.keyOf(manager, paperId), Buffer.from(form), `form ${candidateId}`).toString('base64') };
  }

  /** A stored form, opened when it is sealed. */
  async openForm<F>(manager: EntityManager, paperVersionId: string, candidateId: string, stored: F | SealedForm): Promise<F> {
    if (!isSealed(stored)) return stored as F;
    const [{ paper_id: paperId }] = await manager.query<{ paper_id: string }[]>('SELECT paper_id FROM paper_version WHERE id = $1', [paperVersionId]);
    return JSON.parse(decrypt(await this.keyOf(manager, paperId), Buffer.from((stored as SealedForm).sealed, 'base64'), `form ${candidateId}`).toString()) as F;
  }

  private async sealedVersion(manager: EntityManager, paperId: string, versionId: string): Promise<SealedContent['versions'][number]> {
    const version = (await this.open(manager, paperId))?.versions.find(({ id }) => id === versionId);
    if (!version) throw new RangeError(`The seal of ${paperId} does not hold ${versionId}`);
    return version;
  }

  private async keyOf(manager: EntityManager, paperId: string): Promise<Buffer> {
    const known = this.keys.get(paperId);
    if (known) return known;
    const [row] = await manager.query<{ wrapped_key: Buffer }[]>('SELECT wrapped_key FROM paper_seal WHERE paper_id = $1', [paperId]);
    if (!row) throw new RangeError(`The paper ${paperId} has no seal`);
    const key = decrypt(this.installationKey(), row.wrapped_key, `key ${paperId}`);
    this.remember(paperId, key);
    return key;
  }

  private remember(paperId: string, key: Buffer): void {
    this.keys.set(paperId, key);
    if (this.keys.size > kept) this.keys.delete(this.keys.keys().next().value as string);
  }

  private installationKey(): Buffer {
    if (!this.config.sealKey) throw new DomainError('paper.seal_key_missing', {}, { kind: 'unavailable' });
    return Buffer.from(this.config.sealKey, 'base64');
  }
}

function isSealed(stored: unknown): boolean {
  return typeof stored === 'object' && stored !== null && 'sealed' in stored;
}

/** Nonce, tag and ciphertext; `purpose` binds it to what it was made for. */
function encrypt(key: Buffer, plain: Buffer, purpose: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

function decrypt(key: Buffer, sealed: Buffer, purpose: string): Buffer {
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, 12), { authTagLength: 16 }).setAAD(Buffer.from(purpose)).setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
}
