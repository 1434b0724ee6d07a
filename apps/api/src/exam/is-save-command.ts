/** Printable ASCII: what slots and options are called. Other characters count differently in different places. */
const name = /^[\x21-\x7e]{1,40}$/;
const greatest = 2_147_483_647;

/** True for a `SaveCommand` of chosen options without anything unusual in it; false says nothing. Several thousand a second pass here. */
export function isSaveCommand(value: unknown): boolean {
  if (!hasKeys(value, 1)) return false;
  const { items } = value;
  return Array.isArray(items) && items.length >= 1 && items.length <= 50 && items.every(isItem);
}

function isItem(value: unknown): boolean {
  if (!hasKeys(value, 4)) return false;
  const { slot, writer, seq, body } = value;
  return isName(slot) && isCount(writer) && writer >= 1 && isCount(seq) && isChoice(body);
}

function isChoice(value: unknown): boolean {
  if (!hasKeys(value, 1) && !(hasKeys(value, 2) && typeof value.flagged === 'boolean')) return false;
  const { chosen } = value;
  return Array.isArray(chosen) && chosen.length <= 26 && chosen.every(isName);
}

/** The fields that are wanted are all there when there are no more than so many. */
function hasKeys(value: unknown, count: number): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.keys(value).length === count;
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && name.test(value);
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= greatest;
}
