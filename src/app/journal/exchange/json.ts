/** The journal in a format of our own: everything in it, one entry per line. */
import { EMOTIONS } from '../../../index';
import { fill } from '../../words/forms';
import type { Saying } from '../../words/saying';
import { number, words } from '../../words/speech';
import { isWallTime } from '../days';
import type { Entry, EntryReading, EntrySentence } from '../entry';
import { unhurried } from '../unhurried';
import { ForeignFile, type Brought, type Parsed } from './brought';
import { fromDayOne } from './day-one';
import { salvage } from './salvage';

const FORMAT = 'emotion-tag-journal';

/** @param model names the page's own model, for those who ask what made the readings */
export async function toJson(entries: readonly Entry[], model: string): Promise<string> {
  const head = JSON.stringify({ format: FORMAT, version: 1, model });
  const lines: string[] = [];
  for await (const { id, at, text, reading } of unhurried(entries)) lines.push(JSON.stringify({ id, at, text, reading }));
  return `${head.slice(0, -1)},"entries":[\n${lines.join(',\n')}\n]}\n`;
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Ours and Day One's: both are objects with a list of entries. */
export async function fromJson(file: string): Promise<Parsed> {
  let entries: readonly unknown[];
  let damaged = 0;
  try {
    const whole = JSON.parse(file) as unknown;
    const list = isObject(whole) ? whole.entries : whole;
    if (!Array.isArray(list)) throw new ForeignFile(() => words().journal.noList);
    entries = list;
  } catch (error) {
    if (error instanceof ForeignFile) throw error;
    const found = salvage(file, (value) => isObject(value) && ('at' in value || 'creationDate' in value));
    if (found.values.length === 0) throw new ForeignFile(() => words().journal.allDamaged);
    entries = found.values;
    damaged = found.broken;
  }
  const brought: Brought[] = [];
  const problems = Array.from({ length: damaged }, (): Saying => () => words().journal.entryDamaged);
  for await (const [i, fields] of unhurried(entries.entries())) {
    const entry = isObject(fields) ? entryOf(fields) : () => words().journal.isNoEntry;
    if (typeof entry === 'function') problems.push(() => fill(words().journal.entryLeftOut, { i: number(i + 1), why: entry() }));
    else brought.push(entry);
  }
  return { entries: brought, problems };
}

/** @returns an entry, or why it is none */
function entryOf(fields: Fields): Brought | Saying {
  if ('creationDate' in fields) return fromDayOne(fields);
  const { id, at, text, reading } = fields;
  if (typeof at !== 'string' || !isWallTime(at)) return () => words().journal.hasNoDate;
  if (typeof text !== 'string' || text.trim() === '') return () => words().journal.hasNoText;
  const known = readingIn(reading, text.length);
  return { ...(typeof id === 'string' && id !== '' && { id }), at, text, ...(known && { reading: known }) };
}

/** A reading as this page writes it; anything else is read anew. */
function readingIn(value: unknown, length: number): EntryReading | null {
  if (!isObject(value) || typeof value.model !== 'string' || !Array.isArray(value.sentences)) return null;
  const sentences: EntrySentence[] = [];
  let before = 0;
  for (const sentence of value.sentences as readonly unknown[]) {
    if (!isObject(sentence)) return null;
    const { start, end, score } = sentence;
    const label = [null, ...EMOTIONS].find((label) => label === sentence.label);
    if (label === undefined || !Number.isInteger(start) || !Number.isInteger(end) || typeof score !== 'number') return null;
    const span = { start: start as number, end: end as number };
    if (span.start < before || span.end <= span.start || span.end > length) return null;
    before = span.end;
    sentences.push({ ...span, label, score });
  }
  return { model: value.model, sentences, isForeign: value.isForeign === true, isCut: value.isCut === true };
}
