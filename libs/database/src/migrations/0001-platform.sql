-- The platform: the one clock, revisions, outbox, operations, idempotency, audit. Everything lives in schema kaosai.
CREATE EXTENSION IF NOT EXISTS ltree WITH SCHEMA kaosai;

-- All SQL that decides calls this. Never now(): that is the transaction's start. Only tests replace it.
-- To the microsecond: rounded, a write 400 µs after the close would still count.
CREATE FUNCTION kaosai.clock() RETURNS timestamptz LANGUAGE sql VOLATILE PARALLEL SAFE
  AS $$ SELECT clock_timestamp() $$;

CREATE TABLE aggregate_revision (
  aggregate text PRIMARY KEY,
  revision bigint NOT NULL DEFAULT 0
);

CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  topic text NOT NULL,
  payload jsonb NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  generation int NOT NULL DEFAULT 0,
  dispatched_at timestamptz(3),
  done_at timestamptz(3)
);
CREATE INDEX outbox_undispatched ON outbox (id) WHERE dispatched_at IS NULL AND done_at IS NULL;
CREATE INDEX outbox_unfinished ON outbox (dispatched_at) WHERE done_at IS NULL AND dispatched_at IS NOT NULL;

CREATE TABLE dead_letter (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  outbox_id bigint REFERENCES outbox (id),
  topic text NOT NULL,
  payload jsonb NOT NULL,
  reason text NOT NULL,
  attempts int NOT NULL,
  failed_at timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  resolved_at timestamptz(3)
);
CREATE INDEX dead_letter_outbox ON dead_letter (outbox_id) WHERE resolved_at IS NULL;
CREATE INDEX outbox_done ON outbox (done_at) WHERE done_at IS NOT NULL;

CREATE TABLE operation (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  state text NOT NULL CHECK (state IN ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
  input jsonb NOT NULL DEFAULT '{}',
  done int NOT NULL DEFAULT 0,
  total int,
  result jsonb,
  problem jsonb,
  cancel_requested_at timestamptz(3),
  created_by uuid,
  created_at timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  updated_at timestamptz(3) NOT NULL DEFAULT kaosai.clock()
);

CREATE TABLE idempotency_key (
  account_id uuid NOT NULL,
  key text NOT NULL,
  route text NOT NULL,
  body_hash bytea NOT NULL,
  status int,
  answer jsonb,
  created_at timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  PRIMARY KEY (account_id, key)
);
CREATE INDEX idempotency_key_age ON idempotency_key (created_at);

-- Payloads hold ids, never names. The sealer chains rows once no older transaction can still insert before them.
CREATE TABLE audit_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  actor_id uuid,
  action text NOT NULL,
  object_type text NOT NULL,
  object_id uuid NOT NULL,
  payload jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX audit_event_object ON audit_event (object_type, object_id);
CREATE INDEX audit_event_at ON audit_event (at);
-- The sealer asks for what is newer than what it has sealed.
CREATE INDEX audit_event_xid ON audit_event (xid);

CREATE TABLE audit_seal (
  seq bigint PRIMARY KEY,
  event_id bigint NOT NULL UNIQUE REFERENCES audit_event (id),
  hash bytea NOT NULL,
  previous bytea NOT NULL,
  sealed_at timestamptz(3) NOT NULL DEFAULT kaosai.clock()
);

-- Content-addressed; the right to read comes from the use.
CREATE TABLE asset (
  id uuid PRIMARY KEY,
  sha256 bytea NOT NULL UNIQUE,
  size bigint NOT NULL,
  media_type text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT kaosai.clock()
);
CREATE TABLE asset_use (
  asset_id uuid NOT NULL REFERENCES asset (id),
  object_type text NOT NULL,
  object_id uuid NOT NULL,
  PRIMARY KEY (asset_id, object_type, object_id)
);

CREATE TABLE installation (
  id boolean PRIMARY KEY DEFAULT true CHECK (id),
  time_zone text NOT NULL DEFAULT 'Asia/Shanghai',
  demo boolean NOT NULL DEFAULT false,
  demo_loaded_at timestamptz(3),
  setup_token_hash bytea,
  secret bytea NOT NULL
);
