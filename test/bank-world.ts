import { randomUUID } from 'node:crypto';
import type { QuestionContent, QuestionKey, WriteQuestion } from '#lib/contracts';
import { loadConfig } from '#lib/config';
import { Signals, Transactions } from '#lib/database';
import { type Actor, enrollPeople, insertOrgUnits } from '#lib/identity';
import { createLogger } from '#lib/observability';
import { testDatabase, type TestDatabase } from '#lib/testing';
import { DataSource } from 'typeorm';

type Role = 'organizer' | 'question_author' | 'question_reviewer';

/** A system with the units `a` (department `d`) and `b`, and people who write and review there. Services are made by the specs. */
export class BankWorld {
  private constructor(readonly database: TestDatabase, readonly dataSource: DataSource, readonly transactions: Transactions, private readonly signals: Signals,
    readonly units: ReadonlyMap<string, string>, private readonly people: ReadonlyMap<string, string>) {}

  static async create(): Promise<BankWorld> {
    const database = await testDatabase();
    const config = loadConfig({ DATABASE_URL: database.appUrl, NODE_ENV: 'test', KAOSAI_SWEEPERS: '0' });
    const dataSource = await new DataSource({ type: 'postgres', url: database.appUrl, schema: 'kaosai', extra: { options: '-c search_path=kaosai,public -c timezone=UTC', max: 20 } }).initialize();
    const signals = new Signals(config, createLogger('silent', 'test'));
    const transactions = new Transactions(dataSource, signals);
    const names = ['ann', 'bob', 'cai', 'dan'];
    const { units, ids } = await transactions.run(async (manager) => {
      const made = await insertOrgUnits(manager, [
        { path: 's', kind: 'system', code: 'S', title: { zh: '系统' } },
        { path: 's.a', kind: 'unit', code: 'A', title: { zh: '甲单位' } }, { path: 's.a.d', kind: 'department', code: 'AD', title: { zh: '一科' } },
        { path: 's.b', kind: 'unit', code: 'B', title: { zh: '乙单位' } }, { path: 's.c', kind: 'unit', code: 'C', title: { zh: '丙单位' } },
      ]);
      return { units: made, ids: await enrollPeople(manager, names.map((name) => ({ name, staffNumber: name, orgUnitId: made.get('s.a') }))) };
    });
    return new BankWorld(database, dataSource, transactions, signals, units, new Map(names.map((name, index) => [name, ids[index]])));
  }

  async drop(): Promise<void> {
    await this.signals.onApplicationShutdown();
    await this.dataSource.destroy();
    await this.database.drop();
  }

  actor(name: 'ann' | 'bob' | 'cai' | 'dan', path: string, ...roles: Role[]): Actor {
    return { accountId: randomUUID(), personId: this.people.get(name) as string, sessionId: randomUUID(), locale: 'zh-CN', grants: roles.map((role) => ({ role, path })), assignments: [] };
  }

  unit(path: string): string {
    return this.units.get(path) as string;
  }

  /** A single-choice question as an author writes it. */
  written(path: string, text: string, over: Partial<WriteQuestion> = {}): WriteQuestion {
    const content: QuestionContent = { schemaVersion: 1, kind: 'single', html: text, options: [{ id: 'A', html: `甲${text}` }, { id: 'B', html: '乙' }] };
    const key: QuestionKey = { schemaVersion: 1, kind: 'single', correct: ['A'], explanation: '见解析' };
    return { orgUnitId: this.unit(path), categoryId: null, content, key, defaultMarks: '2', subject: '训练', difficulty: 0.5, tags: ['基础'], jobFields: [], source: null, sourceArticleId: null, ...over };
  }

  async audited(objectId: string): Promise<string[]> {
    const rows: { action: string }[] = await this.dataSource.query('SELECT action FROM audit_event WHERE object_id = $1 ORDER BY id', [objectId]);
    return rows.map(({ action }) => action);
  }
}
