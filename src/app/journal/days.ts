/** Days as `2026-11-27`, which is also their order. They are of a calendar and in no time zone. */
import { language, locale } from '../words/speech';

/** The clock on the wall, as `2026-11-27T13:50`. */
export function wallTime(moment = new Date()): string {
  const pad = (number: number, digits = 2): string => String(number).padStart(digits, '0');
  const { year, month, day } = { year: moment.getFullYear(), month: moment.getMonth() + 1, day: moment.getDate() };
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}T${pad(moment.getHours())}:${pad(moment.getMinutes())}`;
}

export const today = (): string => wallTime().slice(0, 10);

/** Whether the calendar has this day: there is no 31st of February, which engines take for one in March. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text.startsWith('0000')) return false;
  const date = new Date(`${text}T00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

export const isWallTime = (text: string): boolean => isDay(text.slice(0, 10)) && /^.{10}T([01]\d|2[0-3]):[0-5]\d$/.test(text);

const made = new Map<string, Intl.DateTimeFormat>();

/** Made once for each language: making one costs as much as a hundred dates. */
function named(day: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${locale()} ${Object.entries(options).join()}`;
  let format = made.get(key);
  if (!format) made.set(key, (format = new Intl.DateTimeFormat(locale(), { ...options, timeZone: 'UTC' })));
  return format.format(new Date(`${day}T00:00Z`));
}

const DATE: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };

/** "Friday, 27 November 2026". Engines differ in whether English has that comma. */
export const dayName = (day: string): string =>
  language() === 'en' ? `${named(day, { weekday: 'long' })}, ${named(day, DATE)}` : named(day, { weekday: 'long', ...DATE });

/** "27 November". */
export const shortDayName = (day: string): string => named(day, { day: 'numeric', month: 'long' });

/** "November" of `2026-11`. */
export const monthName = (month: string): string => named(`${month}-01`, { month: 'long' });

/** "November 2026". */
export const nameOfMonthAndYear = (month: string): string => named(`${month}-01`, { month: 'long', year: 'numeric' });

/** The day this many days later. */
export function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** 0 for Monday to 6 for Sunday. */
export const weekday = (day: string): number => (new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7;

/** The Monday of a day's week. */
export const weekOf = (day: string): string => addDays(day, -weekday(day));

/** All days of `2026-11`. */
export function daysOf(month: string): string[] {
  const days: string[] = [];
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) days.push(day);
  return days;
}
