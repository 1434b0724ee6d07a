import pg from 'pg';

const databaseClock = 'clock_timestamp()';

/** Sets `kaosai.clock()` of a test database ahead (or, negative, behind) by so many milliseconds. 0 restores the database's own clock. */
export async function setClockOffset(ownerUrl: string, milliseconds: number): Promise<void> {
  if (!Number.isSafeInteger(milliseconds)) throw new RangeError('The offset is a whole number of milliseconds.');
  await replaceClock(ownerUrl, milliseconds === 0 ? databaseClock : `clock_timestamp() + interval '${milliseconds} milliseconds'`);
}

/** Stops `kaosai.clock()` of a test database at an instant (a string may have microseconds), until `setClockOffset` sets it going again. */
export async function freezeClock(ownerUrl: string, instant: Date | string): Promise<void> {
  await replaceClock(ownerUrl, `'${typeof instant === 'string' ? instant : instant.toISOString()}'::timestamptz`);
}

async function replaceClock(ownerUrl: string, expression: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`CREATE OR REPLACE FUNCTION kaosai.clock() RETURNS timestamptz LANGUAGE sql VOLATILE PARALLEL SAFE AS $$ SELECT ${expression} $$`);
  } finally {
    await client.end();
  }
}
