-- Panels, criteria, performances, score sheets.
CREATE TABLE panel (
  stage_id uuid PRIMARY KEY REFERENCES stage (id),
  drop_high int NOT NULL CHECK (drop_high >= 0),
  drop_low int NOT NULL CHECK (drop_low >= 0),
  seconds int,
  version int NOT NULL DEFAULT 1
);
CREATE TABLE panel_member (
  stage_id uuid NOT NULL REFERENCES panel (stage_id),
  seat int NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  chief boolean NOT NULL DEFAULT false,
  -- When the judge's tablet last read the stage; it reads at least every 30 s.
  seen_at timestamptz(3),
  PRIMARY KEY (stage_id, seat),
  UNIQUE (stage_id, person_id)
);
CREATE UNIQUE INDEX panel_one_chief ON panel_member (stage_id) WHERE chief;
CREATE TABLE criterion (
  id uuid PRIMARY KEY,
  stage_id uuid NOT NULL REFERENCES panel (stage_id),
  ordinal int NOT NULL,
  title jsonb NOT NULL,
  hint jsonb,
  max numeric(12,4) NOT NULL CHECK (max > 0),
  step numeric(12,4) NOT NULL CHECK (step > 0),
  UNIQUE (stage_id, ordinal)
);
CREATE TABLE performance (
  id uuid PRIMARY KEY,
  stage_id uuid NOT NULL REFERENCES stage (id),
  entry_id uuid NOT NULL REFERENCES entry (id),
  ordinal int NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'on_stage', 'scored', 'confirmed')),
  called_at timestamptz(3),
  confirmed_at timestamptz(3),
  confirmed_by uuid,
  version int NOT NULL DEFAULT 1,
  UNIQUE (stage_id, entry_id),
  UNIQUE (stage_id, ordinal)
);
CREATE UNIQUE INDEX performance_one_on_stage ON performance (stage_id) WHERE state IN ('on_stage', 'scored');
-- The present sheet of a judge for a performance; every accepted version stays in score_sheet_version.
CREATE TABLE score_sheet (
  id uuid PRIMARY KEY,
  performance_id uuid NOT NULL REFERENCES performance (id),
  seat int NOT NULL,
  judge_id uuid NOT NULL REFERENCES person (id),
  marks jsonb NOT NULL,
  total numeric(12,4) NOT NULL,
  comment text NOT NULL DEFAULT '',
  version int NOT NULL DEFAULT 1,
  reopened boolean NOT NULL DEFAULT false,
  submitted_at timestamptz(3) NOT NULL,
  UNIQUE (performance_id, seat),
  UNIQUE (performance_id, judge_id)
);
CREATE TABLE score_sheet_version (
  sheet_id uuid NOT NULL REFERENCES score_sheet (id),
  version int NOT NULL,
  marks jsonb NOT NULL,
  total numeric(12,4) NOT NULL,
  comment text NOT NULL,
  submitted_at timestamptz(3) NOT NULL,
  PRIMARY KEY (sheet_id, version)
);
-- A command's first answer, given again to every replay.
CREATE TABLE live_command (
  person_id uuid NOT NULL,
  command_id uuid NOT NULL,
  name text NOT NULL,
  body_hash bytea NOT NULL,
  answer jsonb NOT NULL,
  at timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  PRIMARY KEY (person_id, command_id)
);
