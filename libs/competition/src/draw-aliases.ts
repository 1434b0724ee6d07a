const stems = [...'甲乙丙丁戊己庚辛壬癸'];

/**
 * Draws an alias (密号) for each of `count` entries, such as `丙 17`: distinct, none of `taken`, each free one equally
 * likely, so that it says nothing about the start number. Two digits while at least half of them would stay free, else three.
 *
 * @param randomInt gives an integer from 0 to n − 1; in the product one that nobody can foresee.
 */
export function drawAliases(count: number, taken: ReadonlySet<string>, randomInt: (n: number) => number): string[] {
  const digits = taken.size + count <= 450 ? 2 : 3;
  const [from, to] = [10 ** (digits - 1), 10 ** digits];
  const free = stems.flatMap((stem) => Array.from({ length: to - from }, (_, index) => `${stem} ${from + index}`)).filter((alias) => !taken.has(alias));
  if (free.length < count) throw new RangeError(`Not ${count} aliases left`);
  return Array.from({ length: count }, (_, index) => {
    const other = index + randomInt(free.length - index);
    [free[index], free[other]] = [free[other], free[index]];
    return free[index];
  });
}
