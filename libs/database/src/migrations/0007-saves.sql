-- Saving answers (docs/decisions: group commit). One call stores the saves of many attempts.
--
-- VOLATILE in READ COMMITTED: every statement inside takes a new snapshot, so that what follows the lock sees what was
-- committed before it (an extension, a takeover, an earlier save). In one single statement the snapshot would precede the lock.
-- Attempts locked by somebody else are skipped and answered `busy`, unless p_wait: then the caller's lock_timeout decides.
CREATE FUNCTION kaosai.save_responses(
  p_attempts uuid[], p_slots text[], p_writers int[], p_seqs int[], p_bodies text[], p_hashes bytea[], p_wait boolean)
  RETURNS TABLE (n int, outcome text, saved_at timestamptz, receipt bytea, closes_at timestamptz, decided_at timestamptz)
  LANGUAGE plpgsql VOLATILE
  SET search_path = kaosai, pg_temp
AS $$
DECLARE
  v_now timestamptz;
  v_stamp timestamptz(3);
  v_ids uuid[];
  v_states text[];
  v_closes timestamptz[];
  v_writers int[];
BEGIN
  IF p_wait THEN
    SELECT array_agg(l.id), array_agg(l.state), array_agg(l.closes_at), array_agg(l.writer) INTO v_ids, v_states, v_closes, v_writers
      FROM (SELECT a.id, a.state, a.closes_at, a.writer FROM attempt a WHERE a.id = ANY (p_attempts) ORDER BY a.id FOR NO KEY UPDATE) l;
  ELSE
    SELECT array_agg(l.id), array_agg(l.state), array_agg(l.closes_at), array_agg(l.writer) INTO v_ids, v_states, v_closes, v_writers
      FROM (SELECT a.id, a.state, a.closes_at, a.writer FROM attempt a WHERE a.id = ANY (p_attempts) ORDER BY a.id FOR NO KEY UPDATE SKIP LOCKED) l;
  END IF;
  -- After the lock: this moment, and no other, decides.
  v_now := kaosai.clock();
  -- Stored to the millisecond; never after closes_at, which is a whole millisecond itself.
  v_stamp := date_trunc('milliseconds', v_now);

  RETURN QUERY
  WITH item AS (
    SELECT i.* FROM unnest(p_attempts, p_slots, p_writers, p_seqs, p_bodies, p_hashes) WITH ORDINALITY AS i (attempt_id, slot, writer, seq, body, body_hash, n)
  ), held AS (
    SELECT h.* FROM unnest(v_ids, v_states, v_closes, v_writers) AS h (id, state, closes_at, writer)
  ), fresh AS (
    INSERT INTO response_save AS r (attempt_id, slot, writer, seq, body, body_hash, receipt, superseded, accepted_at)
    SELECT i.attempt_id, i.slot, i.writer, i.seq, i.body::jsonb, i.body_hash,
           sha256(convert_to(concat_ws('|', i.attempt_id, i.slot, i.writer, i.seq, encode(i.body_hash, 'hex'),
             to_char(v_stamp AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), 'UTF8')),
           i.writer <> h.writer OR EXISTS (
             SELECT 1 FROM response_save s WHERE s.attempt_id = i.attempt_id AND s.slot = i.slot AND s.writer = i.writer AND s.seq > i.seq),
           v_stamp
      FROM item i JOIN held h ON h.id = i.attempt_id
     WHERE h.state = 'in_progress' AND v_now <= h.closes_at
     -- A group holds one writer's saves of a slot in the order they were made.
     ORDER BY i.attempt_id, i.writer, i.seq
    ON CONFLICT DO NOTHING
    RETURNING r.attempt_id, r.slot, r.writer, r.seq, r.superseded, r.accepted_at, r.receipt
  )
  SELECT i.n::int,
         CASE WHEN h.id IS NULL THEN 'busy'
              WHEN f.attempt_id IS NOT NULL THEN CASE WHEN f.superseded THEN 'superseded' ELSE 'stored' END
              WHEN s.attempt_id IS NOT NULL THEN CASE WHEN s.body_hash = i.body_hash THEN 'replay' ELSE 'conflict' END
              WHEN h.state = 'paused' THEN 'busy'
              ELSE 'closed' END,
         coalesce(f.accepted_at, CASE WHEN s.body_hash = i.body_hash THEN s.accepted_at END),
         coalesce(f.receipt, CASE WHEN s.body_hash = i.body_hash THEN s.receipt END),
         h.closes_at, v_now
    FROM item i
    LEFT JOIN held h ON h.id = i.attempt_id
    LEFT JOIN fresh f ON (f.attempt_id, f.slot, f.writer, f.seq) = (i.attempt_id, i.slot, i.writer, i.seq)
    LEFT JOIN response_save s ON h.id IS NOT NULL AND (s.attempt_id, s.slot, s.writer, s.seq) = (i.attempt_id, i.slot, i.writer, i.seq)
   ORDER BY i.n;
END $$;

-- The current response per slot: the last accepted in server order, superseded ones left out. Reads the database as it is now.
CREATE VIEW current_response AS
  SELECT DISTINCT ON (attempt_id, slot) attempt_id, slot, writer, seq, body, receipt, accepted_at
    FROM response_save WHERE NOT superseded ORDER BY attempt_id, slot, ord DESC;
