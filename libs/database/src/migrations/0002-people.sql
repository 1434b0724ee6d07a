-- People, organization, rights.
CREATE TABLE org_unit (
  id uuid PRIMARY KEY,
  parent_id uuid REFERENCES org_unit (id),
  kind text NOT NULL CHECK (kind IN ('system', 'unit', 'department')),
  code text NOT NULL,
  path ltree NOT NULL,
  title jsonb NOT NULL,
  sort int NOT NULL DEFAULT 0,
  version int NOT NULL DEFAULT 1,
  archived_at timestamptz(3)
);
CREATE UNIQUE INDEX org_unit_path ON org_unit (path) WHERE archived_at IS NULL;
CREATE INDEX org_unit_path_gist ON org_unit USING gist (path);

-- A zone is a grouping of units, not an administrative parent.
CREATE TABLE zone_plan (
  id uuid PRIMARY KEY,
  org_unit_id uuid NOT NULL REFERENCES org_unit (id),
  title jsonb NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  archived_at timestamptz(3)
);
CREATE TABLE zone (
  id uuid PRIMARY KEY,
  zone_plan_id uuid NOT NULL REFERENCES zone_plan (id),
  code text NOT NULL,
  title jsonb NOT NULL,
  lead_unit_id uuid NOT NULL REFERENCES org_unit (id),
  sort int NOT NULL DEFAULT 0,
  UNIQUE (zone_plan_id, code)
);
CREATE TABLE zone_member (
  zone_plan_id uuid NOT NULL REFERENCES zone_plan (id),
  org_unit_id uuid NOT NULL REFERENCES org_unit (id),
  zone_id uuid NOT NULL REFERENCES zone (id),
  PRIMARY KEY (zone_plan_id, org_unit_id)
);

-- Person is not account. Names live here and nowhere else.
CREATE TABLE person (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('staff', 'guest')),
  name text NOT NULL,
  name_bigrams text[] NOT NULL DEFAULT '{}',
  staff_number text,
  state text NOT NULL DEFAULT 'on_duty' CHECK (state IN ('on_duty', 'seconded', 'left', 'retired')),
  created_at timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  archived_at timestamptz(3)
);
CREATE UNIQUE INDEX person_staff_number ON person (staff_number) WHERE archived_at IS NULL;
CREATE INDEX person_name_bigrams ON person USING gin (name_bigrams);

CREATE TABLE affiliation (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person (id),
  org_unit_id uuid NOT NULL REFERENCES org_unit (id),
  valid_from timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  valid_to timestamptz(3)
);
CREATE INDEX affiliation_person ON affiliation (person_id);
CREATE INDEX affiliation_unit ON affiliation (org_unit_id);
CREATE UNIQUE INDEX affiliation_current ON affiliation (person_id) WHERE valid_to IS NULL;

-- Service line, job field and instructor type are editable dictionaries, many-to-many.
CREATE TABLE dictionary_entry (
  id uuid PRIMARY KEY,
  dictionary text NOT NULL CHECK (dictionary IN ('service_line', 'job_field', 'instructor_type', 'subject')),
  code text NOT NULL,
  title jsonb NOT NULL,
  sort int NOT NULL DEFAULT 0,
  archived_at timestamptz(3),
  UNIQUE (dictionary, code)
);
CREATE TABLE person_dictionary_entry (
  person_id uuid NOT NULL REFERENCES person (id),
  entry_id uuid NOT NULL REFERENCES dictionary_entry (id),
  PRIMARY KEY (person_id, entry_id)
);

CREATE TABLE account (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL UNIQUE REFERENCES person (id),
  username text NOT NULL,
  password_hash text NOT NULL,
  locale text NOT NULL DEFAULT 'zh-CN' CHECK (locale IN ('zh-CN', 'en')),
  disabled_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  version int NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX account_username ON account (lower(username));

CREATE TABLE session (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  token_hash bytea NOT NULL UNIQUE,
  csrf_token text NOT NULL,
  device_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  last_seen_at timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  expires_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3),
  ended_reason text
);
CREATE INDEX session_account ON session (account_id) WHERE ended_at IS NULL;

-- Limits key on (account name, known device or not): a flood on one account never locks out its known devices.
CREATE TABLE sign_in_try (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  username text NOT NULL,
  device_id uuid,
  at timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  succeeded boolean NOT NULL
);
CREATE INDEX sign_in_try_recent ON sign_in_try (username, at);

CREATE TABLE known_device (
  account_id uuid NOT NULL REFERENCES account (id),
  device_id uuid NOT NULL,
  first_seen_at timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  PRIMARY KEY (account_id, device_id)
);

-- A role at an organization node, valid for its subtree.
CREATE TABLE role_grant (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person (id),
  role text NOT NULL,
  org_unit_id uuid NOT NULL REFERENCES org_unit (id),
  valid_from timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  valid_to timestamptz(3),
  granted_by uuid
);
CREATE INDEX role_grant_person ON role_grant (person_id);

-- A role on one object, from - to.
CREATE TABLE assignment (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person (id),
  role text NOT NULL,
  object_type text NOT NULL CHECK (object_type IN ('edition', 'heat', 'stage', 'exam')),
  object_id uuid NOT NULL,
  valid_from timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  valid_to timestamptz(3),
  assigned_by uuid
);
CREATE INDEX assignment_person ON assignment (person_id);
CREATE INDEX assignment_object ON assignment (object_type, object_id);
