-- Imports of workbooks, texts and JSON, too; a large file is checked by an operation.
ALTER TABLE question_import DROP CONSTRAINT question_import_state_check;
ALTER TABLE question_import
  ADD CONSTRAINT question_import_state_check CHECK (state IN ('checking', 'mapped', 'committing', 'committed', 'discarded')),
  ALTER COLUMN encoding DROP NOT NULL,
  -- The sheet that was chosen of a workbook; null: the first one with anything in it.
  ADD COLUMN sheet text,
  -- Every problem of the dry run; the report has the first of them.
  ADD COLUMN problems jsonb NOT NULL DEFAULT '[]';
-- Reports of before named neither; imports that were not finished can be checked again.
UPDATE question_import SET state = 'discarded' WHERE state IN ('mapped', 'committing');
DELETE FROM question_import_file f USING question_import i WHERE i.id = f.import_id AND i.state = 'discarded';
UPDATE question_import SET report = report || '{"source": "csv", "sheets": [], "sheet": null, "mappable": true, "questions": 0, "problems": [], "problemCount": {"errors": 0, "warnings": 0}, "preview": [], "categories": []}'::jsonb;
