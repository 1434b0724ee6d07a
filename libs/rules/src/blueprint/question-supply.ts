import { refuse } from '../check-input.js';
import type { PickRule, QuestionClass, RuleLack, RuleSupply } from './blueprint-types.js';

/** A maximum flow from rules to classes of questions; earlier rules are filled first and never lose what they have. */
export class QuestionSupply {
  private readonly classesOf: number[][];
  /** By rule and class. */
  private flow: number[][];
  private left: number[];

  constructor(private readonly rules: readonly PickRule[], private readonly classes: readonly QuestionClass[]) {
    const indexOf = new Map(rules.map(({ id }, index) => [id, index]));
    this.classesOf = rules.map(() => []);
    classes.forEach(({ rules: ids }, at) => ids.forEach((id) => this.classesOf[indexOf.get(id) ?? refuse('classes', 'unknown_rule', { id })].push(at)));
    this.flow = rules.map(() => classes.map(() => 0));
    this.left = classes.map(({ questions }) => questions);
    rules.forEach(({ count }, rule) => this.push(rule, count));
  }

  describe(): RuleSupply[] {
    return this.rules.map(({ id, count }, rule) => {
      const got = this.amountOf(rule);
      const found = sum(this.classesOf[rule].map((at) => this.classes[at].questions));
      return { id, wanted: count, found, available: got + this.reserveOf(rule), short: count - got };
    });
  }

  /** The rules that a short rule competes with, directly or along a chain, and all that they have together. */
  lackAround(id: string): RuleLack {
    const members = [...this.reach(this.rules.findIndex((rule) => rule.id === id)).rules].sort((a, b) => a - b);
    const pools = new Set(members.flatMap((rule) => this.classesOf[rule]));
    return {
      rules: members.map((rule) => this.rules[rule].id),
      wanted: sum(members.map((rule) => this.rules[rule].count)),
      available: sum([...pools].map((at) => this.classes[at].questions)),
    };
  }

  private amountOf(rule: number): number {
    return sum(this.flow[rule]);
  }

  /** How many more it could take, the others keeping their number. Tried on a copy. */
  private reserveOf(rule: number): number {
    const [flow, left] = [this.flow, this.left];
    this.flow = flow.map((row) => [...row]);
    this.left = [...left];
    const reserve = this.push(rule, Infinity);
    [this.flow, this.left] = [flow, left];
    return reserve;
  }

  /** Gives a rule up to so many more; answers how many it got. */
  private push(rule: number, wanted: number): number {
    let got = 0;
    while (got < wanted) {
      const { path } = this.reach(rule);
      if (!path) break;
      const amount = Math.min(wanted - got, this.left[path[0].to], ...path.slice(0, -1).map(({ rule: holder, from }) => this.flow[holder][from as number]));
      this.left[path[0].to] -= amount;
      for (const { rule: holder, from, to } of path) {
        this.flow[holder][to] += amount;
        if (from !== null) this.flow[holder][from] -= amount;
      }
      got += amount;
    }
    return got;
  }

  /**
   * The rules that could be asked to make room for one more, and, when there is room at the end of a chain, its steps from there:
   * each rule takes from the class `to` and gives up the class `from`.
   */
  private reach(root: number): { rules: Set<number>; path: { rule: number; from: number | null; to: number }[] | null } {
    const askedFor = new Map<number, { by: number; at: number }>();
    const rules = new Set([root]);
    for (const rule of rules) {
      for (const at of this.classesOf[rule]) {
        if (this.left[at] > 0) return { rules, path: this.chain(root, rule, at, askedFor) };
        this.flow.forEach((row, holder) => {
          if (row[at] === 0 || rules.has(holder)) return;
          askedFor.set(holder, { by: rule, at });
          rules.add(holder);
        });
      }
    }
    return { rules, path: null };
  }

  private chain(root: number, last: number, room: number, askedFor: ReadonlyMap<number, { by: number; at: number }>): { rule: number; from: number | null; to: number }[] {
    const steps = [];
    let [rule, to] = [last, room];
    for (let asked = askedFor.get(rule); rule !== root && asked; asked = askedFor.get(rule)) {
      steps.push({ rule, from: asked.at, to });
      [rule, to] = [asked.by, asked.at];
    }
    return [...steps, { rule: root, from: null, to }];
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
