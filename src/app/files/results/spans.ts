/** The stretches of time that a chart shows. */
import { language } from '../../words/speech';

export type Span = 'hour' | 'day' | 'month' | 'year';

const MOST_BARS = 62;
const HOUR = 3_600_000;
const LENGTHS: readonly (readonly [Span, number])[] = [
  ['hour', HOUR],
  ['day', 24 * HOUR],
  ['month', 30 * 24 * HOUR],
];
/** What can be drawn: a bar for each year. */
export const LONGEST = (MOST_BARS - 1) * 365 * 24 * HOUR;

/** The shortest span that draws the time between two moments in few enough bars. */
export const spanFor = (from: number, to: number): Span =>
  LENGTHS.find(([, length]) => (to - from) / length < MOST_BARS)?.[0] ?? 'year';

/** The moment at which the span of a moment begins, in local time; less than a span before it. */
export function startOf(time: number, span: Span): number {
  const date = new Date(time);
  const [year, month, day] = [date.getFullYear(), date.getMonth(), date.getDate()];
  switch (span) {
    case 'hour':
      // Counted back: where clocks are put back two hours have one name, and the name finds the first.
      return time - (date.getMinutes() * 60 + date.getSeconds()) * 1000 - date.getMilliseconds();
    case 'day':
      return new Date(year, month, day).getTime();
    case 'month':
      return new Date(year, month).getTime();
    case 'year':
      return new Date(year, 0).getTime();
  }
}

const FORMATS: Record<Span, Intl.DateTimeFormatOptions> = {
  hour: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
};

export const spanName = (time: number, span: Span): string =>
  new Intl.DateTimeFormat(language() === 'en' ? undefined : language(), FORMATS[span]).format(time);
