import pg from 'pg';

/**
 * Makes the two roles and the database: `kaosai_owner` owns the database and migrates, `kaosai_app` works in it and may
 * change no structure. Nothing happens when they exist.
 */
export async function ensureRoles({ adminUrl }, secrets) {
  await withClient(adminUrl, async (client) => {
    for (const role of ['kaosai_owner', 'kaosai_app']) {
      if (await has(client, 'SELECT FROM pg_roles WHERE rolname = $1', role)) continue;
      await client.query(`CREATE ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '${secrets[role]}'`);
    }
    if (!(await has(client, 'SELECT FROM pg_database WHERE datname = $1', 'kaosai'))) await create(client, 'kaosai');
  });
}

/** Makes a database of the same ownership and rights as `kaosai`, empty or as a copy of `template`. */
export async function createDatabase(adminUrl, name, template) {
  await withClient(adminUrl, (client) => create(client, name, template));
}

/** Removes a database together with the connections that are open to it. */
export async function dropDatabase(adminUrl, name) {
  await withClient(adminUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`));
}

async function create(client, name, template) {
  const database = client.escapeIdentifier(name);
  const copied = template ? ` TEMPLATE ${client.escapeIdentifier(template)}` : '';
  await client.query(`CREATE DATABASE ${database} OWNER kaosai_owner${copied}`);
  await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
  await client.query(`GRANT CONNECT ON DATABASE ${database} TO kaosai_app`);
}

async function has(client, sql, name) {
  return (await client.query(sql, [name])).rowCount > 0;
}

async function withClient(connectionString, work) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
