/** Mutation testing of the pure libraries: `npm run test:mutation`, or `npm run test:mutation -- --mutate 'libs/rules/src/judging/*.ts'`. */
export default {
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules'],
  jest: { projectType: 'custom', configFile: 'libs/rules/jest.config.mjs', enableFindRelatedTests: true },
  coverageAnalysis: 'perTest',
  mutate: ['libs/{rules,kernel}/src/**/*.ts', '!**/*.spec.ts', '!**/index.ts', '!**/*-types.ts'],
  ignorePatterns: ['apps', 'dist', 'docs', 'reports', 'screenshots', '.data', '.cache', 'docker', 'test/e2e', 'test/chaos', 'test/bench', 'libs/!(rules|kernel)'],
  tempDirName: '.stryker-tmp',
  reporters: ['clear-text', 'json', 'progress'],
  jsonReporter: { fileName: 'reports/mutation.json' },
  clearTextReporter: { reportTests: false, allowColor: false },
  thresholds: { high: 90, low: 85, break: 85 },
  concurrency: 1,
  timeoutMS: 10_000,
  timeoutFactor: 3,
};
