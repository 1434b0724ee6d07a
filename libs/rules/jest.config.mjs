import { fileURLToPath } from 'node:url';
import all from '../../jest.config.mjs';

const unit = all.projects.find(({ displayName }) => displayName === 'unit');
// test/mutation.mjs mutates area by area, each against its own specs.
const area = process.env.MUTATE_AREA;
const folder = area === undefined ? '{rules,kernel}/**' : area === 'kernel' ? 'kernel/src' : `rules/src/${area}`;

/** The pure libraries alone: for mutation testing and for the long property runs. */
export default {
  ...unit,
  rootDir: fileURLToPath(new URL('../..', import.meta.url)),
  // Within Stryker's sandbox the specs stand below the ignored folder.
  modulePathIgnorePatterns: [],
  testPathIgnorePatterns: [],
  // A thousand runs of a property take their time.
  testTimeout: area === undefined ? 300_000 : 20_000,
  testMatch: [`<rootDir>/libs/${folder}/*.spec.ts`],
};
