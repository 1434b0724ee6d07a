/**
 * Three sizes of test in one runner: `unit` (pure, `.spec.ts`), `int` (a service on the real embedded PostgreSQL,
 * `.int-spec.ts`) and `e2e` (HTTP, sockets and a real browser against the production build, `test/`).
 */
const transform = {
  '^.+\\.ts$': ['@swc/jest', {
    swcrc: false,
    module: { type: 'es6' },
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      keepClassNames: true,
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    },
  }],
};

const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform,
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/', '<rootDir>/.stryker-tmp/'],
};

/** @type {import('jest').Config} */
export default {
  coverageProvider: 'v8',
  // A machine that is busy with something else is no reason to fail; what must be fast says so in its own assertion.
  testTimeout: 60_000,
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/{libs,apps,test}/**/*.spec.ts'], testPathIgnorePatterns: ['<rootDir>/test/e2e/'] },
    { ...shared, displayName: 'int', testMatch: ['<rootDir>/{libs,apps}/**/*.int-spec.ts'], globalSetup: '<rootDir>/libs/testing/src/global-setup.mjs', globalTeardown: '<rootDir>/libs/testing/src/global-teardown.mjs' },
    { ...shared, displayName: 'e2e', testMatch: ['<rootDir>/test/e2e/**/*.e2e-spec.ts'], globalSetup: '<rootDir>/libs/testing/src/global-setup.mjs', globalTeardown: '<rootDir>/libs/testing/src/global-teardown.mjs' },
    { ...shared, displayName: 'screens', testMatch: ['<rootDir>/test/screens/**/*.screens-spec.ts'], globalSetup: '<rootDir>/libs/testing/src/global-setup.mjs', globalTeardown: '<rootDir>/libs/testing/src/global-teardown.mjs' },
    { ...shared, displayName: 'chaos', testMatch: ['<rootDir>/test/chaos/**/*.chaos-spec.ts'] },
  ],
};
