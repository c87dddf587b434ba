/** The names of months, in the languages whose programs write them out; for an English month both its long and its short name. */
const LOCALES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'sv'];

const bare = (name: string): string => name.toLowerCase().replace(/\.$/, '').normalize('NFD').replace(/\p{M}/gu, '');

const MONTHS: ReadonlyMap<string, number> = new Map([
  ['sept', 9],
  ...LOCALES.flatMap((locale) =>
    (['long', 'short'] as const).flatMap((month) => {
      // A day beside it: some languages change the name then.
      const format = new Intl.DateTimeFormat(locale, { month, day: 'numeric', timeZone: 'UTC' });
      return Array.from({ length: 12 }, (_, i) => {
        const parts = format.formatToParts(Date.UTC(2024, i, 15));
        return [bare(parts.find(({ type }) => type === 'month')?.value ?? ''), i + 1] as const;
      });
    }),
  ),
]);

/** 1 to 12; `undefined` for what is no month. */
export const monthNamed = (name: string): number | undefined => MONTHS.get(bare(name));
