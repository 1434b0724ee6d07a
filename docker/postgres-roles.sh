#!/bin/sh
# Run once by the postgres image when its volume is empty: the database, its owner who migrates, and the role the
# applications work with, which may change no structure.
set -eu

psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  -v owner_password="$KAOSAI_OWNER_PASSWORD" -v app_password="$KAOSAI_APP_PASSWORD" <<'SQL'
CREATE ROLE kaosai_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'owner_password';
CREATE ROLE kaosai_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'app_password';
CREATE DATABASE kaosai OWNER kaosai_owner;
REVOKE ALL ON DATABASE kaosai FROM PUBLIC;
GRANT CONNECT ON DATABASE kaosai TO kaosai_app;
SQL
