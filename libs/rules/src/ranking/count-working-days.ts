import { ensure, integerWithin } from '../check-input.js';

/** Days as `YYYY-MM-DD`. Saturday and Sunday are free unless listed as workdays (调休); holidays are free. */
export interface WorkCalendar {
  readonly holidays?: readonly string[];
  readonly workdays?: readonly string[];
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DAY = 86_400_000;
const LONGEST = 3660;

/** Whether a day is a working day of the calendar. @throws RuleInputError for a text that is no date. */
export function isWorkingDay(day: string, calendar: WorkCalendar = {}): boolean {
  const weekday = new Date(toTime(day, 'day')).getUTCDay();
  if (calendar.workdays?.includes(day)) return true;
  return weekday !== 0 && weekday !== 6 && !calendar.holidays?.includes(day);
}

/**
 * The last day of a period of `days` working days (public notice, appeal) that starts on the day after `start`.
 *
 * @throws RuleInputError for no date, fewer than 1 day, or a calendar without enough working days in ten years.
 */
export function addWorkingDays(start: string, days: number, calendar: WorkCalendar = {}): string {
  integerWithin(days, 'days', 1, 1000);
  let time = toTime(start, 'start');
  for (let left = days, passed = 0; left > 0; passed++) {
    ensure(passed < LONGEST, 'calendar', 'no_working_days');
    time += DAY;
    if (isWorkingDay(toDay(time), calendar)) left--;
  }
  return toDay(time);
}

/** A public notice (公示): when it opened, and the days on which an objection was upheld, each of which starts it again. */
export interface PublicNotice {
  readonly openedOn: string;
  readonly days: number;
  readonly upheldOn?: readonly string[];
}

/** The last day of a public notice: counted from its opening, or from the last objection upheld. */
export function endNotice({ openedOn, days, upheldOn = [] }: PublicNotice, calendar: WorkCalendar = {}): string {
  toTime(openedOn, 'openedOn');
  const restarts = upheldOn.map((day, index) => {
    toTime(day, `upheldOn.${index}`);
    ensure(day >= openedOn, `upheldOn.${index}`, 'before_opening');
    return day;
  });
  return addWorkingDays([openedOn, ...restarts].sort()[restarts.length], days, calendar);
}

function toTime(day: string, field: string): number {
  const time = DATE.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  ensure(!Number.isNaN(time) && toDay(time) === day, field, 'not_a_date');
  return time;
}

function toDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
