-- Exams, forms, attempts, saves, marks.
CREATE TABLE exam (
  id uuid PRIMARY KEY,
  org_unit_id uuid NOT NULL REFERENCES org_unit (id),
  edition_id uuid,
  title jsonb NOT NULL,
  paper_version_id uuid NOT NULL REFERENCES paper_version (id),
  mode text NOT NULL CHECK (mode IN ('closed', 'open')),
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'preparing', 'ready', 'failed', 'closed', 'cancelled')),
  problem jsonb,
  opens_at timestamptz(3) NOT NULL,
  late_until timestamptz(3) NOT NULL,
  duration_seconds int NOT NULL CHECK (duration_seconds BETWEEN 1 AND 86400),
  grace_seconds int NOT NULL DEFAULT 0 CHECK (grace_seconds BETWEEN 0 AND 3600),
  pass_mark numeric(12,4),
  release text NOT NULL DEFAULT 'manual' CHECK (release IN ('manual', 'when_marked')),
  seed text NOT NULL,
  version int NOT NULL DEFAULT 1,
  created_by uuid,
  created_at timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  archived_at timestamptz(3),
  CHECK (late_until > opens_at)
);
CREATE TABLE exam_reference (
  exam_id uuid NOT NULL REFERENCES exam (id),
  reference_id uuid NOT NULL REFERENCES reference (id),
  PRIMARY KEY (exam_id, reference_id)
);
-- One time slot of an exam; the thin line has one per exam.
CREATE TABLE sitting (
  id uuid PRIMARY KEY,
  exam_id uuid NOT NULL REFERENCES exam (id),
  ordinal int NOT NULL DEFAULT 1,
  title jsonb NOT NULL,
  opens_at timestamptz(3) NOT NULL,
  late_until timestamptz(3) NOT NULL,
  UNIQUE (exam_id, ordinal)
);
CREATE TABLE candidate (
  id uuid PRIMARY KEY,
  exam_id uuid NOT NULL REFERENCES exam (id),
  sitting_id uuid NOT NULL REFERENCES sitting (id),
  person_id uuid NOT NULL REFERENCES person (id),
  org_unit_id uuid NOT NULL REFERENCES org_unit (id),
  admission_number text NOT NULL,
  extra_seconds int NOT NULL DEFAULT 0,
  exemption text CHECK (exemption IN ('absent', 'postponed', 'cancelled')),
  UNIQUE (exam_id, person_id),
  UNIQUE (exam_id, admission_number)
);
CREATE INDEX candidate_person ON candidate (person_id);

-- The concrete paper of one attempt, drawn before the exam.
CREATE TABLE form (
  id uuid PRIMARY KEY,
  candidate_id uuid NOT NULL UNIQUE REFERENCES candidate (id),
  exam_id uuid NOT NULL REFERENCES exam (id),
  content jsonb NOT NULL,
  drawn_at timestamptz(3) NOT NULL DEFAULT kaosai.clock()
);

CREATE TABLE attempt (
  id uuid PRIMARY KEY,
  exam_id uuid NOT NULL REFERENCES exam (id),
  candidate_id uuid NOT NULL UNIQUE REFERENCES candidate (id),
  person_id uuid NOT NULL REFERENCES person (id),
  form_id uuid NOT NULL REFERENCES form (id),
  state text NOT NULL CHECK (state IN ('in_progress', 'paused', 'submitted', 'marked', 'released', 'cancelled')),
  started_at timestamptz(3) NOT NULL,
  deadline timestamptz(3) NOT NULL,
  closes_at timestamptz(3) NOT NULL,
  paused_at timestamptz(3),
  submitted_at timestamptz(3),
  submitted_by text CHECK (submitted_by IN ('candidate', 'clock', 'invigilator')),
  submission jsonb,
  session_id uuid,
  writer int NOT NULL DEFAULT 1,
  total_mark numeric(12,4),
  marked_at timestamptz(3),
  released_at timestamptz(3),
  version int NOT NULL DEFAULT 1,
  CHECK (closes_at >= deadline),
  CHECK ((submitted_at IS NULL) = (submitted_by IS NULL))
);
CREATE INDEX attempt_exam ON attempt (exam_id);
CREATE INDEX attempt_person ON attempt (person_id);
CREATE INDEX attempt_closing ON attempt (closes_at) WHERE state = 'in_progress';
CREATE INDEX attempt_unmarked ON attempt (submitted_at) WHERE state = 'submitted';
CREATE INDEX attempt_unreleased ON attempt (exam_id) WHERE state = 'marked';

-- A writer is issued per page load and per takeover, so that two devices never share a number.
CREATE TABLE attempt_writer (
  attempt_id uuid NOT NULL REFERENCES attempt (id),
  writer int NOT NULL,
  session_id uuid NOT NULL,
  issued_at timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  reason text NOT NULL CHECK (reason IN ('start', 'reload', 'takeover')),
  PRIMARY KEY (attempt_id, writer)
);

-- Append-only: every acknowledged save is one row. The app's role cannot update or delete here.
CREATE TABLE response_save (
  attempt_id uuid NOT NULL,
  slot text NOT NULL,
  writer int NOT NULL,
  seq int NOT NULL,
  ord bigint GENERATED ALWAYS AS IDENTITY,
  body jsonb NOT NULL,
  body_hash bytea NOT NULL,
  receipt bytea NOT NULL,
  superseded boolean NOT NULL,
  accepted_at timestamptz(3) NOT NULL,
  PRIMARY KEY (attempt_id, slot, writer, seq)
);

-- effectiveState of data.md: what an attempt is at a moment, whatever jobs have run.
CREATE FUNCTION kaosai.effective_state(state text, closes_at timestamptz, at timestamptz) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT CASE WHEN state = 'in_progress' AND at > closes_at THEN 'submitted' ELSE state END $$;

-- The same for a candidate, who may have no attempt: exempted, absent once nobody may start any more, or not started yet.
CREATE FUNCTION kaosai.candidate_state(exemption text, late_until timestamptz, state text, closes_at timestamptz, at timestamptz) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT CASE WHEN state IS NOT NULL THEN kaosai.effective_state(state, closes_at, at)
                    WHEN exemption IS NOT NULL THEN exemption
                    WHEN at > late_until THEN 'absent' ELSE 'not_started' END $$;

-- Which attempts an extension has reached: repeated, it adds nothing.
CREATE TABLE attempt_extension (
  operation_id uuid NOT NULL REFERENCES operation (id),
  attempt_id uuid NOT NULL REFERENCES attempt (id),
  seconds int NOT NULL,
  extended_at timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  PRIMARY KEY (operation_id, attempt_id)
);

CREATE TABLE response_mark (
  attempt_id uuid NOT NULL REFERENCES attempt (id),
  slot text NOT NULL,
  round int NOT NULL DEFAULT 1,
  question_version_id uuid NOT NULL REFERENCES question_version (id),
  mark numeric(12,4) NOT NULL,
  max_mark numeric(12,4) NOT NULL,
  answered boolean NOT NULL,
  reason jsonb NOT NULL,
  marked_at timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  PRIMARY KEY (attempt_id, slot, round)
);
