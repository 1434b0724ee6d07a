import type { SeededRandom } from '#lib/kernel';
import { requireUnique } from '../check-input.js';
import type { ApartPair, PickRule, QuestionPools } from './blueprint-types.js';

const stepsPerSlot = 20;

/** A rule with its pool, which is shuffled only as far as it is drawn from; the shuffle is undone afterwards. */
interface RuleState {
  readonly id: string;
  readonly count: number;
  readonly pool: Int32Array;
  readonly swaps: number[];
  readonly taken: number[];
}

/**
 * One filling of all rules at a time, over questions numbered in the order of their ids. Everything that a filling touches is
 * undone by {@link clear}, so that the next one starts from the same arrangement.
 */
export class QuestionFill {
  private readonly ids: string[];
  /** From the smallest pool to the largest. */
  private readonly states: RuleState[];
  /** The rule that holds a question, −1 for none. */
  private readonly owner: Int32Array;
  /** How many reasons keep a question out: partners taken, exclusions of the search. */
  private readonly barred: Int32Array;
  private readonly partners: ReadonlyMap<number, readonly number[]>;
  private readonly membership: Membership;
  private heeding = true;

  constructor(rules: readonly PickRule[], pools: QuestionPools, apart: readonly ApartPair[], excluded: ReadonlySet<string>) {
    for (const { id } of rules) requireUnique(pools[id], `pools.${id}`);
    this.ids = [...new Set(rules.flatMap(({ id }) => pools[id]))].filter((id) => !excluded.has(id)).sort();
    const numberOf = new Map(this.ids.map((id, index) => [id, index]));
    const poolOf = (id: string): Int32Array => Int32Array.from(pools[id].flatMap((question) => numberOf.get(question) ?? [])).sort();
    this.states = rules.map(({ id, count }) => ({ id, count, pool: poolOf(id), swaps: [], taken: [] })).sort((a, b) => a.pool.length - b.pool.length);
    this.owner = new Int32Array(this.ids.length).fill(-1);
    this.barred = new Int32Array(this.ids.length);
    this.membership = new Membership(this.ids.length, this.states.map(({ pool }) => pool));
    this.partners = partnersOf(apart.flatMap(([a, b]) => {
      const [first, second] = [numberOf.get(a), numberOf.get(b)];
      return first === undefined || second === undefined || first === second ? [] : [[first, second] as const];
    }));
  }

  get hasPairs(): boolean {
    return this.partners.size > 0;
  }

  /** The questions that a rule holds, in the order of its slots. */
  takenBy(id: string): string[] {
    return this.states.filter((state) => state.id === id).flatMap(({ taken }) => taken.map((question) => this.ids[question]));
  }

  /** Fills every rule, never taking two that may not meet; false when some rule stays short. */
  greedily(random: SeededRandom): boolean {
    this.heeding = true;
    return this.fillAll(random);
  }

  /**
   * Looks for a filling by cases: fill without regard to pairs; of the question that meets most partners, either it stays out or all its
   * partners do. Complete, but for the number of steps.
   */
  search(random: SeededRandom, steps: number): 'found' | 'impossible' | 'unsure' {
    let left = steps;
    const solve = (): 'found' | 'impossible' | 'unsure' => {
      if (left === 0) return 'unsure';
      left -= 1;
      this.clear();
      this.heeding = false;
      if (!this.fillAll(random)) return 'impossible';
      const worst = this.mostMet();
      if (worst < 0) return 'found';
      const cases = random.shuffle([[worst], this.partners.get(worst) ?? []]);
      const outcomes: string[] = [];
      for (const out of cases) {
        for (const question of out) this.barred[question] += 1;
        const outcome = solve();
        for (const question of out) this.barred[question] -= 1;
        if (outcome === 'found') return outcome;
        outcomes.push(outcome);
      }
      return outcomes.includes('unsure') ? 'unsure' : 'impossible';
    };
    return solve();
  }

  /**
   * Evens chances out where filling rule by rule does not: a random walk from form to form, by one question for another or by two that
   * change places. A step and its reverse are equally likely, so that equal chances are where the walk rests.
   */
  even(random: SeededRandom): void {
    if (this.membership.nested && !this.hasPairs) return;
    if (!this.heeding) {
      this.heeding = true;
      for (const { taken } of this.states) for (const question of taken) this.setApart(question, 1);
    }
    const ruleOf = this.states.flatMap(({ taken }, rule) => taken.map(() => rule));
    const placeOf = this.states.flatMap(({ taken }) => taken.map((_, at) => at));
    for (let step = ruleOf.length * stepsPerSlot; step > 0; step--) {
      const slot = random.nextInt(ruleOf.length);
      const { pool } = this.states[ruleOf[slot]];
      this.tryChange(ruleOf[slot], placeOf[slot], pool[random.nextInt(pool.length)]);
    }
  }

  private tryChange(rule: number, at: number, wanted: number): void {
    const { taken } = this.states[rule];
    const [held, holder] = [taken[at], this.owner[wanted]];
    if (holder < 0) {
      const own = this.hasPairs && this.partners.get(held)?.includes(wanted) ? 1 : 0;
      if (this.barred[wanted] > own) return;
      if (this.hasPairs) {
        this.setApart(held, -1);
        this.setApart(wanted, 1);
      }
      taken[at] = wanted;
      this.owner[held] = -1;
      this.owner[wanted] = rule;
    } else if (holder !== rule && this.membership.has(holder, held)) {
      const others = this.states[holder].taken;
      others[others.indexOf(wanted)] = held;
      taken[at] = wanted;
      [this.owner[wanted], this.owner[held]] = [rule, holder];
    }
  }

  /** Gives everything back. */
  clear(): void {
    for (const { pool, swaps, taken } of this.states) {
      for (const question of taken) this.release(question);
      taken.length = 0;
      for (let at = swaps.length - 1; at >= 0; at--) swap(pool, at, swaps[at]);
      swaps.length = 0;
    }
  }

  private fillAll(random: SeededRandom): boolean {
    return this.states.every((state, rule) => {
      while (state.taken.length < state.count) {
        const question = this.drawFree(rule, random);
        if (question >= 0) this.give(rule, question);
        else if (!this.augment(rule, random)) return false;
      }
      return true;
    });
  }

  /** The next question in a random order of the rule's pool that nobody holds and nothing bars; −1 at the end. What is passed over stays so. */
  private drawFree(rule: number, random: SeededRandom): number {
    const { pool, swaps } = this.states[rule];
    while (swaps.length < pool.length) {
      const at = swaps.length;
      const other = at + random.nextInt(pool.length - at);
      swap(pool, at, other);
      swaps.push(other);
      const question = pool[at];
      if (this.owner[question] < 0 && this.barred[question] === 0) return question;
    }
    return -1;
  }

  /** Gives one more question to a rule that has run dry: along a chain of rules, each takes one of the next, and the last a free one. */
  private augment(root: number, random: SeededRandom): boolean {
    const reached = new Map<number, { from: number; question: number }>();
    const queue = [root];
    for (const rule of queue) {
      const free = this.drawFree(rule, random);
      if (free >= 0) {
        this.passOn(root, rule, free, reached);
        return true;
      }
      for (const question of this.states[rule].pool) {
        const holder = this.owner[question];
        if (holder < 0 || holder === root || reached.has(holder)) continue;
        reached.set(holder, { from: rule, question });
        queue.push(holder);
      }
    }
    return false;
  }

  private passOn(root: number, last: number, free: number, reached: ReadonlyMap<number, { from: number; question: number }>): void {
    this.setApart(free, 1);
    let [rule, question] = [last, free];
    for (let step = reached.get(rule); rule !== root && step; step = reached.get(rule)) {
      const { taken } = this.states[rule];
      taken[taken.indexOf(step.question)] = question;
      this.owner[question] = rule;
      [rule, question] = [step.from, step.question];
    }
    this.states[root].taken.push(question);
    this.owner[question] = root;
  }

  private give(rule: number, question: number): void {
    this.states[rule].taken.push(question);
    this.owner[question] = rule;
    this.setApart(question, 1);
  }

  private release(question: number): void {
    this.owner[question] = -1;
    this.setApart(question, -1);
  }

  private setApart(question: number, by: 1 | -1): void {
    if (!this.heeding) return;
    for (const partner of this.partners.get(question) ?? []) this.barred[partner] += by;
  }

  /** Of the questions taken, the one that meets most partners; −1 when none does. */
  private mostMet(): number {
    let [worst, most] = [-1, 0];
    for (const [question, partners] of this.partners) {
      if (this.owner[question] < 0) continue;
      const met = partners.filter((partner) => this.owner[partner] >= 0).length;
      if (met > most) [worst, most] = [question, met];
    }
    return worst;
  }
}

/** Which rules may take a question, by classes of questions that the same rules may take. */
class Membership {
  /** Every two pools are disjoint, or one lies within the other. */
  readonly nested: boolean;
  private readonly classOf: Int32Array;
  private readonly classes: ReadonlySet<number>[] = [];

  constructor(questions: number, pools: readonly Int32Array[]) {
    const rulesOf = Array.from({ length: questions }, (): number[] => []);
    pools.forEach((pool, rule) => pool.forEach((question) => rulesOf[question].push(rule)));
    const known = new Map<string, number>();
    const together = new Map<string, number>();
    this.classOf = Int32Array.from(rulesOf, (rules) => {
      const key = rules.join();
      if (!known.has(key)) known.set(key, this.classes.push(new Set(rules)) - 1);
      for (const a of rules) for (const b of rules) if (a < b) together.set(`${a},${b}`, (together.get(`${a},${b}`) ?? 0) + 1);
      return known.get(key) as number;
    });
    this.nested = [...together].every(([pair, count]) => count === Math.min(...pair.split(',').map((rule) => pools[Number(rule)].length)));
  }

  has(rule: number, question: number): boolean {
    return this.classes[this.classOf[question]].has(rule);
  }
}

function swap(pool: Int32Array, a: number, b: number): void {
  [pool[a], pool[b]] = [pool[b], pool[a]];
}

/** Both directions of each pair, questions ascending, each partner once. */
function partnersOf(pairs: readonly (readonly [number, number])[]): Map<number, number[]> {
  const sets = new Map<number, Set<number>>();
  for (const [a, b] of [...pairs, ...pairs.map(([first, second]) => [second, first] as const)]) sets.set(a, (sets.get(a) ?? new Set()).add(b));
  const ascending = (a: number, b: number): number => a - b;
  return new Map([...sets].sort(([a], [b]) => ascending(a, b)).map(([question, others]) => [question, [...others].sort(ascending)]));
}
