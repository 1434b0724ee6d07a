// test/mutation.mjs runs this once per area.
const area = process.env.MUTATE_AREA ?? 'kernel';
const folder = area === 'kernel' ? 'libs/kernel/src' : `libs/rules/src/${area}`;

export default {
  testRunner: 'in-process',
  plugins: ['./test/mutation-runner.mjs'],
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  mutate: [`${folder}/*.ts`, '!**/*.spec.ts', '!**/index.ts', '!**/*-types.ts'],
  ignorePatterns: ['*', '!libs', 'libs/*', '!libs/rules', '!libs/kernel', '!libs/rules/**', '!libs/kernel/**', '!test', 'test/*', '!test/property.ts', '!package.json', '!jest.config.mjs'],
  tempDirName: `.stryker-tmp/${area}`,
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: `reports/mutation-${area}.json` },
  clearTextReporter: { reportTests: false, allowColor: false, logTests: false },
  concurrency: 1,
  timeoutMS: 5_000,
  timeoutFactor: 2,
};
