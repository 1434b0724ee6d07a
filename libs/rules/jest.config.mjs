import { fileURLToPath } from 'node:url';
import all from '../../jest.config.mjs';

const unit = all.projects.find(({ displayName }) => displayName === 'unit');

/** The pure libraries alone, for the long property runs: a thousand runs of a property take their time. */
export default {
  ...unit,
  rootDir: fileURLToPath(new URL('../..', import.meta.url)),
  testTimeout: 300_000,
  testMatch: ['<rootDir>/libs/{rules,kernel}/**/*.spec.ts'],
};
