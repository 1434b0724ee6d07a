/**
 * A maximum matching of a general graph (Edmonds' blossom algorithm, O(V³)) that can be narrowed pair by pair: once
 * everyone is matched, {@link takePair} fixes a wished-for pair and says whether the others can still all be matched.
 */
export class Matching {
  readonly mate: Int32Array;
  private readonly alive: Uint8Array;
  private readonly parent: Int32Array;
  private readonly base: Int32Array;
  private readonly used: Uint8Array;
  private readonly blossom: Uint8Array;
  private readonly queue: Int32Array;

  constructor(private readonly size: number, private readonly allowed: (a: number, b: number) => boolean) {
    this.mate = new Int32Array(size).fill(-1);
    this.alive = new Uint8Array(size).fill(1);
    [this.parent, this.base, this.queue] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
    [this.used, this.blossom] = [new Uint8Array(size), new Uint8Array(size)];
  }

  /** Matches the two for a start, if both are still free and allowed; {@link maximise} may part them again. */
  propose(a: number, b: number): boolean {
    if (a === b || !this.isFree(a) || !this.isFree(b) || !this.allowed(a, b)) return false;
    [this.mate[a], this.mate[b]] = [b, a];
    return true;
  }

  /** Matches as many as possible, starting from what is matched; returns how many are left over. */
  maximise(): number {
    for (let a = 0; a < this.size; a++) if (this.isFree(a)) this.matchGreedily(a);
    let left = 0;
    for (let a = 0; a < this.size; a++) if (this.isFree(a) && !this.augment(a)) left++;
    return left;
  }

  /** Takes a pair out if it is allowed and everyone else can still be matched; otherwise changes nothing. Needs a perfect matching. */
  takePair(a: number, b: number): boolean {
    if (a === b || !this.alive[a] || !this.alive[b] || !this.allowed(a, b)) return false;
    const [x, y] = [this.mate[a], this.mate[b]];
    this.alive[a] = this.alive[b] = 0;
    if (x === b) return true;
    this.mate[x] = this.mate[y] = -1;
    if (this.augment(x)) {
      [this.mate[a], this.mate[b]] = [b, a];
      return true;
    }
    [this.mate[x], this.mate[y]] = [a, b];
    this.alive[a] = this.alive[b] = 1;
    return false;
  }

  private isFree(a: number): boolean {
    return this.alive[a] === 1 && this.mate[a] < 0;
  }

  private matchGreedily(a: number): void {
    for (let b = 0; b < this.size && !this.propose(a, b);) b++;
  }

  /** Matches the free vertex by an alternating path to another free one, if there is any. */
  private augment(root: number): boolean {
    let end = this.findPath(root);
    if (end < 0) return false;
    while (end >= 0) {
      const before = this.parent[end];
      const next = this.mate[before];
      [this.mate[end], this.mate[before]] = [before, end];
      end = next;
    }
    return true;
  }

  private findPath(root: number): number {
    this.used.fill(0);
    this.parent.fill(-1);
    for (let v = 0; v < this.size; v++) this.base[v] = v;
    this.used[root] = 1;
    this.queue[0] = root;
    for (let [head, tail] = [0, 1]; head < tail; head++) {
      const v = this.queue[head];
      for (let to = 0; to < this.size; to++) {
        if (to === v || !this.alive[to] || this.base[v] === this.base[to] || this.mate[v] === to || !this.allowed(v, to)) continue;
        if (to === root || (this.mate[to] >= 0 && this.parent[this.mate[to]] >= 0)) tail = this.contract(v, to, tail);
        else if (this.parent[to] < 0) {
          this.parent[to] = v;
          if (this.mate[to] < 0) return to;
          this.used[this.mate[to]] = 1;
          this.queue[tail++] = this.mate[to];
        }
      }
    }
    return -1;
  }

  /** Shrinks the odd cycle through v and to into one vertex; returns the new end of the queue. */
  private contract(v: number, to: number, tail: number): number {
    const top = this.commonAncestor(v, to);
    this.blossom.fill(0);
    this.markPath(v, top, to);
    this.markPath(to, top, v);
    let end = tail;
    for (let u = 0; u < this.size; u++) {
      if (!this.blossom[this.base[u]]) continue;
      this.base[u] = top;
      if (this.used[u]) continue;
      this.used[u] = 1;
      this.queue[end++] = u;
    }
    return end;
  }

  private commonAncestor(a: number, b: number): number {
    const seen = new Set<number>();
    for (let v = this.base[a]; ; v = this.base[this.parent[this.mate[v]]]) {
      seen.add(v);
      if (this.mate[v] < 0) break;
    }
    let v = this.base[b];
    while (!seen.has(v)) v = this.base[this.parent[this.mate[v]]];
    return v;
  }

  private markPath(from: number, top: number, child: number): void {
    for (let [v, below] = [from, child]; this.base[v] !== top;) {
      this.blossom[this.base[v]] = this.blossom[this.base[this.mate[v]]] = 1;
      this.parent[v] = below;
      below = this.mate[v];
      v = this.parent[this.mate[v]];
    }
  }
}
