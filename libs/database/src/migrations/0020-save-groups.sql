-- The save function of 0013 decides as it did, for a fraction of the time.
-- * Every save is looked up by its key. The join of old and new rows grew with the square of the group.
-- * The plans are made once per connection, not at every call, and never read the whole table: a connection that made its plan
--   when there was next to nothing stored would keep it.
CREATE OR REPLACE FUNCTION kaosai.save_responses(
  p_attempts uuid[], p_slots text[], p_writers int[], p_seqs int[], p_bodies text[], p_hashes bytea[], p_wait boolean, p_steps int[] DEFAULT NULL)
  RETURNS TABLE (n int, outcome text, saved_at timestamptz, receipt bytea, closes_at timestamptz, decided_at timestamptz)
  LANGUAGE plpgsql VOLATILE
  SET search_path = kaosai, pg_temp
  SET plan_cache_mode = force_generic_plan
  SET enable_seqscan = off
AS $$
DECLARE
  v_now timestamptz;
  v_stamp timestamptz(3);
  v_ids uuid[];
  v_states text[];
  v_closes timestamptz[];
  v_writers int[];
  v_steps int[];
  v_locked boolean[];
  v_step_closes timestamptz[];
  v_said text;
  v_first bigint;
BEGIN
  IF p_wait THEN
    SELECT array_agg(l.id), array_agg(l.state), array_agg(l.closes_at), array_agg(l.writer), array_agg(l.step), array_agg(l.step_locked), array_agg(l.step_closes_at)
      INTO v_ids, v_states, v_closes, v_writers, v_steps, v_locked, v_step_closes
      FROM (SELECT a.id, a.state, a.closes_at, a.writer, a.step, a.step_locked, a.step_closes_at FROM attempt a WHERE a.id = ANY (p_attempts) ORDER BY a.id FOR NO KEY UPDATE) l;
  ELSE
    SELECT array_agg(l.id), array_agg(l.state), array_agg(l.closes_at), array_agg(l.writer), array_agg(l.step), array_agg(l.step_locked), array_agg(l.step_closes_at)
      INTO v_ids, v_states, v_closes, v_writers, v_steps, v_locked, v_step_closes
      FROM (SELECT a.id, a.state, a.closes_at, a.writer, a.step, a.step_locked, a.step_closes_at FROM attempt a WHERE a.id = ANY (p_attempts) ORDER BY a.id FOR NO KEY UPDATE SKIP LOCKED) l;
  END IF;
  -- After the lock: this moment, and no other, decides.
  v_now := kaosai.clock();
  -- Stored to the millisecond; never after closes_at, which is a whole millisecond itself.
  v_stamp := date_trunc('milliseconds', v_now);
  v_said := to_char(v_stamp AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

  IF p_steps IS NOT NULL THEN
    -- Who answers a later step has gone on to it, before what follows is judged. A writer that lost the attempt takes nobody anywhere.
    WITH onward AS (
      SELECT a.id, max(i.step) AS step
        FROM unnest(p_attempts, p_writers, p_steps) AS i (attempt_id, writer, step) JOIN attempt a ON a.id = i.attempt_id AND a.id = ANY (v_ids)
       WHERE a.state = 'in_progress' AND v_now <= a.closes_at AND NOT a.step_locked AND i.writer = a.writer AND i.step > a.step GROUP BY a.id
    ), moved AS (
      UPDATE attempt a SET step = o.step FROM onward o WHERE a.id = o.id RETURNING a.id, a.step
    )
    INSERT INTO attempt_step (attempt_id, step, entered_at) SELECT m.id, m.step, v_stamp FROM moved m ON CONFLICT DO NOTHING;
  END IF;

  WITH fresh AS (
    INSERT INTO response_save AS r (attempt_id, slot, writer, seq, body, body_hash, receipt, superseded, accepted_at)
    SELECT i.attempt_id, i.slot, i.writer, i.seq, i.body::jsonb, i.body_hash,
           sha256(convert_to(concat_ws('|', i.attempt_id, i.slot, i.writer, i.seq, encode(i.body_hash, 'hex'), v_said), 'UTF8')),
           i.writer <> h.writer OR EXISTS (
             SELECT 1 FROM response_save s WHERE s.attempt_id = i.attempt_id AND s.slot = i.slot AND s.writer = i.writer AND s.seq > i.seq),
           v_stamp
      FROM unnest(p_attempts, p_slots, p_writers, p_seqs, p_bodies, p_hashes, p_steps) AS i (attempt_id, slot, writer, seq, body, body_hash, step)
      JOIN unnest(v_ids, v_states, v_closes, v_writers, v_steps, v_locked, v_step_closes) AS h (id, state, closes_at, writer, step, step_locked, step_closes_at) ON h.id = i.attempt_id
     WHERE h.state = 'in_progress' AND v_now <= h.closes_at
       AND (i.step IS NULL OR h.step IS NULL OR i.step > h.step AND NOT h.step_locked OR i.step = h.step AND (h.step_closes_at IS NULL OR v_now <= h.step_closes_at))
     -- A group holds one writer's saves of a slot in the order they were made.
     ORDER BY i.attempt_id, i.writer, i.seq
    ON CONFLICT DO NOTHING
    RETURNING r.ord
  )
  SELECT min(f.ord) INTO v_first FROM fresh f;

  -- Whoever stored saves of these attempts before has committed them before our lock: their numbers are below our first.
  RETURN QUERY
  SELECT i.n::int,
         CASE WHEN h.id IS NULL THEN 'busy'
              WHEN s.ord >= v_first THEN CASE WHEN s.superseded THEN 'superseded' ELSE 'stored' END
              WHEN s.ord IS NOT NULL THEN CASE WHEN s.body_hash = i.body_hash THEN 'replay' ELSE 'conflict' END
              WHEN h.state = 'paused' THEN 'busy'
              WHEN h.state = 'in_progress' AND v_now <= h.closes_at THEN 'passed'
              ELSE 'closed' END,
         CASE WHEN s.body_hash = i.body_hash THEN s.accepted_at END,
         CASE WHEN s.body_hash = i.body_hash THEN s.receipt END,
         h.closes_at, v_now
    FROM unnest(p_attempts, p_slots, p_writers, p_seqs, p_hashes) WITH ORDINALITY AS i (attempt_id, slot, writer, seq, body_hash, n)
    LEFT JOIN unnest(v_ids, v_states, v_closes) AS h (id, state, closes_at) ON h.id = i.attempt_id
    -- Limited, so that it stays one look-up by the key for each.
    LEFT JOIN LATERAL (
      SELECT r.ord, r.superseded, r.body_hash, r.accepted_at, r.receipt FROM response_save r
       WHERE r.attempt_id = h.id AND r.slot = i.slot AND r.writer = i.writer AND r.seq = i.seq LIMIT 1) s ON true
   ORDER BY i.n;
END $$;
