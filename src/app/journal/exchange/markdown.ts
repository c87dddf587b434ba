/** The journal as Markdown: a heading with day and time for each entry. Also what others write so: a file a day, named by its date. */
import { fill } from '../../words/forms';
import type { Saying } from '../../words/saying';
import { number, words } from '../../words/speech';
import { isDay, isWallTime } from '../days';
import type { Entry } from '../entry';
import { moodInWords } from '../mood';
import { unhurried } from '../unhurried';
import { ForeignFile, type Brought, type Parsed } from './brought';

/** `## 2026-11-27 13:50`, of any level, with or without a time or words behind. */
const HEADING = /^#{1,6} +(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d))?(?:[ ,:–—-].*)?$/;
const MOOD = /^<!-- mood: .* -->$/;

/** A line of an entry that looks like ours gets a backslash, which Markdown does not show. */
const escaped = (text: string): string => text.replace(/^(\\*)(?=#{1,6} +\d{4}-|<!-- mood: )/gm, '$1\\');
const unescaped = (text: string): string => text.replace(/^\\(?=\\*(#{1,6} +\d{4}-|<!-- mood: ))/gm, '');

/** Oldest first, as one reads. The mood goes into a comment: it is not part of what was written. */
export async function toMarkdown(entries: readonly Entry[]): Promise<string> {
  const parts: string[] = [];
  for await (const { at, text, reading } of unhurried([...entries].reverse())) {
    const mood = reading ? `<!-- mood: ${moodInWords(reading)} -->\n` : '';
    parts.push(`## ${at.replace('T', ' ')}\n${mood}\n${escaped(text)}\n`);
  }
  return `# Journal\n\n${parts.join('\n')}`;
}

/** @param name of the file: a day, where the text has no headings with one */
export async function fromMarkdown(file: string, name: string): Promise<Parsed> {
  const { date, body } = frontMatter(file.replace(/\r\n?/g, '\n'));
  const lines = body.split('\n');
  const starts = lines.flatMap((line, i) => (HEADING.test(line) ? [i] : []));
  if (starts.length === 0) {
    const day = date ?? /\d{4}-\d\d-\d\d/.exec(name)?.[0] ?? '';
    if (!isDay(day)) throw new ForeignFile(() => words().journal.noHeadings);
    const text = body.trim();
    return text === ''
      ? { entries: [], problems: [() => words().journal.dateOnly] }
      : { entries: [{ at: `${day}T12:00`, text }], problems: [] };
  }
  const entries: Brought[] = [];
  const problems: Saying[] = [];
  for await (const [n, start] of unhurried(starts.entries())) {
    const [, day = '', time = '12:00'] = HEADING.exec(lines[start] ?? '') ?? [];
    const own = lines.slice(start + 1, starts[n + 1]);
    if (MOOD.test(own[0] ?? '')) own.shift();
    const text = unescaped(own.join('\n')).replace(/^\n+|\s+$/g, '');
    const leftOut =
      (why: Saying): Saying =>
      () =>
        fill(words().journal.lineLeftOut, { i: number(n + 1), line: number(start + 1), why: why() });
    if (!isWallTime(`${day}T${time}`)) problems.push(leftOut(() => fill(words().journal.noSuchDay, { day: `${day} ${time}` })));
    else if (text.trim() === '') problems.push(leftOut(() => words().journal.hasNoText));
    else entries.push({ at: `${day}T${time}`, text });
  }
  return { entries, problems };
}

/** What note takers put before a text, between lines of three dashes. */
function frontMatter(file: string): { date: string | null; body: string } {
  const [head = '', fields = ''] = /^---\n([\s\S]*?)\n---(?:\n|$)/.exec(file) ?? [];
  const date = /^date: *["']?(\d{4}-\d\d-\d\d)/m.exec(fields)?.[1] ?? null;
  return { date, body: file.slice(head.length) };
}
