/** Stands in for `@jest/globals` while mutants are tested: collects tests, which then run again and again in one process. */
import { expect } from 'expect';

/** @type {{ id: string, name: string, file: string, run: () => unknown }[]} */
export const tests = [];
const names = [];
let file = '';

export function collectFrom(path) {
  file = path;
}

function describe(name, body) {
  names.push(name);
  body();
  names.pop();
}

function it(name, run) {
  const full = [...names, name].join(' › ');
  tests.push({ id: `${tests.length} ${full}`, name: full, file, run });
}

const each = (define) => (table) => (name, body) => table.forEach((row, index) => define(`${name} [${index}]`, () => (Array.isArray(row) ? body(...row) : body(row))));
describe.each = each(describe);
it.each = each(it);

export { describe, expect, it };
