-- Setting exams up: sittings, rooms and seats, accommodations, rulings, exam-day sign-in.
ALTER TABLE exam DROP CONSTRAINT exam_mode_check;
ALTER TABLE exam DROP CONSTRAINT exam_release_check;
ALTER TABLE exam
  -- Closed: nothing but the paper. Restricted: the listed references, and nothing else. Open: those, and what the candidate brings.
  ADD CONSTRAINT exam_mode_check CHECK (mode IN ('closed', 'open', 'restricted')),
  ADD CONSTRAINT exam_release_check CHECK (release IN ('manual', 'when_marked', 'at_time')),
  ADD COLUMN release_at timestamptz(3),
  ADD COLUMN access_code_hash text,
  ADD COLUMN address_ranges cidr[] NOT NULL DEFAULT '{}',
  -- Nobody may submit sooner after starting.
  ADD COLUMN earliest_submit_seconds int NOT NULL DEFAULT 0 CHECK (earliest_submit_seconds >= 0),
  ADD COLUMN attempts_allowed int NOT NULL DEFAULT 1 CHECK (attempts_allowed BETWEEN 1 AND 10),
  -- Which of several attempts counts.
  ADD COLUMN attempt_policy text NOT NULL DEFAULT 'best' CHECK (attempt_policy IN ('best', 'last', 'first')),
  ADD COLUMN navigation text NOT NULL DEFAULT 'free' CHECK (navigation IN ('free', 'by_section', 'forward')),
  -- Seconds for each section of the paper in order, null where a section has no time of its own; null: no section has.
  ADD COLUMN section_seconds jsonb,
  -- What of the result a candidate may see, and from when: {marks, responses, keys, explanations}, each {when: never | after_release | at_time, at?}.
  ADD COLUMN review_policy jsonb NOT NULL DEFAULT '{"marks": {"when": "after_release"}, "responses": {"when": "never"}, "keys": {"when": "never"}, "explanations": {"when": "never"}}',
  ADD COLUMN instructions jsonb,
  -- Part of its admission numbers, so that no two exams of a day share one.
  ADD COLUMN number int GENERATED ALWAYS AS IDENTITY,
  ADD CONSTRAINT exam_release_time CHECK (release <> 'at_time' OR release_at IS NOT NULL);
CREATE INDEX exam_release_due ON exam (release_at) WHERE release = 'at_time';

ALTER TABLE sitting
  ADD COLUMN version int NOT NULL DEFAULT 1,
  ADD CONSTRAINT sitting_window CHECK (late_until > opens_at);

CREATE TABLE room (
  id uuid PRIMARY KEY,
  exam_id uuid NOT NULL REFERENCES exam (id),
  sitting_id uuid NOT NULL REFERENCES sitting (id),
  ordinal int NOT NULL DEFAULT 1,
  title jsonb NOT NULL,
  place text,
  capacity int NOT NULL CHECK (capacity BETWEEN 1 AND 2000),
  -- A seat grid; both or none.
  seat_rows int CHECK (seat_rows BETWEEN 1 AND 100),
  seat_columns int CHECK (seat_columns BETWEEN 1 AND 100),
  password_hash text,
  password_set_at timestamptz(3),
  address_ranges cidr[] NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  CHECK ((seat_rows IS NULL) = (seat_columns IS NULL)),
  CHECK (seat_rows IS NULL OR seat_rows * seat_columns >= capacity)
);
CREATE INDEX room_exam ON room (exam_id);
CREATE INDEX room_sitting ON room (sitting_id);

ALTER TABLE candidate
  ADD COLUMN room_id uuid REFERENCES room (id),
  -- The seat's number in the room, from 1; in a grid row by row from the front.
  ADD COLUMN seat int CHECK (seat >= 1),
  -- What was granted: {extraPercent, extraSeconds, largerText, reader, separateRoom, note}; extra_seconds is what it comes to.
  ADD COLUMN accommodations jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN exemption_reason text,
  -- The candidate whose exam this one makes up for.
  ADD COLUMN make_up_of uuid REFERENCES candidate (id),
  -- Let in after the sitting's latest start, until then.
  ADD COLUMN let_in_until timestamptz(3),
  -- Further attempts granted to this one person, a make-up after a cancelled attempt for instance.
  ADD COLUMN extra_attempts int NOT NULL DEFAULT 0 CHECK (extra_attempts >= 0),
  ADD COLUMN version int NOT NULL DEFAULT 1,
  ADD CONSTRAINT candidate_seat CHECK (seat IS NULL OR room_id IS NOT NULL);
CREATE UNIQUE INDEX candidate_seat_taken ON candidate (room_id, seat) WHERE seat IS NOT NULL;
CREATE INDEX candidate_room ON candidate (room_id);
CREATE INDEX candidate_sitting ON candidate (sitting_id);
CREATE INDEX candidate_admission ON candidate (admission_number);
CREATE UNIQUE INDEX candidate_make_up ON candidate (make_up_of, exam_id) WHERE make_up_of IS NOT NULL;

-- What was ruled about a candidate, every time: absent, postponed, cancelled, restored, let in, made up.
CREATE TABLE candidate_ruling (
  id uuid PRIMARY KEY,
  candidate_id uuid NOT NULL REFERENCES candidate (id),
  sitting_id uuid NOT NULL REFERENCES sitting (id),
  ruling text NOT NULL CHECK (ruling IN ('absent', 'postponed', 'cancelled', 'restored', 'let_in', 'make_up', 'moved')),
  reason text NOT NULL,
  ruled_by uuid REFERENCES person (id),
  ruled_at timestamptz(3) NOT NULL DEFAULT kaosai.clock()
);
CREATE INDEX candidate_ruling_candidate ON candidate_ruling (candidate_id, ruled_at);

-- Attempts by number; the latest is the one that lists, walls and sheets show.
ALTER TABLE form ADD COLUMN number int NOT NULL DEFAULT 1 CHECK (number >= 1);
ALTER TABLE form DROP CONSTRAINT form_candidate_id_key;
ALTER TABLE form ADD CONSTRAINT form_candidate_number UNIQUE (candidate_id, number);
ALTER TABLE attempt
  ADD COLUMN number int NOT NULL DEFAULT 1 CHECK (number >= 1),
  ADD COLUMN latest boolean NOT NULL DEFAULT true;
ALTER TABLE attempt DROP CONSTRAINT attempt_candidate_id_key;
ALTER TABLE attempt ADD CONSTRAINT attempt_candidate_number UNIQUE (candidate_id, number);
CREATE UNIQUE INDEX attempt_latest ON attempt (candidate_id) WHERE latest;

-- A code an invigilator gives one candidate: single use, ten minutes. With a device number it opens at that device alone.
CREATE TABLE entry_code (
  id uuid PRIMARY KEY,
  candidate_id uuid NOT NULL REFERENCES candidate (id),
  code_hash text NOT NULL,
  device_number text,
  issued_by uuid NOT NULL REFERENCES person (id),
  issued_at timestamptz(3) NOT NULL DEFAULT kaosai.clock(),
  expires_at timestamptz(3) NOT NULL,
  used_at timestamptz(3)
);
CREATE INDEX entry_code_candidate ON entry_code (candidate_id, issued_at);

-- A session that was begun in the hall may sit this one exam and nothing else.
ALTER TABLE session ADD COLUMN candidate_id uuid REFERENCES candidate (id);

-- Whose ends a guarded change moves, and by how much; done once each, however often its operation runs.
CREATE TABLE exam_change_row (
  operation_id uuid NOT NULL REFERENCES operation (id),
  attempt_id uuid NOT NULL REFERENCES attempt (id),
  deadline_seconds int NOT NULL,
  closes_seconds int NOT NULL,
  done_at timestamptz(3),
  PRIMARY KEY (operation_id, attempt_id)
);
