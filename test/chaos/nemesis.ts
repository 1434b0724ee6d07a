import { setTimeout as sleep } from 'node:timers/promises';
import type { SeededRandom } from '#lib/kernel';
import pg from 'pg';
import type { Cluster } from './cluster.js';
import type { Hall } from './hall.js';
import { type Stack, untilReady } from './stack.js';

/** What is done to the platform; `power` is api, workers and database at once. */
export type NemesisKind = 'kill-api' | 'kill-worker' | 'kill-database' | 'power' | 'stop-api' | 'stop-worker' | 'cut-clients' | 'cut-database' | 'wipe-queue' | 'exhaust-connections';

export interface Step {
  kind: NemesisKind;
  /** Which of the processes. */
  which: number;
  /** How long it lasts, in ms, where it lasts. */
  lasts: number;
  /** Calm before it, in ms. */
  calm: number;
}

const killing: ReadonlySet<NemesisKind> = new Set(['kill-api', 'kill-worker', 'kill-database', 'power']);

/** How long processes took to come back, in ms, and how many kills there were. */
export interface Recoveries {
  kills: number;
  api: number[];
  database: number[];
}

/** The same seed gives the same schedule. `stop` and `cut` are the shortest and longest that those last, in ms. */
export function planSteps(random: SeededRandom, counts: Readonly<Partial<Record<NemesisKind, number>>>, { stop, cut, calm }: Record<'stop' | 'cut' | 'calm', readonly [number, number]>): Step[] {
  const between = ([least, most]: readonly [number, number]): number => least + random.nextInt(most - least + 1);
  const kinds = Object.entries(counts).flatMap(([kind, count]) => Array.from({ length: count }, () => kind as NemesisKind));
  return random.shuffle(kinds).map((kind) => ({ kind, which: random.nextInt(2), lasts: between(kind.startsWith('stop') ? stop : cut), calm: between(calm) }));
}

/** Acts out a schedule against one stack. */
export class Nemesis {
  readonly recoveries: Recoveries = { kills: 0, api: [], database: [] };

  constructor(private readonly cluster: Cluster, private readonly hall: Hall, private readonly stack: Stack, private readonly log: (line: string) => void) {}

  async act(step: Step, index: number): Promise<void> {
    await sleep(step.calm);
    const began = performance.now();
    await this.strike(step);
    if (killing.has(step.kind)) this.recoveries.kills += 1;
    this.log(`${String(index + 1).padStart(3)} ${step.kind} #${step.which + 1}${killing.has(step.kind) ? '' : ` ${step.lasts} ms`}: over after ${Math.round(performance.now() - began)} ms`);
  }

  private strike({ kind, which, lasts }: Step): Promise<void> {
    const api = this.stack.apis[which % this.stack.apis.length];
    const worker = this.stack.workers[which % this.stack.workers.length];
    switch (kind) {
      case 'kill-api': return this.killApi(which);
      case 'kill-worker': return worker.kill().then(() => worker.start());
      case 'kill-database': return this.killDatabase();
      case 'power': return this.cutPower();
      case 'stop-api': return during(lasts, () => api.service.pause(), () => api.service.resume());
      case 'stop-worker': return during(lasts, () => worker.pause(), () => worker.resume());
      case 'cut-clients': return during(lasts, () => api.clients.cut(), () => api.clients.heal());
      case 'cut-database': return during(lasts, () => api.database.cut(), () => api.database.heal());
      case 'wipe-queue': return this.wipeQueue();
      case 'exhaust-connections': return this.exhaustConnections(lasts);
    }
  }

  /** Its time is counted from the kill to the first time it says that it can work durably. */
  private async killApi(which: number): Promise<void> {
    const api = this.stack.apis[which % this.stack.apis.length];
    const from = performance.now();
    await api.service.kill();
    await api.service.start();
    await untilReady(api);
    this.recoveries.api.push(performance.now() - from);
  }

  /** Its time is counted from the kill to the moment every api works with it again. */
  private async killDatabase(): Promise<void> {
    const from = performance.now();
    await this.cluster.kill();
    await this.cluster.restart();
    await Promise.all(this.stack.apis.map((api) => untilReady(api)));
    this.recoveries.database.push(performance.now() - from);
  }

  private async cutPower(): Promise<void> {
    const services = [...this.stack.apis.map(({ service }) => service), ...this.stack.workers];
    await Promise.all([this.cluster.kill(), ...services.map((service) => service.kill())]);
    await this.cluster.restart();
    await Promise.all(services.map((service) => service.start()));
    await Promise.all(this.stack.apis.map((api) => untilReady(api)));
  }

  /** Everything the queue holds is gone; what is to be done stands in the outbox. */
  private async wipeQueue(): Promise<void> {
    const tables = await this.hall.ask<{ name: string }>("SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'bullmq' AND tablename <> 'migration'");
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      try {
        await this.hall.ask(`TRUNCATE ${tables.map(({ name }) => name).join(', ')}`);
        return;
      } catch (error) {
        if (attempt === 10) throw error;
      }
    }
  }

  /** Takes every connection that the server has left for ordinary roles. */
  private async exhaustConnections(lasts: number): Promise<void> {
    const taken: pg.Client[] = [];
    const until = performance.now() + lasts;
    while (performance.now() < until) {
      const client = new pg.Client({ connectionString: this.cluster.url('kaosai_app', this.hall.database) });
      client.on('error', () => undefined);
      try {
        await client.connect();
        taken.push(client);
      } catch {
        await sleep(20);
      }
    }
    await Promise.all(taken.map((client) => client.end().catch(() => undefined)));
  }
}

async function during(milliseconds: number, begin: () => void, end: () => void): Promise<void> {
  begin();
  try {
    await sleep(milliseconds);
  } finally {
    end();
  }
}
