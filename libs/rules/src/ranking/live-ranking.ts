import { SeededRandom } from '#lib/kernel';
import { refuse } from '../check-input.js';
import {
  checkRankingRule, compareBy, compareIds, compareUnscored, placeOf, type RankingEntry, type RankingRule, type RankingStep, readEntry, type ReadEntry, type Standing, stepOf,
} from './rank-standings.js';

/** All entries with equal figures: one node of a treap ordered best first, counting what lies below it. */
interface Group {
  readonly head: ReadEntry;
  readonly ids: Set<string>;
  readonly priority: number;
  left: Group | null;
  right: Group | null;
  /** Entries and groups in this subtree. */
  entries: number;
  groups: number;
}

/**
 * A standing that changes one entry at a time. `upsert`, `remove` and `standingOf` take time logarithmic in the number of
 * entries, so one changed score re-ranks without sorting everything; the outcome always equals {@link rankStandings}.
 */
export class LiveRanking {
  private root: Group | null = null;
  private readonly entries = new Map<string, ReadEntry>();
  private readonly unscored = new Map<string, ReadEntry>();
  private readonly compare: (a: ReadEntry, b: ReadEntry) => number;
  private readonly random = new SeededRandom('live-ranking');

  /** @throws RuleInputError for a bad rule. */
  constructor(private readonly rule: RankingRule) {
    checkRankingRule(rule);
    this.compare = compareBy(rule);
  }

  /** How many entries are ranked. */
  get ranked(): number {
    return this.root?.entries ?? 0;
  }

  /** Adds an entry, or replaces the one with its id. @throws RuleInputError for a bad figure; then nothing changed. */
  upsert(entry: RankingEntry): void {
    const read = readEntry(entry, this.rule, `entries.${entry.id}`);
    this.remove(entry.id);
    if (read.state !== 'scored') {
      this.unscored.set(read.id, read);
      return;
    }
    this.entries.set(read.id, read);
    this.root = this.insert(this.root, read);
  }

  /** Removes an entry; false when there is none with this id. */
  remove(id: string): boolean {
    if (this.unscored.delete(id)) return true;
    const entry = this.entries.get(id);
    if (!entry) return false;
    this.entries.delete(id);
    this.root = this.delete(this.root as Group, entry);
    return true;
  }

  /** One entry's standing, explanation included. @throws RuleInputError `unknown_entry`. */
  standingOf(id: string): Standing {
    const unscored = this.unscored.get(id);
    if (unscored) return toUnranked(unscored);
    const entry = this.entries.get(id) ?? refuse('id', 'unknown_entry', { id });
    const { entries: before, groups } = this.countBefore((head) => this.compare(head, entry) < 0);
    const size = this.countBefore((head) => this.compare(head, entry) <= 0).entries - before;
    return this.toStanding(entry, before, size, groups + 1);
  }

  /** `count` standings from a position (0 is the best), as {@link rankStandings} lists them; ranked entries only. */
  page(from: number, count: number): Standing[] {
    const standings: Standing[] = [];
    const visit = (node: Group | null, before: number, groups: number): void => {
      if (!node || standings.length >= count || before >= from + count || before + node.entries <= from) return;
      const [left, leftGroups] = [before + (node.left?.entries ?? 0), groups + (node.left?.groups ?? 0)];
      visit(node.left, before, groups);
      const size = node.ids.size;
      const ids = left + size > from && left < from + count ? [...node.ids].sort(compareIds) : [];
      const shared = ids.length > 0 ? this.toStanding(node.head, left, size, leftGroups + 1) : null;
      ids.forEach((id, index) => {
        if (shared && left + index >= from && left + index < from + count) standings.push({ ...shared, id });
      });
      visit(node.right, left + size, leftGroups + 1);
    };
    visit(this.root, 0, 0);
    return standings;
  }

  /** Everything, as {@link rankStandings} returns it. */
  toStandings(): Standing[] {
    const rest = [...this.unscored.values()].sort(compareUnscored).map(toUnranked);
    return [...this.page(0, this.ranked), ...rest];
  }

  private toStanding(entry: ReadEntry, before: number, size: number, dense: number): Standing {
    const rank = placeOf(this.rule.style ?? '1224', before, before + size, dense);
    return { id: entry.id, state: entry.state, rank, sharedBy: size, steps: this.stepsOf(entry) };
  }

  private stepsOf(entry: ReadEntry): RankingStep[] {
    const steps: RankingStep[] = [];
    let among = this.ranked;
    for (let keys = 1; keys <= this.rule.keys.length && (keys === 1 || among > 1); keys++) {
      const compare = compareBy({ keys: this.rule.keys.slice(0, keys) });
      const left = this.countBefore((head) => compare(head, entry) <= 0).entries - this.countBefore((head) => compare(head, entry) < 0).entries;
      steps.push(stepOf(this.rule.keys[keys - 1], entry.figures[keys - 1], among, left));
      among = left;
    }
    return steps;
  }

  /** Entries and groups at the front for which the test holds; it must hold for a prefix of the order. */
  private countBefore(test: (head: ReadEntry) => boolean): { entries: number; groups: number } {
    let [node, entries, groups] = [this.root, 0, 0];
    while (node) {
      if (test(node.head)) {
        entries += (node.left?.entries ?? 0) + node.ids.size;
        groups += (node.left?.groups ?? 0) + 1;
        node = node.right;
      } else node = node.left;
    }
    return { entries, groups };
  }

  private insert(node: Group | null, entry: ReadEntry): Group {
    if (!node) return { head: entry, ids: new Set([entry.id]), priority: this.random.nextUint32(), left: null, right: null, entries: 1, groups: 1 };
    const order = this.compare(entry, node.head);
    if (order === 0) node.ids.add(entry.id);
    else if (order < 0) node.left = this.insert(node.left, entry);
    else node.right = this.insert(node.right, entry);
    if (node.left && node.left.priority > node.priority) return rotateRight(node);
    if (node.right && node.right.priority > node.priority) return rotateLeft(node);
    return recount(node);
  }

  private delete(node: Group, entry: ReadEntry): Group | null {
    const order = this.compare(entry, node.head);
    if (order < 0) node.left = this.delete(node.left as Group, entry);
    else if (order > 0) node.right = this.delete(node.right as Group, entry);
    else {
      node.ids.delete(entry.id);
      if (node.ids.size === 0) return join(node.left, node.right);
    }
    return recount(node);
  }
}

function toUnranked({ id, state }: ReadEntry): Standing {
  return { id, state, rank: null, sharedBy: 0, steps: [] };
}

function recount(node: Group): Group {
  node.entries = (node.left?.entries ?? 0) + node.ids.size + (node.right?.entries ?? 0);
  node.groups = (node.left?.groups ?? 0) + 1 + (node.right?.groups ?? 0);
  return node;
}

function rotateRight(node: Group): Group {
  const top = node.left as Group;
  node.left = top.right;
  top.right = recount(node);
  return recount(top);
}

function rotateLeft(node: Group): Group {
  const top = node.right as Group;
  node.right = top.left;
  top.left = recount(node);
  return recount(top);
}

function join(left: Group | null, right: Group | null): Group | null {
  if (!left || !right) return left ?? right;
  if (left.priority > right.priority) {
    left.right = join(left.right, right);
    return recount(left);
  }
  right.left = join(left, right.left);
  return recount(right);
}

