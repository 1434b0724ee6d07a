/** The time of day, handed in where it is needed. Whatever a deadline depends on is read in SQL instead. */
export interface Clock {
  now(): Date;
}

/** The clock of this machine. */
export const systemClock: Clock = { now: () => new Date() };
