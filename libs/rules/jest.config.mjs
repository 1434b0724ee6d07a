import { fileURLToPath } from 'node:url';
import all from '../../jest.config.mjs';

const unit = all.projects.find(({ displayName }) => displayName === 'unit');

/** The pure libraries alone: for mutation testing and for the long property runs. */
export default {
  ...unit,
  rootDir: fileURLToPath(new URL('../..', import.meta.url)),
  // A thousand runs of a property take their time.
  testTimeout: 300_000,
  testMatch: ['<rootDir>/libs/{rules,kernel}/**/*.spec.ts'],
};
