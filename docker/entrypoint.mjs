/**
 * Starts one process of the image by its name.
 */
const programs = {
  api: 'apps/api/src/main.js',
  live: 'apps/live/src/main.js',
  worker: 'apps/worker/src/main.js',
  standalone: 'apps/standalone/src/main.js',
  migrate: 'apps/standalone/src/migrate.js',
};

const name = process.argv[2];
if (!(name in programs)) {
  console.error(`Which process? One of: ${Object.keys(programs).join(', ')}.`);
  process.exit(2);
}
await import(`../dist/${programs[name]}`);
