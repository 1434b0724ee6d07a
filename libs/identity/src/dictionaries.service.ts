import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import type { DictionaryEntry, DictionaryName, Title, WriteDictionaryEntry } from '#lib/contracts';
import { Transactions, violatedConstraint } from '#lib/database';
import { DomainError, newId } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { type Actor, isAllowed } from './policy.js';

interface EntryRow {
  id: string;
  code: string;
  title: Title;
  sort: number;
  archived: boolean;
}

/** The editable lists that everybody shares: subjects, job fields, service lines, instructor types. They are suggestions; nothing is refused for not being in one. */
@Injectable()
export class Dictionaries {
  constructor(private readonly transactions: Transactions) {}

  /** The entries in their order; archived ones too when asked for. For everybody: they say nothing of anybody. */
  async list(name: DictionaryName, archived = false): Promise<DictionaryEntry[]> {
    return read(this.transactions.reader, 'e.dictionary = $1 AND ($2 OR e.archived_at IS NULL)', [name, archived]);
  }

  /** @throws DomainError `dictionary.code_taken`, also by an archived entry. */
  async add(actor: Actor, name: DictionaryName, { code, title, sort }: WriteDictionaryEntry): Promise<DictionaryEntry> {
    return this.write(actor, code, async (manager) => {
      const id = newId();
      await manager.query('INSERT INTO dictionary_entry (id, dictionary, code, title, sort) VALUES ($1, $2, $3, $4, $5)', [id, name, code.trim(), title, sort]);
      await appendAudit(manager, actor, 'dictionary.add', 'dictionary_entry', id, { dictionary: name, code: code.trim() });
      return readOne(manager, name, id);
    });
  }

  /** @throws DomainError `dictionary.code_taken`, `object.not_found`. */
  async update(actor: Actor, name: DictionaryName, id: string, { code, title, sort }: WriteDictionaryEntry): Promise<DictionaryEntry> {
    return this.write(actor, code, async (manager) => {
      await readOne(manager, name, id);
      await manager.query('UPDATE dictionary_entry SET code = $2, title = $3, sort = $4 WHERE id = $1', [id, code.trim(), title, sort]);
      await appendAudit(manager, actor, 'dictionary.update', 'dictionary_entry', id, { dictionary: name, code: code.trim() });
      return readOne(manager, name, id);
    });
  }

  /** Takes an entry out of the offers, or puts it back; what names it keeps it. Doing it twice changes nothing. */
  async archive(actor: Actor, name: DictionaryName, id: string, archived: boolean): Promise<DictionaryEntry> {
    return this.write(actor, '', async (manager) => {
      const before = await readOne(manager, name, id);
      if (before.archived === archived) return before;
      await manager.query('UPDATE dictionary_entry SET archived_at = CASE WHEN $2 THEN kaosai.clock() END WHERE id = $1', [id, archived]);
      await appendAudit(manager, actor, archived ? 'dictionary.archive' : 'dictionary.restore', 'dictionary_entry', id, { dictionary: name });
      return readOne(manager, name, id);
    });
  }

  private async write(actor: Actor, code: string, work: (manager: EntityManager) => Promise<DictionaryEntry>): Promise<DictionaryEntry> {
    try {
      return await this.transactions.run(async (manager) => {
        const roots = await manager.query<{ path: string }[]>('SELECT path::text AS path FROM org_unit WHERE parent_id IS NULL AND archived_at IS NULL');
        if (!isAllowed(actor, 'dictionary.write', { paths: roots.map(({ path }) => path) })) throw new DomainError('access.denied', {}, { kind: 'forbidden' });
        return work(manager);
      });
    } catch (error) {
      if (violatedConstraint(error) === 'dictionary_entry_dictionary_code_key') throw new DomainError('dictionary.code_taken', { code: code.trim() }, { kind: 'conflict' });
      throw error;
    }
  }
}

async function readOne(manager: EntityManager, name: DictionaryName, id: string): Promise<DictionaryEntry> {
  const [entry] = await read(manager, 'e.dictionary = $1 AND e.id = $2', [name, id]);
  if (!entry) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
  return entry;
}

function read(manager: EntityManager, condition: string, params: unknown[]): Promise<EntryRow[]> {
  return manager.query<EntryRow[]>(`SELECT e.id, e.code, e.title, e.sort, e.archived_at IS NOT NULL AS archived FROM dictionary_entry e WHERE ${condition} ORDER BY e.sort, e.code`, params);
}
