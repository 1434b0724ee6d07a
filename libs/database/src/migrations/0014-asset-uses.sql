-- The right to read a file comes from its use: whatever writes a question or its key records the files that it shows.
CREATE FUNCTION kaosai.use_assets() RETURNS trigger LANGUAGE plpgsql
  SET search_path = kaosai, pg_temp
AS $$
DECLARE
  v_row jsonb := to_jsonb(NEW);
BEGIN
  INSERT INTO asset_use (asset_id, object_type, object_id)
  SELECT DISTINCT a.id, 'question_version', coalesce(v_row->>'question_version_id', v_row->>'id')::uuid
    FROM regexp_matches(coalesce(v_row->'content', v_row->'key')::text, 'data-asset=\\"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})', 'g') AS m
    JOIN asset a ON a.id = m[1]::uuid
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER use_assets AFTER INSERT OR UPDATE OF content ON question_version
  FOR EACH ROW WHEN (NEW.content::text LIKE '%data-asset%') EXECUTE FUNCTION kaosai.use_assets();
CREATE TRIGGER use_assets AFTER INSERT OR UPDATE OF key ON question_key
  FOR EACH ROW WHEN (NEW.key::text LIKE '%data-asset%') EXECUTE FUNCTION kaosai.use_assets();
CREATE INDEX asset_use_object ON asset_use (object_type, object_id);
