-- Responses of every kind, and marks that only a person can give.

-- A response says something; the one written form of a cleared one is empty.
CREATE FUNCTION kaosai.has_answer(body jsonb) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT (body - 'flagged') NOT IN ('{}'::jsonb, '{"chosen": []}'::jsonb) $$;

ALTER TABLE response_mark
  ALTER COLUMN mark DROP NOT NULL,
  ADD COLUMN state text NOT NULL DEFAULT 'marked' CHECK (state IN ('marked', 'awaiting')),
  -- Who marked it; null: by machine.
  ADD COLUMN marked_by uuid REFERENCES person (id),
  ADD COLUMN comment text,
  ADD CONSTRAINT response_mark_state CHECK ((mark IS NULL) = (state = 'awaiting')),
  ADD CONSTRAINT response_mark_range CHECK (mark IS NULL OR marked_by IS NULL OR mark BETWEEN 0 AND max_mark);
CREATE INDEX response_mark_awaiting ON response_mark (attempt_id) WHERE state = 'awaiting';
