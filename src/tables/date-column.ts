/** The dates of a column: together they settle what each alone leaves open. */
import { timeOf, type First } from './dates';
import { isFiller } from './fillers';
import { cellText } from './row';

/** What programs and people write where a date is not known. */
const NO_DATE =
  /^(?:0000-00-00(?:[ T]00:00(?::00(?:\.0+)?)?)?|00[/.]00[/.]0000|unknown|none|never|na|tb[dac]|pending|open|\?+|n\.?\/?k\.?)$/i;

/** Whether 1/2/2024 lies in January or in February: as a person says, else as the column suggests. */
export type DayOrder = 'auto' | 'day' | 'month';

/** Three numbers, and a year of two digits among them: it may be the first or the last. */
const SHORT = /(?:^|[^\d:])\d\d([-/.])\d\d?\1\d\d(?![\d:])/;

/** The moments of a column, read in one order. */
class Reading {
  readonly times: number[] = [];
  count = 0;
  /** The years that two digits stand for. */
  readonly years = new Set<number>();

  constructor(readonly first: First) {}

  add(time: number, isShort: boolean): void {
    this.times.push(time);
    if (Number.isNaN(time)) return;
    this.count++;
    if (isShort) this.years.add(new Date(time).getFullYear());
  }
}

/**
 * The moments of a column. What comes first in its dates is decided for the whole of it: the order that makes more of its values valid dates
 * wins, and of 24/03/05 the one in which there are fewer years.
 */
export class DateColumn {
  readonly #month = new Reading('month');
  readonly #day = new Reading('day');
  readonly #year = new Reading('year');
  #filled = 0;
  #isOpen = false;

  constructor(readonly order: DayOrder = 'auto') {}

  add(value: unknown): void {
    const text = cellText(value)?.trim() ?? '';
    if (value instanceof Date || (text !== '' && !isFiller(text) && !NO_DATE.test(text))) this.#filled++;
    const isShort = SHORT.test(text);
    const [month, day] = [timeOf(value), timeOf(value, 'day')];
    this.#month.add(month, isShort);
    this.#day.add(day, isShort);
    this.#year.add(isShort ? timeOf(value, 'year') : month, isShort);
    this.#isOpen ||= !Object.is(month, day);
  }

  get first(): First {
    if (this.order !== 'auto') return this.order;
    return this.#isYearFirst ? 'year' : this.#better.first;
  }

  get isDayFirst(): boolean {
    return this.first === 'day';
  }

  get times(): readonly number[] {
    return this.#chosen.times;
  }

  /** No row settles whether day or month comes first, and for some it matters: month-first was assumed. */
  get isGuessed(): boolean {
    return this.order === 'auto' && this.isOpen && this.#day.count === this.#month.count;
  }

  /** Whether the order of day and month matters for some row. */
  get isOpen(): boolean {
    return this.#isOpen && this.first !== 'year';
  }

  /** How many of the values are dates. */
  get count(): number {
    return this.#chosen.count;
  }

  /** How many values there are, but for those that say that there is none. */
  get filled(): number {
    return this.#filled;
  }

  get #chosen(): Reading {
    return { month: this.#month, day: this.#day, year: this.#year }[this.first];
  }

  get #better(): Reading {
    return this.#day.count > this.#month.count ? this.#day : this.#month;
  }

  get #isYearFirst(): boolean {
    const { count, years } = this.#better;
    return this.#year.count >= count && this.#year.years.size < years.size;
  }
}
