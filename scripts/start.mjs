/**
 * npm start: everything from a fresh clone to a running platform. Needs nothing but Node; see launch/launcher.mjs.
 */
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`需要 Node.js 20.19 或更新的版本，现在是 ${process.versions.node}。请从 https://nodejs.org 安装后重试。`);
  console.error(`Node.js 20.19 or newer is needed, this is ${process.versions.node}. Install it from https://nodejs.org and try again.`);
  process.exit(1);
}

const { launch } = await import('./launch/launcher.mjs');
await launch(process.argv.slice(2));
