-- When an attempt was to end as it began. Extensions, pauses and changes of the exam move its ends afterwards; its log begins here.
ALTER TABLE attempt ADD COLUMN first_deadline timestamptz(3), ADD COLUMN first_closes_at timestamptz(3);

CREATE FUNCTION kaosai.keep_first_ends() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
  NEW.first_deadline := NEW.deadline;
  NEW.first_closes_at := NEW.closes_at;
  RETURN NEW;
END $$;
CREATE TRIGGER attempt_first_ends BEFORE INSERT ON attempt FOR EACH ROW EXECUTE FUNCTION kaosai.keep_first_ends();
