/** Day One's JSON: what it exports inside its zip as Journal.json. */
import type { Saying } from '../../words/saying';
import { words } from '../../words/speech';
import { wallTime } from '../days';
import type { Entry } from '../entry';
import { unhurried } from '../unhurried';
import type { Brought } from './brought';

/** Made once for each zone: making one takes longer than reading an entry. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/** The moment of a date in a zone as the clock on the wall showed it there; in the zone of this device where that is unknown. */
function wallTimeIn(moment: Date, timeZone: unknown): string {
  if (typeof timeZone !== 'string') return wallTime(moment);
  try {
    let format = clocks.get(timeZone);
    if (!format) {
      format = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' });
      clocks.set(timeZone, format);
    }
    return format.format(moment).replace(' ', 'T');
  } catch {
    return wallTime(moment);
  }
}

/** @returns an entry, or why it is none */
export function fromDayOne({ uuid, creationDate, timeZone, text }: Readonly<Record<string, unknown>>): Brought | Saying {
  const moment = new Date(typeof creationDate === 'string' ? creationDate : NaN);
  if (Number.isNaN(moment.getTime())) return () => words().journal.hasNoDate;
  if (typeof text !== 'string' || text.trim() === '') return () => words().journal.hasNoText;
  const plain = text
    .replace(/!\[\]\(dayone-moment:[^)]*\)\s*/g, '') // where a photo was
    .replace(/\\([\\`*_{}[\]()#+\-.!>~|])/g, '$1'); // Markdown's escapes
  if (plain.trim() === '') return () => words().journal.onlyPictures;
  return { ...(typeof uuid === 'string' && { id: uuid }), at: wallTimeIn(moment, timeZone), text: plain.trim() };
}

export async function toDayOne(entries: readonly Entry[]): Promise<string> {
  const timeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const lines: string[] = [];
  for await (const { id, at, text } of unhurried(entries))
    lines.push(
      JSON.stringify({
        uuid: id.replaceAll('-', '').toUpperCase(),
        creationDate: new Date(at).toISOString().replace(/\.\d+Z$/, 'Z'),
        timeZone,
        text: text.replaceAll('\\', '\\\\'), // its text is Markdown
      }),
    );
  return `{"metadata":{"version":"1.0"},"entries":[\n${lines.join(',\n')}\n]}\n`;
}
