import boundaries from 'eslint-plugin-boundaries';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/**
 * The layers of the house (docs/architecture.md), from the top down. Each may import only what stands below it,
 * and only through the library's index.ts.
 */
const lib = (name) => ({ type: name, pattern: `libs/${name}`, mode: 'folder' });
const platform = ['database', 'problems', 'queue', 'realtime', 'storage', 'config', 'observability'];
const below = {
  kernel: [],
  rules: ['kernel'],
  contracts: [],
  config: ['kernel'],
  observability: ['kernel', 'config'],
  database: ['kernel', 'config', 'observability', 'contracts'],
  storage: ['kernel', 'config', 'observability', 'database'],
  queue: ['kernel', 'config', 'observability', 'database', 'contracts'],
  realtime: ['kernel', 'config', 'observability', 'database', 'contracts'],
  problems: ['kernel', 'contracts', 'database'],
  audit: ['kernel', 'contracts', ...platform],
  identity: ['kernel', 'contracts', 'audit', ...platform],
  'question-bank': ['kernel', 'contracts', 'rules', 'audit', 'identity', ...platform],
  exam: ['kernel', 'contracts', 'rules', 'audit', 'identity', 'question-bank', ...platform],
  marking: ['kernel', 'contracts', 'rules', 'audit', 'identity', 'question-bank', 'exam', ...platform],
  invigilation: ['kernel', 'contracts', 'rules', 'audit', 'identity', 'question-bank', 'exam', ...platform],
  competition: ['kernel', 'contracts', 'rules', 'audit', 'identity', ...platform],
  judging: ['kernel', 'contracts', 'rules', 'audit', 'identity', 'competition', ...platform],
  training: ['kernel', 'contracts', 'rules', 'audit', 'identity', ...platform],
};
const features = ['audit', 'identity', 'question-bank', 'exam', 'invigilation', 'marking', 'competition', 'judging', 'training'];
below['contest-flow'] = ['kernel', 'contracts', 'rules', ...features, ...platform];
below.reporting = ['kernel', 'contracts', 'rules', ...features, 'contest-flow', ...platform];
const everything = Object.keys(below);

const elements = [
  ...everything.map(lib),
  lib('testing'),
  lib('demo'),
  { type: 'web', pattern: 'apps/web', mode: 'folder' },
  ...['api', 'live', 'worker', 'standalone'].map((name) => ({ type: `app-${name}`, pattern: `apps/${name}`, mode: 'folder' })),
  { type: 'test', pattern: 'test', mode: 'folder' },
];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.cache/', 'apps/web/src/api/generated/', 'screenshots/', '.data/', '.stryker-tmp/', 'reports/'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': elements,
      'import/resolver': { typescript: { project: ['tsconfig.json', 'apps/web/tsconfig.json'], conditionNames: ['types', 'source', 'import', 'node', 'default'] } },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
      'no-restricted-properties': ['error',
        { object: 'process', property: 'env', message: 'Only libs/config reads the environment.' },
        { object: 'Math', property: 'random', message: 'Randomness is an argument: use SeededRandom or node:crypto.' }],
      'no-restricted-syntax': ['error', { selector: "Property[key.name='synchronize'][value.value=true]", message: 'Migrations only.' }, { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' }],
      'boundaries/element-types': ['error', {
        default: 'disallow',
        rules: [
          ...Object.entries(below).map(([from, allow]) => ({ from: [from], allow: [...allow, from] })),
          { from: ['web'], allow: ['web', 'contracts', 'rules', 'kernel'] },
          { from: ['app-api', 'app-live', 'app-worker'], allow: everything },
          { from: ['app-api'], allow: ['app-api'] }, { from: ['app-live'], allow: ['app-live'] }, { from: ['app-worker'], allow: ['app-worker'] },
          { from: ['app-standalone'], allow: [...everything, 'app-api', 'app-live', 'app-worker', 'app-standalone'] },
          { from: ['demo'], allow: [...everything, 'demo'] },
          { from: ['app-standalone'], allow: ['demo'] },
          { from: ['testing'], allow: [...everything, 'testing'] },
          { from: ['test'], allow: [...everything, 'testing', 'demo', 'test', 'app-api', 'app-live', 'app-worker', 'app-standalone'] },
        ],
      }],
      'boundaries/entry-point': ['error', { default: 'disallow', rules: [
        { target: [...everything, 'testing', 'demo'], allow: ['src/index.ts'] },
        { target: ['web', 'test', 'app-api', 'app-live', 'app-worker', 'app-standalone'], allow: '**' },
      ] }],
    },
  },
  { files: ['**/*.{spec,int-spec,e2e-spec,chaos-spec}.ts', 'libs/testing/**/*.ts', 'test/**/*.ts'], rules: { 'boundaries/element-types': 'off', 'no-restricted-properties': 'off' } },
  { files: ['libs/config/**/*.ts'], rules: { 'no-restricted-properties': 'off' } },
  { files: ['libs/rules/**/*.ts', 'libs/kernel/**/*.ts', 'libs/contracts/**/*.ts'], rules: {
    'no-restricted-globals': ['error', 'process', 'setTimeout', 'setInterval', 'fetch', 'Buffer'],
    'no-restricted-imports': ['error', { patterns: ['@nestjs/*', 'typeorm', 'node:*', 'fs', 'crypto'] }] } },
  { files: ['libs/{rules,kernel}/**/*.spec.ts'], rules: { 'no-restricted-imports': 'off', 'no-restricted-globals': 'off' } },
  { files: ['apps/web/**/*.{ts,tsx}'], plugins: { 'react-hooks': hooks }, rules: { ...hooks.configs.recommended.rules } },
);
