import pg from 'pg';

const databaseClock = 'clock_timestamp()::timestamptz(3)';

/** Sets `kaosai.clock()` of a test database ahead (or, negative, behind) by so many milliseconds. 0 restores the database's own clock. */
export async function setClockOffset(ownerUrl: string, milliseconds: number): Promise<void> {
  if (!Number.isSafeInteger(milliseconds)) throw new RangeError('The offset is a whole number of milliseconds.');
  await replaceClock(ownerUrl, milliseconds === 0 ? databaseClock : `(clock_timestamp() + interval '${milliseconds} milliseconds')::timestamptz(3)`);
}

/** Stops `kaosai.clock()` of a test database at an instant, until `setClockOffset` sets it going again. */
export async function freezeClock(ownerUrl: string, instant: Date): Promise<void> {
  await replaceClock(ownerUrl, `'${instant.toISOString()}'::timestamptz(3)`);
}

async function replaceClock(ownerUrl: string, expression: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`CREATE OR REPLACE FUNCTION kaosai.clock() RETURNS timestamptz(3) LANGUAGE sql VOLATILE PARALLEL SAFE AS $$ SELECT ${expression} $$`);
  } finally {
    await client.end();
  }
}
