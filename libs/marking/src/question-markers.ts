import { Injectable } from '@nestjs/common';
import type { MultipleScoring, QuestionContent, QuestionKey } from '#lib/contracts';
import { compileQuestion, type QuestionMarker } from '#lib/question-bank';
import type { EntityManager } from 'typeorm';

/** A question as it is marked in a slot. */
export interface MarkedSlot {
  versionId: string;
  marks: string;
  scoring: MultipleScoring;
}

const kept = 10_000;

/** Compiled keys: neither a version nor its key ever changes once it is in a form, so that a copy in memory is always right. */
@Injectable()
export class QuestionMarkers {
  private readonly markers = new Map<string, QuestionMarker>();

  /** The markers of some slots, in their order. Reads by the caller's own connection, and only what is not in memory. */
  async get(manager: EntityManager, slots: readonly MarkedSlot[]): Promise<QuestionMarker[]> {
    const missing = [...new Set(slots.filter((slot) => !this.markers.has(nameOf(slot))).map(({ versionId }) => versionId))];
    const keyed = missing.length > 0 ? await readKeys(manager, missing) : new Map<string, Keyed>();
    return slots.map((slot) => this.markers.get(nameOf(slot)) ?? this.compile(slot, keyed));
  }

  private compile(slot: MarkedSlot, keyed: ReadonlyMap<string, Keyed>): QuestionMarker {
    const question = keyed.get(slot.versionId);
    if (!question) throw new RangeError(`No key for the question version ${slot.versionId}`);
    const marker = compileQuestion({ ...question, marks: slot.marks, scoring: slot.scoring });
    this.markers.set(nameOf(slot), marker);
    if (this.markers.size > kept) this.markers.delete(this.markers.keys().next().value as string);
    return marker;
  }
}

interface Keyed {
  content: QuestionContent;
  key: QuestionKey;
}

function nameOf({ versionId, marks, scoring }: MarkedSlot): string {
  return `${versionId}|${marks}|${scoring}`;
}

async function readKeys(manager: EntityManager, versionIds: readonly string[]): Promise<Map<string, Keyed>> {
  const rows = await manager.query<(Keyed & { id: string })[]>(
    'SELECT v.id, v.content, k.key FROM question_version v JOIN question_key k ON k.question_version_id = v.id WHERE v.id = ANY($1::uuid[])', [versionIds]);
  return new Map(rows.map(({ id, content, key }) => [id, { content, key }]));
}
