/**
 * Loaded into every application before its own code: an application whose launcher is gone (kill -9) stops by itself,
 * orderly, so that the next start finds the port and the database free.
 */
const LIMIT = 15_000;

function stop() {
  setTimeout(() => process.exit(1), LIMIT).unref();
  if (process.listenerCount('SIGTERM') > 0) process.emit('SIGTERM', 'SIGTERM');
  else process.exit(0);
}

if (process.channel) {
  process.once('disconnect', stop);
  // Windows has no signals: there the launcher asks by a message.
  process.on('message', (message) => {
    if (message?.type === 'stop') stop();
  });
  process.channel.unref();
}
