-- Competitions: edition, tiers, heats, stages, entries, results, standings, advancement, awards.
CREATE TABLE competition (
  id uuid PRIMARY KEY,
  org_unit_id uuid NOT NULL REFERENCES org_unit (id),
  title jsonb NOT NULL,
  job_field jsonb,
  archived_at timestamptz(3)
);
CREATE TABLE edition (
  id uuid PRIMARY KEY,
  competition_id uuid NOT NULL REFERENCES competition (id),
  org_unit_id uuid NOT NULL REFERENCES org_unit (id),
  title jsonb NOT NULL,
  year int NOT NULL,
  zone_plan_id uuid NOT NULL REFERENCES zone_plan (id),
  -- The grouping as it was when the edition was made; later plans change nothing here.
  zones jsonb NOT NULL,
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'running', 'finished')),
  final_on date,
  version int NOT NULL DEFAULT 1,
  created_by uuid,
  created_at timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  archived_at timestamptz(3)
);
ALTER TABLE exam ADD FOREIGN KEY (edition_id) REFERENCES edition (id);
CREATE TABLE tier (
  id uuid PRIMARY KEY,
  edition_id uuid NOT NULL REFERENCES edition (id),
  level int NOT NULL,
  kind text NOT NULL CHECK (kind IN ('unit', 'zone', 'system')),
  title jsonb NOT NULL,
  rule jsonb NOT NULL,
  UNIQUE (edition_id, level)
);
CREATE TABLE heat (
  id uuid PRIMARY KEY,
  edition_id uuid NOT NULL REFERENCES edition (id),
  tier_id uuid NOT NULL REFERENCES tier (id),
  title jsonb NOT NULL,
  host_unit_id uuid NOT NULL REFERENCES org_unit (id),
  unit_id uuid REFERENCES org_unit (id),
  zone_code text,
  next_heat_id uuid REFERENCES heat (id),
  state text NOT NULL DEFAULT 'setup' CHECK (state IN ('setup', 'preparing', 'failed', 'ready', 'running', 'provisional', 'confirmed', 'published')),
  problem jsonb,
  -- Who of those tied across the cut line goes on, why, and who said so; gone as soon as a result changes.
  tie_decision jsonb,
  sort int NOT NULL DEFAULT 0,
  version int NOT NULL DEFAULT 1,
  confirmed_by uuid,
  confirmed_at timestamptz(3),
  published_at timestamptz(3)
);
CREATE INDEX heat_tier ON heat (tier_id);
CREATE TABLE stage (
  id uuid PRIMARY KEY,
  heat_id uuid NOT NULL REFERENCES heat (id),
  ordinal int NOT NULL,
  kind text NOT NULL CHECK (kind IN ('exam', 'judged', 'drill', 'bracket', 'quiz')),
  title jsonb NOT NULL,
  weight numeric(7,4) NOT NULL CHECK (weight >= 0 AND weight <= 100),
  exam_id uuid,
  settings jsonb NOT NULL DEFAULT '{}',
  UNIQUE (heat_id, ordinal)
);
CREATE INDEX stage_exam ON stage (exam_id);
CREATE TABLE entry (
  id uuid PRIMARY KEY,
  heat_id uuid NOT NULL REFERENCES heat (id),
  person_id uuid NOT NULL REFERENCES person (id),
  -- The unit of that day; later transfers never change past results.
  org_unit_id uuid NOT NULL REFERENCES org_unit (id),
  start_number int NOT NULL,
  alias text NOT NULL,
  seed int,
  source_entry_id uuid REFERENCES entry (id),
  state text NOT NULL DEFAULT 'entered' CHECK (state IN ('entered', 'withdrawn', 'injured', 'absent', 'disqualified')),
  version int NOT NULL DEFAULT 1,
  UNIQUE (heat_id, person_id),
  UNIQUE (heat_id, start_number),
  UNIQUE (heat_id, alias),
  UNIQUE (source_entry_id)
);
CREATE INDEX entry_person ON entry (person_id);
CREATE TABLE stage_result (
  stage_id uuid NOT NULL REFERENCES stage (id),
  entry_id uuid NOT NULL REFERENCES entry (id),
  state text NOT NULL CHECK (state IN ('pending', 'scored', 'absent', 'withdrawn', 'injured', 'disqualified')),
  -- The exact score as a fraction `n/d`, and the published one.
  exact text,
  score numeric(12,4),
  detail jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  updated_at timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  PRIMARY KEY (stage_id, entry_id)
);
-- Recomputed in the transaction that changes a result; equal to a full recomputation at any time.
CREATE TABLE standing (
  heat_id uuid NOT NULL REFERENCES heat (id),
  entry_id uuid NOT NULL REFERENCES entry (id),
  total numeric(12,4),
  rank numeric(12,4),
  moved int NOT NULL DEFAULT 0,
  tied_at_cut boolean NOT NULL DEFAULT false,
  advance text NOT NULL CHECK (advance IN ('advances', 'reserve', 'out', 'pending')),
  reserve int,
  steps jsonb NOT NULL DEFAULT '[]',
  PRIMARY KEY (heat_id, entry_id)
);
-- A tier advances exactly once: the primary key says so.
CREATE TABLE advancement (
  tier_id uuid PRIMARY KEY REFERENCES tier (id),
  next_tier_id uuid NOT NULL REFERENCES tier (id),
  digest text NOT NULL,
  result jsonb NOT NULL,
  advanced int NOT NULL,
  state text NOT NULL DEFAULT 'preparing' CHECK (state IN ('preparing', 'ready', 'failed')),
  problem jsonb,
  advanced_by uuid,
  advanced_at timestamptz(3) NOT NULL DEFAULT kaosai.clock()
);
CREATE TABLE award (
  id uuid PRIMARY KEY,
  edition_id uuid NOT NULL REFERENCES edition (id),
  kind text NOT NULL CHECK (kind IN ('winner', 'winning_unit', 'outstanding_individual')),
  title jsonb NOT NULL,
  place int NOT NULL,
  entry_id uuid REFERENCES entry (id),
  org_unit_id uuid NOT NULL REFERENCES org_unit (id),
  value numeric(12,4),
  reason jsonb NOT NULL,
  granted_at timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  UNIQUE NULLS NOT DISTINCT (edition_id, kind, place, entry_id, org_unit_id)
);
