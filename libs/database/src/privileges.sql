-- The app's role: no DDL, and no UPDATE, DELETE or TRUNCATE on saves and audit.
GRANT USAGE ON SCHEMA kaosai TO kaosai_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA kaosai TO kaosai_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA kaosai TO kaosai_app;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA kaosai TO kaosai_app;
REVOKE UPDATE, DELETE, TRUNCATE ON response_save, audit_event, audit_seal, score_sheet_version, paper_access, attempt_step, article_opening, candidate_ruling, invigilation_act, incident, incident_ruling FROM kaosai_app;
REVOKE INSERT, UPDATE, DELETE ON migration FROM kaosai_app;
