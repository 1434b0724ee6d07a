/** Stops the run's server when the last project that uses it has ended. */
export default async function globalTeardown() {
  const shared = globalThis.kaosaiTestServer;
  if (!shared) return;
  shared.users -= 1;
  if (shared.users > 0) return;
  delete globalThis.kaosaiTestServer;
  await (await shared.server).stop();
}
