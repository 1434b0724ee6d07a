-- The question bank: categories and sharing, review, history, use, near-duplicates; blueprints' pools; sealing.
CREATE TABLE question_category (
  id uuid PRIMARY KEY,
  org_unit_id uuid NOT NULL REFERENCES org_unit (id),
  parent_id uuid REFERENCES question_category (id),
  title jsonb NOT NULL,
  shared_below boolean NOT NULL DEFAULT false,
  version int NOT NULL DEFAULT 1,
  created_by uuid,
  created_at timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  archived_at timestamptz(3)
);
CREATE UNIQUE INDEX question_category_title ON question_category (org_unit_id, coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), (title->>'zh')) WHERE archived_at IS NULL;
CREATE INDEX question_category_parent ON question_category (parent_id);
-- Units invited to read and draw from a category's published questions, and from those of the categories below it.
CREATE TABLE question_category_share (
  category_id uuid NOT NULL REFERENCES question_category (id),
  org_unit_id uuid NOT NULL REFERENCES org_unit (id),
  shared_by uuid,
  shared_at timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  PRIMARY KEY (category_id, org_unit_id)
);

ALTER TABLE question DROP CONSTRAINT question_state_check;
ALTER TABLE question
  ADD CONSTRAINT question_state_check CHECK (state IN ('draft', 'in_review', 'published', 'retired')),
  ADD COLUMN category_id uuid REFERENCES question_category (id),
  ADD COLUMN tags text[] NOT NULL DEFAULT '{}',
  ADD COLUMN job_fields text[] NOT NULL DEFAULT '{}',
  -- The version in work; beside a published one, or, of a question never published, the same as the current one.
  ADD COLUMN draft_version_id uuid REFERENCES question_version (id) DEFERRABLE INITIALLY DEFERRED,
  ADD COLUMN version int NOT NULL DEFAULT 1,
  -- Kept by the worker from question_use, so that lists sort by them: the last opening of an exam that held it, and the mean mark ÷ full marks.
  ADD COLUMN last_used_at timestamptz(3),
  ADD COLUMN facility numeric(5,4),
  -- As the current version has it, so that lists sort by it.
  ADD COLUMN difficulty numeric(4,3);
UPDATE question q SET difficulty = v.difficulty FROM question_version v WHERE v.id = q.current_version_id;
CREATE INDEX question_by_difficulty ON question (coalesce(difficulty, 9), id) WHERE archived_at IS NULL;
CREATE INDEX question_recent ON question (updated_at DESC, id DESC) WHERE archived_at IS NULL;
CREATE INDEX question_by_code ON question (code, id) WHERE archived_at IS NULL;
CREATE INDEX question_by_use ON question (coalesce(last_used_at, '-infinity'::timestamptz), id) WHERE archived_at IS NULL;
CREATE INDEX question_by_facility ON question (coalesce(facility, 9), id) WHERE archived_at IS NULL;
CREATE INDEX question_in_work ON question (draft_version_id) WHERE draft_version_id IS NOT NULL;
CREATE INDEX question_category_members ON question (category_id) WHERE archived_at IS NULL;
CREATE INDEX question_tags ON question USING gin (tags);

ALTER TABLE question_version
  ADD COLUMN state text NOT NULL DEFAULT 'published' CHECK (state IN ('draft', 'in_review', 'published', 'superseded', 'returned')),
  ADD COLUMN scoring text CHECK (scoring IN ('all_or_nothing', 'partial_per_right', 'right_minus_wrong')),
  ADD COLUMN source_article_id uuid REFERENCES reference_article (id),
  ADD COLUMN note text,
  ADD COLUMN submitted_by uuid,
  ADD COLUMN submitted_at timestamptz(3),
  ADD COLUMN reviewed_by uuid,
  ADD COLUMN reviewed_at timestamptz(3),
  -- Everybody who wrote in it: none of them may review it.
  ADD COLUMN authors uuid[] NOT NULL DEFAULT '{}',
  -- MinHash bands of the character pairs: versions that share a band may read almost the same.
  ADD COLUMN bands int[] NOT NULL DEFAULT '{}',
  ADD CONSTRAINT question_version_reviewer CHECK (reviewed_by IS NULL OR (reviewed_by IS DISTINCT FROM created_by AND reviewed_by <> ALL (authors)));
CREATE INDEX question_version_bands ON question_version USING gin (bands);
CREATE INDEX question_version_in_work ON question_version (state, id) WHERE state IN ('draft', 'in_review', 'returned');
-- All that a draw rule asks of a version, so that pools are counted without reading any content.
CREATE INDEX question_version_pool ON question_version (id) INCLUDE (question_id, subject, kind, difficulty) WHERE state = 'published';

-- A version that was published never changes, whoever asks: a correction is a new version.
CREATE FUNCTION kaosai.keep_published_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('published', 'superseded') AND (OLD.content, OLD.kind, OLD.question_id, OLD.number, OLD.subject, OLD.difficulty, OLD.default_marks)
       IS DISTINCT FROM (NEW.content, NEW.kind, NEW.question_id, NEW.number, NEW.subject, NEW.difficulty, NEW.default_marks) THEN
    RAISE EXCEPTION 'A published question version cannot be changed' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_published_version BEFORE UPDATE ON question_version FOR EACH ROW EXECUTE FUNCTION kaosai.keep_published_version();
CREATE FUNCTION kaosai.keep_published_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM kaosai.question_version v WHERE v.id = OLD.question_version_id AND v.state IN ('published', 'superseded')) AND OLD.key IS DISTINCT FROM NEW.key THEN
    RAISE EXCEPTION 'The key of a published question version cannot be changed' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
-- Keys name their kind, as contents do.
UPDATE question_key k SET key = jsonb_build_object('kind', v.kind) || k.key FROM question_version v WHERE v.id = k.question_version_id AND NOT k.key ? 'kind';
CREATE TRIGGER keep_published_key BEFORE UPDATE ON question_key FOR EACH ROW EXECUTE FUNCTION kaosai.keep_published_key();

CREATE TABLE question_comment (
  id uuid PRIMARY KEY,
  question_id uuid NOT NULL REFERENCES question (id),
  version_id uuid NOT NULL REFERENCES question_version (id),
  author_id uuid NOT NULL REFERENCES person (id),
  text text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  resolved_at timestamptz(3),
  resolved_by uuid
);
CREATE INDEX question_comment_question ON question_comment (question_id, created_at);
-- Questions that may not stand in one form; the smaller id first.
CREATE TABLE question_apart (
  a_id uuid NOT NULL REFERENCES question (id),
  b_id uuid NOT NULL REFERENCES question (id),
  PRIMARY KEY (a_id, b_id),
  CHECK (a_id < b_id)
);
CREATE INDEX question_apart_b ON question_apart (b_id);

-- Which published paper holds which version, as a fixed slot or in the pool of a rule. Written from question_version itself, tens of thousands at a
-- time, and what was published is never deleted: foreign keys would cost more than all the rest.
CREATE TABLE paper_question (
  paper_version_id uuid NOT NULL REFERENCES paper_version (id),
  question_version_id uuid NOT NULL,
  question_id uuid NOT NULL,
  -- Null: a fixed slot.
  rule_id text,
  PRIMARY KEY (paper_version_id, question_version_id)
);
CREATE INDEX paper_question_question ON paper_question (question_id);
INSERT INTO paper_question (paper_version_id, question_version_id, question_id)
  SELECT DISTINCT p.id, v.id, v.question_id
  FROM paper_version p, jsonb_array_elements(p.structure->'sections') AS s, jsonb_array_elements(s->'slots') AS l JOIN question_version v ON v.id = (l->>'questionVersionId')::uuid;
-- The pool of each draw rule, frozen at publishing, ascending ids.
CREATE TABLE paper_pool (
  paper_version_id uuid NOT NULL REFERENCES paper_version (id),
  rule_id text NOT NULL,
  version_ids uuid[] NOT NULL,
  PRIMARY KEY (paper_version_id, rule_id)
);
-- The pairs of versions in the pools that may not meet, frozen with them.
ALTER TABLE paper_version ADD COLUMN apart jsonb NOT NULL DEFAULT '[]';
-- Forms are written a thousand at a time; servers that were built with it compress them several times as fast.
DO $$
BEGIN
  ALTER TABLE form ALTER COLUMN content SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN NULL;
END $$;
-- How often an exam's forms held a version, and how its released responses were marked. Without foreign keys to the bank, as above.
CREATE TABLE question_use (
  question_version_id uuid NOT NULL,
  exam_id uuid NOT NULL REFERENCES exam (id),
  question_id uuid NOT NULL,
  used_at timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  forms int NOT NULL DEFAULT 0,
  responses int NOT NULL DEFAULT 0,
  mark_sum numeric(20,4) NOT NULL DEFAULT 0,
  max_sum numeric(20,4) NOT NULL DEFAULT 0,
  PRIMARY KEY (question_version_id, exam_id)
);
CREATE INDEX question_use_question ON question_use (question_id, used_at DESC);

-- A sealed paper: draft, versions and pools stand in `content` alone, encrypted under a key of the paper's own, which is wrapped by the
-- installation's key outside the database. It opens at the time, or to two openers together.
CREATE TABLE paper_seal (
  paper_id uuid PRIMARY KEY REFERENCES paper (id),
  sealed_by uuid NOT NULL,
  sealed_at timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  until timestamptz(3) NOT NULL,
  unsealed_at timestamptz(3),
  wrapped_key bytea NOT NULL,
  content bytea NOT NULL
);
CREATE TABLE paper_opener (
  paper_id uuid NOT NULL REFERENCES paper (id),
  person_id uuid NOT NULL REFERENCES person (id),
  opened_at timestamptz(3),
  PRIMARY KEY (paper_id, person_id)
);
-- Append-only.
CREATE TABLE paper_access (
  id uuid PRIMARY KEY,
  paper_id uuid NOT NULL REFERENCES paper (id),
  -- Null: the server itself, for an exam.
  person_id uuid REFERENCES person (id),
  act text NOT NULL,
  allowed boolean NOT NULL,
  at timestamptz(3) NOT NULL DEFAULT kaosai.clock()
);
CREATE INDEX paper_access_paper ON paper_access (paper_id, at DESC, id);
