-- Questions, their immutable versions, keys apart; papers; references.
CREATE SEQUENCE question_code;
CREATE TABLE question (
  id uuid PRIMARY KEY,
  org_unit_id uuid NOT NULL REFERENCES org_unit (id),
  code text NOT NULL,
  state text NOT NULL DEFAULT 'published' CHECK (state IN ('draft', 'published', 'retired')),
  current_version_id uuid,
  created_by uuid,
  created_at timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  updated_at timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  archived_at timestamptz(3),
  UNIQUE (code, org_unit_id)
);
CREATE TABLE question_version (
  id uuid PRIMARY KEY,
  question_id uuid NOT NULL REFERENCES question (id),
  number int NOT NULL,
  kind text NOT NULL,
  content jsonb NOT NULL,
  excerpt text NOT NULL,
  search_text text NOT NULL,
  bigrams text[] NOT NULL,
  content_hash bytea NOT NULL,
  subject text,
  difficulty numeric(4,3),
  source text,
  default_marks numeric(12,4) NOT NULL DEFAULT 1,
  created_by uuid,
  created_at timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  UNIQUE (question_id, number)
);
ALTER TABLE question ADD FOREIGN KEY (current_version_id) REFERENCES question_version (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX question_version_bigrams ON question_version USING gin (bigrams);
CREATE INDEX question_version_hash ON question_version (content_hash);
CREATE INDEX question_list ON question (org_unit_id, updated_at DESC, id);

-- No query that serves a candidate may name this table.
CREATE TABLE question_key (
  question_version_id uuid PRIMARY KEY REFERENCES question_version (id),
  key jsonb NOT NULL
);

CREATE TABLE question_import (
  id uuid PRIMARY KEY,
  created_by uuid NOT NULL,
  org_unit_id uuid NOT NULL REFERENCES org_unit (id),
  file_name text NOT NULL,
  encoding text NOT NULL,
  heading_digest bytea NOT NULL,
  fields jsonb NOT NULL,
  report jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('mapped', 'committing', 'committed', 'discarded')),
  operation_id uuid REFERENCES operation (id),
  version int NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL DEFAULT kaosai.clock()
);
-- The uploaded bytes, until the import is committed or discarded; every process reads them here.
CREATE TABLE question_import_file (
  import_id uuid PRIMARY KEY REFERENCES question_import (id),
  content bytea NOT NULL
);
-- The mapping a person last confirmed for a set of headings is offered again.
CREATE TABLE import_mapping (
  org_unit_id uuid NOT NULL REFERENCES org_unit (id),
  heading_digest bytea NOT NULL,
  fields jsonb NOT NULL,
  updated_at timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  PRIMARY KEY (org_unit_id, heading_digest)
);

CREATE TABLE paper (
  id uuid PRIMARY KEY,
  org_unit_id uuid NOT NULL REFERENCES org_unit (id),
  title jsonb NOT NULL,
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'published', 'retired')),
  draft jsonb NOT NULL,
  version int NOT NULL DEFAULT 1,
  created_by uuid,
  created_at timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  updated_at timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  archived_at timestamptz(3)
);
-- Publishing freezes a version; an exam names the version it uses.
CREATE TABLE paper_version (
  id uuid PRIMARY KEY,
  paper_id uuid NOT NULL REFERENCES paper (id),
  number int NOT NULL,
  structure jsonb NOT NULL,
  questions int NOT NULL,
  total_marks numeric(12,4) NOT NULL,
  digest bytea NOT NULL,
  published_by uuid,
  published_at timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  UNIQUE (paper_id, number)
);

CREATE TABLE reference (
  id uuid PRIMARY KEY,
  org_unit_id uuid NOT NULL REFERENCES org_unit (id),
  title jsonb NOT NULL,
  created_by uuid,
  updated_at timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  archived_at timestamptz(3)
);
CREATE TABLE reference_article (
  id uuid PRIMARY KEY,
  reference_id uuid NOT NULL REFERENCES reference (id),
  ordinal int NOT NULL,
  chapter text,
  label text NOT NULL,
  text text NOT NULL,
  search_text text NOT NULL,
  bigrams text[] NOT NULL,
  UNIQUE (reference_id, ordinal)
);
CREATE INDEX reference_article_bigrams ON reference_article USING gin (bigrams);
