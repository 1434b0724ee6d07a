-- Invigilation, live: acts and who has acknowledged them, incidents and rulings, presence.
ALTER TABLE assignment DROP CONSTRAINT assignment_object_type_check;
ALTER TABLE assignment ADD CONSTRAINT assignment_object_type_check CHECK (object_type IN ('edition', 'heat', 'stage', 'exam', 'room'));

-- A paused attempt knows since when: that time is credited when it goes on.
ALTER TABLE attempt ADD CONSTRAINT attempt_paused CHECK ((state = 'paused') = (paused_at IS NOT NULL));

-- One act of an invigilator, on one person or many. Append-only.
CREATE TABLE invigilation_act (
  id uuid PRIMARY KEY,
  exam_id uuid NOT NULL REFERENCES exam (id),
  kind text NOT NULL CHECK (kind IN ('extend', 'retract', 'pause', 'resume', 'end', 'cancel', 'message', 'let_in', 'take_over')),
  -- As it was asked for: {kind: exam | sitting | room | candidates, id?, ids?}.
  scope jsonb NOT NULL,
  seconds int CHECK (seconds BETWEEN 1 AND 14400),
  -- What the candidate reads: the message, or the reason.
  text text NOT NULL,
  -- The extension that this act takes back.
  undoes uuid REFERENCES invigilation_act (id),
  digest text NOT NULL,
  targets int NOT NULL CHECK (targets >= 1),
  operation_id uuid NOT NULL REFERENCES operation (id),
  created_by uuid NOT NULL REFERENCES person (id),
  created_at timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  CHECK ((kind IN ('extend', 'retract', 'let_in')) = (seconds IS NOT NULL)),
  CHECK ((kind = 'retract') = (undoes IS NOT NULL))
);
CREATE INDEX invigilation_act_exam ON invigilation_act (exam_id, created_at);
CREATE INDEX invigilation_act_undoes ON invigilation_act (undoes) WHERE undoes IS NOT NULL;

-- Whom an act was to reach, what it did to each, and when their page said that it shows it. A repeated run does nothing to who is not `due`.
CREATE TABLE act_target (
  act_id uuid NOT NULL REFERENCES invigilation_act (id),
  candidate_id uuid NOT NULL REFERENCES candidate (id),
  attempt_id uuid REFERENCES attempt (id),
  outcome text NOT NULL DEFAULT 'due' CHECK (outcome IN ('due', 'done', 'void')),
  -- The moment after the lock that decided.
  done_at timestamptz(3),
  -- {state, deadline, closesAt} before and after.
  was jsonb,
  became jsonb,
  acknowledged_at timestamptz(3),
  PRIMARY KEY (act_id, candidate_id),
  CHECK ((outcome = 'due') = (done_at IS NULL))
);
CREATE INDEX act_target_due ON act_target (act_id) WHERE outcome = 'due';
CREATE INDEX act_target_attempt ON act_target (attempt_id) WHERE attempt_id IS NOT NULL;
CREATE INDEX act_target_candidate ON act_target (candidate_id);

-- What a candidate's page or an invigilator reports. A violation only after a ruling. Append-only.
CREATE TABLE incident (
  id uuid PRIMARY KEY,
  exam_id uuid NOT NULL REFERENCES exam (id),
  candidate_id uuid NOT NULL REFERENCES candidate (id),
  attempt_id uuid REFERENCES attempt (id),
  source text NOT NULL CHECK (source IN ('client', 'server', 'invigilator')),
  kind text NOT NULL CHECK (kind IN ('focus_lost', 'focus_returned', 'fullscreen_left', 'fullscreen_returned', 'copy', 'paste', 'print', 'context_menu', 'second_device', 'address_changed',
    'talking', 'material', 'device', 'impersonation', 'disorder', 'other')),
  -- How long it lasted, where that is known.
  seconds int CHECK (seconds >= 0),
  note text,
  -- The client's clock, for what it is worth.
  client_at timestamptz(3),
  noted_at timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  noted_by uuid REFERENCES person (id)
);
CREATE INDEX incident_exam ON incident (exam_id, noted_at);
CREATE INDEX incident_candidate ON incident (candidate_id, noted_at);

-- Rulings, every one of them; the last counts. Append-only.
CREATE TABLE incident_ruling (
  incident_id uuid NOT NULL REFERENCES incident (id),
  number int NOT NULL CHECK (number >= 1),
  ruling text NOT NULL CHECK (ruling IN ('violation', 'dismissed')),
  reason text NOT NULL,
  ruled_by uuid NOT NULL REFERENCES person (id),
  ruled_at timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  PRIMARY KEY (incident_id, number)
);

-- When a page last gave a sign of life other than a save. Each process writes what it heard once in five seconds, in one statement; lost in a
-- crash, and heard again a few seconds later.
CREATE UNLOGGED TABLE attempt_presence (
  attempt_id uuid PRIMARY KEY,
  seen_at timestamptz(3) NOT NULL,
  -- The page's socket closed, and it has not been heard of since.
  gone_at timestamptz(3),
  -- Answers the page holds that it has not yet had acknowledged.
  unsent int NOT NULL DEFAULT 0
);

-- The wall asks for the saves of the last seconds. As small as an index can be: saves are appended, and nothing else may slow them down.
CREATE INDEX response_save_recent ON response_save USING brin (accepted_at) WITH (pages_per_range = 16, autosummarize = on);
