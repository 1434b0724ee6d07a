-- Navigation that only goes on (by section, or question after question), time per section; a candidate's own notes, and what was opened.
--
-- `step` is where the candidate is: a section, or with `forward` a question, from 0; null when navigation is free. With `step_locked` (time per
-- section) only answers to exactly this step count, and only until `step_closes_at`; without, an answer to a later step takes the candidate there.
ALTER TABLE attempt
  ADD COLUMN step int CHECK (step >= 0),
  ADD COLUMN step_locked boolean NOT NULL DEFAULT false,
  ADD COLUMN step_closes_at timestamptz(3);

-- Whatever moves the end of an attempt (an extension, the credit for a pause) moves the end of the section that is running by as much.
CREATE FUNCTION kaosai.move_step_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.step_closes_at := OLD.step_closes_at + (NEW.closes_at - OLD.closes_at);
  RETURN NEW;
END $$;
CREATE TRIGGER move_step_end BEFORE UPDATE OF closes_at ON attempt FOR EACH ROW
  WHEN (OLD.step_closes_at IS NOT NULL AND OLD.step_closes_at IS NOT DISTINCT FROM NEW.step_closes_at AND OLD.closes_at <> NEW.closes_at)
  EXECUTE FUNCTION kaosai.move_step_end();

-- When a candidate entered each step. Append-only.
CREATE TABLE attempt_step (
  attempt_id uuid NOT NULL REFERENCES attempt (id),
  step int NOT NULL,
  entered_at timestamptz(3) NOT NULL,
  closes_at timestamptz(3),
  PRIMARY KEY (attempt_id, step)
);
-- A candidate's own notes and bookmarks at the articles of the references.
CREATE TABLE candidate_note (
  attempt_id uuid NOT NULL REFERENCES attempt (id),
  article_id uuid NOT NULL REFERENCES reference_article (id),
  bookmarked boolean NOT NULL,
  text text NOT NULL,
  updated_at timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  PRIMARY KEY (attempt_id, article_id)
);
-- What was opened, each time. Append-only.
CREATE TABLE article_opening (
  attempt_id uuid NOT NULL REFERENCES attempt (id),
  article_id uuid NOT NULL REFERENCES reference_article (id),
  opened_at timestamptz(3) NOT NULL DEFAULT kaosai.clock()
);
CREATE INDEX article_opening_attempt ON article_opening (attempt_id, opened_at);

-- As in 0007, and with steps: an answer to a step that is over is `passed` and nothing is stored.
DROP FUNCTION kaosai.save_responses(uuid[], text[], int[], int[], text[], bytea[], boolean);
CREATE FUNCTION kaosai.save_responses(
  p_attempts uuid[], p_slots text[], p_writers int[], p_seqs int[], p_bodies text[], p_hashes bytea[], p_wait boolean, p_steps int[] DEFAULT NULL)
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
  v_steps int[];
  v_locked boolean[];
  v_step_closes timestamptz[];
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

  RETURN QUERY
  WITH item AS (
    SELECT i.* FROM unnest(p_attempts, p_slots, p_writers, p_seqs, p_bodies, p_hashes, p_steps) WITH ORDINALITY AS i (attempt_id, slot, writer, seq, body, body_hash, step, n)
  ), held AS (
    SELECT h.*, h.state = 'in_progress' AND v_now <= h.closes_at AS open FROM unnest(v_ids, v_states, v_closes, v_writers, v_steps, v_locked, v_step_closes) AS h (id, state, closes_at, writer, step, step_locked, step_closes_at)
  ), judged AS (
    SELECT i.*, h.open AND (i.step IS NULL OR h.step IS NULL OR i.step > h.step AND NOT h.step_locked OR i.step = h.step AND (h.step_closes_at IS NULL OR v_now <= h.step_closes_at)) AS counts
      FROM item i JOIN held h ON h.id = i.attempt_id
  ), fresh AS (
    INSERT INTO response_save AS r (attempt_id, slot, writer, seq, body, body_hash, receipt, superseded, accepted_at)
    SELECT i.attempt_id, i.slot, i.writer, i.seq, i.body::jsonb, i.body_hash,
           sha256(convert_to(concat_ws('|', i.attempt_id, i.slot, i.writer, i.seq, encode(i.body_hash, 'hex'),
             to_char(v_stamp AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), 'UTF8')),
           i.writer <> h.writer OR EXISTS (
             SELECT 1 FROM response_save s WHERE s.attempt_id = i.attempt_id AND s.slot = i.slot AND s.writer = i.writer AND s.seq > i.seq),
           v_stamp
      FROM judged i JOIN held h ON h.id = i.attempt_id
     WHERE i.counts
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
              WHEN h.open THEN 'passed'
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
