/** The names of months and of weekdays, in the languages whose programs write them out; long and short. */
const LOCALES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'sv', 'da', 'nb', 'fi', 'ru', 'tr'];

const bare = (name: string): string => name.toLowerCase().replace(/\.$/, '').normalize('NFD').replace(/\p{M}/gu, '');

/** Where a name is of two languages, the first has it. */
const MONTHS: ReadonlyMap<string, number> = new Map([
  ...[...LOCALES].reverse().flatMap((locale) =>
    (['long', 'short'] as const).flatMap((month) => {
      // A day beside it: some languages change the name then.
      const format = new Intl.DateTimeFormat(locale, { month, day: 'numeric', timeZone: 'UTC' });
      return Array.from({ length: 12 }, (_, i) => {
        const parts = format.formatToParts(Date.UTC(2024, i, 15));
        return [bare(parts.find(({ type }) => type === 'month')?.value ?? ''), i + 1] as const;
      });
    }),
  ),
  ['sept', 9],
]);

const WEEKDAYS: ReadonlySet<string> = new Set(
  LOCALES.flatMap((locale) =>
    (['long', 'short'] as const).flatMap((weekday) => {
      const format = new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' });
      return Array.from({ length: 7 }, (_, i) => bare(format.format(Date.UTC(2024, 0, 1 + i))));
    }),
  ),
);

/** "mar. 5 mars 2024" without the day of the week. */
export function withoutWeekday(text: string): string {
  const [whole = '', name = ''] = /^(\p{L}{2,}(?:-feira)?\.?),? (?=.*\d)/u.exec(text) ?? [];
  return WEEKDAYS.has(bare(name)) ? text.slice(whole.length) : text;
}

/** 1 to 12; `undefined` for what is no month. */
export const monthNamed = (name: string): number | undefined => MONTHS.get(bare(name));
