/** Finds entries by their words, their day and their mood. */
import { EMOTIONS } from '../../index';
import { Feeling } from '../words/feelings';
import { words } from '../words/speech';
import { dayName } from './days';
import { dayOf, type Entry } from './entry';
import { moodOf } from './mood';

export const KINDS = [...EMOTIONS, 'none'] as const;
/** What an entry can be filtered by: one of its first two emotions, or that it has none. */
export type Kind = (typeof KINDS)[number];

export interface Search {
  readonly words: string;
  readonly kind: Kind | 'all';
  /** One day alone; `null` for all. */
  readonly day: string | null;
}

export const EVERYTHING: Search = { words: '', kind: 'all', day: null };

/** Without capitals and accents: "cafe" finds "Café". Most English has none, and is spared what takes most of the time. */
const fold = (text: string): string =>
  (/[\u0080-\uffff]/.test(text) ? text.normalize('NFKD').replace(/\p{M}/gu, '') : text).toLowerCase();

const folded = new WeakMap<Entry, string>();

/** The text and the day of an entry, as they are searched. */
function foldedText(entry: Entry): string {
  let text = folded.get(entry);
  if (text === undefined) folded.set(entry, (text = fold(`${entry.text}\n${dayName(dayOf(entry))} ${dayOf(entry)}`)));
  return text;
}

export function isOfKind({ reading }: Entry, kind: Kind | 'all'): boolean {
  if (kind === 'all') return true;
  const { label, second } = moodOf([reading]);
  return kind === 'none' ? label === null : label === kind || second === kind;
}

/** How many there are of each kind. */
export function countKinds(entries: readonly Entry[]): ReadonlyMap<Kind | 'all', number> {
  const kinds = ['all', ...KINDS] as const;
  return new Map(kinds.map((kind) => [kind, entries.filter((entry) => isOfKind(entry, kind)).length]));
}

/** As it stands on a button. */
export function kindName(kind: Kind | 'all'): string {
  if (kind === 'all' || kind === 'none') return words().journal[kind];
  return Feeling(kind);
}

/** Those that have all of the words, somewhere, in any order. */
export function found(entries: readonly Entry[], { words, kind, day }: Search): readonly Entry[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  if (wanted.length === 0 && kind === 'all' && day === null) return entries;
  return entries.filter(
    (entry) =>
      (day === null || dayOf(entry) === day) &&
      isOfKind(entry, kind) &&
      (wanted.length === 0 || wanted.every((word) => foldedText(entry).includes(word))),
  );
}
