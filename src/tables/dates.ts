/** Dates in a column: known shapes and no others, since `Date.parse` takes a rating of 4.5 for a day in April. */
import { cellText } from './row';

const ZONE = String.raw`Z|(?:UTC|GMT)?[+-]\d\d?(?::?\d\d)?|UTC|GMT`;
const CLOCK = String.raw`(?:(?:T|,? )(?<hour>\d\d?):(?<minute>\d\d)(?::(?<second>\d\d(?:[.,]\d+)?))?(?: ?(?<half>[ap])\.?m\.?)?(?: ?(?<zone>${ZONE}))?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(?<year>\d{4})([-/.])(?<month>\d\d?)\2(?<day>\d\d?)${CLOCK}$`, 'i');
const YEAR_LAST = new RegExp(String.raw`^(?<one>\d\d?)(?<mark>[-/.])(?<two>\d\d?)\2(?<year>\d{4}|(?<=/)\d\d)${CLOCK}$`, 'i');
const YEAR_AND_MONTH = /^(?<year>\d{4})-(?<month>\d\d)$/;

const NAMED = ((): RegExp => {
  const weekday = String.raw`(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]* )?`;
  const month = String.raw`(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`;
  const clock = String.raw`,? \d\d?:\d\d(?::\d\d)?(?: [ap]m)?(?: (?:${ZONE}|[ECMP][SD]T))?`;
  const dayFirst = String.raw`\d\d?[ -]${month}[ -]\d{4}`;
  const monthFirst = String.raw`${month} (?:\d\d?,? )?\d{4}`;
  const yearLast = String.raw`${month} +\d\d?${clock} \d{4}`;
  return new RegExp(String.raw`^${weekday}(?:(?:${dayFirst}|${monthFirst})(?:${clock}(?: \(.*\))?)?|${yearLast})$`, 'i');
})();

/** A year from now. What counts from 1970 lies between 1990 and then, else it is some other number; "98" is not 2098. */
const LATEST = Date.now() + 366 * 24 * 3_600_000;
const EARLIEST = Date.UTC(1990);

/** Milliseconds since 1970, or `NaN` for what is no date: one of a calendar, or seconds or milliseconds since 1970. */
export function timeOf(value: unknown, dayFirst = false): number {
  const text = cellText(value)?.trim() ?? '';
  if (/^\d{9,10}(\.\d+)?$/.test(text)) return counted(Number(text) * 1000);
  if (/^\d{12,13}(\.\d+)?$/.test(text)) return counted(Number(text));
  const found = (YEAR_FIRST.exec(text) ?? YEAR_LAST.exec(text) ?? YEAR_AND_MONTH.exec(text))?.groups;
  // Every engine reads the names of months, and those of American time zones.
  if (!found) return NAMED.test(text) && isDayOfItsMonth(text) ? Date.parse(text) : NaN;
  const { one, two, mark } = found;
  if (one === undefined) return momentOf(found, found.month, found.day);
  return dayFirst || mark === '.' ? momentOf(found, two, one) : momentOf(found, one, two);
}

const counted = (time: number): number => (time >= EARLIEST && time <= LATEST ? time : NaN);

/** Engines take a 31st of February for the 2nd of March. The middle of a month is in that month in every zone. */
function isDayOfItsMonth(text: string): boolean {
  const day = /(?<![\d:+-])\d\d?(?![\d:])/;
  const middle = new Date(text.replace(day, '15'));
  return Number(day.exec(text)?.[0] ?? 1) <= new Date(middle.getFullYear(), middle.getMonth() + 1, 0).getDate();
}

type Parts = Readonly<Partial<Record<string, string>>>;

/** A day without a zone is one of this place, not of Greenwich. */
function momentOf({ year = '', hour = '0', minute = '0', second = '0', half, zone }: Parts, month = '', day = '1'): number {
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour);
  const seconds = Number(second.replace(',', '.'));
  const short = new Date(Number(`20${year}`), 0).getTime() > LATEST ? 19 : 20;
  const parts = [
    Number(year.length === 2 ? `${String(short)}${year}` : year),
    Number(month) - 1,
    Number(day),
    hours,
    Number(minute),
  ] as const;
  // A 31st of February would become a day in March, and the year 1 be 1901.
  const date = new Date(Date.UTC(...parts));
  if (date.getUTCFullYear() !== parts[0] || date.getUTCMonth() !== parts[1] || date.getUTCDate() !== parts[2]) return NaN;
  const time = zone === undefined ? new Date(...parts).getTime() : date.getTime() - offsetOf(zone);
  return time + seconds * 1000;
}

function offsetOf(zone: string): number {
  const [, sign, hours, minutes] = /([+-])(\d\d?):?(\d\d)?$/.exec(zone) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
}

/** The moments of a column. Whether 1/2/2024 lies in January or in February is told by its other rows: it is what makes more of them dates. */
export class DateColumn {
  readonly #monthFirst: number[] = [];
  readonly #dayFirst: number[] = [];

  add(value: unknown): void {
    this.#monthFirst.push(timeOf(value));
    this.#dayFirst.push(timeOf(value, true));
  }

  get times(): readonly number[] {
    return datesIn(this.#dayFirst) > datesIn(this.#monthFirst) ? this.#dayFirst : this.#monthFirst;
  }

  /** No row tells whether the day or the month comes first, and for some it matters: the month was taken. */
  get isGuessed(): boolean {
    if (datesIn(this.#dayFirst) !== datesIn(this.#monthFirst)) return false;
    return this.#monthFirst.some((time, i) => !Number.isNaN(time) && time !== this.#dayFirst[i]);
  }

  /** How many of the values are dates. */
  get count(): number {
    return datesIn(this.times);
  }
}

const datesIn = (times: readonly number[]): number => times.reduce((sum, time) => (Number.isNaN(time) ? sum : sum + 1), 0);
