/** Takes entries from chosen files: this page's own, Markdown and Day One's. */
import { fill } from '../../words/forms';
import { problem } from '../../words/problem';
import type { Saying } from '../../words/saying';
import { words } from '../../words/speech';
import type { Entry } from '../entry';
import { ForeignFile, type Brought, type Parsed } from './brought';
import { fromJson } from './json';
import { fromMarkdown } from './markdown';
import { unhurried } from '../unhurried';

export interface Import {
  /** New to the journal, with ids of their own. */
  readonly entries: readonly Entry[];
  /** How many are in the journal already. */
  readonly known: number;
  /** A sentence for each entry or file that could not be taken. */
  readonly problems: readonly Saying[];
}

/** Larger than any journal, and than what a page can hold three times. In bytes. */
const LARGEST = 200_000_000;

export async function importFiles(files: readonly File[], journal: readonly Entry[]): Promise<Import> {
  const entries: Entry[] = [];
  const problems: Saying[] = [];
  let known = 0;
  const ids = new Set(journal.map(({ id }) => id));
  const contents = new Set<string>();
  for await (const entry of unhurried(journal)) contents.add(contentOf(entry));
  for (const file of files) {
    const parsed = await parse(file, files.length > 1);
    problems.push(...parsed.problems);
    for await (const brought of unhurried(parsed.entries)) {
      if (contents.has(contentOf(brought))) {
        known++;
        continue;
      }
      contents.add(contentOf(brought));
      // An entry that was changed here since stays as it is, and the file's is added beside it.
      const id = brought.id !== undefined && !ids.has(brought.id) ? brought.id : crypto.randomUUID();
      ids.add(id);
      entries.push({ id, at: brought.at, text: brought.text, reading: brought.reading ?? null, revision: 0 });
    }
  }
  return { entries, known, problems };
}

/** What makes two entries one, whichever way they came. */
const contentOf = ({ at, text }: Pick<Brought, 'at' | 'text'>): string => `${at.slice(0, 10)} ${text.trim()}`;

/** Never rejects: a file that brings nothing is a problem, which names it. */
async function parse(file: File, isOneOfMany: boolean): Promise<Parsed> {
  const { name } = file;
  try {
    const { entries, problems } = await taken(file);
    const named = (said: Saying): Saying => {
      return () => fill(words().journal.ofFile, { file: name, problem: said() });
    };
    return { entries, problems: isOneOfMany ? problems.map(named) : problems };
  } catch (error) {
    return { entries: [], problems: [() => fill(words().journal.fileLeftOut, { file: name, why: whyLeftOut(error) })] };
  }
}

async function taken(file: File): Promise<Parsed> {
  if (file.size > LARGEST) throw new ForeignFile(() => words().journal.tooLarge);
  const text = await file.text();
  if (text.trim() === '') throw new ForeignFile(() => words().journal.isEmpty);
  if (text.startsWith('PK\u0003\u0004')) throw new ForeignFile(() => words().journal.isZip);
  if (text.includes('\0')) throw new ForeignFile(() => words().journal.noText);
  const isJson = /\.json$/i.test(file.name) || (/^\s*[[{]/.test(text) && !/\.(md|markdown|txt)$/i.test(file.name));
  return isJson ? fromJson(text) : fromMarkdown(text, file.name);
}

const whyLeftOut = (error: unknown): string =>
  error instanceof ForeignFile ? problem(error) : fill(words().journal.unreadable, { why: problem(error) });
