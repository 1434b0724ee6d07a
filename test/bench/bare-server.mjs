/**
 * The contender: Fastify and pg and nothing else. One request is one statement and one commit: lock the attempt, check state,
 * writer and time, insert the append-only row. No session, no policy, no check against the form.
 */
import { createHash } from 'node:crypto';
import fastify from 'fastify';
import pg from 'pg';

const { connection, pool: max } = JSON.parse(process.argv[2]);
const pool = new pg.Pool({ ...connection, max });
const item = {
  type: 'object', required: ['slot', 'writer', 'seq', 'body'], additionalProperties: false,
  properties: {
    slot: { type: 'string', minLength: 1, maxLength: 40 }, writer: { type: 'integer', minimum: 1 }, seq: { type: 'integer', minimum: 0 },
    body: { type: 'object', required: ['chosen'], properties: { chosen: { type: 'array', maxItems: 26, items: { type: 'string', maxLength: 40 } } } },
  },
};
const body = { type: 'object', required: ['items'], properties: { items: { type: 'array', minItems: 1, maxItems: 1, items: item } } };
const text = `
  WITH held AS MATERIALIZED (SELECT id, writer FROM bench.attempt WHERE id = $1 AND state = 'in_progress' AND clock_timestamp() <= closes_at FOR NO KEY UPDATE)
  INSERT INTO bench.response_save (attempt_id, slot, writer, seq, body, body_hash, receipt, superseded, accepted_at)
  SELECT id, $2::text, $3::int, $4::int, $5::jsonb, $6::bytea, sha256(convert_to(concat_ws('|', id, $2, $3, $4, encode($6, 'hex'), clock_timestamp()), 'UTF8')),
    $3 <> writer OR EXISTS (SELECT 1 FROM bench.response_save s WHERE s.attempt_id = $1 AND s.slot = $2 AND s.writer = $3 AND s.seq > $4), clock_timestamp()
  FROM held ON CONFLICT DO NOTHING RETURNING accepted_at, receipt, superseded`;

const app = fastify();
app.post('/api/v1/attempts/:id/saves', { schema: { body } }, async (request, reply) => {
  const [{ slot, writer, seq, body: response }] = request.body.items;
  const written = JSON.stringify(response);
  const { rows: [row] } = await pool.query({ name: 'save', text, values: [request.params.id, slot, writer, seq, written, createHash('sha256').update(written).digest()] });
  if (!row) return reply.code(409).send({ outcome: 'closed' });
  return { acks: [{ slot, writer, seq, outcome: row.superseded ? 'superseded' : 'stored', savedAt: row.accepted_at, receipt: row.receipt.toString('hex') }] };
});
process.send({ url: await app.listen({ port: 0, host: '127.0.0.1' }) });
process.on('disconnect', () => process.exit(0));
