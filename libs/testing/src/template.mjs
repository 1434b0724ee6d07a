import pg from 'pg';

/** The migrated database that every test file clones. */
export const TEMPLATE = 'kaosai_template';

/** Nobody may connect to the template any more: an open connection would make cloning fail. */
export async function sealTemplate(adminUrl) {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(`ALTER DATABASE ${TEMPLATE} WITH ALLOW_CONNECTIONS false IS_TEMPLATE true`);
  await client.end();
}
