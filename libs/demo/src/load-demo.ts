import { randomBytes } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { databaseNow, Signals, type Transactions } from '#lib/database';
import { hashPassword } from '#lib/identity';
import { DataSource } from 'typeorm';
import { type DemoAccount, demoAccounts, demoPassword } from './demo-people.js';
import { makeServices } from './demo-services.js';
import { backdate } from './backdate.js';
import { loadBank } from './load-bank.js';
import { loadComingContest, loadComingExam, loadFinishedContest } from './load-contests.js';
import { loadPeople } from './load-people.js';
import { inOneTransaction } from './one-transaction.js';

/** Held while loading, so that of two instances one loads and the other finds it done. */
const loadingLock = 4_711_2027;

/**
 * Loads the demo into an empty database, whole or not at all, and answers its accounts. A database that has it already is left as it
 * is; one with other people in it gets nothing, and no accounts are answered.
 */
export async function loadDemo(app: INestApplicationContext): Promise<DemoAccount[]> {
  const passwordHash = await hashPassword(demoPassword);
  const loaded = await inOneTransaction(app.get(DataSource), app.get(Signals), async (transactions) => {
    await transactions.reader.query('SELECT pg_advisory_xact_lock($1)', [loadingLock]);
    const state = await readState(transactions);
    if (state === 'empty') await load(transactions, passwordHash);
    return state !== 'in_use';
  });
  return loaded ? demoAccounts() : [];
}

async function readState(transactions: Transactions): Promise<'empty' | 'loaded' | 'in_use'> {
  const [row] = await transactions.reader.query<{ loaded: boolean; used: boolean }[]>(
    'SELECT EXISTS (SELECT 1 FROM installation WHERE demo_loaded_at IS NOT NULL) AS loaded, EXISTS (SELECT 1 FROM person) AS used');
  return row.loaded ? 'loaded' : row.used ? 'in_use' : 'empty';
}

async function load(transactions: Transactions, passwordHash: string): Promise<void> {
  const now = await databaseNow(transactions.reader);
  const people = await loadPeople(transactions, passwordHash, now.getFullYear());
  const bank = await loadBank(transactions, people);
  const loading = { services: makeServices(transactions), people, bank, organizer: await people.actor('organizer'), now };
  const { competitionId } = await loadFinishedContest(loading);
  await backdate(transactions.reader, competitionId);
  await loadComingContest(loading, competitionId);
  await loadComingExam(loading);
  await transactions.reader.query(
    `INSERT INTO installation (secret, demo, demo_loaded_at) VALUES ($1, true, kaosai.clock())
     ON CONFLICT (id) DO UPDATE SET demo = true, demo_loaded_at = excluded.demo_loaded_at`, [randomBytes(32)]);
}
