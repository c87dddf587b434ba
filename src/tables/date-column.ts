/** The dates of a column: together they settle what each alone leaves open. */
import { timeOf } from './dates';
import { isFiller } from './fillers';
import { cellText } from './row';

/** What programs and people write where a date is not known. */
const NO_DATE =
  /^(?:0000-00-00(?:[ T]00:00(?::00(?:\.0+)?)?)?|00[/.]00[/.]0000|unknown|none|never|na|tb[dac]|pending|open|\?+|n\.?\/?k\.?)$/i;

/** Whether 1/2/2024 lies in January or in February: as a person says, else as the column suggests. */
export type DayOrder = 'auto' | 'day' | 'month';

/** The moments of a column. Day-first or month-first is decided for the whole column: the order that makes more of its values valid dates wins. */
export class DateColumn {
  readonly #monthFirst: number[] = [];
  readonly #dayFirst: number[] = [];
  #filled = 0;
  /** How many are dates in either order: a file of hundreds of thousands of rows is not gone through again for each question. */
  #monthDates = 0;
  #dayDates = 0;
  #isOpen = false;

  constructor(readonly order: DayOrder = 'auto') {}

  add(value: unknown): void {
    const text = cellText(value)?.trim() ?? '';
    if (value instanceof Date || (text !== '' && !isFiller(text) && !NO_DATE.test(text))) this.#filled++;
    const [monthFirst, dayFirst] = [timeOf(value), timeOf(value, true)];
    this.#monthFirst.push(monthFirst);
    this.#dayFirst.push(dayFirst);
    if (!Number.isNaN(monthFirst)) this.#monthDates++;
    if (!Number.isNaN(dayFirst)) this.#dayDates++;
    this.#isOpen ||= !Object.is(monthFirst, dayFirst);
  }

  get isDayFirst(): boolean {
    return this.order === 'auto' ? this.#dayDates > this.#monthDates : this.order === 'day';
  }

  get times(): readonly number[] {
    return this.isDayFirst ? this.#dayFirst : this.#monthFirst;
  }

  /** No row settles whether day or month comes first, and for some it matters: month-first was assumed. */
  get isGuessed(): boolean {
    return this.order === 'auto' && this.isOpen && this.#dayDates === this.#monthDates;
  }

  /** Whether the order matters for some row. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** How many of the values are dates. */
  get count(): number {
    return this.isDayFirst ? this.#dayDates : this.#monthDates;
  }

  /** How many values there are, but for those that say that there is none. */
  get filled(): number {
    return this.#filled;
  }
}
