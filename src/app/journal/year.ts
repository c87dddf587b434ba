/** A year of the journal, counted: by day, by week, by month. */
import { EMOTIONS, type Emotion } from '../../index';
import { addDays, weekOf } from './days';
import { dayOf, type Entry } from './entry';
import { moodOf, type Mood } from './mood';

export interface DayMood {
  readonly entries: number;
  readonly mood: Mood;
}

const ofYear = (entries: readonly Entry[], year: string): Entry[] => entries.filter(({ at }) => at.startsWith(`${year}-`));

function groups(entries: readonly Entry[], key: (entry: Entry) => string): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(key(entry));
    if (group) group.push(entry);
    else groups.set(key(entry), [entry]);
  }
  return groups;
}

const moodOfAll = (entries: readonly Entry[]): Mood => moodOf(entries.map(({ reading }) => reading));

/** The years that have entries, and this one, the latest first. */
export const yearsOf = (entries: readonly Entry[], today: string): string[] =>
  [...new Set([today, ...entries.map(({ at }) => at)].map((at) => at.slice(0, 4)))].sort().reverse();

/** The days of a year that have entries, in order. */
export function daysWithEntries(entries: readonly Entry[], year: string): Map<string, DayMood> {
  const days = [...groups(ofYear(entries, year), dayOf)].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(days.map(([day, entries]) => [day, { entries: entries.length, mood: moodOfAll(entries) }]));
}

export interface Week {
  /** Its Monday. */
  readonly monday: string;
  readonly entries: number;
  /** What each emotion has of its entries, each entry counting as one. */
  readonly shares: Readonly<Record<Emotion, number>>;
}

/** All weeks of a year from the first that has an entry to the last one. */
export function weeksOf(entries: readonly Entry[], year: string): Week[] {
  const byWeek = groups(ofYear(entries, year), (entry) => weekOf(dayOf(entry)));
  const mondays = [...byWeek.keys()].sort();
  const last = mondays.at(-1) ?? '';
  const weeks: Week[] = [];
  for (let monday = mondays[0] ?? ''; monday !== '' && monday <= last; monday = addDays(monday, 7)) {
    const own = byWeek.get(monday) ?? [];
    const moods = own.map(({ reading }) => moodOf([reading]));
    const share = (of: Emotion): number =>
      moods.reduce((sum, { shares }) => sum + (shares.find(({ emotion }) => emotion === of)?.share ?? 0), 0);
    const shares = Object.fromEntries(EMOTIONS.map((emotion) => [emotion, share(emotion)])) as Record<Emotion, number>;
    weeks.push({ monday, entries: own.length, shares });
  }
  return weeks;
}

/** Entries of the same day in earlier years, the latest first. */
export const onThisDay = (entries: readonly Entry[], today: string): Entry[] =>
  entries.filter(({ at }) => at.slice(4, 10) === today.slice(4) && at.slice(0, 4) < today.slice(0, 4));

export interface MonthCount {
  /** As `2026-11`. */
  readonly month: string;
  readonly entries: number;
  /** Entries by their strongest emotion; the rest have none. */
  readonly counts: Readonly<Record<Emotion, number>>;
}

/** The months of a year that have entries. */
export const monthsOf = (entries: readonly Entry[], year: string): MonthCount[] =>
  [...groups(ofYear(entries, year), ({ at }) => at.slice(0, 7))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, entries]) => {
      const labels = entries.map(({ reading }) => moodOf([reading]).label);
      const count = (emotion: Emotion): number => labels.filter((label) => label === emotion).length;
      const counts = Object.fromEntries(EMOTIONS.map((emotion) => [emotion, count(emotion)])) as Record<Emotion, number>;
      return { month, entries: entries.length, counts };
    });
