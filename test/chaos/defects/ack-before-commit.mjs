/**
 * A deliberate defect: saves are answered inside their transaction, which is committed a while later.
 * Loaded before an api by a negative control, which must then report lost acknowledgements.
 */
import 'reflect-metadata';
import { Transactions } from '../../../dist/libs/database/src/index.js';

const delay = 400;
const reader = Object.getOwnPropertyDescriptor(Transactions.prototype, 'reader').get;

Object.defineProperty(Transactions.prototype, 'reader', {
  get() {
    const manager = reader.call(this);
    return new Proxy(manager, {
      get: (target, property) => (property === 'query' ? (sql, params) => query(target, sql, params) : bound(target, property)),
    });
  },
});

function bound(target, property) {
  const value = Reflect.get(target, property, target);
  return typeof value === 'function' ? value.bind(target) : value;
}

async function query(manager, sql, params) {
  if (!sql.includes('save_responses')) return manager.query(sql, params);
  const runner = manager.connection.createQueryRunner();
  await runner.startTransaction();
  const rows = await runner.query(sql, params);
  setTimeout(() => runner.commitTransaction().catch(() => undefined).finally(() => runner.release()), delay);
  return rows;
}
