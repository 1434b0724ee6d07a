import type { Actor } from '#lib/identity';
import { DomainError, sha256Bytes } from '#lib/kernel';
import type { EntityManager } from 'typeorm';

interface Command {
  commandId: string;
}

/**
 * Does the work of a live command once: a replay gets the first answer, the same id with other content is refused. Call it under
 * the lock of what the command changes, so that two copies of it wait for each other.
 * @throws DomainError `idempotency.conflict`
 */
export async function answerOnce<T>(manager: EntityManager, actor: Actor, name: string, command: Command, work: () => Promise<T>): Promise<T> {
  const hash = Buffer.from(sha256Bytes(JSON.stringify([name, canonical(command)])));
  const [first] = await manager.query<{ body_hash: Buffer; answer: T }[]>('SELECT body_hash, answer FROM live_command WHERE person_id = $1 AND command_id = $2', [actor.personId, command.commandId]);
  if (first) {
    if (!first.body_hash.equals(hash)) throw new DomainError('idempotency.conflict', {}, { kind: 'conflict' });
    return first.answer;
  }
  const answer = await work();
  const inserted = await manager.query<unknown[]>(
    'INSERT INTO live_command (person_id, command_id, name, body_hash, answer) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING 1',
    [actor.personId, command.commandId, name, hash, JSON.stringify(answer)]);
  // The same id on another performance at the same moment: the locks differ, the key does not.
  if (inserted.length === 0) throw new DomainError('idempotency.conflict', {}, { kind: 'conflict' });
  return answer;
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, canonical(item)]);
}
