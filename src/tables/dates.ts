/**
 * Dates as programs write them: known shapes and no others, since `Date.parse` takes a rating of 4.5 for a day in April. The time of day and
 * the zone are taken out first; what is left must be a day.
 */
import { respelled } from './date-spelling';
import { monthNamed, withoutWeekday } from './months';
import { cellText } from './row';

/** A year from now. What counts from 1970 lies between 1990 and then, else it is some other number; "98" is not 2098. */
const LATEST = Date.now() + 366 * 24 * 3_600_000;
const EARLIEST = Date.UTC(1990);

/** Days since the end of 1899, as spreadsheets count; of these, five digits lie in the years that are taken for moments. */
const SERIAL = /^\d{5}(?:[.,]\d+)?$/;

const CLOCK =
  /(?:^|(?<=\d)T|[ ,])(?<hour>\d\d?)(?:[:h](?<minute>\d\d)(?:[:m](?<second>\d\d(?:[.,:]\d+)?)s?)?| ?(?=[ap]\.? ?m\b))(?: ?(?<half>[ap])\.? ?m\b\.?)?(?: Uhr)?/i;
const ZONE = /(?:^|(?<=\d|m\.?) ?| )(?<zone>Z|(?:UTC|GMT) ?[+-]\d\d?(?::?\d\d)?|[+-]\d\d(?::?\d\d)?|[A-Z]{3,4})$/;
/** English ones that `Intl` writes in another way. */
const WEEKDAY = /^(?:mon|tues?|wed|thu|thurs?|fri|sat|sun|\p{L}+day)[.,]* (?=.*\d)/iu;

/** Hours from Greenwich of the zones that programs name. */
const ZONES: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  BST: 1,
  CET: 1,
  WEST: 1,
  CEST: 2,
  EET: 2,
  EEST: 3,
  JST: 9,
  AEST: 10,
  AEDT: 11,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
  AKST: -9,
  AKDT: -8,
  HST: -10,
  BRT: -3,
  SAST: 2,
  MSK: 3,
  PKT: 5,
  IST: 5.5,
  WIB: 7,
  SGT: 8,
  HKT: 8,
  AWST: 8,
  PHT: 8,
  KST: 9,
  NZST: 12,
  NZDT: 13,
};

const YEAR_FIRST = /^(?<year>\d{4})(?:([-/.])(?<month>\d\d?)\2(?<day>\d\d?)|年(?<m>\d\d?)月(?<d>\d\d?)日?)$/;
const YEAR_LAST = /^(?<one>\d\d?)(?<mark>[-/.])(?<two>\d\d?)\2(?<year>\d{4}|\d\d)\.?$/;
/** Two digits alone do not tell that they are a year: the column does. */
const SHORT_YEAR_FIRST = /^(?<year>\d\d)([-/.])(?<month>\d\d?)\2(?<day>\d\d?)\.?$/;
const YEAR_AND_MONTH = /^(?<year>\d{4})-(?<month>\d\d)$/;
const MONTH_AND_YEAR = /^(?<month>\d\d)\/(?<year>\d{4})$/;
const QUARTER = /^(?:(?<year>\d{4})[- ]?Q(?<quarter>[1-4])|Q(?<q>[1-4])[- /]?(?<y>\d{4}))$/i;
const WEEK = /^(?<year>\d{4})-W(?<week>\d\d)(?:-(?<weekday>[1-7]))?$/;
const COMPACT = /^(?<year>(?:19|20)\d\d)(?<month>\d\d)(?<day>\d\d)$/;
const NAME = String.raw`(?<name>\p{L}{3,}\.?)`;
const NAMED = [
  new RegExp(
    String.raw`^(?<day>\d\d?)(?:st|nd|rd|th|\.)?[ -/]{0,2}(?:of |de )?${NAME}(?:,? |-|/|\.)(?:de )?(?<year>\d{4}|'?\d\d)$`,
    'iu',
  ),
  new RegExp(String.raw`^${NAME} +(?:(?<day>\d\d?)(?:st|nd|rd|th)?(?:, ?| ))?(?<year>\d{4})$`, 'iu'),
  new RegExp(String.raw`^${NAME}-(?<year>\d\d)$`, 'iu'), // a spreadsheet's month
  new RegExp(String.raw`^(?<year>\d{4})[ -/]${NAME}[ -/](?<day>\d\d?)$`, 'iu'),
  /^(?<day>\d\d)(?<name>[a-z]{3})(?<year>\d{4}|\d\d)$/iu, // SAS
];

type Parts = Readonly<Partial<Record<string, string>>>;

/** What comes first in 1/2/2024, and in 24/01/02. */
export type First = 'month' | 'day' | 'year';

/** Milliseconds since 1970, or `NaN` for what is no date: one of a calendar, or seconds or parts of them since 1970. */
export function timeOf(value: unknown, first: First = 'month'): number {
  if (value instanceof Date) return value.getTime();
  const cell = cellText(value)?.trim() ?? '';
  if (SERIAL.test(cell)) return ofSheet(Number(cell.replace(',', '.')));
  if (cell.length < 5 || cell.length > 80 || !/\d/.test(cell)) return NaN;
  const text = respelled(cell);
  if (/^\d{9,10}(\.\d+)?$/.test(text)) return counted(Number(text) * 1000);
  if (/^\d{13}(\.\d+)?$/.test(text)) return counted(Number(text));
  if (/^\d{16}$/.test(text)) return counted(Number(text) / 1e3);
  if (/^\d{19}$/.test(text)) return counted(Number(text) / 1e6);
  const { rest, clock, zone } = taken(text);
  const day = dayOf(rest, first) ?? dayOf(withoutWeekday(rest), first);
  return day ? momentOf(day, clock ?? {}, zone) : NaN;
}

/** A day of this place, as any that names no zone. */
function ofSheet(days: number): number {
  const [day, part] = [Math.floor(days), days % 1];
  return counted(new Date(1899, 11, 30 + day, 0, 0, Math.round(part * 86_400)).getTime());
}

const counted = (time: number): number => (time >= EARLIEST && time <= LATEST ? time : NaN);

/** A text in its parts: the day is what is left. */
function taken(text: string): { readonly rest: string; readonly clock: Parts | undefined; readonly zone: string | undefined } {
  let rest = text.replace(WEEKDAY, '');
  const zone = ZONE.exec(rest);
  const isZone =
    zone &&
    (ZONES[zone.groups?.zone ?? ''] !== undefined || /[+-]\d/.test(zone[0])) &&
    /\d[:h]\d\d|\d ?[ap]\.?m/i.test(rest.slice(0, zone.index + 1));
  if (isZone) rest = rest.slice(0, zone.index).trimEnd();
  let found = CLOCK.exec(rest);
  // "Fri Mar 01 10:30:00 +0000 2024": the zone stands before the year.
  const inside = /(\d:\d\d(?: [ap]m)?) (?<zone>[+-]\d{4}|[A-Z]{3,4}) (?=\d{4}$)/i.exec(rest);
  if (inside) rest = rest.replace(inside[0], `${inside[1] ?? ''} `);
  if (inside) found = CLOCK.exec(rest);
  if (found) rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`;
  return {
    rest: rest
      .trim()
      .replace(/^[,-] ?|[, ]+$/g, '')
      .replace(/ {2,}/g, ' '),
    clock: found?.groups,
    zone: inside?.groups?.zone ?? (isZone ? zone.groups?.zone : undefined),
  };
}

interface Day {
  readonly year: string;
  readonly month: number;
  readonly day: number;
}

function dayOf(text: string, first: First): Day | null {
  const told = (
    YEAR_FIRST.exec(text) ??
    (first === 'year' ? SHORT_YEAR_FIRST.exec(text) : null) ??
    YEAR_AND_MONTH.exec(text) ??
    MONTH_AND_YEAR.exec(text) ??
    COMPACT.exec(text)
  )?.groups;
  if (told) return { year: told.year ?? '', month: Number(told.month ?? told.m), day: Number(told.day ?? told.d ?? 1) };
  const { year: ofWeek, week, weekday = '1' } = WEEK.exec(text)?.groups ?? {};
  if (ofWeek !== undefined) return dayOfWeek(ofWeek, Number(week), Number(weekday));
  const quarter = QUARTER.exec(text)?.groups;
  if (quarter) return { year: quarter.year ?? quarter.y ?? '', month: Number(quarter.quarter ?? quarter.q) * 3 - 2, day: 1 };
  const last = YEAR_LAST.exec(text)?.groups;
  if (last) {
    const { one = '', two = '', mark, year = '' } = last;
    const isDayFirst = first === 'day' || mark === '.';
    return { year, month: Number(isDayFirst ? two : one), day: Number(isDayFirst ? one : two) };
  }
  for (const shape of NAMED) {
    const { name, day = '1', year = '' } = shape.exec(text)?.groups ?? {};
    const month = name === undefined ? undefined : monthNamed(name);
    if (month !== undefined) return { year: year.replace("'", ''), month, day: Number(day) };
  }
  return null;
}

/** The first week of a year is the one that has its 4th of January in it. */
function dayOfWeek(year: string, week: number, weekday: number): Day | null {
  const fourth = new Date(Date.UTC(Number(year), 0, 4));
  const days = (week - 1) * 7 + weekday - (fourth.getUTCDay() || 7);
  const date = new Date(fourth.getTime() + days * 24 * 3_600_000);
  const isOne = week >= 1 && week <= 53;
  return isOne ? { year: String(date.getUTCFullYear()), month: date.getUTCMonth() + 1, day: date.getUTCDate() } : null;
}

/** A day without a zone is one of this place, not of Greenwich. */
function momentOf(
  { year, month, day }: Day,
  { hour = '0', minute = '0', second = '0', half }: Parts,
  zone: string | undefined,
): number {
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour);
  const seconds = Number(second.replace(/[,:]/, '.'));
  if (hours > 24 || Number(minute) > 59 || seconds > 60) return NaN;
  const short = new Date(Number(`20${year}`), 0).getTime() > LATEST ? 19 : 20;
  const parts = [Number(year.length === 2 ? `${String(short)}${year}` : year), month - 1, day, hours, Number(minute)] as const;
  // A 31st of February would become a day in March, and the year 1 be 1901.
  const date = new Date(Date.UTC(parts[0], parts[1], parts[2]));
  if (date.getUTCFullYear() !== parts[0] || date.getUTCMonth() !== parts[1] || date.getUTCDate() !== parts[2]) return NaN;
  const time = zone === undefined ? new Date(...parts).getTime() : Date.UTC(...parts) - offsetOf(zone);
  return time + seconds * 1000;
}

function offsetOf(zone: string): number {
  const [, sign, hours, minutes] = /([+-])(\d\d?):?(\d\d)?$/.exec(zone) ?? [];
  if (sign === undefined) return (ZONES[zone.toUpperCase()] ?? 0) * 3_600_000;
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
}
