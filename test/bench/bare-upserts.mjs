/** The contender: bare pg, one row upserted by each statement, as fast as the connections go. A process of its own. */
import pg from 'pg';

const { connection, connections } = JSON.parse(process.argv[2]);
const clients = await Promise.all(Array.from({ length: connections }, async () => {
  const client = new pg.Client(connection);
  await client.connect();
  return client;
}));
const text = `INSERT INTO bench.answer (attempt_id, slot, seq, body) VALUES ($1, $2, $3, $4)
  ON CONFLICT (attempt_id, slot) DO UPDATE SET seq = EXCLUDED.seq, body = EXCLUDED.body, saved_at = clock_timestamp()`;
let seq = 0;

process.on('message', async ({ seconds, ids }) => {
  const latencies = [];
  const began = performance.now();
  const end = began + seconds * 1_000;
  await Promise.all(clients.map(async (client, index) => {
    for (let turn = 0; performance.now() < end; turn += 1) {
      const since = performance.now();
      await client.query({ name: 'upsert', text, values: [ids[(index + turn * clients.length) % ids.length], `p1-${(turn % 20) + 1}`, (seq += 1), '{"chosen":["A"]}'] });
      latencies.push(performance.now() - since);
    }
  }));
  process.send({ latencies, elapsed: (performance.now() - began) / 1_000 });
});
process.on('disconnect', () => process.exit(0));
process.send({ ready: true });
