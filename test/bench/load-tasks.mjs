import { setTimeout as sleep } from 'node:timers/promises';
import { Candidate, Refusal } from './candidate.mjs';
import { HttpConnection } from './http-connection.mjs';
import { summarize } from './percentiles.mjs';

/** Everything that is timed: how long each took and what failed, with a few of the reasons. */
class Tally {
  latencies = [];
  failed = 0;
  reasons = [];

  async time(work, since = performance.now()) {
    try {
      await work();
      this.latencies.push(performance.now() - since);
    } catch (error) {
      this.fail(error);
    }
  }

  fail(error) {
    this.failed += 1;
    if (this.reasons.length < 3) this.reasons.push(error.message.slice(0, 300));
  }

  sum() {
    return { ...summarize(this.latencies), failed: this.failed, reasons: this.reasons };
  }
}

async function opened(base, people) {
  const candidates = people.map((person) => new Candidate(base, person));
  for (let from = 0; from < candidates.length; from += 100) await Promise.all(candidates.slice(from, from + 100).map((one) => one.open()));
  return candidates;
}

const groups = new Map();
const closeAll = (candidates) => candidates.forEach((one) => one.close());

export const tasks = {
  /** Everybody starts, `atOnce` at a time; answers the attempts, for later tasks. */
  async enter({ base, people, examId, atOnce = 8 }) {
    const candidates = people.map((person) => new Candidate(base, person));
    const waiting = [...candidates];
    await Promise.all(Array.from({ length: atOnce }, async () => {
      for (let one = waiting.pop(); one; one = waiting.pop()) await one.start(examId);
    }));
    closeAll(candidates);
    return candidates.map(({ id, writer, slots }, index) => ({ ...people[index], attempt: { id, writer, slots } }));
  },

  /** Opens the clients of a group, each with a new page's writer; they stay until `leave`. `firstSeq`: for a server that issues no writers. */
  async open({ group, base, people, firstSeq }) {
    const candidates = await opened(base, people);
    if (firstSeq) candidates.forEach((one) => one.countFrom(firstSeq));
    else await inGroups(candidates, (one) => one.load());
    groups.set(group, candidates);
  },

  leave({ group }) {
    closeAll(groups.get(group));
    groups.delete(group);
    return Promise.resolve();
  },

  /** Each client of a group saves again as soon as it is answered. */
  async saves({ group, seconds }) {
    const candidates = groups.get(group);
    const tally = new Tally();
    const began = performance.now();
    const end = began + seconds * 1_000;
    await Promise.all(candidates.map(async (one) => {
      while (performance.now() < end) await tally.time(() => one.save());
    }));
    return { ...tally.sum(), elapsed: (performance.now() - began) / 1_000 };
  },

  /** Saves at a given rate whatever the answers do; one that finds no idle client waits, and its waiting counts. */
  async pacedSaves({ group, seconds, rate }) {
    const candidates = groups.get(group);
    const tally = new Tally();
    const idle = [...candidates];
    const due = [];
    const serve = () => {
      while (due.length > 0 && idle.length > 0) {
        const one = idle.pop();
        void tally.time(() => one.save(), due.shift()).finally(() => { idle.unshift(one); serve(); });
      }
    };
    const began = performance.now();
    const total = rate * seconds;
    for (let sent = 0; sent < total;) {
      for (; sent < total && began + (sent * 1_000) / rate <= performance.now(); sent += 1) due.push(began + (sent * 1_000) / rate);
      serve();
      await sleep(2);
    }
    while (idle.length < candidates.length || due.length > 0) await sleep(5);
    return tally.sum();
  },

  /** All start within a time, each at their own moment; measured from that moment to the whole first page. */
  async starts({ base, people, examId, within }) {
    const candidates = await opened(base, people);
    const tally = await spread(candidates, within, (one) => one.start(examId));
    closeAll(candidates);
    return { ...tally.sum(), people: candidates.flatMap(({ id, writer, slots }, index) => (id ? [{ ...people[index], attempt: { id, writer, slots } }] : [])) };
  },

  async submits({ base, people, within }) {
    const candidates = await opened(base, people);
    const tally = await spread(candidates, within, (one) => one.submit());
    closeAll(candidates);
    return tally.sum();
  },

  async signIns({ base, people, within, password }) {
    const connections = people.map(() => new HttpConnection(base));
    const tally = await spread(people.map(({ username }, index) => ({ username, connection: connections[index] })), within, async ({ username, connection }) => {
      const { status, body } = await connection.send('POST', '/api/v1/session', '', JSON.stringify({ username, password }));
      if (status >= 300) throw new Refusal(status, body);
    });
    connections.forEach((one) => one.close());
    return tally.sum();
  },

  /** So many users sit one attempt after the other, each as another person, until the time is over. */
  async flow({ base, people, examId, users, seconds }) {
    const waiting = [...people];
    const tallies = { list: new Tally(), start: new Tally(), page: new Tally(), save: new Tally(), submit: new Tally(), review: new Tally() };
    const marked = new Tally();
    const began = performance.now();
    const end = began + seconds * 1_000;
    let done = 0;
    let polls = 0;
    let lacking = false;
    await Promise.all(Array.from({ length: users }, async () => {
      while (performance.now() < end) {
        const person = waiting.pop();
        if (!person) { lacking = true; return; }
        const one = new Candidate(base, person);
        await one.open();
        polls += await sitWhole(one, examId, tallies, marked);
        one.close();
        done += 1;
      }
    }));
    const sums = Object.fromEntries(Object.entries(tallies).map(([name, tally]) => [name, tally.sum()]));
    return { done, polls, lacking, elapsed: (performance.now() - began) / 1_000, steps: { ...sums, marked: marked.sum() }, failed: Object.values(sums).reduce((sum, { failed }) => sum + failed, 0) };
  },
};

/** The 17 requests of an attempt: list, start, first page, 4 × (autosave, save, next page), submit, review. Answers how often the review was asked for in vain. */
async function sitWhole(one, examId, { list, start, page, save, submit, review }, marked) {
  await list.time(() => one.request('GET', '/my/exams'));
  await start.time(() => one.start(examId));
  await page.time(() => one.load());
  for (let number = 0; number < 4; number += 1) {
    // The autosave, then what the candidate has changed by the time they turn the page.
    for (let time = 0; time < 2; time += 1) await save.time(() => one.save(5, number * 5));
    await page.time(() => one.load());
  }
  await submit.time(() => one.submit());
  const since = performance.now();
  for (let polls = 0; ; polls += 1) {
    const asked = performance.now();
    try {
      await one.request('GET', `/attempts/${one.id}/result`);
      review.latencies.push(performance.now() - asked);
      marked.latencies.push(asked - since);
      return polls;
    } catch (error) {
      if (error.status !== 409 || polls > 60) { review.fail(error); return polls; }
      await sleep(Math.min(1_000, 50 * 2 ** polls));
    }
  }
}

async function inGroups(all, work, size = 50) {
  for (let from = 0; from < all.length; from += size) await Promise.all(all.slice(from, from + size).map(work));
}

/** Evenly over the time; each latency counts from the moment it was due. */
async function spread(all, within, work) {
  const tally = new Tally();
  const began = performance.now();
  await Promise.all(all.map(async (one, index) => {
    const due = began + (index * within) / all.length;
    await sleep(Math.max(0, due - performance.now()));
    await tally.time(() => work(one), due);
  }));
  return tally;
}
