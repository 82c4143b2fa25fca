/** A legal day, `YYYY-MM-DD`, compared with `<`. It has no time zone and no time of day. */
export type PlainDate = string & { readonly __plainDate: unique symbol };

/** A calendar month, `YYYY-MM`, compared with `<`. */
export type PlainMonth = string & { readonly __plainMonth: unique symbol };

const PATTERN = /^\d{4}-\d{2}-\d{2}$/;
const DIGIT_ZERO = 48;
const DAYS_IN_400_YEARS = 146_097;
/** 0000-03-01, the day from which `dayNumber` counts, is so many days before 1970-01-01. */
const EPOCH_SHIFT = 719_468;

/** Whether `text` is a day that exists, written `YYYY-MM-DD`. */
export function isPlainDate(text: string): text is PlainDate {
  if (!PATTERN.test(text)) return false;
  const [year, month, day] = [yearIn(text), monthIn(text), dayIn(text)];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Reads `YYYY-MM-DD`. Throws a RangeError when the day does not exist. */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`not a calendar day: ${text}`);
  return text;
}

/** Builds a day from its numbers. Throws a RangeError when the day does not exist. */
export function plainDateOf(year: number, month: number, day: number): PlainDate {
  return plainDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

/** The number of days in a month (1-12) of a year. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether a year of the Gregorian calendar has a 29 February. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** The year as a number. */
export function yearOf(date: PlainDate | PlainMonth): number {
  return yearIn(date);
}

/** The month that `date` lies in. */
export function monthOf(date: PlainDate): PlainMonth {
  return date.slice(0, 7) as PlainMonth;
}

/** The last day of the month that `date` lies in. */
export function endOfMonth(date: PlainDate): PlainDate {
  const year = yearOf(date);
  const month = monthIn(date);
  return format(year, month, daysInMonth(year, month));
}

/** The day `days` later (earlier when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Days from `from` to `to`: 1 for the next day, 0 for the same, negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The same day `months` later; where that month is shorter, its last day (31 January + 1 = 28 February). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const monthIndex = yearOf(date) * 12 + monthIn(date) - 1 + months;
  const year = Math.floor(monthIndex / 12);
  const month = (monthIndex % 12) + 1;
  return format(year, month, Math.min(dayIn(date), daysInMonth(year, month)));
}

/** The same month and day `years` later; for 29 February in a common year 28 February. */
export function addYears(date: PlainDate, years: number): PlainDate {
  return addMonths(date, years * 12);
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function isoWeekday(date: PlainDate): number {
  // 1970-01-01 was a Thursday.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** For sorting: -1, 0 or 1. */
export function comparePlainDates(a: PlainDate, b: PlainDate): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The earlier of two days. */
export function minDate(a: PlainDate, b: PlainDate): PlainDate {
  return a < b ? a : b;
}

/** The later of two days. */
export function maxDate(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b;
}

/**
 * Days since 1970-01-01. The year is taken to begin in March, so that the leap day is its last day
 * and the days before each month follow one linear formula.
 */
function dayNumber(date: PlainDate): number {
  const month = monthIn(date);
  const marchMonth = (month + 9) % 12;
  const marchYear = yearOf(date) - (month < 3 ? 1 : 0);
  const daysBeforeMonth = Math.floor((marchMonth * 153 + 2) / 5);
  return daysBeforeYear(marchYear) + daysBeforeMonth + dayIn(date) - 1 - EPOCH_SHIFT;
}

function fromDayNumber(number: number): PlainDate {
  const days = number + EPOCH_SHIFT;
  // The mean year length finds the year or the one before it.
  const estimate = Math.floor((days * 400) / DAYS_IN_400_YEARS);
  const marchYear = daysBeforeYear(estimate + 1) <= days ? estimate + 1 : estimate;
  const dayOfYear = days - daysBeforeYear(marchYear);
  const marchMonth = Math.floor((dayOfYear * 5 + 2) / 153);
  const day = dayOfYear - Math.floor((marchMonth * 153 + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return format(marchYear + (month < 3 ? 1 : 0), month, day);
}

function daysBeforeYear(marchYear: number): number {
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays;
}

function yearIn(text: string): number {
  return twoDigits(text, 0) * 100 + twoDigits(text, 2);
}

function monthIn(text: string): number {
  return twoDigits(text, 5);
}

function dayIn(text: string): number {
  return twoDigits(text, 8);
}

/** Read from the characters: an answer has hundreds of days, and cutting each into pieces takes five times as long. */
function twoDigits(text: string, from: number): number {
  return (text.charCodeAt(from) - DIGIT_ZERO) * 10 + text.charCodeAt(from + 1) - DIGIT_ZERO;
}

function format(year: number, month: number, day: number): PlainDate {
  if (year < 1 || year > 9999) throw new RangeError("a day outside the years 1 to 9999");
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as PlainDate;
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, "0");
}
