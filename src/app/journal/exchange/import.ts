/** Takes entries from chosen files: this page's own, Markdown and Day One's. */
import { fill } from '../../words/forms';
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
  readonly problems: readonly string[];
}

/** Larger than any journal, and than what a page can hold three times. In bytes. */
const LARGEST = 200_000_000;

export async function importFiles(files: readonly File[], journal: readonly Entry[]): Promise<Import> {
  const entries: Entry[] = [];
  const problems: string[] = [];
  let known = 0;
  const ids = new Set(journal.map(({ id }) => id));
  const contents = new Set<string>();
  for await (const entry of unhurried(journal)) contents.add(contentOf(entry));
  for (const file of files) {
    const parsed = await parse(file);
    problems.push(
      ...parsed.problems.map((problem) =>
        files.length > 1 ? fill(words().journal.ofFile, { file: file.name, problem }) : problem,
      ),
    );
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

async function parse(file: File): Promise<Parsed> {
  const said = words().journal;
  const failed = (why: string): Parsed => ({ entries: [], problems: [fill(said.fileLeftOut, { file: file.name, why })] });
  try {
    if (file.size > LARGEST) return failed(said.tooLarge);
    const text = await file.text();
    if (text.startsWith('PK\u0003\u0004')) return failed(said.isZip);
    if (text.includes('\0')) return failed(said.noText);
    const isJson = /^\s*[[{]/.test(text) && !/\.(md|markdown|txt)$/i.test(file.name);
    return await (isJson ? fromJson(text) : fromMarkdown(text, file.name));
  } catch (error) {
    return failed(error instanceof ForeignFile ? error.message : fill(said.unreadable, { why: (error as Error).message }));
  }
}
